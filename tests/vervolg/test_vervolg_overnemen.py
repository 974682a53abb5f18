"""What goes along, for any dossier: exactly what was known, never what was only true of one moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from populatie.agenda import ROUTES, stadia_van
from populatie.dossier import maak_dossier, past
from populatie.model import MODELLEN, Geval, bestanden_van, kader_van, model_van

from generator.checks import controleer
from generator.checks.uitvoeren import maak_kader
from generator.dossier import hoofddatum
from generator.formats import Lezer
from generator.formats.word import Vuller, maak_formulier
from generator.inrichting import ingevuld
from generator.model import Aanpassing, Bestand, Formulier, Invulling, Onleesbaar, Veld
from generator.veldsoorten import is_leeg
from generator.verloop import EVAL, INTAKE, PB, PLAN
from generator.vervolg.beeld import Beeld
from generator.vervolg.overnemen import Voorvuller, Voorvulling
from generator.vervolg.volgorde import Volgend, adviseer

PLEKKEN = [(model, route, stadium) for model in MODELLEN for route in ROUTES if past(model, route)
           for stadium in stadia_van(route)]  # fmt: skip


def beeld_van(geval: Geval, bestanden: list[Bestand] | None = None) -> Beeld:
    model = model_van(geval.model)
    bestanden = bestanden_van(geval) if bestanden is None else bestanden
    rapport = controleer(bestanden, model.inrichting, geval.peildatum, formulieren=model.formulieren)
    return Beeld(kader_van(geval.model, geval.peildatum), rapport.dossiers[0])


def vervolgen(beeld: Beeld) -> Iterator[tuple[Volgend, Formulier, Voorvulling]]:
    for volgend in adviseer(beeld).volgend:
        formulier = beeld.kader.formulieren[volgend.formulier]
        yield volgend, formulier, Voorvuller(beeld.kader).vul_voor(beeld, volgend)


@cache
def vuller(model: str, sleutel: str) -> Vuller:
    soort = model_van(model)
    return Vuller(maak_formulier(soort.formulieren[sleutel], ingevuld(soort.inrichting)), soort.formulieren[sleutel])


def terug(model: str, volgend: Volgend, voor: Voorvulling) -> Invulling:
    inhoud = vuller(model, volgend.formulier).vul(
        voor.waarden, voor.waarden["dossier_nr"], volgend.cyclus or None, voor.merken
    )
    gelezen = Lezer(model_van(model).formulieren).lees_inhoud(Path("terug.docx"), inhoud).invulling
    assert gelezen is not None
    return gelezen


# --------------------------------------------------------------------------
# Over any dossier


@given(plek=st.sampled_from(PLEKKEN), zaad=st.integers(0, 10_000))
def test_terug_komt_precies_wat_meeging(plek: tuple[str, str, str], zaad: int) -> None:
    model, route, stadium = plek
    for volgend, _, voor in vervolgen(beeld_van(maak_dossier(model, zaad, stadium, route))):
        gelezen = terug(model, volgend, voor)
        assert gelezen.waarden == voor.waarden
        assert gelezen.meldingen == ()
        assert gelezen.niet_gevonden == ()
        assert set(gelezen.routes) == {"tag"}
        assert (gelezen.formulier, gelezen.cyclus) == (volgend.formulier, volgend.cyclus or None)


@given(plek=st.sampled_from(PLEKKEN), zaad=st.integers(0, 10_000))
def test_nooit_gaat_mee_wat_van_een_moment_is(plek: tuple[str, str, str], zaad: int) -> None:
    model, route, stadium = plek
    for _, formulier, voor in vervolgen(beeld_van(maak_dossier(model, zaad, stadium, route))):
        velden = {veld.sleutel: veld for veld in formulier.velden}
        gezien = {velden[naam].soort for naam in voor.waarden if naam != "geboortedatum"}
        assert not gezien & {"datum", "ja_nee", "handtekening"}
        assert not {"datum_ingevuld", "ingevuld_door", "ingevuld_rol", "besluit", "voorstel"} & voor.waarden.keys()
        assert not [naam for naam in voor.waarden if velden[naam].opties_uit == "besluiten"]
        for naam in voor.waarden:
            soorten = {kolom.sleutel: kolom.soort for kolom in velden[naam].kolommen}
            rijen = voor.waarden[naam] if soorten else ()
            assert not {soorten[cel] for rij in rijen for cel in rij if cel != "geldig_tot"} & {"datum", "ja_nee"}


@given(plek=st.sampled_from(PLEKKEN), zaad=st.integers(0, 10_000))
def test_alles_wat_meegaat_staat_al_in_het_dossier(plek: tuple[str, str, str], zaad: int) -> None:
    """Nothing is made up: every text of a prefilled form stands in a form of the dossier."""
    model, route, stadium = plek
    beeld = beeld_van(maak_dossier(model, zaad, stadium, route))
    bekend = {tekst for deel in beeld.delen for tekst in teksten(deel.waarden)}
    afgeleid = {"dossier_nr", "doel_nr", "sp_rie_nr", "risico_kort", "krachten_netwerk"}
    for _, _, voor in vervolgen(beeld):
        hier = {naam: waarde for naam, waarde in voor.waarden.items() if naam not in afgeleid}
        assert set(teksten(hier)) <= bekend


def teksten(waarde: Any) -> Iterator[str]:
    if isinstance(waarde, Mapping):
        for deel in waarde.values():
            yield from teksten(deel)
    elif isinstance(waarde, (tuple, list)):
        for deel in waarde:
            yield from teksten(deel)
    elif isinstance(waarde, str):
        yield waarde


@given(plek=st.sampled_from(PLEKKEN), zaad=st.integers(0, 10_000))
def test_onaangeroerd_telt_een_formulier_nergens_voor(plek: tuple[str, str, str], zaad: int) -> None:
    """Put back without anyone looking, a prefilled form changes nothing in what comes next: it has no date yet."""
    geval = maak_dossier(*(plek[0], zaad, plek[2], plek[1]))
    voor_het_eerst = beeld_van(geval)
    terug_erbij = bestanden_van(geval)
    gemaakt = list(vervolgen(voor_het_eerst))
    for volgend, formulier, voor in gemaakt:
        invulling = Invulling(
            formulier=volgend.formulier, versie=formulier.versie, dossier=geval.nummer, cyclus=volgend.cyclus or None,
            organisatie=model_van(geval.model).inrichting.organisatie.naam, bestand="terug.docx", formaat="word",
            waarden=voor.waarden)  # fmt: skip
        assert hoofddatum(invulling) is None
        terug_erbij.append(Bestand(pad="terug.docx", status="gelezen", formaat="word", invulling=invulling))
    opnieuw = adviseer(beeld_van(geval, terug_erbij))
    eerder = {(v.formulier, v.cyclus) for v, _, _ in gemaakt}
    assert {(v.formulier, v.cyclus) for v in opnieuw.volgend} <= eerder


# --------------------------------------------------------------------------
# Each starting model


@pytest.mark.parametrize("model", MODELLEN)
def test_elk_uitgangsmodel_heeft_een_vervolg(model: str) -> None:
    beeld = beeld_van(maak_dossier(model, "x", "analyse", "gewoon"))
    gevonden = {volgend.formulier: voor for volgend, _, voor in vervolgen(beeld)}
    assert PLAN in gevonden
    assert gevonden[PLAN].aantal > 12
    assert set(gevonden) <= set(model_van(model).formulieren)


def test_risicos_worden_afspraken_in_het_plan() -> None:
    beeld = beeld_van(maak_dossier("leefhuis2022", "x", "analyse", "gewoon"))
    (rie,) = beeld.van("rie")
    gevonden = {volgend.formulier: voor for volgend, _, voor in vervolgen(beeld)}
    nog = [rij for rij in rie.rijen("risicos") if rij["nog_aanwezig"] == "ja"]
    assert nog
    assert [rij["rie_nr"] for rij in gevonden[PLAN].waarden["afspraken"]] == [rij["nr"] for rij in nog]
    assert [rij["afspraak"] for rij in gevonden[PLAN].waarden["afspraken"]] == [rij["maatregel"] for rij in nog]
    assert gevonden["signaleringsplan"].waarden["sp_rie_nr"]
    assert nog[0]["risico"] in gevonden["deelnemerskaart"].waarden["risico_kort"]
    assert gevonden["deelnemerskaart"].waarden["kaart_mentor"] == beeld.van(INTAKE)[0].waarde("mentor")


def test_een_risico_waarvan_niet_te_lezen_is_of_het_er_nog_is_wordt_genoemd() -> None:
    geval = maak_dossier("leefhuis2022", "x", "analyse", "gewoon")
    rijen = beeld_van(geval).van("rie")[0].rijen("risicos")
    onleesbaar = ({**rijen[0], "nog_aanwezig": Onleesbaar("misschien", "kies ja of nee")}, *rijen[1:])
    voor = voorvulling(geval, aangepast(geval, "rie", risicos=onleesbaar), PLAN)
    assert [zin for zin in voor.opmerkingen if zin.startswith("Risico in regel 1 van ")]
    assert rijen[0]["nr"] not in {rij["rie_nr"] for rij in voor.waarden.get("afspraken", ())}


def test_mensen_en_doelen_in_de_overdracht() -> None:
    beeld = beeld_van(maak_dossier("leefhuis2022", "x", "evaluatie", "gewoon"))
    (voor,) = [voor for volgend, _, voor in vervolgen(beeld) if volgend.formulier == "overdracht"]
    pb, plan = beeld.van(PB)[0], beeld.van(PLAN)[0]
    assert all(rij["naam"] in voor.waarden["krachten_netwerk"] for rij in pb.rijen("netwerk"))
    doelen = [{"doel_nr": rij["doel_nr"], "doel": rij["doel"]} for rij in plan.rijen("doelen")]
    assert list(voor.waarden["doelen_stand"]) == doelen


def test_de_evaluatie_krijgt_de_nieuwste_versie_van_het_plan() -> None:
    beeld = beeld_van(maak_dossier("opvang2004", "x", "uitvoering", "gewijzigd"))
    plannen = sorted(beeld.van(PLAN), key=lambda plan: plan.waarde("plan_versie"))
    assert len(plannen) > 1
    (voor,) = [voor for volgend, _, voor in vervolgen(beeld) if volgend.formulier == EVAL]
    nummers = [rij["doel_nr"] for rij in plannen[-1].rijen("doelen")]
    assert [rij["doel_nr"] for rij in voor.waarden["per_doel"]] == nummers


# --------------------------------------------------------------------------
# What can't be relied on stays with the person, and is named


def aangepast(geval: Geval, formulier: str, **waarden: Any) -> list[Bestand]:
    """Return the files of a dossier in which one form says something else; None takes an answer out."""
    uit = []
    for bestand in bestanden_van(geval):
        deel = bestand.invulling
        if deel is not None and deel.formulier == formulier:
            nieuw = {naam: waarde for naam, waarde in {**deel.waarden, **waarden}.items() if not is_leeg(waarde)}
            bestand = replace(bestand, invulling=replace(deel, waarden=nieuw))
        uit.append(bestand)
    return uit


def voorvulling(geval: Geval, bestanden: list[Bestand], sleutel: str) -> Voorvulling:
    (voor,) = [voor for volgend, _, voor in vervolgen(beeld_van(geval, bestanden)) if volgend.formulier == sleutel]
    return voor


ANALYSE = maak_dossier("opvang2004", "x", "analyse", "gewoon")
UITVOERING = maak_dossier("opvang2004", "x", "uitvoering", "gewoon")


def test_wat_niet_te_lezen_is_gaat_niet_mee() -> None:
    bestanden = aangepast(ANALYSE, PB, geboortedatum=Onleesbaar("31-02-1990", "deze dag bestaat niet"))
    voor = voorvulling(ANALYSE, bestanden, PLAN)
    assert "geboortedatum" not in voor.waarden
    (zin,) = voor.opmerkingen
    assert zin.startswith("‘Geboortedatum’: het antwoord is niet te lezen (Persoonsbeschrijving van ")
    assert "31-02" not in zin


def test_een_vraag_die_weg_is_gaat_niet_mee() -> None:
    bestanden = bestanden_van(ANALYSE)
    deel = bestanden[-1].invulling
    assert deel is not None
    wensen = dict(deel.waarden["lg_wens"])
    gebied = next(iter(wensen))
    del wensen[gebied]
    kwijt = replace(deel, waarden={**deel.waarden, "lg_wens": wensen}, niet_gevonden=(f"lg_wens.{gebied}",))
    voor = voorvulling(ANALYSE, [*bestanden[:-1], replace(bestanden[-1], invulling=kwijt)], PLAN)
    assert gebied not in {rij["leefgebied"] for rij in voor.waarden["keuze"]}
    assert ["de vraag is weg" in zin for zin in voor.opmerkingen] == [True]


def test_een_leeg_gebied_haalt_niets_ouds_terug() -> None:
    """What the beschrijving left empty was left empty: an older sheet doesn't bring it back."""
    geval = maak_dossier("opvang2004", "x", "opstart", "gewoon")
    beeld = beeld_van(geval)
    pb = bestanden_van(ANALYSE)[-1].invulling
    assert pb is not None
    gebied, ander = list(pb.waarden["lg_wens"])[:2]
    dag = hoofddatum(beeld.nieuwste[0])
    wijzer = replace(pb, formulier="leefgebiedenwijzer", dossier=geval.nummer, bestand="w.docx", waarden={
        "gesprek_datum": dag, "datum_ingevuld": dag, "lg_wens": {gebied: "oud", ander: "ook oud"}})  # fmt: skip
    nieuw = replace(pb, dossier=geval.nummer, waarden={**pb.waarden, "lg_wens": {ander: "nieuw"}})
    bestanden = [
        *bestanden_van(geval),
        *(Bestand(pad=d.bestand, status="gelezen", invulling=d) for d in (wijzer, nieuw)),
    ]
    for bestand in bestanden[-2:]:
        assert bestand.invulling is not None
        for kop in ("client_naam", "geboortedatum"):
            bestand.invulling.waarden[kop] = beeld.nieuwste[0].waarde(kop)  # type: ignore[index]
    voor = voorvulling(geval, bestanden, PLAN)
    assert voor.waarden["keuze"] == ({"leefgebied": ander, "wens": "nieuw"},)


