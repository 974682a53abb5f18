"""YAML as a person would write it; `generator.bron.lees_yaml` reads the same data back."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.bron import OngeldigeBron, lees_yaml

BREED = 100
_STAP = 2
_GEWOON = re.compile(r"[^\W_](?:[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff]*\S)?")
# Between brackets more signs have a meaning, and readers differ in which: only these stand bare.
_KAAL_IN_HAKEN = re.compile(r"[\w .()/&%’‘€+-]*")
_LEEGWOORD = {"", "~", "null", "Null", "NULL", "true", "True", "false", "False"}
_GETAL = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|0[xo][0-9a-fA-F]+")
_ONZICHTBAAR = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
KOP = """\
# ==============================================================================
#  De inrichting van je organisatie
#
#  Hieruit maakt achtfasen je handleiding en je formulieren. Dit bestand is gemaakt
#  uit een werkboek. Hoe je het aanpast, staat in docs/eigen-organisatie.md.
# ==============================================================================
"""


def schrijf_yaml(gegevens: Mapping[str, Any]) -> str:
    """Return an inrichting as YAML with a short heading; it always reads back as the same data."""
    tekst = _opgemaakt(gegevens)
    try:
        if lees_yaml(Path("inrichting.yaml"), tekst).gegevens == gegevens:
            return tekst
    except OngeldigeBron:
        pass
    # JSON is YAML as well: less friendly to read, but never wrong.
    return KOP + json.dumps(gegevens, ensure_ascii=False, indent=2) + "\n"


def _opgemaakt(gegevens: Mapping[str, Any]) -> str:
    delen = [KOP]
    for nr, (sleutel, waarde) in enumerate(gegevens.items()):
        if nr and isinstance(waarde, dict | list):
            delen.append("\n")
        delen.append(paar(sleutel, waarde, 0))
    return "".join(delen)


def paar(sleutel: str, waarde: Any, inspring: int, lijst_in: int = _STAP) -> str:
    """Return ``sleutel: waarde`` with all its lines; the first line has no indent yet."""
    return f"{regeltekst(sleutel)}:" + achter(waarde, inspring, lijst_in)


def punt(waarde: Any, inspring: int, lijst_in: int = _STAP) -> str:
    """Return ``- waarde`` with all its lines; the first line has no indent yet."""
    if isinstance(waarde, dict) and waarde:
        return "- " + groep(waarde, inspring + 2, lijst_in)
    if isinstance(waarde, list) and waarde and not _kort(waarde, inspring + 2):
        return "- " + lijst(waarde, inspring + 2, lijst_in)
    return "-" + achter(waarde, inspring, lijst_in)


def groep(waarde: Mapping[str, Any], inspring: int, lijst_in: int = _STAP) -> str:
    """Return the keys of a group, one below the other; the first line has no indent yet."""
    return (" " * inspring).join(paar(sleutel, deel, inspring, lijst_in) for sleutel, deel in waarde.items())


def lijst(waarde: list[Any], inspring: int, lijst_in: int = _STAP) -> str:
    """Return the items of a list, one below the other; the first line has no indent yet."""
    return (" " * inspring).join(punt(deel, inspring, lijst_in) for deel in waarde)


def achter(waarde: Any, inspring: int, lijst_in: int = _STAP, stijl: str | None = None) -> str:
    """Return what comes after ``sleutel:`` or ``-``, up to and including its last line end."""
    if isinstance(waarde, dict) and waarde:
        diep = inspring + _STAP
        return f"\n{' ' * diep}{groep(waarde, diep, lijst_in)}"
    if isinstance(waarde, list) and waarde and not _kort(waarde, inspring + 12):
        diep = inspring + lijst_in
        return f"\n{' ' * diep}{lijst(waarde, diep, lijst_in)}"
    tekst = in_regel(waarde) if isinstance(waarde, dict | list) else tekstblok(waarde, inspring + _STAP, stijl)
    return f" {tekst}\n" if tekst else "\n"


def _kort(waarde: list[Any], inspring: int) -> bool:
    """Tell whether a list reads well on one line, between [ and ]."""
    if not all(isinstance(deel, str) and 0 < len(deel) <= 40 and "\n" not in deel for deel in waarde):
        return False
    woorden = all(re.fullmatch(r"\w+", deel) for deel in waarde)
    return (woorden or max(map(len, waarde)) <= 24) and inspring + len(in_regel(waarde)) <= BREED


def in_regel(waarde: Any) -> str:
    """Return any value on one line: lists between [ ], groups between { }."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{_in_haken(sleutel)}: {in_regel(deel)}" for sleutel, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(map(in_regel, waarde)) + "]"
    return "null" if waarde is None else _in_haken(waarde)


