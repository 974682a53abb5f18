"""Lifting a form of an earlier version to today's: the same keys stay, renamed ones move.

A form is judged by the questions it was made with, as far as they still exist; what the
answers are called is brought to today's keys, so that rules can compare forms of all versions.
Nothing is lost: an answer that has no place any more stays where it was, and no rule looks at it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from generator.formulier import opties_van, thema_opties
from generator.model import Formulier, Invulling, Kolom, Leefgebied, Optie, Rij, Veld, Vindplaats
from generator.veldsoorten import VELDSOORTEN, Omgeving, soort_van, vergelijkbaar
from generator.veldsoorten.keuze import zoek_optie

# Names that older or other forms use (domein.md 1.2); the organisation's own synonyms come first.
_SYNONIEMEN = {
    "wonen": ("huisvesting",),
    "sociaal": ("sociale relaties", "relaties", "sociaal functioneren"),
    "lichamelijk": ("lichamelijke gezondheid", "lichamelijk functioneren"),
    "psychisch": ("psychische gezondheid", "psychisch functioneren"),
    "werk": ("werk en activiteiten", "werk & activiteiten", "dagbesteding"),
}
_TEKST = frozenset(("kort", "lang"))
Namen = Mapping[str, str]


def namen_van(gebied: Leefgebied) -> set[str]:
    """Return the names that a leefgebied goes by, as they are compared."""
    eigen = (gebied.sleutel, gebied.naam, *gebied.synoniemen, *_SYNONIEMEN.get(gebied.sleutel, ()))
    return {vergelijkbaar(naam.replace("_", " ")) for naam in eigen}


@dataclass(frozen=True)
class Overgang:
    """From one version of a form (``toen``) to today's (``nu``); made once per version."""

    toen: Formulier
    nu: Formulier

    @cached_property
    def gebieden(self) -> Namen:
        """Leefgebied of then → its key now; those without a place now are left out."""
        bekend = {naam: gebied.sleutel for gebied in self.nu.leefgebieden for naam in namen_van(gebied)}
        zelfde = {gebied.sleutel for gebied in self.nu.leefgebieden}
        uit: dict[str, str] = {}
        for gebied in self.toen.leefgebieden:
            namen = (vergelijkbaar(naam.replace("_", " ")) for naam in (gebied.sleutel, gebied.naam))
            doel = gebied.sleutel if gebied.sleutel in zelfde else next(filter(None, map(bekend.get, namen)), None)
            if doel is not None:
                uit[gebied.sleutel] = doel
        return uit

    @cached_property
    def vervallen(self) -> frozenset[str]:
        """The leefgebieden of then that have no place now."""
        return frozenset(gebied.sleutel for gebied in self.toen.leefgebieden) - self.gebieden.keys()

    @cached_property
    def leefgebieden(self) -> tuple[Leefgebied, ...]:
        """The leefgebieden of then under today's keys; those that became one have today's name."""
        uit: list[Leefgebied] = []
        for gebied in self.nu.leefgebieden:
            van = [deel for deel in self.toen.leefgebieden if self.gebieden.get(deel.sleutel) == gebied.sleutel]
            if van:
                eerste = van[0] if len(van) == 1 else gebied
                themas = tuple(dict.fromkeys(thema for deel in van for thema in deel.themas))
                uit.append(replace(eerste, sleutel=gebied.sleutel, themas=themas))
        return tuple(uit)

    @cached_property
    def _paren(self) -> Mapping[str, tuple[Veld, Veld]]:
        nu = {veld.sleutel: veld for veld in self.nu.velden}
        return {veld.sleutel: (veld, nu[veld.sleutel]) for veld in self.toen.velden if veld.sleutel in nu}

    @cached_property
    def keuzes(self) -> Mapping[str, Namen]:
        """Field or column (``doelen.leefgebied``) → choice of then → its key now, for those that moved."""
        uit: dict[str, Namen] = {}
        for naam, (toen, nu) in self._paren.items():
            uit[naam] = self._verhuisd(toen, nu)
            kolommen = {kolom.sleutel: kolom for kolom in nu.kolommen}
            for kolom in (kolom for kolom in toen.kolommen if kolom.sleutel in kolommen):
                uit[f"{naam}.{kolom.sleutel}"] = self._verhuisd(kolom, kolommen[kolom.sleutel])
        return {naam: verhuisd for naam, verhuisd in uit.items() if verhuisd}

    def _verhuisd(self, toen: Veld | Kolom, nu: Veld | Kolom) -> Namen:
        blijft = {optie.sleutel for optie in nu.opties}
        uit: dict[str, str] = {}
        for optie in toen.opties:
            namen = (optie.label, optie.sleutel, optie.sleutel.replace("_", " "), *optie.synoniemen)
            doel = next(filter(None, (zoek_optie(naam, nu.opties) for naam in namen)), None)
            # Names that only older forms use are known of a leefgebied, not of its choice.
            doel = doel or self.gebieden.get(optie.sleutel)
            if optie.sleutel not in blijft and doel in blijft:
                uit[optie.sleutel] = doel
        return uit

    # -- what a form is judged by

    @cached_property
    def definitie(self) -> Formulier:
        """The form as it was, without what no longer exists, under today's keys."""
        secties = [replace(sectie, velden=self._velden(sectie.velden)) for sectie in self.toen.secties]
        return replace(
            self.nu,
            versie=self.toen.versie,
            kop=self._velden(self.toen.kop),
            secties=tuple(sectie for sectie in secties if sectie.velden),
            leefgebieden=self.leefgebieden,
        )

    def _velden(self, velden: Iterable[Veld]) -> tuple[Veld, ...]:
        paren = (self._paren[veld.sleutel] for veld in velden if veld.sleutel in self._paren)
        return tuple(self._veld(toen, nu) for toen, nu in paren if _vergelijkbaar(toen, nu))

    def _veld(self, toen: Veld, nu: Veld) -> Veld:
        naam = toen.sleutel
        nog = {kolom.sleutel: kolom for kolom in nu.kolommen}
        kolommen = [k for k in toen.kolommen if k.sleutel in nog and _zelfde_soort(k.soort, nog[k.sleutel].soort)]
        return replace(
            toen,
            verplicht=self._plicht(toen.verplicht),
            opties=self._opties(naam, toen.opties),
            kolommen=tuple(self._kolom(naam, kolom) for kolom in kolommen),
            rijen=self._rijen(toen, nu),
        )

    def _kolom(self, veld: str, kolom: Kolom) -> Kolom:
        naam = f"{veld}.{kolom.sleutel}"
        return replace(kolom, verplicht=self._plicht(kolom.verplicht, veld), opties=self._opties(naam, kolom.opties))

    def _opties(self, naam: str, opties: Sequence[Optie]) -> tuple[Optie, ...]:
        verhuisd = self.keuzes.get(naam, {})
        nieuw: dict[str, Optie] = {}
        for optie in opties:
            sleutel = verhuisd.get(optie.sleutel, optie.sleutel)
            nieuw.setdefault(sleutel, replace(optie, sleutel=sleutel))
        return tuple(nieuw.values())

    def _rijen(self, toen: Veld, nu: Veld) -> tuple[Rij, ...]:
        """Return the printed rows that still exist; nobody misses an answer in the others."""
        drager = next((kolom.sleutel for kolom in toen.kolommen if kolom.soort == "voorgedrukt"), "")
        verhuisd, nog = self.keuzes.get(f"{toen.sleutel}.{drager}", {}), {rij.sleutel for rij in nu.rijen}
        nieuw: dict[str, Rij] = {}
        for rij in toen.rijen:
            sleutel = verhuisd.get(rij.sleutel, rij.sleutel)
            if sleutel in nog:
                nieuw.setdefault(sleutel, replace(rij, sleutel=sleutel, verplicht=self._plicht(rij.verplicht)))
        return tuple(nieuw.values())

    def _plicht(self, plicht: str, veld: str = "") -> str:
        """Return a condition with today's keys for the choices that it compares."""
        if plicht in ("ja", "nee"):
            return plicht
        for naam, verhuisd in self.keuzes.items():
            kort = naam.removeprefix(f"{veld}.") if veld else naam
            for oud, nieuw in verhuisd.items():
                waarden = rf"(?<![\w.])({re.escape(kort)}\s*(?:=|!=|≠)\s*(?:[\w.]+\s*\|\s*)*){re.escape(oud)}(?![\w.])"
                plicht = re.sub(waarden, rf"\g<1>{nieuw}", plicht)
        return plicht

    # -- what a form says

    def til_op(self, deel: Invulling) -> Invulling:
        """Return a form with its answers under today's keys."""
        waarden = {naam: self._waarde(naam, waarde) for naam, waarde in deel.waarden.items()}
        weg = {self._blad(blad): blad for blad in deel.niet_gevonden}
        return replace(
            deel,
            waarden=waarden,
            antwoorden=tuple(
                a._replace(sleutel=self._blad(a.sleutel), vindplaats=self._plek(a.vindplaats)) for a in deel.antwoorden
            ),
            meldingen=tuple(replace(m, vindplaats=self._plek(m.vindplaats)) for m in deel.meldingen),
            # Of what became one, one that was found is enough.
            niet_gevonden=tuple(nu for nu, toen in weg.items() if nu == toen or not _is_er(waarden, nu)),
        )

    def _plek(self, plek: Vindplaats) -> Vindplaats:
        return plek._replace(veld=self._blad(plek.veld))

    def _blad(self, sleutel: str) -> str:
        """Return what a leaf is called now: ``lg_goed.wonen`` for ``lg_goed.huis``."""
        naam, _, rest = sleutel.partition(".")
        if not rest or naam not in self._paren:
            return sleutel
        toen = self._paren[naam][0]
        if toen.per_leefgebied == "ja":
            oud, _, keuze = rest.partition(".")
            gebied = self.gebieden.get(oud, oud)
            nieuw = self._themas(toen, oud).get(keuze, keuze)
            return ".".join(filter(None, (naam, gebied, nieuw)))
        return f"{naam}.{self.keuzes.get(naam, {}).get(rest, rest)}"

    def _waarde(self, naam: str, waarde: Any) -> Any:
        if naam not in self._paren:
            return waarde
        toen, nu = self._paren[naam]
        if toen.per_leefgebied == "ja" and isinstance(waarde, Mapping):
            return self._per_gebied(toen, waarde)
        if toen.soort == "tabel" and isinstance(waarde, (tuple, list)):
            return tuple(self._rij(toen, rij) if isinstance(rij, Mapping) else rij for rij in waarde)
        if not _vergelijkbaar(toen, nu) and "tabel" not in (toen.soort, nu.soort) and nu.per_leefgebied == "nee":
            tekst = VELDSOORTEN[toen.soort].toon(waarde, Omgeving(toen.opties))
            return soort_van(nu).parse(tekst, Omgeving(nu.opties))
        return _hernoemd(waarde, self.keuzes.get(naam, {}))

    def _rij(self, veld: Veld, rij: Mapping[str, Any]) -> dict[str, Any]:
        return {kolom: _hernoemd(cel, self.keuzes.get(f"{veld.sleutel}.{kolom}", {})) for kolom, cel in rij.items()}

    def _per_gebied(self, veld: Veld, waarden: Mapping[str, Any]) -> dict[str, Any]:
        uit: dict[str, Any] = {}
        verhuisd = self.keuzes.get(veld.sleutel, {})
        for oud, ruw in waarden.items():
            waarde = _hernoemd(ruw, {**verhuisd, **self._themas(veld, oud)})
            doel = self.gebieden.get(oud, oud)
            if doel not in uit:
                uit[doel] = waarde
            elif (samen := _samen(uit[doel], waarde, veld.soort in _TEKST)) is not None:
                uit[doel] = samen
            else:
                uit[oud] = waarde
        return uit

    def _themas(self, veld: Veld, oud: str) -> Namen:
        """Return theme → its number now: themes are counted, and those of two leefgebieden count on."""
        vroeger = next((gebied for gebied in self.toen.leefgebieden if gebied.sleutel == oud), None)
        gebied = next((g for g in self.leefgebieden if g.sleutel == self.gebieden.get(oud)), None)
        if veld.opties_uit != "themas" or vroeger is None or gebied is None:
            return {}
        nummers = {optie.label: optie.sleutel for optie in thema_opties(gebied)}
        return {optie.sleutel: nummers[optie.label] for optie in opties_van(veld, vroeger)}


