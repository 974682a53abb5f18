"""What can be chosen in a column: fixed words, or the keys that stand on another sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from generator import content
from generator.model import BASISGEBIEDEN, FASEN, VERVOLGEN, Parameters
from generator.werkboek.indeling import Kolom, Tabel
from generator.werkboek.soorten import Vorm, vrij

# Columns with the keys of another sheet; several keys may stand below each other in one cell.
_VERWIJST: Mapping[str, str] = {
    "wie": "rollen",
    "uitzondering_door": "rollen",
    "instrumenten": "instrumenten",
    "waarmee": "instrumenten",
    "fase": "fasen",
    "formulier": "formulieren",
}
_GEEN_VERWIJZING = {("matrix", "wie"), ("matrix", "waarmee"), ("randvoorwaarden", "wie"), ("instrumenten", "formulier")}
_VAST: Mapping[tuple[str, str], str] = {
    ("leefgebieden", "basisgebied"): "basisgebieden",
    ("besluiten", "vervolg"): "vervolgen",
    ("termijnen", "parameter"): "grenzen",
    ("instrumenten", "formulier"): "formuliersoorten",
    ("formulieren", "sleutel"): "formuliersoorten",
    ("fasen", "sleutel"): "fasesleutels",
    ("organisatie", "uitgangsmodel"): "uitgangsmodellen",
}


def vaste_lijsten() -> dict[str, tuple[str, ...]]:
    """Return the lists of words that don't come from another sheet, by name."""
    return {
        "basisgebieden": BASISGEBIEDEN,
        "vervolgen": VERVOLGEN,
        "grenzen": tuple(veld.name for veld in fields(Parameters)),
        "formuliersoorten": tuple(pad.stem for pad in content.formulieren()),
        "fasesleutels": FASEN,
        "uitgangsmodellen": tuple(content.uitgangsmodellen()),
    }


def verwezen() -> tuple[str, ...]:
    """Return the sheets whose keys can be chosen elsewhere."""
    return tuple(dict.fromkeys(_VERWIJST.values()))


def keuze(blad: str, kolom: Kolom, tabel: Tabel | None = None) -> tuple[str | tuple[str, ...], bool] | None:
    """Return the list for a column, and whether anything else is wrong; None when there is no list.

    The list is the name of one (`vaste_lijsten`, or a sheet), or the words themselves.
    """
    if kolom.rol == "lijst" and tabel:
        return tuple(variant.lijst for variant in tabel.varianten), True
    if (blad, kolom.naam) in _VAST:
        return _VAST[(blad, kolom.naam)], kolom.naam != "sleutel"
    if kolom.naam in _VERWIJST and (blad, kolom.naam) not in _GEEN_VERWIJZING and kolom.rol != "merk":
        return _VERWIJST[kolom.naam], kolom.rol == "ouder"
    if kolom.veld and kolom.veld.keuzes:
        return kolom.veld.keuzes, not vrij(kolom.veld) and kolom.veld.vorm is not Vorm.LIJST
    return None
