"""The starting models movisie2021 and kr8jongeren say what their source says (domein.md 2.1, 2.4, 2.5, 4.6)."""

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
from generator.inrichting import alle_teksten, ingevuld, lees_inrichting
from generator.model import BASISGEBIEDEN, FASEN, Inrichting

MODELLEN = ("movisie2021", "kr8jongeren")
FORMULIEREN = [*CLIENTFORMULIEREN, *ORGANISATIEFORMULIEREN]


@pytest.fixture(scope="module", params=MODELLEN)
def model(request: pytest.FixtureRequest) -> Inrichting:
    return lees_inrichting(request.param)


@pytest.fixture(scope="module")
def gevuld(model: Inrichting) -> Inrichting:
    return ingevuld(model)


@pytest.fixture(scope="module")
def movisie() -> Inrichting:
    return lees_inrichting("movisie2021")


@pytest.fixture(scope="module")
def kr8() -> Inrichting:
    return lees_inrichting("kr8jongeren")


# --------------------------------------------------------------------------
# What both models share: fasen, durations, decisions, instruments


def test_fasen(gevuld: Inrichting) -> None:
    namen = "Aanmelding Intake Opstart Analyse Planning Uitvoering Evaluatie Uitstroom".split()
    assert [fase.sleutel for fase in gevuld.fasen] == list(FASEN)
    assert [fase.naam for fase in gevuld.fasen] == namen
    assert [fase.kort for fase in gevuld.fasen] == namen


@pytest.mark.parametrize("fase", ["aanmelding", "intake", "opstart", "analyse", "evaluatie", "uitstroom"])
def test_waar_de_bron_zwijgt_is_de_duur_niet_vastgelegd(model: Inrichting, fase: str) -> None:
    deel = model.fase(fase)
    assert deel.duur == "niet vastgelegd"
    assert duur(deel.duur).open
    assert deel.duur_voorstel.startswith("Movisie noemt geen duur")


def test_duur_van_planning_en_uitvoering(model: Inrichting) -> None:
    planning = duur(model.fase("planning").duur)
    assert (planning.min, planning.max, planning.anker) == (None, week(2), "persoonsbeschrijving_datum")
    assert duur(model.fase("uitvoering").duur).volgens_plan
    assert not model.fase("planning").duur_voorstel + model.fase("uitvoering").duur_voorstel


@pytest.mark.parametrize(
    ("sleutel", "tot", "anker", "parameter"),
    [
        ("intake_gehouden", Maat(21, "dag"), "aanmeldingsbesluit", "intake_wacht"),
        ("spoed_intake", Maat(14, "dag"), "startdatum", "spoed_intake_max"),
        ("planning", week(2), "persoonsbeschrijving_datum", "planning_max"),
        ("evaluatie_op_tijd", Maat(14, "dag"), "plan_termijn", "evaluatie_marge"),
    ],
)
def test_termijn(model: Inrichting, sleutel: str, tot: Maat, anker: str, parameter: str) -> None:
    termijn = termijnen(model)[sleutel]
    gelezen = duur(termijn.tekst)
    assert (gelezen.max, gelezen.anker, termijn.parameter) == (tot, anker, parameter)
    assert model.parameters.grens(parameter) == tot.dagen


@pytest.mark.parametrize(
    ("sleutel", "keer", "per", "anker", "soort", "parameter"),
    [
        ("analyse_gesprek", 1, week(1), "startdatum", "gemiddeld", "analyse_interval"),
        ("uitvoering_gesprek", 1, week(2), "plan_datum", "minimaal", "voortgang_max"),
        ("wachtlijst_contact", 1, Maat(30, "dag"), None, "minimaal", "wachtlijst_contact"),
    ],
)
def test_frequentie(
    model: Inrichting, sleutel: str, keer: float, per: Maat, anker: str | None, soort: str, parameter: str
) -> None:
    frequentie = termijnen(model)[sleutel]
    gelezen = duur(frequentie.tekst)
    assert (gelezen.keer, gelezen.per, gelezen.anker, frequentie.parameter) == (keer, per, anker, parameter)
    assert frequentie.tekst.startswith(soort)


