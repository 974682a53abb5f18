"""Which sheet and column every part of an inrichting has; made from the records of the model.

A new field of a record gets a column by itself, and a new record a sheet; `_BLADEN` only
says which places share a sheet, and what sheets are called.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.werkboek.soorten import (
    IN_CEL,
    NAAM,
    PLEK,
    Patroon,
    Veldsoort,
    Vorm,
    record_op,
    records,
    velden,
    woordgroepen,
)

LIJST, WAARDE = "lijst", "waarde"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its name, its part in the table, and the field it holds."""

    naam: str
    rol: str  # ouder, lijst, nr, sleutel, veld, merk
    veld: Veldsoort | None = None

    @property
    def kop(self) -> str:
        """The heading that people see."""
        return self.naam.replace("_", " ")


@dataclass(frozen=True, slots=True)
class Variant:
    """A place of the schema that has rows in a table.

    ``ouders`` names the column of every list or group on the way, the last one (``nr`` or
    the key) included; ``lijst`` is the word in the column with that name.
    """

    patroon: Patroon
    ouders: tuple[str, ...]
    lijst: str = ""

    @property
    def boven(self) -> tuple[str, ...]:
        """The columns that say to what a row belongs."""
        return self.ouders[:-1] if self.patroon[-1] in (PLEK, NAAM) else self.ouders

    @property
    def genummerd(self) -> bool:
        """Tell whether rows have an order of their own."""
        return self.patroon[-1] == PLEK


@dataclass(frozen=True, slots=True)
class Tabel:
    """A sheet with rows; ``bundel`` holds the groups of words that share it, if it is such a table."""

    naam: str
    blad: str
    varianten: tuple[Variant, ...]
    kolommen: tuple[Kolom, ...]
    bundel: tuple[str, ...] = ()

    def kolom(self, naam: str) -> Kolom | None:
        """Return the column with this name, or None."""
        return next((kolom for kolom in self.kolommen if kolom.naam == naam), None)

    @property
    def volgorde(self) -> str:
        """The column with the order of the rows; nothing when they have none."""
        return next((kolom.naam for kolom in self.kolommen if kolom.rol == "nr"), "")


@dataclass(frozen=True, slots=True)
class Kaart:
    """A sheet with a row per field, for records of which there is one."""

    naam: str
    blad: str
    patronen: tuple[Patroon, ...]


Blad = Tabel | Kaart
# Sheet, title, and the places of the schema on it: “place=word in the column lijst”.
_BLADEN: tuple[tuple[str, str, str], ...] = (
    ("organisatie", "Organisatie", "kaart: . organisatie handleiding"),
    ("termen", "Termen", "termen.*"),
    ("leefgebieden", "Leefgebieden", "leefgebieden.#"),
    ("rollen", "Rollen", "rollen.#"),
    ("fasen", "Fasen", "fasen.#"),
    ("werkwijze", "Werkwijze", "fasen.#.werkwijze.#"),
    ("taken", "Taken", "fasen.#.taken.#"),
    ("matrix", "Matrix", "fasen.#.matrix"),
    ("besluiten", "Besluiten", "fasen.#.besluiten.#"),
    ("termijnen", "Termijnen", "fasen.#.termijnen.#=termijn fasen.#.frequenties.#=frequentie"),
    ("criteria", "Criteria", "criteria.#=criterium contra_indicaties.#=contra-indicatie"),
    ("instrumenten", "Instrumenten", "instrumenten.#"),
    ("formulieren", "Formulieren", "formulieren.*"),
    ("veldteksten", "Veldteksten", "formulieren.*.labels.* formulieren.*.hulp.* formulieren.*.verplicht.*"),
    ("velden", "Velden erbij", "formulieren.*.velden_erbij.*.#"),
    ("kolommen", "Kolommen erbij", "formulieren.*.velden_erbij.*.#.kolommen.#"),
    ("rijen", "Rijen erbij", "formulieren.*.rijen_erbij.*.# formulieren.*.velden_erbij.*.#.rijen.#"),
    (
        "opties",
        "Opties erbij",
        "formulieren.*.opties_erbij.*.# formulieren.*.velden_erbij.*.#.opties.# "
        "formulieren.*.velden_erbij.*.#.kolommen.#.opties.#",
    ),
    ("parameters", "Parameters", "kaart: parameters"),
    ("teksten", "Teksten", "handleiding.teksten.*=tekst handleiding.redenen.*=reden"),
    ("invoering", "Invoering", "kaart: invoering"),
    ("randvoorwaarden", "Randvoorwaarden", "invoering.randvoorwaarden.#"),
    ("evaluatie", "Evaluatie", "invoering.criteria.#"),
    ("verankering", "Verankering", "invoering.verankering.#"),
    ("log", "Log", "handleiding.log.#"),
)
# What a column is called that says to what a row belongs.
_OUDERS = {
    "fasen.#": "fase",
    "formulieren.*": "formulier",
    "formulieren.*.labels.*": "veld",
    "formulieren.*.hulp.*": "veld",
    "formulieren.*.verplicht.*": "veld",
    "formulieren.*.velden_erbij.*": "sectie",
    "formulieren.*.velden_erbij.*.#": "veld",
    "formulieren.*.velden_erbij.*.#.kolommen.#": "kolom",
    "formulieren.*.opties_erbij.*": "veld",
    "formulieren.*.rijen_erbij.*": "veld",
}


