"""What rules want to know of a form definition, worked out once for all forms that were made with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.checks.regel import Dekking
from generator.model import Formulier, Kolom, Veld

_TEKST = ("kort", "lang", "voorgedrukt")


@dataclass(frozen=True, slots=True)
class Plicht:
    """A field that has to be filled in, always or under a condition, by itself (``zelf``), in its columns, or both.

    ``voorwaarde`` is that of the field itself, empty when there is none. Of a table ``kolommen`` always have to be
    filled in, ``soms`` under a condition. ``plaats`` is where the field stands among
    the fields of the form. What another rule minds in any case is left out (`Kader.dekking`).
    """

    veld: Veld
    plaats: int
    zelf: bool
    voorwaarde: str
    kolommen: tuple[Kolom, ...]
    soms: tuple[Kolom, ...]
    nvt_mag: bool
    tabel: Tabelplicht | None


@dataclass(frozen=True, slots=True)
class Tabelplicht:
    """With what a table lacks nothing: so many rows, these printed ones, and something in these columns."""

    minstens: int
    drager: str
    voorgedrukt: frozenset[str]
    kolommen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plichten:
    """What has to be filled in in a form: fields with one value, by key, and tables and what is per leefgebied."""

    enkel: Mapping[str, Plicht]
    namen: frozenset[str]
    samengesteld: tuple[Plicht, ...]


@dataclass(frozen=True, slots=True)
class MeerDanTekst:
    """A field of which the kind gives the value a meaning, and by key those of its columns.

    ``eerder`` when the field, or one of its columns, holds a day that can't lie ahead.
    """

    veld: Veld
    kolommen: tuple[tuple[str, Kolom], ...]
    eerder: bool


@dataclass(frozen=True)
class Veldplan:
    """One form definition, and which of its fields have a rule of their own (`Kader.dekking`)."""

    formulier: Formulier
    dekking: Mapping[str, tuple[Dekking | None, ...]]

    @cached_property
    def velden(self) -> Mapping[str, Veld]:
        """Field key → field, in printed order."""
        return {veld.sleutel: veld for veld in self.formulier.velden}

    @cached_property
    def kop(self) -> frozenset[str]:
        """The keys of the kop."""
        return frozenset(veld.sleutel for veld in self.formulier.kop)

    @cached_property
    def plichten(self) -> Plichten:
        """What has to be filled in; signatures are for R11."""
        alle = [self._plicht(plaats, veld) for plaats, veld in enumerate(self.velden.values())
                if veld.soort != "handtekening"]  # fmt: skip
        telt = [plicht for plicht in alle if plicht.zelf or plicht.kolommen or plicht.soms]
        enkel = {p.veld.sleutel: p for p in telt if p.tabel is None and p.veld.per_leefgebied != "ja"}
        samengesteld = tuple(plicht for plicht in telt if plicht.veld.sleutel not in enkel)
        return Plichten(enkel, frozenset(enkel), samengesteld)

    def _plicht(self, plaats: int, veld: Veld) -> Plicht:
        tabel = veld.soort == "tabel"
        zelf = veld.verplicht != "nee" and None not in self.dekkers(veld.sleutel)
        telt = [kolom for kolom in veld.kolommen if tabel and kolom.verplicht != "nee"
                and None not in self.dekkers(f"{veld.sleutel}.{kolom.sleutel}")]  # fmt: skip
        return Plicht(
            veld=veld,
            plaats=plaats,
            zelf=zelf,
            voorwaarde="" if veld.verplicht == "ja" else veld.verplicht,
            kolommen=tuple(kolom for kolom in telt if kolom.verplicht == "ja"),
            soms=tuple(kolom for kolom in telt if kolom.verplicht != "ja"),
            nvt_mag=veld.nvt_mag == "ja",
            tabel=_tabelplicht(veld, zelf, telt) if tabel else None,
        )

    @cached_property
    def meer_dan_tekst(self) -> Mapping[str, MeerDanTekst]:
        """Field key → a field of which the kind gives the value a meaning, or that of a column of it."""
        alle = (
            MeerDanTekst(
                veld,
                tuple((kolom.sleutel, kolom) for kolom in veld.kolommen if kolom.soort not in _TEKST),
                veld.soort == "handtekening"
                or "ja" in (veld.vandaag_of_eerder, *(kolom.vandaag_of_eerder for kolom in veld.kolommen)),
            )
            for veld in self.velden.values()
            if veld.soort not in _TEKST
        )
        return {deel.veld.sleutel: deel for deel in alle if deel.veld.soort != "tabel" or deel.kolommen}

    @cached_property
    def _plaatsen(self) -> Mapping[str, int]:
        return {sleutel: nr for nr, sleutel in enumerate(self.velden)}

    def volgorde(self, blad: Any) -> int:
        """Return by what places in the form (with their ``veld``) are put in printed order."""
        return self._plaatsen[blad.veld.sleutel]

    @cached_property
    def handtekeningen(self) -> tuple[Veld, ...]:
        """The signatures."""
        return tuple(veld for veld in self.velden.values() if veld.soort == "handtekening")

    @cached_property
    def gebieden(self) -> frozenset[str]:
        """The keys of the leefgebieden."""
        return frozenset(gebied.sleutel for gebied in self.formulier.leefgebieden)

    @cached_property
    def per_leefgebied(self) -> tuple[Veld, ...]:
        """The fields that ask their question for every leefgebied."""
        return tuple(veld for veld in self.velden.values() if veld.per_leefgebied == "ja")

    def dekkers(self, sleutel: str) -> tuple[Dekking | None, ...]:
        """Return when another rule than R01 or R02 minds that this is empty (None: always)."""
        eigen = self.dekking.get(f"{self.formulier.sleutel}.{sleutel}", ())
        return (*eigen, *self.dekking.get(f"*.{sleutel}", ()))


def _tabelplicht(veld: Veld, zelf: bool, kolommen: Sequence[Kolom]) -> Tabelplicht:
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    rijen = frozenset(rij.sleutel for rij in veld.rijen if rij.verplicht != "nee") if zelf and drager else frozenset()
    return Tabelplicht(max(1, veld.min_rijen) if zelf else 0, drager, rijen, tuple(k.sleutel for k in kolommen))