def test_overige_duren(model: Inrichting) -> None:
    alle = termijnen(model)
    traject = duur(alle["traject_totaal"].tekst)
    assert (traject.min, traject.anker) == (week(6), "startdatum")
    assert traject.min is not None
    assert traject.min.dagen == model.parameters.min_traject
    assert duur(alle["begeleidingsuren"].tekst).min == Maat(40, "uur")
    assert duur(alle["begeleidingstijd"].tekst).min == Maat(1, "uur")
    assert duur(alle["evaluatie_werkwijze"].tekst).gemiddeld == Maat(1, "jaar")
    assert duur(alle["doeltermijn"].tekst).volgens_plan
    assert duur(alle["clientenoverleg"].tekst).open
    assert voorstellen(model) == {
        "intake_gehouden",
        "spoed_intake",
        "wachtlijst_contact",
        "evaluatie_op_tijd",
        "exitgesprek",
    }


def test_wat_op_uit_staat_hangt_nergens_aan(model: Inrichting) -> None:
    uit = {naam for naam, waarde in parameters(model).items() if waarde == "uit"}
    assert not uit & {deel.parameter for deel in termijnen(model).values()}
    genoemd = {naam for _, tekst in alle_teksten(model, ()) for naam in re.findall(r"\{parameter\.(\w+)\}", tekst)}
    assert not uit & genoemd


BESLUITEN = {
    "aanmelding": {"intake": "intake", "spoed": "opstart", "doorverwijzing": "einde", "afwijzing": "einde"},
    "intake": {
        "toelating": "opstart",
        "wachtlijst": "wachten",
        "proef": "opstart",
        "voorwaardelijk": "opstart",
        "doorverwijzing": "einde",
        "afwijzing": "einde",
    },
    "evaluatie": {"afronden": "uitstroom", "voortzetten": "analyse"},
}


def test_besluiten(model: Inrichting) -> None:
    assert besluiten(model) == BESLUITEN
    assert besluiten_zonder_uitleg(model) == []
    alle = [deel for fase in model.fasen for deel in fase.besluiten]
    assert all(deel.synoniemen for deel in alle)
    assert [deel.uitkomst for deel in alle if deel.voorstel == "ja"] == ["spoed"]
    assert model.parameters.herstart_fase == 1 + FASEN.index("analyse")


def test_wegingspunten(gevuld: Inrichting) -> None:
    assert [(f.sleutel, len(f.wegingspunten)) for f in gevuld.fasen if f.wegingspunten] == [
        ("aanmelding", 5),
        ("intake", 3),
        ("evaluatie", 5),
    ]
    groep = gevuld.fase("intake").wegingspunten[2]
    assert "groep" in groep
    assert gevuld.organisatie.groepswonen == "ja"


def test_formulieren(model: Inrichting, gevuld: Inrichting) -> None:
    assert list(gevuld.formulieren) == FORMULIEREN
    assert all(deel.aan == "ja" for deel in gevuld.formulieren.values())
    assert set(formulieren_van(model)) == set(FORMULIEREN)
    formulieren = formulierinstrumenten(gevuld)
    assert list(formulieren) == list(formulieren.values()) == FORMULIEREN


def test_formulieren_van_de_organisatie(model: Inrichting) -> None:
    """All fourteen are switched on, and stand behind the handleiding after the forms about a client."""
    assert organisatiebijlagen(model) == {sleutel: nr for nr, sleutel in enumerate(ORGANISATIEFORMULIEREN, 11)}


def test_documenten_en_hulpmiddelen(gevuld: Inrichting) -> None:
    assert {deel.sleutel: deel.soort for deel in gevuld.instrumenten if deel.soort != "formulier"} == {
        "aanmeldingsprocedure": "document",
        "sociale_kaart": "document",
        "spoedprocedure": "document",
        "clientinformatie": "document",
        "gesprekstechniek": "hulpmiddel",
        "zelfhulp": "hulpmiddel",
        "kr8": "document",
        "rapportage": "document",
        "tevredenheid": "document",
        "handboek": "document",
        "implementatiewijzer": "document",
    }
    assert {deel.bijlage for deel in gevuld.instrumenten if deel.soort != "formulier"} == {"geen"}
    assert all(deel.omschrijving and deel.bron for deel in gevuld.instrumenten)


