"""The starting model opvang2004 says what its source says (domein.md 2.2, 2.5, 4.6)."""

from __future__ import annotations

import re

import pytest
from modellen import (
    CLIENTFORMULIEREN,
    ORGANISATIEFORMULIEREN,
    accolades_over,
    alineas,
    besluiten,
    besluiten_zonder_uitleg,
    duur,
    formulierinstrumenten,
    gebreken,
    gebreken_van_leefgebieden,
    gebreken_van_matrix,
    los_van_de_fasen,
    onbekend_in_de_fasen,
    organisatiebijlagen,
    parameters,
    termijnen,
    vaste_woorden,
    voorstellen,
    week,
)

from generator.duur import Maat
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import FASEN, Inrichting

FORMULIEREN = [*CLIENTFORMULIEREN, *ORGANISATIEFORMULIEREN]


@pytest.fixture(scope="module")
def model() -> Inrichting:
    return lees_inrichting("opvang2004")


@pytest.fixture(scope="module")
def gevuld(model: Inrichting) -> Inrichting:
    return ingevuld(model)


def test_fasen(gevuld: Inrichting) -> None:
    kort = ["Aanmelding", "Intake", "Opname", "Analyse", "Planning", "Uitvoering", "Evaluatie", "Uitstroom"]
    namen = "Aanmeldings Intake Opname Analyse Plannings Uitvoerings Evaluatie Uitstroom".split()
    assert [fase.sleutel for fase in gevuld.fasen] == list(FASEN)
    assert [fase.kort for fase in gevuld.fasen] == kort
    assert [fase.naam for fase in gevuld.fasen] == [f"{naam}fase" for naam in namen]


def test_leefgebieden(gevuld: Inrichting) -> None:
    assert [(gebied.sleutel, gebied.naam, gebied.basisgebied) for gebied in gevuld.leefgebieden] == [
        ("wonen", "Huisvesting", "wonen"),
        ("financien", "Financiën", "financien"),
        ("sociaal", "Sociaal functioneren", "sociaal"),
        ("psychisch", "Psychisch functioneren", "psychisch"),
        ("zingeving", "Zingeving", "zingeving"),
        ("lichamelijk", "Lichamelijk functioneren", "lichamelijk"),
        ("praktisch", "Praktisch functioneren", None),
        ("werk", "Dagbesteding", "werk"),
    ]
    assert gebreken_van_leefgebieden(gevuld) == []


@pytest.mark.parametrize(
    ("onderwerp", "gebied"), [("verslaving", "psychisch"), ("psychiatrie", "psychisch"), ("opvoeding", "sociaal")]
)
def test_geen_probleemgebied(gevuld: Inrichting, onderwerp: str, gebied: str) -> None:
    assert not [deel.naam for deel in gevuld.leefgebieden if onderwerp in deel.naam.casefold()]
    assert [deel.sleutel for deel in gevuld.leefgebieden if onderwerp in deel.reikwijdte] == [gebied]


def test_termen_en_rollen(model: Inrichting) -> None:
    assert model.termen["client"].enkelvoud == "cliënt"
    assert model.termen["begeleider"].enkelvoud == "mentor"
    assert model.termen["intaker"].enkelvoud == "maatschappelijk werker"
    assert model.termen["bewoner"].meervoud == "bewoners"
    rollen = (
        "client begeleider dienstdoende intaker teamleider team leidinggevende management directie extern "
        "verwijzer netwerk"
    )
    assert [rol.sleutel for rol in model.rollen] == rollen.split()
    assert all(rol.omschrijving and rol.taken for rol in model.rollen)
    assert model.rolnaam("team") == "hele team"


def test_criteria(gevuld: Inrichting) -> None:
    assert [deel.sleutel for deel in gevuld.criteria] == ["min_leeftijd", "inkomen", "verblijfsstatus"]
    assert [deel.sleutel for deel in gevuld.contra_indicaties] == ["harddrugs", "psychiatrie", "bedreiging"]
    for deel in (*gevuld.criteria, *gevuld.contra_indicaties):
        assert deel.vraag.endswith("?")
        assert deel.uitzondering_door == ("teamleider",)
    assert "18 jaar" in gevuld.criteria[0].vraag


@pytest.mark.parametrize(
    ("fase", "van", "tot", "gemiddeld", "anker"),
    [
        ("aanmelding", Maat(1, "dag"), week(1), None, "aanmelddatum"),
        ("intake", week(1), week(2), None, "intakegesprek"),
        ("opstart", week(1), week(2), None, "startdatum"),
        ("analyse", week(1), week(4), None, "startdatum"),
        ("planning", None, week(2), None, "persoonsbeschrijving_datum"),
        ("uitvoering", None, None, week(8), "plan_datum"),
        ("evaluatie", week(1), week(2), None, "evaluatiegesprek"),
        ("uitstroom", week(1), week(6), None, "evaluatiebesluit"),
    ],
)
def test_duur_per_fase(
    model: Inrichting, fase: str, van: Maat | None, tot: Maat | None, gemiddeld: Maat | None, anker: str
) -> None:
    gelezen = duur(model.fase(fase).duur)
    assert (gelezen.min, gelezen.max, gelezen.gemiddeld, gelezen.anker) == (van, tot, gemiddeld, anker)
    assert gelezen.volgens_plan is (fase == "uitvoering")


