"""How wide columns are and how high rows must be, so that no text is cut off."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import ceil

from generator.formats.bladen import Blad
from generator.formats.excel.namen import MAX_HOOGTE

REGEL = 14.5
"""Height of one line of text, in points."""
# What fits on a page between its margins, in points; a little less, as heights are an estimate.
_BLADHOOGTE, _BLADHOOGTE_LIGGEND = 730.0, 480.0
STAAND, LIGGEND = 94.0, 138.0
"""Characters of the body size that fit on the width of a page."""
_LABELDEEL = 0.36
_SMALST = 5.0
_MINSTE = {"datum": 11.5, "getal": 6.0, "ja_nee": 8.0, "keuze": 12.0}
_LANG = 3
# Widths are measured in digits. These letters are narrower or wider; what is not Latin is wider still.
_SMAL, _BREED, _HOOFDLETTERS = "ijlftr.,;:'!|()[]- ", "mwMW", "ABCDEFGHKNOPQRSTUVXYZ"
# Lines end at a word, and printers differ.
_SPELING = 0.93
VET = 1.06


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
    return sum(max(1, ceil(_lengte(alinea) / ruimte)) for alinea in tekst.split("\n"))


def _lengte(alinea: str) -> float:
    """Return how long a text is on paper, in digits."""
    if len(alinea) < 4:
        return len(alinea)
    smal = sum(map(alinea.count, _SMAL))
    breed = sum(map(alinea.count, _BREED))
    hoofd = sum(map(alinea.count, _HOOFDLETTERS))
    vreemd = 0 if alinea.isascii() else sum(teken > "\u02ff" for teken in alinea)
    return len(alinea) - 0.45 * smal + 0.7 * breed + 0.2 * hoofd + vreemd


def labelregels(kop: str, hulp: str, breedte: float) -> float:
    """Return how many lines of body text a label with its help takes."""
    return aantal_regels(kop, breedte / VET) + (aantal_regels(hulp, breedte, 9.0) * 0.86 if hulp else 0.0)


def hoogte(regels: float) -> float:
    """Return the height of a row with so many lines; what no row can hold is cut to the highest."""
    return min(MAX_HOOGTE, round(regels * REGEL + 2.5, 1))


def rijhoogte(teksten: Iterable[tuple[str, float]], minste: float = 1) -> float:
    """Return the height of a row by its texts and the widths of their columns; *minste* lines at least."""
    return hoogte(max([minste, *(aantal_regels(tekst, breedte) for tekst, breedte in teksten)]))


def minste_regels(blad: Blad | None) -> int:
    """Return how many lines an empty answer has at least."""
    return _LANG if blad is not None and blad.soort == "lang" and blad.kolom is None else 1


def paginaeinden(hoogtes: Mapping[int, float], bij_volgende: Collection[int], liggend: bool) -> list[int]:
    """Return behind which rows a page ends, so that a heading stands with what follows.

    *hoogtes* are the heights of all rows in order; *bij_volgende* are rows that belong with the next.
    """
    ruimte = _BLADHOOGTE_LIGGEND if liggend else _BLADHOOGTE
    einden: list[int] = []
    gebruikt, groep, begin = 0.0, 0.0, 0
    for nr, hoog in hoogtes.items():
        begin, groep = begin or nr, groep + hoog
        if nr in bij_volgende:
            continue
        if gebruikt and gebruikt + groep > ruimte:
            einden.append(begin - 1)
            gebruikt = 0.0
        gebruikt, groep, begin = gebruikt + groep, 0.0, 0
    return einden