def test_instrumenten_per_fase(model: Inrichting) -> None:
    per_fase = {fase.sleutel: set(fase.instrumenten) - {"kr8"} for fase in model.fasen}
    assert per_fase == {
        "aanmelding": {"aanmelding", "aanmeldingsprocedure", "sociale_kaart", "spoedprocedure"},
        "intake": {"intake", "toestemming", "clientinformatie", "sociale_kaart"},
        "opstart": {"checklist_opstart", "clientinformatie"},
        "analyse": {"leefgebiedenwijzer", "persoonsbeschrijving", "gesprekstechniek", "zelfhulp"},
        "planning": {"begeleidingsplan"},
        "uitvoering": {"begeleidingsplan", "rapportage", "gesprekstechniek"},
        "evaluatie": {"evaluatie", "begeleidingsplan"},
        "uitstroom": {"checklist_uitstroom", "exit", "tevredenheid", "sociale_kaart"},
    }
    assert "kr8" in model.fase("analyse").instrumenten


def test_wat_los_staat_van_de_fasen(model: Inrichting) -> None:
    """The books of Movisie, and the forms of the organisation itself."""
    assert los_van_de_fasen(model) == ["handboek", "implementatiewijzer", *ORGANISATIEFORMULIEREN]
    assert onbekend_in_de_fasen(model) == set()


@pytest.mark.parametrize("sleutel", FASEN)
def test_fase_is_compleet(gevuld: Inrichting, sleutel: str) -> None:
    assert gebreken(gevuld.fase(sleutel)) == []


@pytest.mark.parametrize("sleutel", FASEN)
def test_matrixcellen(gevuld: Inrichting, sleutel: str) -> None:
    assert gebreken_van_matrix(gevuld.fase(sleutel)) == []


def test_matrix_voorstellen(model: Inrichting) -> None:
    """A proposal is marked where Movisie is silent, and only there."""
    voorstel = {fase.sleutel: set(fase.matrix.voorstel) for fase in model.fasen}
    zonder_duur = {fase.sleutel for fase in model.fasen if fase.duur == "niet vastgelegd"}
    assert {sleutel for sleutel, cellen in voorstel.items() if "wanneer" in cellen} == zonder_duur
    assert {sleutel for sleutel, cellen in voorstel.items() if "wie" in cellen} == {
        "aanmelding",
        "intake",
        "opstart",
        "uitstroom",
    }
    assert not voorstel["planning"] | voorstel["uitvoering"]
    assert not {"wat", "waarmee"} & set().union(*voorstel.values())


def test_matrix_waar_is_een_vertrouwelijke_plek(gevuld: Inrichting) -> None:
    for fase in gevuld.fasen:
        assert "meeluistert" in fase.matrix.waar


def test_handleiding(model: Inrichting, gevuld: Inrichting) -> None:
    handleiding = gevuld.handleiding
    assert (handleiding.versie, handleiding.datum) == ("1", "2021-12-01")
    assert [(regel.datum, bool(regel.vervolg)) for regel in handleiding.log] == [("2021-12-01", True)]
    assert {*handleiding.herzien_door, *(regel.door for regel in handleiding.log)} <= {
        rol.sleutel for rol in model.rollen
    }
    sleutels = (
        "aanleiding basishouding op_maat doelgroep bijstelling toestemming uitstroom_uitzetting begrippen continuiteit "
        "meedenken rapportage deskundigheid monitoring invoering"
    )
    assert list(handleiding.teksten) == sleutels.split()
    for sleutel, tekst in handleiding.teksten.items():
        assert 1 <= alineas(tekst) <= 4, sleutel


def test_basishouding_noemt_de_zes_krachten(gevuld: Inrichting) -> None:
    tekst = " ".join(gevuld.handleiding.teksten["basishouding"].split())
    for kracht in ("vaardigheden", "interesses", "kennis", "kwaliteiten", "contacten", "buurt"):
        assert kracht in tekst
    assert "krachtgericht" in tekst
    assert "staat centraal" in tekst


def test_voorwaarden_uit_de_bron_en_voorstellen(gevuld: Inrichting) -> None:
    """A hulpvraag and bereidheid come from the source; what else is asked, is a proposal and says so."""
    bron = [deel.sleutel for deel in gevuld.criteria if deel.bron == "S0:142-144"]
    assert bron == ["hulpvraag", "bereidheid"]
    assert [deel.sleutel for deel in gevuld.contra_indicaties] == ["behandeling", "eenmalig", "onveilig"]
    for deel in (*gevuld.criteria, *gevuld.contra_indicaties):
        assert deel.vraag.endswith("?")
        assert deel.uitzondering_door == ("teamleider",)
        assert deel.sleutel in bron or ("aanvulling" in deel.bron and deel.toelichting.startswith("Een voorstel."))