@pytest.mark.parametrize(
    ("sleutel", "tot", "anker", "richting", "parameter"),
    [
        ("uitnodiging_intake", Maat(5, "werkdag"), "aanmeldingsbesluit", "na", "uitnodiging_max"),
        ("intake_gehouden", Maat(14, "dag"), "aanmeldingsbesluit", "na", "intake_wacht"),
        ("intakebrief", week(2), "intakegesprek", "na", "intakebrief_max"),
        ("spoed_intake", Maat(14, "dag"), "startdatum", "na", "spoed_intake_max"),
        ("analyse", week(4), "startdatum", "na", "analyse_max"),
        ("planning", week(2), "persoonsbeschrijving_datum", "na", "planning_max"),
        ("evaluatie_op_tijd", Maat(14, "dag"), "plan_termijn", "na", "evaluatie_marge"),
        ("exitgesprek", Maat(7, "dag"), "vertrekdatum", "voor", "exit_dagen"),
    ],
)
def test_termijn(model: Inrichting, sleutel: str, tot: Maat, anker: str, richting: str, parameter: str) -> None:
    termijn = termijnen(model)[sleutel]
    gelezen = duur(termijn.tekst)
    assert (gelezen.max, gelezen.anker, gelezen.richting) == (tot, anker, richting)
    assert termijn.parameter == parameter
    grens = model.parameters.grens(parameter)
    assert grens == (tot.getal if tot.eenheid == "werkdag" else tot.dagen)


@pytest.mark.parametrize(
    ("sleutel", "keer", "per", "parameter"),
    [
        ("clientenoverleg", 1, week(1), None),
        ("analyse_gesprek", 1, week(1), "analyse_interval"),
        ("uitvoering_gesprek", 1, week(2), "voortgang_max"),
        ("wachtlijst_contact", 1, Maat(30, "dag"), "wachtlijst_contact"),
        ("exit_verwerking", 1, Maat(1, "jaar"), None),
    ],
)
def test_frequentie(model: Inrichting, sleutel: str, keer: float, per: Maat, parameter: str | None) -> None:
    frequentie = termijnen(model)[sleutel]
    gelezen = duur(frequentie.tekst)
    assert (gelezen.keer, gelezen.per, frequentie.parameter) == (keer, per, parameter)


def test_overige_duren(model: Inrichting) -> None:
    alle = termijnen(model)
    gesprek = duur(alle["gesprekslengte"].tekst)
    assert (gesprek.min, gesprek.max) == (Maat(60, "minuut"), Maat(90, "minuut"))
    assert duur(alle["opname_contact"].tekst).open
    assert duur(alle["doeltermijn"].tekst).volgens_plan
    assert duur(alle["traject_totaal"].tekst).min == week(6)
    assert voorstellen(model) == {
        "intake_gehouden",
        "spoed_intake",
        "wachtlijst_contact",
        "checklist_klaar",
        "evaluatie_op_tijd",
        "vervolghulp",
        "traject_totaal",
    }


def test_opname_en_analyse_passen_niet_achter_elkaar(model: Inrichting) -> None:
    """T11: the contradiction of the source stays in the model, and the text says so."""
    opname, analyse = (duur(model.fase(sleutel).duur).max for sleutel in ("opstart", "analyse"))
    assert opname is not None
    assert analyse is not None
    assert model.parameters.analyse_max == analyse.dagen == 28
    assert opname.dagen + analyse.dagen > 28
    assert "overlappen" in model.fase("analyse").duur_voorstel


def test_besluiten(model: Inrichting) -> None:
    assert besluiten(model) == {
        "aanmelding": {"intake": "intake", "spoed": "opstart", "doorverwijzing": "einde"},
        "intake": {
            "toelating": "opstart",
            "wachtlijst": "wachten",
            "proef": "opstart",
            "voorwaardelijk": "opstart",
            "doorverwijzing": "einde",
        },
        "evaluatie": {"afronden": "uitstroom", "voortzetten": "analyse"},
    }
    assert besluiten_zonder_uitleg(model) == []


def test_wegingspunten_en_namen_van_besluiten(model: Inrichting) -> None:
    assert [len(f.wegingspunten) for f in model.fasen if f.besluiten] == [4, 5, 4]
    namen = [deel.naam for deel in model.fase("intake").besluiten]
    assert namen == ["Opname", "Wachtlijst", "Proefopname", "Voorwaardelijke opname", "Doorverwijzing"]