def _zelfde_soort(toen: str, nu: str) -> bool:
    return toen == nu or {toen, nu} <= _TEKST


def _vergelijkbaar(toen: Veld, nu: Veld) -> bool:
    """True when a question still asks for the same kind of answer."""
    return _zelfde_soort(toen.soort, nu.soort) and toen.per_leefgebied == nu.per_leefgebied


def _hernoemd(waarde: Any, verhuisd: Namen) -> Any:
    if isinstance(waarde, str):
        return verhuisd.get(waarde, waarde)
    if isinstance(waarde, tuple) and verhuisd:
        return tuple(dict.fromkeys(verhuisd.get(deel, deel) for deel in waarde))
    return waarde


def _samen(een: Any, ander: Any, tekst: bool) -> Any:
    """Return two answers as one; None when they can't be."""
    if een == ander:
        return een
    if tekst and isinstance(een, str) and isinstance(ander, str):
        return f"{een}\n{ander}"
    if isinstance(een, tuple) and isinstance(ander, tuple):
        return tuple(dict.fromkeys((*een, *ander)))
    return None


def _is_er(waarden: Mapping[str, Any], blad: str) -> bool:
    """True when a leaf of a leefgebied has an answer."""
    naam, _, rest = blad.partition(".")
    waarde = waarden.get(naam)
    return bool(rest) and isinstance(waarde, Mapping) and waarde.get(rest.partition(".")[0]) is not None