def _in_haken(waarde: str | int | float) -> str:
    tekst = regeltekst(waarde)
    kaal = not isinstance(waarde, str) or tekst[0] == '"' or _KAAL_IN_HAKEN.fullmatch(tekst)
    return tekst if kaal else aangehaald(str(waarde))


def regeltekst(waarde: str | int | float | None, stijl: str | None = None) -> str:
    """Return one value on one line; in quotes where needed, or where *stijl* asks for them."""
    if waarde is None:
        return ""
    if not isinstance(waarde, str):
        return _getal(waarde)
    if stijl == "'" and not _ONZICHTBAAR.search(waarde) and "\n" not in waarde:
        return "'" + waarde.replace("'", "''") + "'"
    return waarde if stijl != '"' and _kan_kaal(waarde) else aangehaald(waarde)


def _getal(waarde: int | float) -> str:
    if isinstance(waarde, int):
        return str(waarde)
    tekst = f"{waarde:.18f}".rstrip("0") if "e" in repr(waarde) else repr(waarde)
    return f"{tekst}0" if tekst.endswith(".") else tekst


def aangehaald(tekst: str) -> str:
    """Return a text in double quotes."""
    kaal = json.dumps(tekst, ensure_ascii=False)
    return _ONZICHTBAAR.sub(lambda teken: f"\\u{ord(teken[0]):04x}", kaal)


def _kan_kaal(tekst: str) -> bool:
    """Tell whether a text needs no quotes and still is read as this text."""
    if tekst in _LEEGWOORD or _GETAL.fullmatch(tekst) or not _GEWOON.fullmatch(tekst):
        return False
    return ": " not in tekst and " #" not in tekst and not tekst.endswith(":")


def tekstblok(waarde: str | int | float | None, inspring: int, stijl: str | None = None) -> str:
    """Return one value, over more lines where that reads better; without the last line end."""
    if isinstance(waarde, str):
        if "\n" in waarde and stijl not in ('"', "'") and _kan_letterlijk(waarde):
            return _letterlijk(waarde, inspring)
        te_lang = len(waarde) + inspring > BREED + 10 and stijl not in ('"', "'")
        if (te_lang or stijl == ">") and kan_vouwen(waarde):
            return _gevouwen(waarde, inspring)
    return regeltekst(waarde, stijl)


def _kan_letterlijk(tekst: str) -> bool:
    regels = tekst.removesuffix("\n").split("\n")
    eigen = not _ONZICHTBAAR.search(tekst) and "\xa0" not in tekst[:1]
    return eigen and bool(regels[0].strip()) and bool(regels[-1].strip()) and not regels[0].startswith(" ")


def _letterlijk(tekst: str, inspring: int) -> str:
    regels = tekst.removesuffix("\n").split("\n")
    kop = "|" if tekst.endswith("\n") else "|-"
    return "\n".join([kop, *(" " * inspring + regel if regel else "" for regel in regels)])


def kan_vouwen(tekst: str) -> bool:
    """Tell whether a text can be wrapped and read back as it was."""
    netjes = tekst == " ".join(tekst.split()) and not _ONZICHTBAAR.search(tekst)
    return netjes and bool(tekst) and not re.search("[\x85\xa0\u2000-\u200b\u202f\u3000]", tekst)


def _gevouwen(tekst: str, inspring: int) -> str:
    return "\n".join([">-", *(" " * inspring + regel for regel in vouw(tekst, BREED - inspring))])


def vouw(tekst: str, breed: int) -> Iterator[str]:
    """Yield the lines of a text; words are never broken."""
    yield from textwrap.wrap(tekst, max(breed, 30), break_long_words=False, break_on_hyphens=False)