@cache
def bladen() -> tuple[Blad, ...]:
    """Return all sheets with data, in order."""
    genoemd = [_blad(naam, titel, plekken.split()) for naam, titel, plekken in _BLADEN]
    bezet = {patroon for blad in genoemd for patroon in _patronen(blad)}
    return (*genoemd, *(_los_blad(patroon) for patroon, _ in records() if patroon not in bezet))


@cache
def tabellen() -> Mapping[str, Tabel]:
    """Return the sheets with rows, by name."""
    return {blad.naam: blad for blad in bladen() if isinstance(blad, Tabel)}


@cache
def kaarten() -> Mapping[str, Kaart]:
    """Return the sheets with a row per field, by name."""
    return {blad.naam: blad for blad in bladen() if isinstance(blad, Kaart)}


@cache
def woordtabellen() -> frozenset[Patroon]:
    """Return the groups of words that have rows of their own instead of one cell."""
    groepen = set(woordgroepen())
    return frozenset(v.patroon[:-1] for t in tabellen().values() for v in t.varianten if v.patroon[:-1] in groepen)


@cache
def plaats_van() -> Mapping[Patroon, tuple[Tabel, Variant]]:
    """Return in which table, and how, every place of the schema has its rows."""
    return {variant.patroon: (tabel, variant) for tabel in tabellen().values() for variant in tabel.varianten}


def _patronen(blad: Blad) -> tuple[Patroon, ...]:
    return blad.patronen if isinstance(blad, Kaart) else tuple(variant.patroon for variant in blad.varianten)


def _los_blad(patroon: Patroon) -> Blad:
    """Return a sheet for a record that the list above doesn't name."""
    naam = "_".join(deel for deel in patroon if deel not in (PLEK, NAAM))
    titel = naam.replace("_", " ").capitalize()[:31]
    kaart = not {PLEK, NAAM} & set(patroon)
    return _blad(naam, titel, ["kaart:", ".".join(patroon)] if kaart else [".".join(patroon)])


def _blad(naam: str, titel: str, plekken: list[str]) -> Blad:
    if plekken[0] == "kaart:":
        return Kaart(naam, titel, tuple(_patroon(plek) for plek in plekken[1:]))
    varianten = tuple(_variant(*plek.partition("=")[::2]) for plek in plekken)
    bundel = tuple(v.patroon[-2] for v in varianten) if _is_bundel(varianten) else ()
    return Tabel(naam, titel, varianten, tuple(_kolommen(varianten, bundel)), bundel)


def _patroon(plek: str) -> Patroon:
    return tuple(deel for deel in plek.split(".") if deel)


def _is_woorden(patroon: Patroon) -> bool:
    return patroon not in dict(records())


def _is_bundel(varianten: tuple[Variant, ...]) -> bool:
    return _is_woorden(varianten[0].patroon) and not varianten[0].lijst


def _variant(plek: str, lijst: str) -> Variant:
    patroon = _patroon(plek)
    eigen = {} if _is_woorden(patroon) else velden(record_op(patroon))
    ouders = [
        _oudernaam(patroon[: nr + 1], nr + 1 == len(patroon), eigen)
        for nr, deel in enumerate(patroon)
        if deel in (PLEK, NAAM)
    ]
    return Variant(patroon, tuple(ouders), lijst)


def _oudernaam(patroon: Patroon, laatste: bool, eigen: Mapping[str, Any]) -> str:
    if laatste and patroon[-1] == PLEK:
        return "volgorde" if "nr" in eigen else "nr"
    plek = ".".join(patroon)
    if laatste:
        anders = "groepssleutel" if "sleutel" in eigen else "sleutel"
        return _OUDERS[plek] if _is_woorden(patroon) and plek in _OUDERS else anders
    naam = _OUDERS.get(plek) or next(deel for deel in reversed(patroon) if deel not in (PLEK, NAAM))
    return f"bij_{naam}" if naam in eigen else naam


def _kolommen(varianten: tuple[Variant, ...], bundel: tuple[str, ...]) -> Iterator[Kolom]:
    boven = max((variant.boven for variant in varianten), key=len)
    yield from (Kolom(naam, "ouder") for naam in boven)
    if varianten[0].lijst:
        yield Kolom(LIJST, "lijst")
    laatste = varianten[0].patroon[-1]
    if laatste in (PLEK, NAAM):
        yield Kolom(varianten[0].ouders[-1], "nr" if laatste == PLEK else "sleutel")
    if bundel:
        yield from (Kolom(naam, "veld", Veldsoort(naam, Vorm.TEKST)) for naam in bundel)
    elif _is_woorden(varianten[0].patroon):
        yield Kolom("tekst", "veld", Veldsoort("tekst", Vorm.TEKST))
    else:
        yield from _veldkolommen(record_op(varianten[0].patroon), varianten)


def _veldkolommen(record: type[Any], varianten: tuple[Variant, ...]) -> Iterator[Kolom]:
    """Yield the fields as columns; those with rows elsewhere only hold (geen) or (niets)."""
    elders = {v.patroon[:-1] for blad in _BLADEN for v in _woordvarianten(blad[2])}
    for veld in velden(record).values():
        in_cel = veld.vorm in IN_CEL and (*varianten[0].patroon, veld.naam) not in elders
        yield Kolom(veld.naam, "veld" if in_cel else "merk", veld)
    yield Kolom(WAARDE, "merk")


def _woordvarianten(plekken: str) -> Iterator[Variant]:
    for plek in plekken.replace("kaart:", "").split():
        patroon = _patroon(plek.partition("=")[0])
        if patroon and _is_woorden(patroon):
            yield Variant(patroon, ())
