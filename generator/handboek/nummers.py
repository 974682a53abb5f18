"""How the text refers to an annex; the numbers themselves come from `generator.bijlagen`."""

from __future__ import annotations

from collections.abc import Mapping

from generator.bijlagen import bijlagenummers, gebruik, in_gebruik, is_bijlage, op_volgorde_van_gebruik
from generator.handboek.blokken import Regel, Stuk
from generator.model import Instrument

__all__ = [
    "bijlagenummers",
    "gebruik",
    "in_gebruik",
    "is_bijlage",
    "merk_van",
    "op_volgorde_van_gebruik",
    "verwijzing",
]


def merk_van(sleutel: str) -> str:
    """Return the bookmark of an annex."""
    return f"bijlage_{sleutel}"[:40]


def verwijzing(instrument: Instrument, nummers: Mapping[str, int]) -> Regel:
    """Return an instrument as it is named in the text: an annex underlined, with its number."""
    nummer = nummers.get(instrument.sleutel)
    if nummer is None:
        return (Stuk(instrument.naam),)
    return (Stuk(f"{instrument.naam} (bijlage {nummer})", "Bijlageverwijzing", merk_van(instrument.sleutel)),)