def test_een_keuze_die_niet_meer_bestaat_blijft_weg() -> None:
    bestanden = aangepast(UITVOERING, PB, lg_themas={"wonen": ("t1", "t99")})
    beeld = beeld_van(UITVOERING, bestanden)
    volgend = Volgend(formulier=PB, cyclus=2, reden="")
    voor = Voorvuller(beeld.kader).vul_voor(beeld, volgend)
    assert voor.waarden["lg_themas"] == {"wonen": ("t1",)}
    assert [zin for zin in voor.opmerkingen if "een van de keuzes bestaat niet meer" in zin]


def test_een_tekst_die_op_een_uitnodiging_lijkt_gaat_niet_mee() -> None:
    """Such a text would read back as nothing: better to leave it out and say so."""
    bestanden = aangepast(ANALYSE, INTAKE, hulpvraag="Wat vraagt de cliënt nu?")
    voor = voorvulling(ANALYSE, bestanden, PLAN)
    assert "hulpvragen" not in voor.waarden
    assert voor.opmerkingen[0].startswith("‘Hulpvragen in eigen woorden’: er staat nog een uitnodiging om te typen")


def met_plan(**anders: Any) -> list[Bestand]:
    """Return the dossier with one more version of its plan."""
    bestanden = bestanden_van(UITVOERING)
    (plan,) = [b for b in bestanden if b.invulling is not None and b.invulling.formulier == PLAN]
    assert plan.invulling is not None
    tweede = replace(plan.invulling, bestand="tweede.docx", waarden={**plan.invulling.waarden, **anders})
    return [*bestanden, Bestand(pad="tweede.docx", status="gelezen", invulling=tweede)]


