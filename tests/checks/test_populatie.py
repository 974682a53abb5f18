"""The rules against a thousand invented dossiers of which the truth is known (tests/populatie)."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from populatie import (
    FOUTEN,
    HERSTART_5,
    MODELLEN,
    ROUTES,
    Deel,
    Fout,
    Geval,
    bestanden_van,
    maak_dossier,
    model_van,
    past,
    populatie,
    stadia_van,
)
from populatie.ernst import GEWOON, alleen_codes
from populatie.uitslag import alle_regels, bevindingen_van, door_word, kan_in_word, tabel, vergelijk, verschillen

from generator.checks import controleer
from generator.checks.personen import zelfde_naam
from generator.dossier import maak_dossiers
from generator.verloop import TERMIJNEN

PLEKKEN = [(m, r, s) for m in (*MODELLEN, HERSTART_5) for r in ROUTES if past(m, r) for s in stadia_van(r)]
# A fase has a length of its own, and the talks in it: these two speak before any deadline has passed.
VAN_DE_DUUR = {"R31", "R32"}


def eis_waarheid(gevallen: list[Geval], gevonden: dict[str, Counter[str]]) -> None:
    """Fail with the table and every dossier that differs when a rule says too much or too little."""
    standen = vergelijk(gevallen, gevonden)
    fout = [stand for stand in standen if not stand.goed]
    assert not fout, f"\n{tabel(fout)}\n" + "\n".join(verschillen(gevallen, gevonden))


def genummerd(gevallen: list[Geval]) -> list[Geval]:
    """Give dossiers that were made one by one a number, and a birthday, of their own."""
    for nr, geval in enumerate(gevallen):
        geval.nummer = f"D-{nr:05d}"
        for deel in geval.delen:
            deel.antwoorden["dossier_nr"] = geval.nummer
    return gevallen


# --------------------------------------------------------------------------
# The population itself


def test_hetzelfde_zaad_geeft_hetzelfde() -> None:
    assert populatie(40, 7) == populatie(40, 7)
    assert populatie(40, 7) != populatie(40, 8)


def test_de_mix_klopt() -> None:
    gevallen = populatie(400, 3)
    zonder = [geval for geval in gevallen if not geval.fouten]
    assert 0.3 < len(zonder) / len(gevallen) < 0.5
    assert any(len(geval.fouten) == 2 for geval in gevallen)
    assert {geval.model for geval in gevallen} == {*MODELLEN, HERSTART_5}
    assert {geval.route for geval in gevallen} == set(ROUTES)
    assert 7 < sum(len(geval.delen) for geval in gevallen) / len(gevallen) < 12


def test_elke_regel_heeft_een_fout() -> None:
    codes = {soort.code for soort in FOUTEN} | {"R73"}
    assert {regel.code for regel in alle_regels()} - codes == set()
    assert {regel.code: regel.ernst.value for regel in alle_regels()}.keys() == GEWOON.keys()


def test_alles_gebeurt_op_werkdagen() -> None:
    """Nobody has an intake on Christmas Day."""
    for model, route, stadium in PLEKKEN[::3]:
        kalender = model_van(model).kalender
        geval = maak_dossier(model, 5, stadium, route)
        for deel in geval.delen:
            dag = next((deel.antwoorden[v] for v in ("gesprek_datum", "plan_datum") if v in deel.antwoorden), None)
            assert dag is None or kalender.is_werkdag(dag), (geval.nummer, deel.formulier, dag)


# --------------------------------------------------------------------------
# Precision and recall


@pytest.mark.traag
def test_een_goed_dossier_is_stil() -> None:
    """Every organisation, route and stage (domein.md 4.8), twice: nothing to say but what the route itself asks for."""
    goed = [maak_dossier(m, zaad, s, r) for m, r, s in PLEKKEN for zaad in range(2)]
    eis_waarheid(genummerd(goed), bevindingen_van(goed))


def voorbeelden_van(soort: Fout, aantal: int) -> list[Geval]:
    """Return dossiers with one kind of mistake."""
    plekken = [plek for plek in soort.plekken() if past(*plek[:2])]
    gevallen: list[Geval] = []
    for poging in range(80):
        rng = Random(f"{soort.code} {soort.naam} {poging}")
        model, route, stadium = rng.choice(plekken)
        goed = maak_dossier(model, f"{soort.naam} {poging}", stadium, route)
        if (geval := soort.plant(goed, rng)) is not None:
            gevallen.append(geval)
        if len(gevallen) == aantal:
            break
    return gevallen


@pytest.mark.traag
def test_elke_fout_wordt_gevonden() -> None:
    """Each kind of mistake by itself, three times."""
    gevallen = [geval for soort in FOUTEN for geval in voorbeelden_van(soort, 3)]
    for nr, geval in enumerate(gevallen):
        geval.nummer = f"D-{nr:05d}"
        for deel in geval.delen:
            if "dossier_nr" in deel.antwoorden:
                deel.antwoorden["dossier_nr"] = geval.nummer
    eis_waarheid(gevallen, bevindingen_van(gevallen))


@pytest.mark.traag
def test_duizend_dossiers() -> None:
    gevallen = populatie(1000)
    eis_waarheid(gevallen, bevindingen_van(gevallen))


@pytest.mark.traag
def test_driehonderd_dossiers_door_word() -> None:
    """The same through real files: a blank per form, filled, and read back."""
    gevallen = [geval for geval in populatie(330) if kan_in_word(geval)][:300]
    bestanden = {geval.nummer: door_word(geval) for geval in gevallen}
    eis_waarheid(gevallen, bevindingen_van(gevallen, bestanden))


# --------------------------------------------------------------------------
# Day by day


def eigen_termijn(geval: Geval) -> tuple[str, date] | None:
    """Return the first deadline of a dossier, reckoned from the domain itself: its rule and its last day."""
    model, intake, plan = model_van(geval.model), geval.een("intake"), geval.een("begeleidingsplan", geval.cycli)
    stadium = geval.stadium
    if stadium == "aanmelding" and geval.route == "gewoon":
        return "R34", geval.een("aanmelding")["besluit_datum"] + timedelta(days=model.grens("intake_wacht", 21))
    if geval.route == "spoed" and stadium == "opstart":
        return "R37", geval.een("checklist_opstart")["startdatum"] + timedelta(days=14)
    if stadium == "intake" and geval.route == "wachtlijst" and model.heeft("memo"):
        return "R35", intake["wachtlijst_sinds"] + timedelta(days=30)
    if stadium == "opstart" and model.grens("analyse_max", 0):
        return "R29", geval.een("checklist_opstart")["startdatum"] + timedelta(days=28)
    if stadium == "analyse" and geval.cycli == 1 and geval.route != "proef":
        return "R30", geval.een("persoonsbeschrijving")["datum_pb"] + timedelta(days=14)
    if stadium in ("planning", "uitvoering") and not model.heeft("rapportage"):
        return "R74", plan["evaluatie_gepland"] + timedelta(days=14)
    if stadium in ("planning", "uitvoering"):
        dagen = [d.antwoorden["rap_datum"] for d in geval.van("rapportage", geval.cycli)]
        return "R33", max([plan["plan_datum"], *dagen]) + timedelta(days=14)
    if stadium == "voortgezet":
        return "R43", geval.een("evaluatie", geval.cycli)["besluit_datum"] + timedelta(days=21)
    return None


LOPEND = [
    (model, route, stadium)
    for model, route, stadium in PLEKKEN
    if route in ("gewoon", "spoed", "twee_cycli", "wachtlijst", "proef", "geplaatst") and stadium != "gesloten"
]


def codes_op(gevallen: list[Geval], dag: date) -> dict[str, Counter[str]]:
    gevonden = bevindingen_van([replace(geval, peildatum=dag) for geval in gevallen])
    return {nummer: alleen_codes(telling) for nummer, telling in gevonden.items()}


@pytest.mark.traag
def test_dag_voor_dag() -> None:
    """Nothing before a deadline has passed; the rule of that deadline on the day after.

    Which deadlines there are, says `Verloop.termijnen` on that very day: the rules have to agree with it.
    """
    gevallen = [maak_dossier(m, 11, s, r) for m, r, s in LOPEND if s != "uitstroom"][::3]
    genummerd(gevallen)
    for later in range(0, 64, 3):
        dag = gevallen[0].peildatum + timedelta(days=later)
        gevonden = codes_op(gevallen, dag)
        for geval in gevallen:
            te_laat = te_late_codes(geval, dag)
            codes = set(gevonden[geval.nummer])
            assert codes & set(TERMIJNEN.values()) == te_laat, (geval.model, geval.route, geval.stadium, dag)
            assert te_laat or codes <= VAN_DE_DUUR, (geval.model, geval.route, geval.stadium, dag, codes)


def te_late_codes(geval: Geval, dag: date) -> set[str]:
    model = model_van(geval.model)
    delen = [bestand.invulling for bestand in bestanden_van(geval)]
    (dossier,) = maak_dossiers(delen, model.inrichting, dag, model.formulieren)
    open_ = [t for t in dossier.verloop.termijnen if t.gedaan is None and not t.vervallen]
    return {TERMIJNEN[termijn.soort] for termijn in open_ if dag > termijn.uiterlijk}


def test_de_eerste_termijn_op_de_dag_zelf_en_de_dag_erna() -> None:
    """The deadlines reckoned by hand: silent on the last day, and the finding on the day after."""
    gevallen = [geval for m, r, s in LOPEND if eigen_termijn(geval := maak_dossier(m, 12, s, r))]
    assert len({eigen_termijn(geval)[0] for geval in gevallen}) == 8
    for geval in genummerd(gevallen):
        code, laatste = eigen_termijn(geval)
        op_tijd, te_laat = (codes_op([geval], dag)[geval.nummer] for dag in (laatste, laatste + timedelta(days=1)))
        plek = (geval.model, geval.route, geval.stadium, laatste)
        assert set(op_tijd) <= VAN_DE_DUUR, plek
        assert te_laat[code] == 1, plek


# --------------------------------------------------------------------------
# The number of the cycle is not filled in

_KRING = ("persoonsbeschrijving", "begeleidingsplan", "evaluatie")


def zonder_nummer(geval: Geval, *welke: int) -> Geval:
    """Return the dossier with the number of the cycle gone from these forms; that is the one thing to say."""
    geval = geval.kopie()
    for nr in welke:
        deel = geval.delen[nr]
        deel.cyclus = None
        del deel.antwoorden["cyclus_nr"]
    geval.verwacht["R01 fout"] = len(welke)
    return geval


def in_de_kring(geval: Geval, *cycli: int) -> list[int]:
    """Return which forms of these cycles come once in each."""
    kring = [(nr, deel) for nr, deel in enumerate(geval.delen) if deel.formulier in _KRING and deel.cyclus in cycli]
    return [nr for nr, deel in kring if deel.antwoorden.get("eval_soort") != "algemeen"]


@pytest.mark.parametrize("route", ["gewoon", "twee_cycli", "drie_cycli"])
def test_een_vergeten_cyclusnummer_geeft_een_bevinding(route: str) -> None:
    gevallen = []
    for model in (*MODELLEN, HERSTART_5):
        for stadium in stadia_van(route):
            geval = maak_dossier(model, 5, stadium, route)
            for cyclus in range(1, geval.cycli + 1):
                van_de_ronde = in_de_kring(geval, cyclus)
                gevallen += [zonder_nummer(geval, nr) for nr in van_de_ronde]
                gevallen += [zonder_nummer(geval, *van_de_ronde)] if len(van_de_ronde) > 1 else []
            gevallen.append(zonder_nummer(geval, *in_de_kring(geval, *range(1, geval.cycli + 1))))
    # One at a time: they are all of the same person.
    genummerd(gevallen)
    eis_waarheid(gevallen, {nummer: codes for geval in gevallen for nummer, codes in bevindingen_van([geval]).items()})


# --------------------------------------------------------------------------
# What the rules still get wrong: take the mark away when it is mended


def test_voorletter_gelijk_aan_die_van_de_achternaam() -> None:
    assert zelfde_naam("W. de Wilde", "Wout de Wilde")
    assert zelfde_naam("Wout de Wilde", "W. de Wilde")


def test_twee_keer_gevraagd_hoe_tevreden_iemand_is() -> None:
    geval = maak_dossier("leefhuis2022", 3, "gesloten", "gewoon")
    kop = {veld.sleutel for veld in model_van("leefhuis2022").formulieren["tevredenheid"].kop}
    eigen = {naam: waarde for naam, waarde in geval.een("exit").items() if naam in kop}
    for weken, tekst in ((20, "Er wordt geluisterd."), (4, "Er wordt nog beter geluisterd.")):
        dag = {"datum_ingevuld": geval.een("exit")["gesprek_datum"] - timedelta(weeks=weken)}
        vast = {"herkenbaar": "met_naam", "tevreden_over": tekst, "ontevreden_over": "niets"}
        geval.delen.append(Deel("tevredenheid", None, {**eigen, **dag, **vast}))
    eis_waarheid([geval], bevindingen_van([geval]))


def test_stand_na_een_algemene_evaluatie() -> None:
    geval = maak_dossier("leefhuis2022", 1, "evaluatie", "algemeen")
    geval.delen = [d for d in geval.delen if d.cyclus != 3 or d.antwoorden.get("eval_soort") != "cyclus"]
    model = model_van(geval.model)
    delen = [bestand.invulling for bestand in bestanden_van(geval)]
    (dossier,) = maak_dossiers(delen, model.inrichting, geval.peildatum, model.formulieren)
    assert dossier.stand == "kern"


def test_controleer_kent_alle_regels() -> None:
    """When every module is registered the population runs with exactly the rules that users get."""
    geval = maak_dossier("opvang2004", 1, "gesloten", "gewoon")
    model = model_van("opvang2004")
    rapport = controleer(bestanden_van(geval), model.inrichting, geval.peildatum, formulieren=model.formulieren)
    assert rapport.bevindingen == ()
