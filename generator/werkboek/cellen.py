"""What stands in one cell: texts, numbers, lists and groups of words, without loss.

An empty cell means: not in the file.  What else is empty has a word of its own:
``(leeg)`` for an empty text, ``(geen)`` for an empty list or group, ``(niets)`` for a key
without a value.  A list has one item per line; a line that starts with ``| `` continues
the item above it.  A text that could be mistaken for any of this gets a ``\\`` in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

LEEG, GEEN, NIETS, LEGE_REGEL = "(leeg)", "(geen)", "(niets)", "(lege regel)"
MERKEN = (LEEG, GEEN, NIETS, LEGE_REGEL)
# Excel holds no more in one cell, XML none of these signs, and openpyxl changes the last two words.
MAX_TEKENS = 32_767
_KAN_NIET = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x000[dD]_|x005F_")
_SLEUTEL = re.compile(r"((?:\\.|[^\\:])*):(?: (.*)|)", re.DOTALL)
Cel = str | int | float


class Onhoudbaar(ValueError):
    """A value that no cell can hold; the message says why, in Dutch."""


def tekst_in(waarde: str | int | float | None) -> Cel:
    """Return what the cell of one value holds."""
    if waarde is None:
        return NIETS
    if not isinstance(waarde, str):
        return waarde
    return _past(LEEG if waarde == "" else _beschermd(waarde))


def tekst_uit(cel: Cel) -> str | int | float | None:
    """Return the value of a cell that is not empty."""
    if not isinstance(cel, str):
        return cel
    if cel in (NIETS, LEEG):
        return None if cel == NIETS else ""
    return cel.removeprefix("\\")


def lijst_in(waarden: Iterable[str | None] | None) -> str:
    """Return the cell of a list of texts."""
    if waarden is None:
        return NIETS
    return _past("\n".join(map(_regels_in, waarden)) or GEEN)


def lijst_uit(cel: str) -> list[str | None] | None:
    """Return the list in a cell that is not empty; lines with nothing on them don't count."""
    if cel.strip() in (NIETS, GEEN):
        return None if cel.strip() == NIETS else []
    return [_regels_uit(stuk) for stuk in _stukken(cel)]


def woorden_in(groep: Mapping[str, str | None] | None) -> str:
    """Return the cell of a group of words: one ``sleutel: tekst`` per line."""
    if groep is None:
        return NIETS
    return _past("\n".join(f"{_sleutel_in(sleutel)}: {_woord_in(tekst)}" for sleutel, tekst in groep.items()) or GEEN)


def woorden_uit(cel: str) -> dict[str, str | None] | None:
    """Return the group of words in a cell that is not empty; ValueError with the line that is none."""
    if cel.strip() in (NIETS, GEEN):
        return None if cel.strip() == NIETS else {}
    groep: dict[str, str | None] = {}
    for stuk in _stukken(cel):
        gevonden = _SLEUTEL.fullmatch(stuk)
        if gevonden is None:
            raise ValueError(f"Op elke regel hoort ‘sleutel: tekst’. Dat staat niet in ‘{stuk[:40]}’.")
        sleutel = _sleutel_uit(gevonden[1])
        if sleutel in groep:
            raise ValueError(f"‘{sleutel[:40]}’ staat hier dubbel. Haal er één weg.")
        groep[sleutel] = _woord_uit(gevonden[2] or "")
    return groep


def _past(tekst: str) -> str:
    if _KAN_NIET.search(tekst):
        raise Onhoudbaar("Hier staat een teken dat niet in een werkboek past. Haal het weg.")
    if len(tekst.encode("utf-16-le")) // 2 > MAX_TEKENS:
        raise Onhoudbaar(f"Deze tekst is te lang voor een cel (meer dan {MAX_TEKENS} tekens). Maak hem korter.")
    return tekst


def _beschermd(tekst: str) -> str:
    """Put a \\ before a text that would otherwise read as something else."""
    return f"\\{tekst}" if tekst[:1] == "\\" or tekst in MERKEN or not tekst.strip() else tekst


def _regels_in(item: str | None) -> str:
    if item is None:
        return LEGE_REGEL
    if item == "":
        return LEEG
    eerste, *rest = item.split("\n")
    if eerste[:1] in ("\\", "|") or not eerste.strip() or eerste.strip() in MERKEN:
        eerste = f"\\{eerste}"
    return "\n".join([eerste, *(f"| {regel}" for regel in rest)])


def _regels_uit(stuk: str) -> str | None:
    if stuk in (LEGE_REGEL, LEEG):
        return None if stuk == LEGE_REGEL else ""
    return stuk.removeprefix("\\")


def _stukken(cel: str) -> list[str]:
    """Return the items of a cell: a line, and the lines with ``|`` that continue it."""
    stukken: list[str] = []
    for regel in cel.split("\n"):
        if regel.startswith("|") and stukken:
            stukken[-1] += "\n" + regel[1:].removeprefix(" ")
        elif regel.strip():
            stukken.append(regel)
    return stukken


def _sleutel_in(sleutel: str) -> str:
    if sleutel == "" or sleutel in MERKEN:
        return LEEG if sleutel == "" else f"\\{sleutel}"
    netjes = sleutel.replace("\\", "\\\\").replace(":", "\\:").replace("\n", "\\n")
    return f"\\{netjes}" if netjes[0] == "|" or not netjes.strip() else netjes


def _sleutel_uit(tekst: str) -> str:
    if tekst == LEEG:
        return ""
    return re.sub(r"\\(.)", lambda deel: "\n" if deel[1] == "n" else deel[1], tekst, flags=re.DOTALL)


def _woord_in(tekst: str | None) -> str:
    if tekst is None or tekst == "":
        return NIETS if tekst is None else LEEG
    eerste, *rest = _beschermd(tekst).split("\n")
    if rest and (not eerste or eerste in MERKEN):
        eerste = f"\\{eerste}"
    return "\n".join([eerste, *(f"| {regel}" for regel in rest)])


def _woord_uit(tekst: str) -> str | None:
    if tekst in (NIETS, LEEG, ""):
        return None if tekst == NIETS else ""
    return tekst.removeprefix("\\")


def leeg(cel: Any) -> bool:
    """Tell whether nothing stands in a cell."""
    return cel is None or (isinstance(cel, str) and not cel.strip())
