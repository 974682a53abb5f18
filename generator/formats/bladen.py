"""The leaves of a form: every single place where something can be filled in.

A leaf has a key that all formats share: ``einddoel``, ``lg_goed.wonen``,
``leefgebieden_vraag.wonen`` (one box of a meerkeuze), ``handtekening_client.datum``.
Cells of tables are leaves of their column: ``doelen.streefdatum``, once per row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.formulier import JA_NEE, opties_van
from generator.model import Formulier, Kolom, Leefgebied, Optie, Veld
from generator.taal import opsomming
from generator.veldsoorten import DELEN_HANDTEKENING, Omgeving

DEELLABELS = {"naam": "Naam", "datum": "Datum", "getekend": "Getekend"}
_PLAATSHOUDER = {
    "kort": "Klik en typ",
    "lang": "Klik en typ",
    "datum": "Kies een datum",
    "getal": "Typ een getal",
    "ja_nee": "Kies ja of nee",
    "keuze": "Maak een keuze",
}
# Cells are narrow: their invitation is short.
_IN_CEL = {"datum": "Datum", "keuze": "Kies", "ja_nee": "Kies", "voorgedrukt": "Eigen regel"}
_LANGSTE_KEUZE = 64


@dataclass(frozen=True, slots=True)
class Blad:
    """One place to fill in; ``soort`` is the kind that gives its value a meaning, or ``vakje``."""

    sleutel: str
    soort: str
    label: str
    veld: Veld
    kolom: Kolom | None = None
    gebied: Leefgebied | None = None
    optie: str = ""
    deel: str = ""
    opties: tuple[Optie, ...] = ()
    plaatshouder: str = ""
    omgeving: Omgeving = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Make once what every reading of this place needs."""
        object.__setattr__(self, "omgeving", Omgeving(self.opties))


def bladen_van(veld: Veld, formulier: Formulier) -> Iterator[Blad]:
    """Yield the leaves of one field in printed order; a table yields one per column."""
    if veld.soort == "tabel":
        for kolom in veld.kolommen:
            yield kolomblad(veld, kolom)
    elif veld.per_leefgebied == "ja":
        for gebied in formulier.leefgebieden:
            yield from gebiedsbladen(veld, gebied)
    elif veld.soort == "handtekening":
        for deel, soort in DELEN_HANDTEKENING.items():
            yield Blad(f"{veld.sleutel}.{deel}", soort, DEELLABELS[deel], veld, deel=deel,
                       opties=JA_NEE if soort == "ja_nee" else (), plaatshouder=_PLAATSHOUDER[soort])  # fmt: skip
    elif veld.soort == "meerkeuze":
        yield from _vakjes(veld, veld.sleutel, veld.opties, None)
    else:
        yield Blad(veld.sleutel, veld.soort, veld.label, veld, opties=veld.opties, plaatshouder=plaatshouder(veld))


def gebiedsbladen(veld: Veld, gebied: Leefgebied) -> Iterator[Blad]:
    """Yield the leaves of a field for one leefgebied."""
    sleutel, opties = f"{veld.sleutel}.{gebied.sleutel}", opties_van(veld, gebied)
    if veld.soort == "meerkeuze":
        yield from _vakjes(veld, sleutel, opties, gebied)
    else:
        yield Blad(sleutel, veld.soort, veld.label, veld, gebied=gebied, opties=opties,
                   plaatshouder=plaatshouder(veld))  # fmt: skip


def bladwaarde(blad: Blad, waarde: Any) -> Any:
    """Return what one leaf holds of the value of its field."""
    if blad.gebied is not None:
        waarde = waarde.get(blad.gebied.sleutel) if isinstance(waarde, Mapping) else None
    if blad.soort == "vakje":
        return blad.optie in waarde if isinstance(waarde, (tuple, list)) else False
    if blad.deel:
        return waarde.get(blad.deel) if isinstance(waarde, Mapping) else None
    return waarde


def _vakjes(veld: Veld, sleutel: str, opties: tuple[Optie, ...], gebied: Leefgebied | None) -> Iterator[Blad]:
    for optie in opties:
        yield Blad(f"{sleutel}.{optie.sleutel}", "vakje", optie.label, veld, gebied=gebied,
                   optie=optie.sleutel, opties=opties)  # fmt: skip


def kolomblad(veld: Veld, kolom: Kolom) -> Blad:
    """Return the leaf that stands for every cell of a column."""
    return Blad(f"{veld.sleutel}.{kolom.sleutel}", kolom.soort, kolom.label, veld, kolom=kolom,
                opties=kolom.opties, plaatshouder=_IN_CEL.get(kolom.soort, "…"))  # fmt: skip


def plaatshouder(veld: Veld) -> str:
    """Return the text that invites to fill in; short lists of choices are named in full, for paper."""
    if veld.plaatshouder:
        return veld.plaatshouder
    if veld.soort == "keuze":
        keuzes = "Kies: " + opsomming([optie.label for optie in veld.opties], "of")
        return keuzes if len(keuzes) <= _LANGSTE_KEUZE else _PLAATSHOUDER["keuze"]
    return _PLAATSHOUDER.get(veld.soort, "Klik en typ")