def test_instrumenten_per_fase(model: Inrichting) -> None:
    assert {fase.sleutel: list(fase.instrumenten) for fase in model.fasen} == {
        "aanmelding": ["aanmelding", "voorlichting", "sociale_kaart", "spoedprocedure"],
        "intake": ["intake", "toestemming", "sociale_kaart"],
        "opstart": ["checklist_opstart", "huurcontract", "huisregels", "clientinformatie"],
        "analyse": ["leefgebiedenwijzer", "persoonsbeschrijving"],
        "planning": ["begeleidingsplan"],
        "uitvoering": ["begeleidingsplan"],
        "evaluatie": ["evaluatie"],
        "uitstroom": ["exit", "checklist_uitstroom", "sociale_kaart"],
    }


def test_formulieren_en_documenten(gevuld: Inrichting) -> None:
    assert list(gevuld.formulieren) == FORMULIEREN
    assert all(deel.aan == "ja" for deel in gevuld.formulieren.values())
    assert set(formulieren_van(gevuld)) == set(FORMULIEREN)
    formulieren = formulierinstrumenten(gevuld)
    assert list(formulieren) == list(formulieren.values()) == FORMULIEREN
    documenten = [deel for deel in gevuld.instrumenten if deel.soort == "document"]
    assert len(documenten) == 6
    assert {deel.bijlage for deel in documenten} == {"geen"}
    assert all(deel.omschrijving for deel in gevuld.instrumenten)
    namen = {deel.naam for deel in gevuld.instrumenten if deel.soort == "formulier"}
    assert {"Persoonsbeschrijving", "Begeleidingsplan"} < namen


def test_formulieren_van_de_organisatie(model: Inrichting) -> None:
    """All fourteen are switched on, and stand behind the handleiding after the forms about a client."""
    assert organisatiebijlagen(model) == {sleutel: nr for nr, sleutel in enumerate(ORGANISATIEFORMULIEREN, 11)}


def test_parameters(model: Inrichting) -> None:
    assert parameters(model) == {
        "min_leeftijd": 18,
        "max_leeftijd": "uit",
        "min_kenmerken": 0,
        "uitnodiging_max": 5,
        "intakebrief_max": 14,
        "analyse_max": 28,
        "planning_max": 14,
        "analyse_interval": "7 dagen",
        "voortgang_max": 14,
        "herstart_fase": 4,
        "marge": 1.5,
        "min_traject": 42,
        "exit_dagen": 7,
        "herzien_max": 365,
        "spoed_intake_max": 14,
        "intake_wacht": 14,
        "wachtlijst_contact": 30,
        "leeftijd_toestemming": 16,
        "algemene_evaluatie": "uit",
        "evaluatie_marge": 14,
        "min_meldingen": 0,
        "toestemming_geldig": "1 jaar",
        "evaluatie_tekenen": "ja",
        "pb_schrijver": "begeleider",
        "gespreksmethode": "motiverende gespreksvoering",
        "criteria_gebruiken": "ja",
        "contra_gebruiken": "ja",
        "probleemwoorden": (),
        "twijfelwoorden": (),
        "regels_uit": (),
    }


@pytest.mark.parametrize("sleutel", FASEN)
def test_fase_is_compleet(gevuld: Inrichting, sleutel: str) -> None:
    assert gebreken(gevuld.fase(sleutel)) == []


@pytest.mark.parametrize("sleutel", FASEN)
def test_matrixcellen(gevuld: Inrichting, sleutel: str) -> None:
    assert gebreken_van_matrix(gevuld.fase(sleutel)) == []


def test_matrix_waar_is_een_vertrouwelijke_plek(gevuld: Inrichting) -> None:
    for fase in gevuld.fasen:
        assert "waar" in fase.matrix.voorstel
        assert re.search(r"gesloten|meeluistert", fase.matrix.waar), fase.matrix.waar


def test_elk_instrument_wordt_gebruikt(model: Inrichting) -> None:
    """Only the forms of the organisation itself belong to no fase."""
    assert los_van_de_fasen(model) == list(ORGANISATIEFORMULIEREN)
    assert onbekend_in_de_fasen(model) == set()


def test_handleiding(gevuld: Inrichting) -> None:
    handleiding = gevuld.handleiding
    assert (handleiding.versie, handleiding.datum, handleiding.herzien_door) == ("0", "2004-03-01", ("management",))
    assert [(regel.datum, bool(regel.vervolg)) for regel in handleiding.log] == [("2004-03-01", True)]
    sleutels = (
        "aanleiding basishouding op_maat doelgroep bijstelling toestemming uitstroom_uitzetting begrippen grenzen "
        "continuiteit meedenken rapportage monitoring"
    )
    assert list(handleiding.teksten) == sleutels.split()
    for sleutel, tekst in handleiding.teksten.items():
        assert 1 <= alineas(tekst) <= 4, sleutel


def test_geen_accolades_over(gevuld: Inrichting) -> None:
    assert accolades_over(gevuld) == []


def test_eigen_woorden_komen_uit_de_termen(model: Inrichting) -> None:
    vast = re.compile(r"cliënt|mentor|maatschappelijk werk|dienstdoend|begeleidingsplan|persoonsbeschrijving", re.I)
    assert vaste_woorden(model, vast) == []
