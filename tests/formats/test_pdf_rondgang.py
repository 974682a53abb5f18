"""What is filled in comes back from a PDF: ``lees(vul(x)) == x``, for every form and every answer."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from invullen import CYCLUS, DOSSIER, aantal_bladen, codes, velden_bij, volle_antwoorden
from pdfhulp import ALLE, blanco, formulier, lees, maak_formulier, model_van, passend, vol, vul
from strategieen import antwoorden
from test_rondgang import buiten_de_grenzen, regelmatig

from generator.formats.identiteit import lees_regel
from generator.formats.pdf.formaat import heeft_antwoorden, herken
from generator.formulier import definities
from generator.model import Onleesbaar
from generator.veldsoorten import normaliseer_antwoorden

GROOTSTE_BLANCO = 160_000


def test_elk_formulier_gaat_rond() -> None:
    assert sorted(ALLE) == sorted(definities())
    assert len(ALLE) == 34


@pytest.mark.parametrize("sleutel", ALLE)
def test_leeg_formulier_is_leeg(sleutel: str) -> None:
    gelezen = lees(sleutel, blanco(sleutel))
    assert gelezen.waarden == {}
    assert gelezen.niet_gevonden == ()
    assert codes(gelezen) == []
    assert dict(gelezen.routes) == {"tag": aantal_bladen(formulier(sleutel), {})}
    assert (gelezen.formulier, gelezen.dossier, gelezen.cyclus) == (sleutel, "", None)
    assert not heeft_antwoorden(blanco(sleutel))
    assert len(blanco(sleutel)) <= GROOTSTE_BLANCO


@pytest.mark.parametrize("sleutel", ALLE)
def test_alles_gevuld(sleutel: str) -> None:
    waarden = volle_antwoorden(formulier(sleutel))
    gelezen = lees(sleutel, vol(sleutel))
    assert gelezen.waarden == waarden
    assert list(gelezen.waarden) == list(waarden)
    assert codes(gelezen) == []
    assert gelezen.niet_gevonden == ()
    assert dict(gelezen.routes) == {"tag": aantal_bladen(formulier(sleutel), waarden)}
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)
    assert heeft_antwoorden(vol(sleutel))


@pytest.mark.parametrize("sleutel", ALLE)
def test_elk_antwoord_weet_waar_het_staat(sleutel: str) -> None:
    gelezen = lees(sleutel, vol(sleutel))
    plekken = {antwoord.sleutel: antwoord.vindplaats for antwoord in gelezen.antwoorden}
    assert len(plekken) == len(gelezen.antwoorden)
    assert {plek.formaat for plek in plekken.values()} == {"pdf"}
    assert {plek.formulier for plek in plekken.values()} == {sleutel}
    assert [naam for naam, plek in plekken.items() if not plek.plek or plek.veld != naam] == []


@pytest.mark.parametrize("sleutel", ALLE)
def test_rondgang(sleutel: str) -> None:
    deel = formulier(sleutel)

    @settings(max_examples=5)
    @given(ruw=antwoorden(deel))
    def komt_terug(ruw: dict[str, Any]) -> None:
        waarden = regelmatig(deel, passend(deel, ruw))
        gelezen = lees(sleutel, vul(sleutel, waarden))
        assert gelezen.waarden == waarden
        assert list(gelezen.waarden) == list(waarden)
        assert gelezen.niet_gevonden == ()
        assert codes(gelezen) == ["L18"] * len(buiten_de_grenzen(deel, waarden))
        assert velden_bij(gelezen, "L18") == buiten_de_grenzen(deel, waarden)
        assert dict(gelezen.routes) == {"tag": aantal_bladen(deel, waarden)}

    komt_terug()


def test_onleesbaar_komt_terug_zoals_getypt() -> None:
    plan = formulier("begeleidingsplan")
    ruw = {
        "plan_datum": "31-02-2026",
        "plan_versie": "anderhalf",
        "doelen": [{"doel_nr": "1.000", "prioriteit": "een beetje", "streefdatum": "komend voorjaar"}],
        "handtekening_client": {"naam": "Bo", "datum": "6-3-26", "getekend": "misschien"},
    }
    waarden, fouten = normaliseer_antwoorden(plan, ruw)
    assert fouten == ()
    gelezen = lees("begeleidingsplan", vul("begeleidingsplan", waarden))
    assert gelezen.waarden == waarden
    assert gelezen.waarden["plan_datum"] == Onleesbaar("31-02-2026", "die datum bestaat niet")
    assert codes(gelezen) == ["L04", "L04", "L13", "L13"]


# -- more rows than there are on paper


@pytest.mark.parametrize("sleutel", ["begeleidingsplan", "intake", "evaluatie", "wijzigingslog", "checklist_uitstroom"])
def test_meer_rijen_dan_er_op_papier_staan(sleutel: str) -> None:
    deel = formulier(sleutel)
    tabellen = {
        veld.sleutel: [
            {kolom.sleutel: f"{kolom.sleutel} {nr}" for kolom in veld.kolommen if kolom.soort in ("kort", "lang")}
            for nr in range(veld.reserve + 3)
        ]
        for veld in deel.velden
        if veld.soort == "tabel"
    }
    waarden = regelmatig(deel, tabellen)
    assert waarden
    gelezen = lees(sleutel, vul(sleutel, waarden, DOSSIER, CYCLUS))
    assert gelezen.waarden == waarden
    assert codes(gelezen) == []
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)


def test_twaalf_doelen_in_een_evaluatie() -> None:
    deel = formulier("begeleidingsplan")
    waarden = regelmatig(deel, {"doelen": [{"doel_nr": nr, "doel": f"Doel {nr}"} for nr in range(1, 13)]})
    gelezen = lees("begeleidingsplan", vul("begeleidingsplan", waarden))
    assert [rij["doel_nr"] for rij in gelezen.rijen("doelen")] == list(range(1, 13))


# -- the same every time


def test_zelfde_invoer_geeft_zelfde_bytes() -> None:
    nog_eens = maak_formulier(formulier("exit"), model_van("exit").inrichting)
    assert nog_eens == blanco("exit")
    waarden = volle_antwoorden(formulier("exit"))
    assert vul("exit", waarden, DOSSIER, CYCLUS) == vul("exit", waarden, DOSSIER, CYCLUS)


# -- identity


@pytest.mark.parametrize("sleutel", ALLE)
def test_herkenning_is_overal_gelijk(sleutel: str) -> None:
    from pdfhulp import open_, veld

    with open_(vul(sleutel, {}, "D-7", 3)) as pdf:
        regels = [str(veld(pdf, naam).V) for naam in ("_formulier", "_voetregel")]
        regels.append(str(pdf.docinfo["/Subject"]))
    lezingen = [lees_regel(regel) for regel in regels]
    assert all(lezing is not None and lezing.klopt for lezing in lezingen)
    (wie,) = {lezing.identiteit for lezing in lezingen if lezing}
    assert (wie.formulier, wie.dossier, wie.cyclus) == (sleutel, "D-7", "3")
    assert wie.organisatie == model_van(sleutel).inrichting.organisatie.naam
    assert herken(vul(sleutel, {}, "D-7", 3)).identiteit == wie