def test_geen_accolades_over(gevuld: Inrichting) -> None:
    assert accolades_over(gevuld) == []


def test_eigen_woorden_komen_uit_de_termen(model: Inrichting) -> None:
    vast = re.compile(
        r"cliënt|trajectbegeleider|jongeren?\b|\bvoogd|\bintaker|begeleidingsplan|persoonsbeschrijving", re.I
    )
    assert vaste_woorden(model, vast, {("organisatie",)}) == []


def test_geen_hij_of_zij_voor_wie_het_om_gaat(gevuld: Inrichting) -> None:
    enkelvoud = re.compile(r"\b(?:hij|hem|haar)\b|\bzij (?:is|wil|kan|heeft|krijgt|gaat)\b", re.I)
    over = [(pad, tekst) for pad, tekst in alle_teksten(gevuld, ()) if enkelvoud.search(tekst)]
    assert over == []


# --------------------------------------------------------------------------
# movisie2021


def test_movisie_parameters(movisie: Inrichting) -> None:
    assert parameters(movisie) == {
        "min_leeftijd": "uit",
        "max_leeftijd": "uit",
        "min_kenmerken": 0,
        "uitnodiging_max": "uit",
        "intakebrief_max": "uit",
        "analyse_max": "uit",
        "planning_max": 14,
        "analyse_interval": "7 dagen",
        "voortgang_max": 14,
        "herstart_fase": 4,
        "marge": 1.5,
        "min_traject": 42,
        "exit_dagen": "uit",
        "herzien_max": "uit",
        "spoed_intake_max": 14,
        "intake_wacht": 21,
        "wachtlijst_contact": 30,
        "leeftijd_toestemming": 16,
        "algemene_evaluatie": "uit",
        "evaluatie_marge": 14,
        "min_meldingen": 0,
        "toestemming_geldig": "1 jaar",
        "evaluatie_tekenen": "ja",
        "pb_schrijver": "client",
        "gespreksmethode": "motiverende gespreksvoering",
        "criteria_gebruiken": "ja",
        "contra_gebruiken": "ja",
        "probleemwoorden": (),
        "twijfelwoorden": (),
        "regels_uit": (),
    }


def test_movisie_leefgebieden(movisie: Inrichting) -> None:
    assert [(gebied.naam, gebied.sleutel) for gebied in movisie.leefgebieden] == [
        ("Zingeving", "zingeving"),
        ("Wonen", "wonen"),
        ("Financiën", "financien"),
        ("Sociale relaties", "sociaal"),
        ("Lichamelijke gezondheid", "lichamelijk"),
        ("Psychische gezondheid", "psychisch"),
        ("Werk en activiteiten", "werk"),
    ]
    assert tuple(gebied.sleutel for gebied in movisie.leefgebieden) == BASISGEBIEDEN
    assert all(gebied.basisgebied == gebied.sleutel for gebied in movisie.leefgebieden)
    assert gebreken_van_leefgebieden(movisie) == []


@pytest.mark.parametrize(
    ("onderwerp", "gebied"), [("verslaving", "psychisch"), ("psychiatrisch", "psychisch"), ("justitie", "sociaal")]
)
def test_movisie_zonder_probleemgebied(movisie: Inrichting, onderwerp: str, gebied: str) -> None:
    assert not [deel.naam for deel in movisie.leefgebieden if onderwerp in deel.naam.casefold()]
    assert [deel.sleutel for deel in movisie.leefgebieden if onderwerp in deel.reikwijdte] == [gebied]


def test_movisie_termen_en_rollen(movisie: Inrichting) -> None:
    assert movisie.termen["client"].enkelvoud == "cliënt"
    assert movisie.termen["begeleider"].enkelvoud == "trajectbegeleider"
    rollen = (
        "client begeleider dienstdoende intaker teamleider team netwerk verwijzer extern projectleider "
        "projectgroep management"
    )
    assert [rol.sleutel for rol in movisie.rollen] == rollen.split()
    assert all(rol.omschrijving and rol.taken and rol.bron for rol in movisie.rollen)
    assert movisie.rolnaam("management") == "bestuur en management"