def test_twee_plannen_van_een_dag_zijn_niet_te_kiezen() -> None:
    voor = voorvulling(UITVOERING, met_plan(doelen=({"doel_nr": 9, "doel": "Iets anders"},)), EVAL)
    assert "per_doel" not in voor.waarden
    assert [zin for zin in voor.opmerkingen if "twee plannen van dezelfde dag en versie" in zin]


def test_een_hogere_versie_van_een_eerdere_dag_is_niet_te_kiezen() -> None:
    voor = voorvulling(UITVOERING, met_plan(plan_versie=2, plan_datum=date(2020, 1, 1)), EVAL)
    assert "per_doel" not in voor.waarden
    assert [zin for zin in voor.opmerkingen if "niet het hoogste versienummer" in zin]


def test_een_doel_zonder_nummer_wordt_genoemd() -> None:
    doelen = ({"doel": "Zonder nummer"}, {"doel_nr": 2, "doel": "Met"}, {"doel_nr": Onleesbaar("x", "geen getal")})
    voor = voorvulling(UITVOERING, aangepast(UITVOERING, PLAN, doelen=doelen), EVAL)
    assert voor.waarden["per_doel"] == ({"doel_nr": 2},)
    assert [zin.partition(" van ")[0] for zin in voor.opmerkingen] == [
        "Doel in regel 1", "Doel in regel 3"]  # fmt: skip
    assert not [zin for zin in voor.opmerkingen if "Zonder nummer" in zin]


