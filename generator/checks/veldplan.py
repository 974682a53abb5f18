"""What rules want to know of a form definition, worked out once for all forms that were made with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.checks.regel import Dekking
from generator.model import Formulier, Kolom, Veld

_TEKST = ("kort", "lang", "voorgedrukt")


@dataclass(frozen=True, slots=True)
class Plicht:
    """A field that has to be filled in itself (``zelf``), has columns that have to be, or both.

    It is ``enkel`` when it holds one value: no table, and nothing per leefgebied.
    """

    veld: Veld
    zelf: bool
    kolommen: tuple[Kolom, ...]
    enkel: bool
    nvt_mag: bool


@dataclass(frozen=True, slots=True)
class MeerDanTekst:
    """A field of which the kind gives the value a meaning, and by key those of its columns."""

    veld: Veld
    kolommen: tuple[tuple[str, Kolom], ...]


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
    def verplicht(self) -> tuple[Plicht, ...]:
        """What always has to be filled in; signatures are for R11."""
        return self._plichten(voorwaardelijk=False)

    @cached_property
    def voorwaardelijk(self) -> tuple[Plicht, ...]:
        """What has to be filled in under a condition; signatures are for R11."""
        return self._plichten(voorwaardelijk=True)

    def _plichten(self, voorwaardelijk: bool) -> tuple[Plicht, ...]:
        def telt(deel: Veld | Kolom) -> bool:
            return deel.verplicht != "nee" and (deel.verplicht != "ja") is voorwaardelijk

        def plicht(veld: Veld) -> Plicht:
            tabel = veld.soort == "tabel"
            kolommen = tuple(filter(telt, veld.kolommen)) if tabel else ()
            return Plicht(veld, telt(veld), kolommen, not tabel and veld.per_leefgebied != "ja", veld.nvt_mag == "ja")

        alle = (plicht(veld) for veld in self.velden.values() if veld.soort != "handtekening")
        return tuple(deel for deel in alle if deel.zelf or deel.kolommen)

    @cached_property
    def meer_dan_tekst(self) -> Mapping[str, MeerDanTekst]:
        """Field key → a field of which the kind gives the value a meaning."""
        return {
            veld.sleutel: MeerDanTekst(veld, tuple((k.sleutel, k) for k in veld.kolommen if k.soort not in _TEKST))
            for veld in self.velden.values()
            if veld.soort not in _TEKST
        }

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