def test_movisie_organisatie(movisie: Inrichting) -> None:
    organisatie = movisie.organisatie
    assert (organisatie.setting, organisatie.minderjarigen) == (("wonen", "ambulant"), "nee")
    assert (organisatie.ambulant, organisatie.indicatie_nodig) == ("ja", "ja")


# --------------------------------------------------------------------------
# kr8jongeren: other areas, age and words; the rest as movisie2021


def test_kr8_leefgebieden(kr8: Inrichting) -> None:
    assert [(gebied.naam, gebied.sleutel, gebied.basisgebied) for gebied in kr8.leefgebieden] == [
        ("Gezondheid", "gezondheid", "lichamelijk"),
        ("Veiligheid", "veiligheid", None),
        ("Geld & administratie", "geld", "financien"),
        ("Wonen", "wonen", "wonen"),
        ("Familie & gezin", "familie", "sociaal"),
        ("Werken & leren", "leren", "werk"),
        ("Vrienden & vrije tijd", "vrienden", "sociaal"),
        ("Maatschappij & cultuur", "meedoen", "zingeving"),
    ]
    assert gebreken_van_leefgebieden(kr8, range(5, 8)) == []
    for gebied in kr8.leefgebieden:
        assert len(gebied.sleutel) <= 10
        assert all(vraag.endswith("?") for vraag in gebied.vragen)


def test_kr8_wijkt_alleen_af_waar_het_moet(movisie: Inrichting, kr8: Inrichting) -> None:
    verschil = {naam for naam, waarde in parameters(kr8).items() if waarde != parameters(movisie)[naam]}
    assert verschil == {"min_leeftijd"}
    assert [fase.duur for fase in kr8.fasen] == [fase.duur for fase in movisie.fasen]
    for eigen, basis in zip(kr8.fasen, movisie.fasen, strict=True):
        for veld in ("besluiten", "termijnen", "frequenties", "wegingspunten"):
            assert getattr(eigen, veld) == getattr(basis, veld), (eigen.sleutel, veld)


def test_kr8_leeftijd(kr8: Inrichting) -> None:
    """T07: 16 is the lower limit; the upper one stays empty, and 23 is named."""
    assert (kr8.parameters.min_leeftijd, kr8.parameters.max_leeftijd) == (16, "uit")
    leeftijd = next(deel for deel in ingevuld(kr8).criteria if deel.sleutel == "leeftijd")
    assert "16 jaar" in leeftijd.vraag
    assert "16 tot 23" in leeftijd.toelichting


def test_kr8_termen_en_rollen(movisie: Inrichting, kr8: Inrichting) -> None:
    client = kr8.termen["client"]
    assert (client.lidwoord, client.enkelvoud, client.meervoud) == ("de", "jongere", "jongeren")
    assert kr8.termen["begeleider"].enkelvoud == "jongerencoach"
    assert {rol.sleutel for rol in kr8.rollen} == {rol.sleutel for rol in movisie.rollen} | {"ouder"}
    assert kr8.rolnaam("ouder") == "ouder of voogd"


def test_kr8_ouders_doen_mee(kr8: Inrichting) -> None:
    assert kr8.organisatie.minderjarigen == "ja"
    for fase in kr8.fasen:
        assert any("ouder" in deel.wie for deel in (*fase.werkwijze, *fase.taken)), fase.sleutel
        assert "{ouder}" in fase.matrix.wie, fase.sleutel
    formulieren = formulieren_van(kr8)
    assert formulieren["toestemming"].veld("handtekening_ouder")
    assert formulieren["begeleidingsplan"].veld("handtekening_ouder")
    aanmelder = formulieren["aanmelding"].veld("aanmelder")
    assert aanmelder is not None
    assert "ouder" in [optie.sleutel for optie in aanmelder.opties]
    taken = formulieren["checklist_opstart"].veld("taken")
    assert taken is not None
    assert {"ouders", "school"} <= {rij.sleutel for rij in taken.rijen}


def test_kr8_stuurt_de_analyse(kr8: Inrichting) -> None:
    analyse = kr8.fase("analyse")
    assert analyse.instrumenten[0] == "kr8"
    assert analyse.werkwijze[0].titel.startswith("KR8!")
    assert "cliënt" not in " ".join(tekst for _, tekst in alle_teksten(ingevuld(kr8).fasen, ())).casefold()