def test_een_doel_waarover_de_evaluatie_zwijgt_wordt_genoemd() -> None:
    geval = maak_dossier("opvang2004", "x", "voortgezet", "twee_cycli")
    bestanden = aangepast(geval, EVAL, per_doel=())
    beeld = beeld_van(geval, bestanden)
    voor = Voorvuller(beeld.kader).vul_voor(beeld, Volgend(formulier=PLAN, cyclus=2, reden=""))
    assert "doelen" not in voor.waarden
    aantal = len(beeld.van(PLAN)[0].rijen("doelen"))
    assert sum("staat niet of het doorgaat" in zin for zin in voor.opmerkingen) == aantal > 0


def test_een_eigen_vraag_gaat_mee_door_haar_begrip() -> None:
    """Questions of the organisation's own with one concept: what the intake says comes to stand in the plan."""
    model = model_van("opvang2004")
    soorten = {"bewind": "kort", "getuige": "datum"}
    velden = tuple(Veld(sleutel=n, soort=s, label=n.capitalize(), begrip=n) for n, s in soorten.items())  # type: ignore[arg-type]
    eigen = {**model.inrichting.formulieren, INTAKE: Aanpassing(velden_erbij={"gesprek": velden}),
             PLAN: Aanpassing(velden_erbij={"plan": velden})}  # fmt: skip
    inrichting = replace(model.inrichting, formulieren=eigen)
    bestanden = aangepast(ANALYSE, INTAKE, bewind="Mevrouw Smit", getuige=date(2026, 1, 2))
    kader = maak_kader(inrichting, ANALYSE.peildatum)
    rapport = controleer(bestanden, inrichting, ANALYSE.peildatum, formulieren=kader.formulieren)
    beeld = Beeld(kader, rapport.dossiers[0])
    voor = {volgend.formulier: voor for volgend, _, voor in vervolgen(beeld)}[PLAN]
    assert voor.waarden["bewind"] == "Mevrouw Smit"
    assert "getuige" not in voor.waarden


