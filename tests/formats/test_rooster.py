"""Every kind of field in every format: it has a place, gives back what is in it, stays empty, and may get lost.

One made-up form holds all kinds, so that no cell of the grid kind × format depends on what the definitions of the
day happen to ask.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from drukkerij import Drukkerij, organisatie

from generator.formats import FORMATEN, Formaatnaam, Lezer, formaat_met
from generator.formats.bladen import bladen_van
from generator.model import (
    Formulier,
    Invulling,
    Kolom,
    Kolomsoortnaam,
    Onleesbaar,
    Optie,
    Rij,
    Sectie,
    Veld,
    Veldsoortnaam,
)
from generator.veldsoorten import normaliseer_antwoorden

OPTIES = (Optie(sleutel="vaak", label="Heel vaak"), Optie(sleutel="soms", label="Soms"),
          Optie(sleutel="nooit", label="Nooit"))  # fmt: skip
ENKEL = ("kort", "lang", "datum", "getal", "keuze", "ja_nee")


def _veld(soort: Any, sleutel: str, **anders: Any) -> Veld:
    opties = OPTIES if soort in ("keuze", "meerkeuze") else ()
    return Veld(sleutel=sleutel, soort=soort, label=f"Vraag over {sleutel.replace('_', ' ')}", opties=opties, **anders)


def _kolom(soort: Any, tabel: str) -> Kolom:
    opties = OPTIES if soort == "keuze" else ()
    return Kolom(sleutel=f"k_{soort}", soort=soort, label=f"Kolom {soort} bij {tabel}", opties=opties)


def _tabel(soort: str) -> Veld:
    """A table with a column of a kind, and one beside it."""
    ander = "lang" if soort == "kort" else "kort"
    return _veld("tabel", f"tabel_{soort}", reserve=2, kolommen=(_kolom(soort, soort), _kolom(ander, soort)))


# Row of the grid → the field.
VELDEN: Mapping[str, Veld] = {
    **{soort: _veld(soort, f"los_{soort}") for soort in (*ENKEL, "meerkeuze", "handtekening")},
    **{f"{soort} per leefgebied": _veld(soort, f"lg_{soort}", per_leefgebied="ja") for soort in (*ENKEL, "meerkeuze")},
    **{f"{soort} in een tabel": _tabel(soort) for soort in ENKEL},
    "voorgedrukt in een tabel": _veld(
        "tabel",
        "tabel_voorgedrukt",
        reserve=1,
        kolommen=tuple(_kolom(soort, "voorgedrukt") for soort in ("voorgedrukt", "ja_nee", "lang")),
        rijen=(Rij(sleutel="sleutels", tekst="Sleutels ingeleverd"), Rij(sleutel="kamer", tekst="Kamer leeg")),
    ),
}
WAARDEN: Mapping[str, Any] = {
    "kort": 'één & <twee> "drie" Łódź',
    "lang": "eerste regel\ntweede regel",
    "datum": date(2026, 3, 2),
    "getal": -1_234.5,
    "keuze": "soms",
    "ja_nee": "nee",
    "meerkeuze": ("vaak", "nooit"),
    "handtekening": {"naam": "Bo Voorbeeld", "datum": date(2026, 3, 2), "getekend": "ja"},
}
# What a person can type where it doesn't belong.
ONLEESBAAR: Mapping[str, str] = {
    "datum": "31-02-2026",
    "getal": "anderhalf",
    "keuze": "een beetje",
    "ja_nee": "misschien",
}


def _antwoord(naam: str, per_soort: Mapping[str, Any] = WAARDEN) -> Any:
    """Return an answer to a row of the grid: for two leefgebieden, or in two rows."""
    soort, _, waar = naam.partition(" ")
    if waar == "per leefgebied":
        return {gebied.sleutel: per_soort[soort] for gebied in rooster().leefgebieden[:2]}
    if soort == "voorgedrukt":
        return ({"k_voorgedrukt": "kamer", "k_ja_nee": "ja"}, {"k_voorgedrukt": "Eigen ding", "k_lang": "twee\nregels"})
    if waar == "in een tabel":
        ander = "k_lang" if soort == "kort" else "k_kort"
        return ({f"k_{soort}": per_soort[soort]}, {f"k_{soort}": per_soort[soort], ander: "ernaast"})
    return per_soort[soort]


@cache
def rooster(zonder: str = "") -> Formulier:
    """Return the form with every kind of field, or all but one."""
    bron = organisatie("opvang2004")[1]["leefgebiedenwijzer"]
    velden = tuple(veld for naam, veld in VELDEN.items() if naam != zonder)
    return replace(bron, titel="Rooster", secties=(Sectie(sleutel="alles", titel="Alles", velden=velden),))


class Blad:
    """The form in one format."""

    def __init__(self, naam: Formaatnaam, drukkerij: Drukkerij) -> None:
        self.leeg = drukkerij.maak(naam, rooster())
        self._naam, self._drukkerij = naam, drukkerij
        self._vuller = formaat_met(naam).maak_vuller(self.leeg, rooster())
        self._lezer = Lezer({rooster().sleutel: rooster()})

    def vul(self, **ruw: Any) -> tuple[Mapping[str, Any], Invulling]:
        """Return what the answers mean, and what is read back."""
        waarden, fouten = normaliseer_antwoorden(rooster(), ruw)
        assert fouten == ()
        return waarden, self.lees(self._vuller.vul(waarden))

    def lees(self, inhoud: bytes) -> Invulling:
        bestand = self._lezer.lees_inhoud(Path("terug"), inhoud)
        assert bestand.invulling is not None, bestand.reden
        return bestand.invulling

    def zonder(self, naam: str) -> Invulling:
        """Return what is read from a form out of which somebody took a question."""
        return self.lees(self._drukkerij.maak(self._naam, rooster(zonder=naam)))


@pytest.fixture(scope="module", params=FORMATEN)
def blad(request: pytest.FixtureRequest, drukkerij: Drukkerij) -> Blad:
    return Blad(request.param, drukkerij)


RIJEN = pytest.mark.parametrize("naam", VELDEN)


def test_het_rooster_heeft_elke_soort() -> None:
    assert {veld.soort for veld in VELDEN.values()} == {*get_args(Veldsoortnaam)}
    assert {kolom.soort for veld in VELDEN.values() for kolom in veld.kolommen} == {*get_args(Kolomsoortnaam)}
    assert {veld.soort for veld in VELDEN.values() if veld.per_leefgebied == "ja"} == {*get_args(Veldsoortnaam)} - {
        "handtekening", "tabel"}  # fmt: skip


def test_leeg_is_leeg_en_niet_weg(blad: Blad) -> None:
    gelezen = blad.lees(blad.leeg)
    assert (gelezen.waarden, gelezen.niet_gevonden, gelezen.meldingen) == ({}, (), ())


@RIJEN
def test_gevuld_komt_terug(blad: Blad, naam: str) -> None:
    waarden, gelezen = blad.vul(**{VELDEN[naam].sleutel: _antwoord(naam)})
    assert waarden
    assert gelezen.waarden == waarden
    assert (gelezen.niet_gevonden, gelezen.meldingen) == ((), ())


def test_alles_tegelijk_komt_terug(blad: Blad) -> None:
    waarden, gelezen = blad.vul(**{veld.sleutel: _antwoord(naam) for naam, veld in VELDEN.items()})
    assert len(waarden) == len(VELDEN)
    assert gelezen.waarden == waarden
    assert list(gelezen.waarden) == list(waarden)
    assert (gelezen.niet_gevonden, gelezen.meldingen) == ((), ())


@pytest.mark.parametrize("naam", [naam for naam in VELDEN if naam.partition(" ")[0] in ONLEESBAAR])
def test_onleesbaar_blijft_zoals_getypt(blad: Blad, naam: str) -> None:
    waarden, gelezen = blad.vul(**{VELDEN[naam].sleutel: _antwoord(naam, ONLEESBAAR)})
    assert gelezen.waarden == waarden
    assert ONLEESBAAR[naam.partition(" ")[0]] in _onleesbare(gelezen.waarden)
    assert gelezen.niet_gevonden == ()


def _onleesbare(waarde: Any) -> list[str]:
    """Return what was typed that can't be understood."""
    if isinstance(waarde, Onleesbaar):
        return [waarde.ruw]
    delen = waarde.values() if isinstance(waarde, Mapping) else waarde if isinstance(waarde, tuple) else ()
    return [tekst for deel in delen for tekst in _onleesbare(deel)]


def test_een_handtekening_die_onleesbaar_is(blad: Blad) -> None:
    waarden, gelezen = blad.vul(los_handtekening={"naam": "Bo", "datum": "6-3-26", "getekend": "misschien"})
    assert gelezen.waarden == waarden
    assert _onleesbare(gelezen.waarden) == ["6-3-26", "misschien"]


@RIJEN
def test_weg_is_niet_leeg(blad: Blad, naam: str) -> None:
    veld = VELDEN[naam]
    gelezen = blad.zonder(naam)
    assert gelezen.waarden == {}
    assert set(gelezen.niet_gevonden) == _plekken(veld)
    assert {melding.code for melding in gelezen.meldingen} == {"L09"}
    assert {melding.vindplaats.veld for melding in gelezen.meldingen} == {veld.sleutel}


def _plekken(veld: Veld) -> set[str]:
    """Return how what is lost with a field is called: its leaves; of boxes and rows what they stand under."""
    if veld.soort == "tabel":
        return {veld.sleutel}
    bladen = bladen_van(veld, rooster())
    return {blad.sleutel.rpartition(".")[0] if blad.soort == "vakje" else blad.sleutel for blad in bladen}
