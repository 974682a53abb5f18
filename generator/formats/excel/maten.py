"""How wide columns are and how high rows must be, so that no text is cut off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from generator.formats.bladen import Blad
from generator.formats.excel.namen import MAX_HOOGTE

REGEL = 14.5
"""Height of one line of text, in points."""
STAAND, LIGGEND = 94.0, 138.0
"""Characters of the body size that fit on the width of a page."""
_LABELDEEL = 0.36
_SMALST = 5.0
_MINSTE = {"datum": 11.5, "getal": 6.0, "ja_nee": 8.0, "keuze": 12.0}
_LANG = 3
# Letters are narrower or wider than the average by which a column is measured.
_SPELING = 0.92


def kolombreedtes(liggend: bool) -> tuple[float, float]:
    """Return the widths of question and answer on the first sheet."""
    heel = LIGGEND if liggend else STAAND
    return round(heel * _LABELDEEL, 1), round(heel * (1 - _LABELDEEL), 1)


def tabelbreedtes(bladen: Sequence[Blad], liggend: bool) -> list[float]:
    """Return the widths of the columns of a table: by their share, and never too narrow for a word or a date."""
    heel = LIGGEND if liggend else STAAND
    minima = [max(_MINSTE.get(blad.soort, _SMALST), _langste_woord(blad.label) + 2.0) for blad in bladen]
    delen = [blad.kolom.breedte if blad.kolom else 2 for blad in bladen]
    ruim = max(heel - sum(minima), 0.0)
    streef = [heel * deel / sum(delen) for deel in delen]
    tekort = [max(doel - minimum, 0.0) for doel, minimum in zip(streef, minima, strict=True)]
    som = sum(tekort) or 1.0
    return [round(minimum + ruim * deel / som, 1) for minimum, deel in zip(minima, tekort, strict=True)]


def _langste_woord(label: str) -> int:
    return max((len(woord) for woord in label.split()), default=0)


def aantal_regels(tekst: str, breedte: float, grootte: float = 10.5) -> int:
    """Return on how many lines *tekst* comes in a column of *breedte* characters."""
    ruimte = max(breedte * _SPELING * 10.5 / grootte, 1.0)
    return sum(max(1, ceil(len(alinea) / ruimte)) for alinea in tekst.split("\n"))


def hoogte(regels: float) -> float:
    """Return the height of a row with so many lines; what no row can hold is cut to the highest."""
    return min(MAX_HOOGTE, round(regels * REGEL + 2.5, 1))


def rijhoogte(teksten: Iterable[tuple[str, float]], minste: int = 1) -> float:
    """Return the height of a row by its texts and the widths of their columns."""
    return hoogte(max([minste, *(aantal_regels(tekst, breedte) for tekst, breedte in teksten)]))


def minste_regels(blad: Blad | None) -> int:
    """Return how many lines an empty answer has at least."""
    return _LANG if blad is not None and blad.soort == "lang" and blad.kolom is None else 1