def test_bladen_van_verschillende_gesprekken_tellen_samen() -> None:
    geval = maak_dossier("opvang2004", "x", "opstart", "gewoon")
    kop = {naam: beeld_van(geval).nieuwste[0].waarde(naam) for naam in ("client_naam", "geboortedatum")}
    dag = beeld_van(geval).nieuwste[0].waarde("datum_ingevuld")
    model = model_van("opvang2004")
    bladen = [({"wonen": "Een eigen plek", "werk": "oud"}, 1), ({"werk": "nieuw"}, 2)]
    extra = []
    for wensen, nr in bladen:
        waarden = {**kop, "gesprek_datum": dag.replace(day=nr), "lg_wens": wensen}
        invulling = Invulling(formulier="leefgebiedenwijzer", versie="1", dossier=geval.nummer, cyclus=1,
                              organisatie=model.inrichting.organisatie.naam, bestand=f"{nr}.docx", formaat="word",
                              waarden=waarden)  # fmt: skip
        extra.append(Bestand(pad=f"{nr}.docx", status="gelezen", invulling=invulling))
    voor = voorvulling(geval, [*bestanden_van(geval), *extra], PB)
    assert voor.waarden["lg_wens"] == {"wonen": "Een eigen plek", "werk": "nieuw"}


def test_willekeurig_is_hetzelfde() -> None:
    """The same dossier gives the same bytes, so that a second run sees that nothing changed."""
    rng = Random(3)
    for model, route, stadium in rng.sample(PLEKKEN, 3):
        geval = maak_dossier(model, "z", stadium, route)
        een, ander = (
            [vuller(model, v.formulier).vul(voor.waarden, "D", v.cyclus, voor.merken) for v, _, voor in vervolgen(b)]
            for b in (beeld_van(geval), beeld_van(geval))
        )
        assert een == ander
