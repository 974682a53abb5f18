"""What one cell of an export says, as text: the same in CSV and in a workbook.

Nothing stands for an answer that was left open, ``#KWIJT`` for a question that is gone from the file, and
``#ONLEESBAAR (reden): …`` for what could not be understood. A text that a spreadsheet might take for a formula,
or that looks like one of these, gets a ``'`` in front; `uit_tekst` takes it away again.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from generator.model import Onleesbaar
from generator.uitwisseling.tabellen import Merk

KWIJT, ONLEESBAAR = "#KWIJT", "#ONLEESBAAR"
# What makes Excel, LibreOffice or Google Sheets calculate, also full width; and the beginning of our own marks.
_GEVAARLIJK = "=+\\-@\t\r\n＝＋－＠#"
_BESCHERM = re.compile(f"'*[{_GEVAARLIJK}]")
_ONTDOE = re.compile(f"''*[{_GEVAARLIJK}]")
_NIET_TE_LEZEN = re.compile(r"#ONLEESBAAR \((.*?)\): (.*)", re.DOTALL)


def beschermd(tekst: str) -> str:
    """Return *tekst* so that no spreadsheet takes it for a formula."""
    return f"'{tekst}" if _BESCHERM.match(tekst) else tekst


def onbeschermd(tekst: str) -> str:
    """Return what `beschermd` was given."""
    return tekst[1:] if _ONTDOE.match(tekst) else tekst


def als_tekst(cel: Any) -> str:
    """Return a cell (`tabellen.Cel`) as text: dates ISO, numbers with a comma, choices joined by ``|``."""
    if cel is None:
        return ""
    if cel is Merk.KWIJT:
        return KWIJT
    if isinstance(cel, Onleesbaar):
        return f"{ONLEESBAAR} ({cel.reden}): {cel.ruw}"
    if isinstance(cel, date):
        return cel.isoformat()
    if isinstance(cel, (int, float)):
        return getaltekst(cel)
    return "|".join(cel) if isinstance(cel, tuple) else beschermd(str(cel))


def getaltekst(getal: int | float) -> str:
    """Return a number with a comma and at most six decimals: more a form can't hold."""
    tekst = str(getal) if isinstance(getal, int) else f"{getal:.6f}".rstrip("0").rstrip(".")
    return tekst.replace(".", ",")


def uit_tekst(tekst: str, soort: str) -> Any:
    """Return the cell that `als_tekst` was given, for a column of this kind.

    Raises `ValueError` for a date or number that is none.
    """
    if not tekst:
        return None
    if tekst == KWIJT:
        return Merk.KWIJT
    if gevonden := _NIET_TE_LEZEN.fullmatch(tekst):
        return Onleesbaar(gevonden[2], gevonden[1])
    if soort == "datum":
        return date.fromisoformat(tekst)
    if soort == "getal":
        getal = float(tekst.replace(",", "."))
        return int(getal) if getal.is_integer() else getal
    return tuple(tekst.split("|")) if soort == "meerkeuze" else onbeschermd(tekst)
