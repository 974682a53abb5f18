"""How wide the columns of a table are: by their share, and never narrower than what stands in them."""

from __future__ import annotations

from collections.abc import Sequence

from generator.formats.bladen import Blad
from generator.formats.opbouw import verdeel
from generator.formats.pdf.letters import invulletters, lettertype
from generator.formats.pdf.opmaak import CELRAND
from generator.model import Veld

_KOPMAAT, _LIJSTMAAT, _DATUMMAAT = 9.0, 7.0, 9.0  # the heading is bold: a little wider than 8.5 pt
_PIJL = 10
_RAND = 2 * CELRAND + 6.5
_TIENDE = 10


def kolombreedtes(veld: Veld, bladen: Sequence[Blad], breed: float) -> list[float]:
    """Return widths in points that add up to *breed*."""
    minima = [round(_smalst(blad) * _TIENDE) for blad in bladen]
    delen = [kolom.breedte for kolom in veld.kolommen]
    return [deel / _TIENDE for deel in verdeel(round(breed * _TIENDE), delen, minima)]


def keuzes_passen(blad: Blad, breed: float) -> bool:
    """Tell whether every choice of a list fits on one line of a column."""
    letters = lettertype(invulletters())
    langste = max((letters.breedte(optie.label) for optie in blad.opties), default=0)
    return langste * _LIJSTMAAT / 1000 + _RAND <= breed


def _smalst(blad: Blad) -> float:
    """Return the width at which the longest word of the heading, a date, or the longest choice still fits."""
    letters = lettertype(invulletters())
    woorden = blad.label.split() or [""]
    nodig = max(letters.breedte(f"{woord}*") for woord in woorden) * _KOPMAAT
    if blad.soort == "datum":
        nodig = max(nodig, letters.breedte("88-88-8888") * _DATUMMAAT)
    if blad.soort in ("keuze", "ja_nee"):
        langste = max((letters.breedte(optie.label) for optie in blad.opties), default=0)
        nodig = max(nodig, min(langste * _LIJSTMAAT + _PIJL * 1000, 90_000))
    return nodig / 1000 + _RAND
