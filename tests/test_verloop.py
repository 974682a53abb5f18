"""The course of a dossier: fases, decisions and deadlines, for every route (domein.md 4.8)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.formulier import formulieren_van
from generator.inrichting import ingevuld
from generator.model import Aanpassing, Formulier, Inrichting, Invulling, Onleesbaar, Termijnstand, Verloop
from generator.verloop import (
    DAGVELD,
    TERMIJNEN,
    dubbel_genummerd,
    hoogstens_maanden,
    kerncycli,
    nieuwe_aanmelding,
    slotbesluiten,
    verloop_van,
    vermoedelijke_cyclus,
)

PEILDATUM = date(2026, 12, 1)
DATUM = re.compile(r"\d{4}-\d\d-\d\d")
PB, PLAN, EVAL = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
START, UIT, RAP = "checklist_opstart", "checklist_uitstroom", "rapportage"
Maak = Callable[..., Verloop]


@pytest.fixture(scope="module")
def ruim(opvang: Inrichting) -> Inrichting:
    """opvang2004, with the forms that show contact and a general evaluatie."""
    erbij = {**opvang.formulieren, "rapportage": Aanpassing(), "memo": Aanpassing()}
    parameters = replace(opvang.parameters, algemene_evaluatie="6 tot 12 maanden")
    return ingevuld(replace(opvang, formulieren=erbij, parameters=parameters))


@pytest.fixture(scope="module")
def ruime_formulieren(ruim: Inrichting) -> Mapping[str, Formulier]:
    return formulieren_van(ruim)


@pytest.fixture
def verloop(ruim: Inrichting, ruime_formulieren: Mapping[str, Formulier]) -> Maak:
    def maak(
        *delen: Invulling, peildatum: date = PEILDATUM, zonder: tuple[str, ...] = (), **parameters: Any
    ) -> Verloop:
        inrichting = replace(ruim, parameters=replace(ruim.parameters, **parameters))
        gebruikt = {naam: f for naam, f in ruime_formulieren.items() if naam not in zonder}
        return verloop_van(delen, inrichting, gebruikt, peildatum)

    return maak


def _waarde(ruw: Any) -> Any:
    if isinstance(ruw, list):
        return tuple({naam: _waarde(cel) for naam, cel in rij.items()} for rij in ruw)
    return date.fromisoformat(ruw) if isinstance(ruw, str) and DATUM.fullmatch(ruw) else ruw


def deel(formulier: str, cyclus: int | None = None, niet_gevonden: tuple[str, ...] = (), **waarden: Any) -> Invulling:
    """Return one form; a text that looks like a date is one."""
    return Invulling(formulier=formulier, versie="1", organisatie="", dossier="1", cyclus=cyclus,
                     bestand=f"{formulier}{cyclus or ''}.docx", formaat="word", niet_gevonden=niet_gevonden,
                     waarden={naam: _waarde(ruw) for naam, ruw in waarden.items()})  # fmt: skip


AANM = deel("aanmelding", aanmelddatum="2026-01-02", besluit="intake", besluit_datum="2026-01-05",
            uitnodiging_datum="2026-01-06")  # fmt: skip
INTAKE = deel("intake", gesprek_datum="2026-01-12", besluit="toelating", besluit_datum="2026-01-14",
              brief_datum="2026-01-15")  # fmt: skip
BEGIN = deel(START, startdatum="2026-02-01")
PB1 = deel(PB, 1, datum_pb="2026-02-20")
PLAN1 = deel(PLAN, 1, plan_datum="2026-03-02", evaluatie_gepland="2026-05-04")
EVAL1 = deel(EVAL, 1, eval_soort="cyclus", eval_datum="2026-05-04", besluit="afronden", besluit_datum="2026-05-06")
VOORT = deel(EVAL, 1, eval_soort="cyclus", eval_datum="2026-05-04", besluit="voortzetten", besluit_datum="2026-05-06")
WEG = deel(UIT, uitstroomsoort="vrijwillig", vertrekdatum="2026-05-20")
GEWOON = (AANM, INTAKE, BEGIN, PB1, PLAN1, EVAL1, WEG)


def perioden(verloop: Verloop) -> list[tuple[str, int, str, str]]:
    return [(p.fase, p.cyclus, p.van.isoformat(), p.tot.isoformat() if p.tot else "") for p in verloop.perioden]


def de(verloop: Verloop, soort: str) -> Termijnstand:
    (termijn,) = verloop.van_soort(soort)
    return termijn


def rij(termijn: Termijnstand) -> tuple[str, str, str, bool]:
    gedaan = termijn.gedaan.isoformat() if termijn.gedaan else ""
    return termijn.vanaf.isoformat(), termijn.uiterlijk.isoformat(), gedaan, termijn.vervallen


# --------------------------------------------------------------------------
# Routes


def test_gewoon(verloop: Maak) -> None:
    alles = verloop(*GEWOON)
    assert (alles.start, alles.vertrek) == (date(2026, 2, 1), date(2026, 5, 20))
    assert (alles.spoed, alles.ongewoon_vertrek, alles.gesloten) == (False, False, True)
    assert [(b.fase, b.cyclus, b.uitkomst, b.vervolg) for b in alles.besluiten] == [
        ("aanmelding", 0, "intake", "intake"),
        ("intake", 0, "toelating", "opstart"),
        (EVAL, 1, "afronden", "uitstroom"),
    ]
    assert perioden(alles) == [
        ("aanmelding", 0, "2026-01-02", "2026-01-05"),
        ("intake", 0, "2026-01-12", "2026-01-14"),
        ("opstart", 0, "2026-02-01", ""),
        ("analyse", 1, "2026-02-01", "2026-02-20"),
        ("planning", 1, "2026-02-20", "2026-03-02"),
        ("uitvoering", 1, "2026-03-02", "2026-05-04"),
        ("evaluatie", 1, "2026-05-04", "2026-05-06"),
        ("uitstroom", 0, "2026-05-06", "2026-05-20"),
    ]
    assert [
        rij(de(alles, soort)) for soort in ("uitnodiging", "intake", "brief", "beschrijving", "plan", "evaluatie")
    ] == [
        ("2026-01-05", "2026-01-12", "2026-01-06", False),
        ("2026-01-05", "2026-01-19", "2026-01-12", False),
        ("2026-01-12", "2026-01-26", "2026-01-15", False),
        ("2026-02-01", "2026-03-01", "2026-02-20", False),
        ("2026-02-20", "2026-03-06", "2026-03-02", False),
        ("2026-05-04", "2026-05-18", "2026-05-04", False),
    ]
    assert {termijn.soort for termijn in alles.termijnen if termijn.te_laat(PEILDATUM)} == {"voortgang"}


def test_termijnen_staan_op_dag_en_kennen_een_regel(verloop: Maak) -> None:
    alles = verloop(*GEWOON)
    assert [t.uiterlijk for t in alles.termijnen] == sorted(t.uiterlijk for t in alles.termijnen)
    assert {t.soort for t in alles.termijnen} <= set(TERMIJNEN)


def test_zonder_iets(verloop: Maak) -> None:
    assert verloop() == Verloop()


def test_spoed(verloop: Maak) -> None:
    spoed = replace(AANM, waarden={**AANM.waarden, "besluit": "spoed"})
    alles = verloop(spoed, replace(INTAKE, waarden={**INTAKE.waarden, "gesprek_datum": date(2026, 2, 21)}), BEGIN)
    assert alles.spoed
    assert not alles.van_soort("uitnodiging") + alles.van_soort("intake")
    assert rij(de(alles, "spoed_intake")) == ("2026-02-01", "2026-02-15", "2026-02-21", False)
    assert de(alles, "spoed_intake").te_laat(PEILDATUM)


@pytest.mark.parametrize(("vertrek", "vervallen"), [("2026-02-15", True), ("2026-02-16", False)])
def test_spoed_en_weg_voor_de_intake(verloop: Maak, vertrek: str, vervallen: bool) -> None:
    spoed = replace(AANM, waarden={**AANM.waarden, "besluit": "spoed"})
    alles = verloop(spoed, BEGIN, deel(UIT, uitstroomsoort="uitzetting", vertrekdatum=vertrek))
    assert de(alles, "spoed_intake").vervallen is vervallen


def test_zonder_spoed_is_er_geen_spoedtermijn(verloop: Maak) -> None:
    assert verloop(*GEWOON).van_soort("spoed_intake") == ()


def _wachtlijst(**waarden: Any) -> Invulling:
    return replace(INTAKE, waarden={**INTAKE.waarden, "besluit": "wachtlijst", **waarden})


def test_wachtlijst(verloop: Maak) -> None:
    alles = verloop(AANM, _wachtlijst(wachtlijst_sinds=date(2026, 1, 20)))
    assert rij(de(alles, "wachtlijst")) == ("2026-01-20", "2026-02-19", "", False)
    assert de(alles, "wachtlijst").bronveld == "wachtlijst_sinds"
    zonder = de(verloop(AANM, _wachtlijst()), "wachtlijst")
    assert (zonder.vanaf, zonder.bronveld) == (date(2026, 1, 14), "besluit_datum")


def test_wachtlijst_met_contact(verloop: Maak) -> None:
    verslag = deel(RAP, rap_datum="2026-02-10", rap_soort="observatie")
    memo = deel("memo", datum_tijd="2026-03-01")
    eerder = deel("memo", datum_tijd="2026-01-10")
    alle = verloop(AANM, _wachtlijst(), verslag, memo, eerder, BEGIN, peildatum=PEILDATUM).van_soort("wachtlijst")
    assert [rij(t)[:3] for t in alle] == [("2026-01-14", "2026-02-13", "2026-02-01")]
    alle = verloop(AANM, _wachtlijst(), verslag, memo, eerder).van_soort("wachtlijst")
    assert [(rij(t)[:3], t.bronveld, t.veld) for t in alle] == [
        (("2026-01-14", "2026-02-13", "2026-02-10"), "besluit_datum", "rap_datum"),
        (("2026-02-10", "2026-03-12", "2026-03-01"), "rap_datum", "datum_tijd"),
        (("2026-03-01", "2026-03-31", ""), "datum_tijd", "rap_datum"),
    ]


def test_wachtlijst_eindigt_bij_een_nieuw_besluit(verloop: Maak) -> None:
    plek = deel("intake", gesprek_datum="2026-03-01", besluit="toelating", besluit_datum="2026-03-02")
    assert rij(de(verloop(AANM, _wachtlijst(), plek), "wachtlijst"))[2:] == ("2026-03-02", False)
    ooit = deel("intake", gesprek_datum="2026-03-01", besluit="toelating")
    assert de(verloop(AANM, _wachtlijst(), ooit), "wachtlijst").vervallen
    assert de(verloop(AANM, _wachtlijst(), deel(START)), "wachtlijst").vervallen


def test_wachtlijst_zonder_formulier_voor_contact(verloop: Maak) -> None:
    assert verloop(AANM, _wachtlijst(), zonder=("rapportage", "memo")).van_soort("wachtlijst") == ()
    memo = de(verloop(AANM, _wachtlijst(), zonder=("rapportage",)), "wachtlijst")
    assert (memo.formulier, memo.veld) == ("memo", "datum_tijd")


def test_een_start_in_de_toekomst_is_nog_geen_einde(verloop: Maak) -> None:
    start = deel(START, startdatum="2026-06-01")
    open_ = de(verloop(AANM, _wachtlijst(), start, peildatum=date(2026, 2, 1)), "wachtlijst")
    assert rij(open_)[2:] == ("", False)
    assert de(verloop(AANM, _wachtlijst(), start, peildatum=date(2026, 6, 1)), "wachtlijst").gedaan == date(2026, 6, 1)


def _proef(**waarden: Any) -> Invulling:
    return replace(INTAKE, waarden={**INTAKE.waarden, "besluit": "proef", "proef_eind": date(2026, 4, 1), **waarden})


def test_proef(verloop: Maak) -> None:
    assert rij(de(verloop(AANM, _proef(), BEGIN), "proef")) == ("2026-01-14", "2026-04-01", "", False)
    assert de(verloop(AANM, _proef(), BEGIN, PB1, PLAN1, EVAL1), "proef").gedaan == date(2026, 5, 6)
    later = deel("intake", gesprek_datum="2026-03-20", besluit="toelating", besluit_datum="2026-03-25")
    assert de(verloop(AANM, _proef(), later, BEGIN), "proef").gedaan == date(2026, 3, 25)
    assert de(verloop(AANM, _proef(), BEGIN, WEG), "proef").gedaan == date(2026, 5, 20)


def test_proef_vervalt_bij_een_besluit_zonder_datum(verloop: Maak) -> None:
    ooit = deel("intake", gesprek_datum="2026-03-20", besluit="toelating")
    assert de(verloop(AANM, _proef(), ooit, BEGIN), "proef").vervallen
    assert de(verloop(AANM, _proef(), BEGIN, deel(UIT)), "proef").vervallen
    assert verloop(AANM, _proef(proef_eind=None)).van_soort("proef") == ()


def test_een_tweede_proef_heeft_haar_eigen_termijn(verloop: Maak) -> None:
    verlengd = deel(
        "intake", gesprek_datum="2026-03-20", besluit="proef", besluit_datum="2026-03-25", proef_eind="2026-06-01"
    )
    alle = verloop(AANM, _proef(), verlengd, BEGIN).van_soort("proef")
    assert [rij(t)[1:] for t in alle] == [("2026-04-01", "2026-03-25", False), ("2026-06-01", "", False)]


def test_voorwaardelijk_is_een_gewone_start(verloop: Maak) -> None:
    intake = replace(INTAKE, waarden={**INTAKE.waarden, "besluit": "voorwaardelijk"})
    alles = verloop(AANM, intake, BEGIN)
    assert alles.besluiten[-1].vervolg == "opstart"
    assert alles.van_soort("proef") == alles.van_soort("wachtlijst") == ()
    assert de(alles, "beschrijving").gedaan is None


@pytest.mark.parametrize("soort", ["uitzetting", "stopzetting", "overlijden"])
def test_ongewoon_vertrek(verloop: Maak, soort: str) -> None:
    alles = verloop(AANM, INTAKE, BEGIN, PB1, PLAN1, deel(UIT, uitstroomsoort=soort, vertrekdatum="2026-04-10"))
    assert alles.ongewoon_vertrek
    assert alles.gesloten
    assert de(alles, "evaluatie").vervallen
    assert "uitstroom" not in {p.fase for p in alles.perioden}
    assert de(alles, "voortgang").gedaan == date(2026, 4, 10)


def test_vertrek_in_de_toekomst(verloop: Maak) -> None:
    alles = verloop(AANM, INTAKE, BEGIN, PB1, PLAN1, deel(UIT, vertrekdatum="2026-04-10"), peildatum=date(2026, 3, 10))
    assert not alles.gesloten
    assert verloop(*GEWOON, peildatum=date(2026, 5, 20)).gesloten
    assert not verloop(*GEWOON, peildatum=date(2026, 5, 19)).gesloten
    assert rij(de(alles, "voortgang"))[2:] == ("", False)


def test_doorverwezen(verloop: Maak) -> None:
    weg = replace(AANM, waarden={**AANM.waarden, "besluit": "doorverwijzing"})
    alles = verloop(weg)
    assert alles.besluiten[0].vervolg == "einde"
    assert alles.termijnen == ()
    assert perioden(alles) == [("aanmelding", 0, "2026-01-02", "2026-01-05")]


def test_onbekend_besluit_telt_niet(verloop: Maak) -> None:
    assert verloop(replace(AANM, waarden={**AANM.waarden, "besluit": "misschien"})).besluiten == ()
    assert verloop(replace(AANM, waarden={**AANM.waarden, "besluit": Onleesbaar("?", "?")})).besluiten == ()


# --------------------------------------------------------------------------
# Deadlines one by one


def test_uitnodiging_hoeft_niet_na_een_gesprek_op_dezelfde_dag(verloop: Maak) -> None:
    zonder = replace(AANM, waarden={**AANM.waarden, "uitnodiging_datum": None})
    for dag, vervallen in (("2026-01-05", True), ("2026-01-06", False)):
        alles = verloop(zonder, deel("intake", gesprek_datum=dag))
        assert de(alles, "uitnodiging").vervallen is vervallen


def test_wat_verdwenen_of_onleesbaar_is_ontbreekt_niet(verloop: Maak) -> None:
    weg = replace(AANM, waarden={**AANM.waarden, "uitnodiging_datum": None}, niet_gevonden=("uitnodiging_datum",))
    assert de(verloop(weg), "uitnodiging").vervallen
    vreemd = replace(INTAKE, waarden={**INTAKE.waarden, "brief_datum": Onleesbaar("x", "?")})
    assert de(verloop(AANM, vreemd), "brief").vervallen
    assert not de(verloop(AANM, replace(INTAKE, waarden={**INTAKE.waarden, "brief_datum": None})), "brief").vervallen


@pytest.mark.parametrize(
    ("soort", "delen"),
    [
        ("intake", (AANM, BEGIN)),
        ("intake", (AANM, deel("intake"))),
        ("intake", (AANM, deel("exit"))),
        ("beschrijving", (BEGIN, PLAN1)),
        ("beschrijving", (BEGIN, deel(PB, 2, datum_pb="2026-06-01"))),
        ("beschrijving", (BEGIN, deel(PB, 1))),
        ("plan", (PB1, EVAL1)),
        ("plan", (PB1, deel(PB, 2))),
        ("plan", (PB1, deel(PLAN, 1))),
        ("plan", (PB1, deel("exit"))),
        ("evaluatie", (PLAN1, deel(PLAN, 2))),
        ("evaluatie", (PLAN1, deel(EVAL, 1, eval_soort="cyclus"))),
        ("evaluatie", (PLAN1, deel(UIT))),
        ("nieuwe_cyclus", (PLAN1, VOORT, deel(PB, 2, datum_pb="2026-05-20"))),
        ("nieuwe_cyclus", (PLAN1, VOORT, deel(PLAN, 2))),
        ("nieuwe_cyclus", (PLAN1, VOORT, deel(EVAL, 2, eval_soort="cyclus"))),
        ("nieuwe_cyclus", (PLAN1, VOORT, deel(PLAN, 3))),
        ("nieuwe_cyclus", (PLAN1, VOORT, WEG)),
        ("algemene_evaluatie", (BEGIN, deel("exit"))),
        ("algemene_evaluatie", (BEGIN, deel(EVAL, 1, eval_soort="algemeen"))),
    ],
)
def test_vervallen(verloop: Maak, soort: str, delen: tuple[Invulling, ...]) -> None:
    assert [t.vervallen for t in verloop(*delen).van_soort(soort) if t.gedaan is None][-1:] == [True]


@pytest.mark.parametrize(
    ("soort", "delen"),
    [
        ("intake", (AANM, deel("toestemming"), deel("memo"))),
        ("beschrijving", (AANM, INTAKE, BEGIN)),
        ("plan", (PB1, deel(RAP, 2, rap_datum="2026-03-01", rap_soort="observatie"))),
        ("evaluatie", (PLAN1, deel(EVAL, 1, eval_soort="algemeen", eval_datum="2026-04-01"))),
        ("nieuwe_cyclus", (PLAN1, VOORT, deel(PB, 2))),
        ("algemene_evaluatie", (BEGIN,)),
    ],
)
def test_niet_vervallen(verloop: Maak, soort: str, delen: tuple[Invulling, ...]) -> None:
    assert [t.vervallen for t in verloop(*delen).van_soort(soort) if t.gedaan is None] == [False]


@pytest.mark.parametrize(
    ("soort", "parameter"),
    [
        ("uitnodiging", "uitnodiging_max"),
        ("intake", "intake_wacht"),
        ("brief", "intakebrief_max"),
        ("beschrijving", "analyse_max"),
        ("plan", "planning_max"),
        ("voortgang", "voortgang_max"),
        ("evaluatie", "evaluatie_marge"),
        ("algemene_evaluatie", "algemene_evaluatie"),
        ("nieuwe_cyclus", "planning_max"),
        ("wachtlijst", "wachtlijst_contact"),
        ("spoed_intake", "spoed_intake_max"),
    ],
)
def test_uit(verloop: Maak, soort: str, parameter: str) -> None:
    spoed = replace(AANM, waarden={**AANM.waarden, "besluit": "spoed"})
    delen = {"wachtlijst": (AANM, _wachtlijst()), "spoed_intake": (spoed, BEGIN)}.get(
        soort, (AANM, INTAKE, BEGIN, PB1, PLAN1, VOORT)
    )
    assert verloop(*delen).van_soort(soort)
    assert verloop(*delen, **{parameter: "uit"}).van_soort(soort) == ()


@pytest.mark.parametrize(
    ("soort", "formulier"),
    [("intake", "intake"), ("beschrijving", PB), ("plan", PLAN), ("voortgang", RAP), ("evaluatie", EVAL),
     ("algemene_evaluatie", EVAL), ("nieuwe_cyclus", PLAN), ("uitnodiging", "aanmelding"), ("brief", "intake")],
)  # fmt: skip
def test_formulier_niet_in_gebruik(verloop: Maak, soort: str, formulier: str) -> None:
    assert verloop(AANM, INTAKE, BEGIN, PB1, PLAN1, VOORT, zonder=(formulier,)).van_soort(soort) == ()


def test_plan_telt_vanaf_de_laatste_beschrijving_tot_het_eerste_plan(verloop: Maak) -> None:
    nieuwer = deel(PB, 1, datum_pb="2026-02-25")
    tweede = deel(PLAN, 1, plan_datum="2026-04-01", plan_versie=2)
    zonder = deel(PLAN, 1, plan_versie=3)
    termijn = de(verloop(PB1, nieuwer, zonder, tweede, PLAN1), "plan")
    assert rij(termijn) == ("2026-02-25", "2026-03-11", "2026-03-02", False)
    assert (termijn.bron, termijn.antwoord) == (nieuwer, PLAN1)


def test_evaluatie_van_de_laatste_versie(verloop: Maak) -> None:
    tweede = deel(PLAN, 1, plan_datum="2026-04-01", plan_versie=2, evaluatie_gepland="2026-06-01")
    assert rij(de(verloop(PLAN1, tweede), "evaluatie")) == ("2026-06-01", "2026-06-15", "", False)


def test_evaluatie_zonder_geplande_dag(verloop: Maak) -> None:
    doelen = [{"doel_nr": 1, "streefdatum": "2026-05-01"}, {"doel_nr": 2, "streefdatum": "2026-06-01"}, {"doel_nr": 3}]
    plan = deel(PLAN, 1, plan_datum="2026-03-02", doelen=doelen)
    termijn = de(verloop(plan), "evaluatie")
    assert (termijn.vanaf, termijn.bronveld) == (date(2026, 6, 1), "doelen")
    assert verloop(deel(PLAN, 1, plan_datum="2026-03-02")).van_soort("evaluatie") == ()


def test_voortgang(verloop: Maak) -> None:
    gesprekken = [deel(RAP, rap_datum=dag, rap_soort="voortgangsgesprek") for dag in ("2026-03-16", "2026-04-10")]
    ander = deel(RAP, rap_datum="2026-03-30", rap_soort="observatie")
    te_vroeg = deel(RAP, rap_datum="2026-03-02", rap_soort="voortgangsgesprek")
    na = deel(RAP, rap_datum="2026-05-05", rap_soort="voortgangsgesprek")
    alle = verloop(PLAN1, *gesprekken, ander, te_vroeg, na, EVAL1).van_soort("voortgang")
    assert [(rij(t)[:3], t.te_laat(PEILDATUM)) for t in alle] == [
        (("2026-03-02", "2026-03-16", "2026-03-16"), False),
        (("2026-03-16", "2026-03-30", "2026-04-10"), True),
        (("2026-04-10", "2026-04-24", "2026-05-04"), True),
    ]


def test_voortgang_eindigt_bij_het_volgende_plan(verloop: Maak) -> None:
    volgende = deel(PLAN, 2, plan_datum="2026-06-01")
    alle = verloop(PLAN1, volgende).van_soort("voortgang")
    assert [(t.cyclus, t.gedaan) for t in alle] == [(1, date(2026, 6, 1)), (2, None)]
    assert de(verloop(PLAN1, deel(EVAL, 1)), "voortgang").vervallen


def test_algemene_evaluatie(verloop: Maak) -> None:
    eerste = deel(EVAL, 1, eval_soort="algemeen", eval_datum="2026-08-31")
    alle = verloop(BEGIN, EVAL1, eerste).van_soort("algemene_evaluatie")
    assert [rij(t) for t in alle] == [
        ("2026-02-01", "2027-02-01", "2026-08-31", False),
        ("2026-08-31", "2027-08-31", "", False),
    ]


@pytest.mark.parametrize(
    ("tekst", "maanden"),
    [("6 tot 12 maanden", 12), ("1 jaar", 12), ("half jaar", 6), ("maximaal 3 maanden", 3), ("uit", None),
     ("volgens het plan", None), ("8 weken", None), ("af en toe", None), ("minimaal 6 maanden", None)],
)  # fmt: skip
def test_hoogstens_maanden(tekst: str, maanden: int | None) -> None:
    assert hoogstens_maanden(tekst) == maanden


@pytest.mark.parametrize(("marge", "dagen"), [(1.5, 21), (1.0, 14), (1.2, 16), (1.15, 16)])
def test_nieuwe_cyclus(verloop: Maak, marge: float, dagen: int) -> None:
    termijn = de(verloop(PLAN1, VOORT, marge=marge), "nieuwe_cyclus")
    assert ((termijn.uiterlijk - date(2026, 5, 6)).days, termijn.cyclus) == (dagen, 2)


def test_een_marge_verliest_geen_dag(verloop: Maak) -> None:
    """20 × 1.15 is 23, though not in floating point."""
    termijn = de(verloop(PLAN1, VOORT, marge=1.15, planning_max=20), "nieuwe_cyclus")
    assert (termijn.uiterlijk - termijn.vanaf).days == 23


def test_na_afronden_geen_nieuwe_cyclus(verloop: Maak) -> None:
    assert verloop(PLAN1, EVAL1).van_soort("nieuwe_cyclus") == ()
    assert verloop(PLAN1, EVAL1, VOORT).van_soort("nieuwe_cyclus") == ()


@pytest.mark.parametrize(
    ("peildatum", "te_laat", "open_"),
    [(date(2026, 1, 19), False, True), (date(2026, 1, 20), True, False)],
)
def test_te_laat_en_open(verloop: Maak, peildatum: date, te_laat: bool, open_: bool) -> None:
    termijn = de(verloop(AANM), "intake")
    assert (termijn.te_laat(peildatum), termijn.open(peildatum)) == (te_laat, open_)


def test_wat_nog_moet_gebeuren_is_nog_niet_gebeurd(verloop: Maak) -> None:
    termijn = de(verloop(AANM, deel("intake", gesprek_datum="2026-03-01")), "intake")
    assert [termijn.te_laat(dag) for dag in (date(2026, 1, 19), date(2026, 1, 20), date(2026, 4, 1))] == [
        False,
        True,
        True,
    ]


# --------------------------------------------------------------------------
# Cycles


def test_tweede_cyclus(verloop: Maak) -> None:
    pb, plan = (
        deel(PB, 2, datum_pb="2026-05-13"),
        deel(PLAN, 2, plan_datum="2026-05-26", evaluatie_gepland="2026-07-21"),
    )
    alles = verloop(AANM, INTAKE, BEGIN, PB1, PLAN1, VOORT, pb, plan)
    assert perioden(alles)[-3:] == [
        ("analyse", 2, "2026-05-06", "2026-05-13"),
        ("planning", 2, "2026-05-13", "2026-05-26"),
        ("uitvoering", 2, "2026-05-26", ""),
    ]
    assert rij(de(alles, "nieuwe_cyclus")) == ("2026-05-06", "2026-05-27", "2026-05-26", False)
    assert [t.cyclus for t in alles.van_soort("plan")] == [1, 2]


def test_herstart_bij_de_planning(verloop: Maak) -> None:
    plan = deel(PLAN, 2, plan_datum="2026-05-26")
    delen = (BEGIN, PB1, PLAN1, VOORT, plan)
    assert perioden(verloop(*delen, herstart_fase=5))[-2:] == [
        ("planning", 2, "2026-05-06", "2026-05-26"),
        ("uitvoering", 2, "2026-05-26", ""),
    ]
    assert ("analyse", 2, "2026-05-06", "") in perioden(verloop(*delen, herstart_fase=4))
    met = perioden(verloop(*delen[:-1], deel(PB, 2, datum_pb="2026-05-13"), plan, herstart_fase=5))
    assert met[-3:-1] == [("analyse", 2, "2026-05-06", "2026-05-13"), ("planning", 2, "2026-05-13", "2026-05-26")]


def test_nummers_die_springen(verloop: Maak) -> None:
    pb3 = deel(PB, 3, datum_pb="2026-05-13")
    alles = verloop(BEGIN, PB1, PLAN1, VOORT, pb3)
    assert kerncycli((PB1, PLAN1, VOORT, pb3, deel(RAP, 7), deel(EVAL, 9, eval_soort="algemeen"))) == (1, 3)
    assert perioden(alles)[-2:] == [("analyse", 3, "2026-05-06", "2026-05-13"), ("planning", 3, "2026-05-13", "")]
    assert de(alles, "nieuwe_cyclus").vervallen


def test_heel_hoog_nummer_kost_niets(verloop: Maak) -> None:
    assert {p.cyclus for p in verloop(BEGIN, deel(PB, 10**9, datum_pb="2026-05-13")).perioden} == {0, 1, 10**9}


def test_ronde_met_het_oude_nummer(verloop: Maak) -> None:
    plan, pb = deel(PLAN, 1, plan_datum="2026-05-20"), deel(PB, 1, datum_pb="2026-05-07")
    zelfde_dag = deel(PLAN, 1, plan_datum="2026-05-06")
    delen = (PB1, PLAN1, VOORT, plan, pb, zelfde_dag)
    alles = verloop(*delen)
    assert dubbel_genummerd(delen, alles) == (pb, plan)
    assert de(alles, "nieuwe_cyclus").vervallen
    assert dubbel_genummerd((zelfde_dag, VOORT, plan), verloop(zelfde_dag, VOORT, plan)) == (plan,)
    # A single plan after the evaluatie is only a wrong date, and after the end nothing begins.
    assert dubbel_genummerd((PB1, VOORT, plan), verloop(PB1, VOORT, plan)) == ()
    assert dubbel_genummerd((PLAN1, EVAL1, plan), verloop(PLAN1, EVAL1, plan)) == ()


def test_zonder_nummer_alleen_als_er_meer_dan_een_cyclus_kan_zijn(verloop: Maak) -> None:
    pb, plan, tweede = (replace(d, cyclus=None) for d in (PB1, PLAN1, replace(PLAN1, waarden={"plan_versie": 2})))
    algemeen = deel(EVAL, None, eval_soort="algemeen", eval_datum="2026-05-04")
    for delen in ((pb, plan), (pb, PLAN1, EVAL1), (PB1, plan, tweede), (PB1, algemeen, EVAL1), (PB1, PLAN1, VOORT)):
        assert verloop(BEGIN, *delen).zonder_nummer == (), delen
    alleen = replace(VOORT, cyclus=None)
    assert verloop(PB1, PLAN1, alleen).zonder_nummer == ()
    assert verloop(PB1, PLAN1, VOORT, replace(EVAL1, cyclus=None)).zonder_nummer == (replace(EVAL1, cyclus=None),)
    assert verloop(PB1, PLAN1, VOORT, tweede).zonder_nummer == (tweede,)
    assert verloop(PB1, pb).zonder_nummer == (pb,)
    assert verloop(pb, PLAN1, deel(PLAN, 2)).zonder_nummer == (pb,)
    assert verloop(pb, PLAN1, deel(EVAL, 2, eval_soort="algemeen")).zonder_nummer == ()


def test_zonder_nummer_naast_een_formulier_van_dezelfde_soort(verloop: Maak) -> None:
    pb, plan = replace(PB1, cyclus=None), replace(PLAN1, cyclus=None)
    eerste = replace(PLAN1, waarden={**PLAN1.waarden, "plan_versie": 1})
    tweede = replace(plan, waarden={**plan.waarden, "plan_versie": 2})
    assert verloop(PB1, eerste, plan).zonder_nummer == (plan,)
    assert verloop(PB1, eerste, tweede).zonder_nummer == ()
    assert verloop(PB1, pb, PLAN1).zonder_nummer == (pb,)
    assert verloop(pb, PLAN1, deel(EVAL, 2)).zonder_nummer == (pb,)


def test_een_dossier_zonder_nummers_is_van_de_eerste_cyclus(verloop: Maak) -> None:
    def kort(alles: Verloop) -> list[Any]:
        termijnen = [(t.soort, t.cyclus, t.uiterlijk, t.gedaan, t.vervallen) for t in alles.termijnen]
        besluiten = [(b.fase, b.cyclus, b.vervolg) for b in alles.besluiten]
        return [perioden(alles), besluiten, termijnen]

    for laatste in (EVAL1, VOORT):
        met = (AANM, INTAKE, BEGIN, PB1, PLAN1, laatste)
        zonder = tuple(replace(d, cyclus=None) for d in met)
        assert kort(verloop(*zonder)) == kort(verloop(*met))
        assert kort(verloop(*zonder[:-2])) == kort(verloop(*met[:-2]))


def test_bij_welke_cyclus_een_termijn_hoort(verloop: Maak) -> None:
    spoed = deel("aanmelding", aanmelddatum="2026-01-02", besluit="spoed", besluit_datum="2026-01-05")
    proef = deel(
        "intake", gesprek_datum="2026-01-12", besluit="proef", besluit_datum="2026-01-14", proef_eind="2026-03-01"
    )
    wacht = deel("intake", gesprek_datum="2026-01-12", besluit="wachtlijst", besluit_datum="2026-01-14")
    alle = [verloop(AANM, INTAKE, BEGIN, PB1, PLAN1), verloop(spoed, BEGIN, proef), verloop(AANM, wacht)]
    per_soort = {termijn.soort: termijn.cyclus for een in alle for termijn in een.termijnen}
    assert per_soort == {
        **dict.fromkeys(("uitnodiging", "intake", "spoed_intake", "brief", "wachtlijst", "proef"), 0),
        **dict.fromkeys(("beschrijving", "plan", "voortgang", "evaluatie"), 1),
        "algemene_evaluatie": 0,
    }


def test_proef_eindigt_bij_het_eerste_dat_erop_volgt(verloop: Maak) -> None:
    proef = deel("intake", besluit="proef", besluit_datum="2026-01-14", proef_eind="2026-03-01")
    zelfde_dag = deel("intake", besluit="toelating", besluit_datum="2026-01-14")
    assert str(de(verloop(proef, BEGIN, PLAN1, EVAL1, WEG), "proef").gedaan) == "2026-05-06"
    assert str(de(verloop(proef, zelfde_dag, WEG), "proef").gedaan) == "2026-01-14"


def test_het_laatste_vertrek_met_een_datum_telt(verloop: Maak) -> None:
    assert verloop(WEG, deel(UIT, uitstroomsoort="vrijwillig")).vertrek == date(2026, 5, 20)


def test_na_overlijden_vervalt_alleen_wat_nog_open_was(verloop: Maak) -> None:
    overleden = deel(UIT, uitstroomsoort="overlijden", vertrekdatum="2026-05-20")
    termijnen = verloop(AANM, INTAKE, BEGIN, PB1, PLAN1, overleden).termijnen
    assert {t.vervallen for t in termijnen if t.gedaan is None} == {True}
    assert {t.vervallen for t in termijnen if t.gedaan is not None} == {False}


def test_algemene_evaluaties_op_volgorde_van_hun_dag(verloop: Maak) -> None:
    laat, vroeg = (deel(EVAL, 1, eval_soort="algemeen", eval_datum=dag) for dag in ("2026-09-01", "2026-05-01"))
    termijnen = [t for t in verloop(BEGIN, laat, vroeg).termijnen if t.soort == "algemene_evaluatie"]
    dagen = {str(t.vanaf): str(t.gedaan or "") for t in termijnen}
    assert dagen == {"2026-02-01": "2026-05-01", "2026-05-01": "2026-09-01", "2026-09-01": ""}


def test_uit_wat_geen_nummer_heeft_volgt_niets(verloop: Maak) -> None:
    los = deel(PLAN, None, plan_datum="2026-05-20", evaluatie_gepland="2026-06-20")
    alles = verloop(BEGIN, PB1, PLAN1, VOORT, deel(PB, 2, datum_pb="2026-05-13"), los)
    assert los not in [termijn.bron for termijn in alles.termijnen]
    assert [(t.soort, t.cyclus) for t in alles.termijnen if t.gedaan is None and not t.vervallen] == [
        ("algemene_evaluatie", 0)
    ]
    assert {t.vervallen for t in alles.termijnen if t.gedaan is not None} == {False}
    open_ = verloop(BEGIN, PB1, PLAN1, deel(EVAL, None, eval_datum="2026-05-04"), deel(PB, 2, datum_pb="2026-05-13"))
    assert de(open_, "evaluatie").vervallen
    proef = deel("intake", besluit="proef", besluit_datum="2026-01-14", proef_eind="2026-03-01")
    besluit = replace(EVAL1, cyclus=None)
    assert de(verloop(proef, PB1, PLAN1, deel(PLAN, 2), besluit), "proef").vervallen
    assert perioden(alles)[-1] == ("planning", 2, "2026-05-13", "")


@pytest.mark.parametrize(
    ("formulier", "dag", "cyclus"),
    [
        (PB, "2026-05-06", 2),
        (PB, "2026-05-04", 2),
        (PB, "2026-05-03", None),
        (PB, "2026-05-20", 2),
        (PB, "2026-05-21", None),
        (EVAL, "2026-05-20", 2),
        (EVAL, "2026-05-19", None),
        (PLAN, "2026-05-20", 3),
        (PLAN, "2026-05-19", None),
        (PB, None, None),
        (RAP, "2026-05-06", None),
    ],
)
def test_vermoedelijke_cyclus(formulier: str, dag: str | None, cyclus: int | None) -> None:
    plan2 = deel(PLAN, 2, plan_datum="2026-05-20")
    los = deel(formulier, **{DAGVELD.get(formulier, "rap_datum"): dag})
    delen = (PB1, PLAN1, VOORT, plan2, los, deel(EVAL, 9, eval_soort="algemeen", eval_datum="2026-09-01"))
    assert vermoedelijke_cyclus(los, delen) == cyclus


def test_vermoedelijke_cyclus_kiest_niet_tussen_twee() -> None:
    los = deel(EVAL, eval_datum="2026-05-20")
    pb, plan = deel(PB, 2, datum_pb="2026-05-20"), deel(PLAN, 2, plan_datum="2026-05-20")
    assert vermoedelijke_cyclus(los, (PB1, PLAN1, pb, plan, los)) is None
    assert vermoedelijke_cyclus(los, (los,)) is None


def test_slotbesluit_alleen_als_er_geen_ander_is(verloop: Maak) -> None:
    tweede = deel(EVAL, 2, eval_soort="cyclus", besluit="afronden", besluit_datum="2026-08-01")
    assert [b.cyclus for b in slotbesluiten(verloop(EVAL1, VOORT, tweede))] == [2]
    assert [b.cyclus for b in slotbesluiten(verloop(VOORT, tweede))] == [1, 2]


def test_algemene_evaluatie_is_geen_besluit_over_de_cyclus(verloop: Maak) -> None:
    algemeen = replace(EVAL1, waarden={**EVAL1.waarden, "eval_soort": "algemeen"})
    alles = verloop(PLAN1, algemeen)
    assert alles.besluiten == ()
    assert de(alles, "evaluatie").gedaan is None


# --------------------------------------------------------------------------
# Coming back, and the start


def test_opnieuw_aangemeld(verloop: Maak) -> None:
    vroeger = deel("aanmelding", aanmelddatum="2025-11-03", besluit="intake", besluit_datum="2025-11-03")
    toen = deel("intake", gesprek_datum="2025-11-10", besluit="doorverwijzing", besluit_datum="2025-11-12")
    assert de(verloop(vroeger, AANM, toen), "intake").gedaan is None
    assert de(verloop(vroeger, AANM, toen, INTAKE), "intake").gedaan == date(2026, 1, 12)
    meteen = deel("intake", gesprek_datum="2026-01-02")
    assert de(verloop(vroeger, AANM, toen, meteen), "intake").gedaan == date(2026, 1, 2)
    assert nieuwe_aanmelding((vroeger, AANM), date(2025, 11, 3), vroeger)
    assert not nieuwe_aanmelding((vroeger, AANM), date(2026, 1, 2))
    assert not nieuwe_aanmelding((AANM,), None, AANM)
    assert nieuwe_aanmelding((AANM,), None)


def test_opstart_eindigt_met_de_laatste_taak(verloop: Maak, ruime_formulieren: Mapping[str, Formulier]) -> None:
    veld = ruime_formulieren[START].veld("taken")
    assert veld is not None
    taken = [{"taak": rij.sleutel, "gereed": "2026-02-05"} for rij in veld.rijen]
    taken[0]["gereed"] = "2026-02-12"

    def tot(rijen: Any) -> str:
        return perioden(verloop(deel(START, startdatum="2026-02-01", taken=rijen)))[0][3]

    assert tot(taken) == "2026-02-12"
    assert tot(taken[1:]) == ""
    assert tot([{**taken[0], "gereed": None}, *taken[1:]]) == ""
    assert tot([]) == ""


def test_de_vroegste_start_telt(verloop: Maak) -> None:
    later, leeg = deel(START, startdatum="2026-03-01"), deel(START)
    alles = verloop(leeg, later, BEGIN)
    assert alles.start == date(2026, 2, 1)
    assert de(alles, "beschrijving").bron is BEGIN
