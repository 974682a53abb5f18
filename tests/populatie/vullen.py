"""Fills a form from its tailored definition: what it asks for is filled, whatever fields it has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from random import Random
from typing import Any

from generator.formulier import opties_van
from generator.kalender import leeftijd_op
from generator.model import Formulier, Kolom, Rij, Veld
from generator.voorwaarde import Opzoeker, Voorwaarde, is_niets, lees_voorwaarde
from populatie.model import Model
from populatie.woorden import over, zin

LEEG: Any = None
_VRIJ = 0.3
# Optional, and yet they mean something: the dossier fills these itself, or leaves them empty.
_EIGEN = {"afwijking_reden", "afwijking_teamleider", "wijzigingen", "client_naam", "ingevuld_door", "bestemming"}


class Vulling:
    """One form being filled: answers given by hand first, then what the definition asks for."""

    def __init__(self, model: Model, sleutel: str, vast: Mapping[str, Any], rng: Random, dag: date, wie: str) -> None:
        self.model, self.formulier, self.rng, self.dag, self.wie = model, model.formulieren[sleutel], rng, dag, wie
        velden = _velden(self.formulier)
        onbekend = set(vast) - set(velden)
        # What an organisation doesn't ask, nobody fills in; a field that no organisation has is a mistake here.
        self.antwoorden = {naam: waarde for naam, waarde in vast.items() if naam not in onbekend}
        self.geboren = vast.get("geboortedatum")

    def vul(self) -> dict[str, Any]:
        """Return the answers; a second round is for conditions on fields further down."""
        for _ in range(2):
            for veld in self.formulier.velden:
                if veld.sleutel not in self.antwoorden and self._moet(veld.verplicht):
                    self.antwoorden[veld.sleutel] = self._waarde(veld)
        for veld in self.formulier.velden:
            vrij = veld.verplicht == "nee" and veld.soort in ("kort", "lang") and veld.sleutel not in _EIGEN
            if vrij and veld.sleutel not in self.antwoorden and self.rng.random() < _VRIJ:
                self.antwoorden[veld.sleutel] = self._vrij(veld)
        for veld in self.formulier.velden:
            if veld.soort == "tabel" and not is_niets(self.antwoorden.get(veld.sleutel)):
                self.antwoorden[veld.sleutel] = [self._rij(veld, rij) for rij in self.antwoorden[veld.sleutel]]
        return {naam: waarde for naam, waarde in self.antwoorden.items() if waarde is not LEEG}

    def _vrij(self, veld: Veld) -> Any:
        """Return an answer to a question that nobody has to answer: of areas only those that are spoken of already."""
        if veld.per_leefgebied == "nee":
            return self._enkel(veld, "")
        beschreven = [v for v in self.antwoorden.values() if isinstance(v, dict) and set(v) <= set(self.model.gebieden)]
        return {g: self._enkel(veld, g) for g in beschreven[0]} if beschreven else LEEG

    def _moet(self, plicht: str, rij: Mapping[str, Any] | None = None, gebied: str = "") -> bool:
        if plicht in ("ja", "nee"):
            return plicht == "ja"
        return _voorwaarde(plicht).geldt(self._zoek(rij, gebied))

    def _zoek(self, rij: Mapping[str, Any] | None, gebied: str) -> Opzoeker:
        def naar(naam: str) -> Any:
            if rij is not None and naam in rij:
                return rij[naam]
            if naam == "leeftijd":
                return leeftijd_op(self.geboren, self.dag) if self.geboren else None
            if naam not in _velden(self.formulier):
                return self.model.buiten(naam)
            waarde = self.antwoorden.get(naam)
            return waarde.get(gebied) if gebied and isinstance(waarde, Mapping) else waarde

        return naar

    def _waarde(self, veld: Veld) -> Any:
        if veld.soort == "tabel":
            return self._rijen(veld)
        if veld.soort == "handtekening":
            return {"naam": self.wie, "datum": self.dag, "getekend": "ja"}
        if veld.per_leefgebied == "ja":
            return {g: self._enkel(veld, g) for g in self.model.gebieden if self._moet(veld.verplicht, gebied=g)}
        return self._enkel(veld, "")

    def _enkel(self, veld: Veld | Kolom, gebied: str) -> Any:
        if veld.soort == "datum":
            return self.dag
        if veld.soort == "getal":
            return int(getattr(veld, "minimum", None) or 1)
        if veld.soort in ("keuze", "ja_nee", "meerkeuze"):
            opties = [optie.sleutel for optie in opties_van(veld) if optie.sleutel]
            return opties[:2] if veld.soort == "meerkeuze" else opties[0]
        return over(self.rng, veld.sleutel, gebied) if gebied else zin(self.rng)

    def _rijen(self, veld: Veld) -> list[dict[str, Any]]:
        drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
        if drager is None:
            return [{} for _ in range(max(veld.min_rijen, 1))]
        return [{drager: rij.sleutel, **rij.vooraf} for rij in veld.rijen if self._rij_moet(rij)]

    def _rij_moet(self, rij: Rij) -> bool:
        return rij.verplicht != "nee" and self._moet(rij.verplicht)

    def _rij(self, veld: Veld, rij: Mapping[str, Any]) -> dict[str, Any]:
        """Return a row in which every column that is asked for is filled; a column given as LEEG stays empty."""
        heel = dict(rij)
        for kolom in veld.kolommen:
            if kolom.sleutel not in heel and kolom.soort != "voorgedrukt" and self._moet(kolom.verplicht, heel):
                heel[kolom.sleutel] = self._enkel(kolom, "")
        return {naam: waarde for naam, waarde in heel.items() if waarde is not LEEG}


@cache
def _voorwaarde(plicht: str) -> Voorwaarde:
    return lees_voorwaarde(plicht)


_VELDEN: dict[int, tuple[Formulier, dict[str, Veld]]] = {}


def _velden(formulier: Formulier) -> dict[str, Veld]:
    """Return the fields by key, remembered per form."""
    if id(formulier) not in _VELDEN:
        _VELDEN[id(formulier)] = (formulier, {veld.sleutel: veld for veld in formulier.velden})
    return _VELDEN[id(formulier)][1]
