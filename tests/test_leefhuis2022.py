"""The starting model leefhuis2022 says what its source says (domein.md 2.3, 2.5, 2.6, 4.6)."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from modellen import (
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
)

from generator.duur import Maat
from generator.formats.word import maak_formulier
from generator.formulier import formulieren_van
from generator.handboek import bijlagenummers, maak_handleiding
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import FASEN, Fase, Inrichting, Taak, Werkwijze

OVER_EEN_DEELNEMER = [
    "aanmelding",
    "casusinbreng",
    "intake",
    "toestemming",
    "checklist_opstart",
    "rie",
    "leefgebiedenwijzer",
    "persoonsbeschrijving",
    "begeleidingsplan",
    "signaleringsplan",
    "deelnemerskaart",
    "rapportage",
    "memo",
    "incident",
    "hulpvraagwijziging",
    "evaluatie",
    "checklist_uitstroom",
    "overdracht",
    "exit",
    "tevredenheid",
]
FORMULIEREN = [*OVER_EEN_DEELNEMER, *ORGANISATIEFORMULIEREN]
VREEMD = re.compile(r"cli[eë]nt|trajectbegeleid", re.I)


@pytest.fixture(scope="module")
def model() -> Inrichting:
    return lees_inrichting("leefhuis2022")


@pytest.fixture(scope="module")
def gevuld(model: Inrichting) -> Inrichting:
    return ingevuld(model)


def stap(fase: Fase, titel: str) -> Werkwijze:
    return next(deel for deel in fase.werkwijze if deel.titel == titel)


def taak(fase: Fase, wat: str) -> Taak:
    return next(deel for deel in fase.taken if deel.wat == wat)


def alles(deel: Werkwijze) -> str:
    return " ".join((deel.tekst, *deel.punten))


def zichtbaar(document: bytes) -> str:
    """Return the text that stands in a Word document, wherever it stands."""
    with ZipFile(BytesIO(document)) as pakket:
        delen = [naam for naam in pakket.namelist() if re.fullmatch(r"word/\w+\.xml|docProps/core\.xml", naam)]
        ruw = "\n".join(pakket.read(naam).decode("utf-8") for naam in delen)
    uitleg = re.findall(r'(?:w:alias|w:descr|descr|title) ?(?:w:val)?="([^"]*)"', ruw)
    return unescape("\n".join((re.sub(r"<[^>]+>", "", ruw.replace("</w:p>", "\n")), *uitleg)))


# --------------------------------------------------------------------------
# The organisation, its words and its people


def test_organisatie(model: Inrichting) -> None:
    organisatie = model.organisatie
    assert model.uitgangsmodel == "leefhuis2022"
    assert "Leefhuis" not in organisatie.naam
    schakelaars = (
        organisatie.groepswonen,
        organisatie.minderjarigen,
        organisatie.ambulant,
        organisatie.indicatie_nodig,
    )
    assert schakelaars == ("ja", "ja", "ja", "ja")
    assert organisatie.setting == ("wonen", "ambulant", "dagbesteding")


def test_termen_en_rollen(model: Inrichting) -> None:
    woorden = {sleutel: term.enkelvoud for sleutel, term in model.termen.items()}
    assert model.termen["client"].meervoud == "deelnemers"
    assert woorden["client"] == "deelnemer"
    assert woorden["begeleider"] == "mentor"
    assert woorden["vervanger"] == "buddy"
    assert woorden["ouder"] == "ouder/verzorger"
    assert woorden["bewoner"] == "groepsgenoot"
    assert {woorden[sleutel] for sleutel in ("manager", "teamleider", "dienstdoende", "intaker")} == {"manager"}
    rollen = (
        "client begeleider vervanger collega manager zorgteam team ouder hulpverlener verwijzer netwerk igj".split()
    )
    assert [rol.sleutel for rol in model.rollen] == rollen
    assert all(rol.omschrijving and rol.taken and rol.bron for rol in model.rollen)


def test_zorgteam(gevuld: Inrichting) -> None:
    zorgteam = next(rol for rol in gevuld.rollen if rol.sleutel == "zorgteam")
    leden = (
        "gedragsdeskundige",
        "kindercoach",
        "ergotherapeut",
        "toegepast psycholoog",
        "SKJ",
        "pedagogisch medewerker",
    )
    assert [lid for lid in leden if lid not in " ".join(zorgteam.omschrijving.split())] == []
    assert "akkoord" in zorgteam.omschrijving
    assert len(zorgteam.synoniemen) == 6


# --------------------------------------------------------------------------
# Fasen and leefgebieden


def test_fasen(gevuld: Inrichting) -> None:
    kort = ["Aanmelding", "Intake", "Opstart", "Analyse", "Planning", "Uitvoering", "Evaluatie", "Uitstroom"]
    namen = "Aanmeldings Intake Opstart Analyse Plannings Uitvoerings Evaluatie Uitstroom".split()
    assert [fase.sleutel for fase in gevuld.fasen] == list(FASEN)
    assert [fase.kort for fase in gevuld.fasen] == kort
    assert [fase.naam for fase in gevuld.fasen] == [f"{naam}fase" for naam in namen]


def test_leefgebieden(gevuld: Inrichting) -> None:
    assert [(gebied.sleutel, gebied.naam) for gebied in gevuld.leefgebieden] == [
        ("zingeving", "Zingeving"),
        ("wonen", "Wonen"),
        ("financien", "Financiën"),
        ("sociaal", "Sociale relaties"),
        ("lichamelijk", "Lichamelijke gezondheid"),
        ("psychisch", "Psychische gezondheid"),
        ("werk", "Werk en activiteiten"),
    ]
    assert all(gebied.basisgebied == gebied.sleutel for gebied in gevuld.leefgebieden)
    assert gebreken_van_leefgebieden(gevuld) == []


@pytest.mark.parametrize(
    ("gebied", "woorden"),
    [
        ("wonen", ("gezin", "systeem")),
        ("financien", ("rekenen met geld", "boodschappen doen")),
        ("sociaal", ("groepsgenoten", "mentor", "justitie", "online")),
        ("psychisch", ("psychiatrie", "verslaving")),
    ],
)
def test_eigen_accenten_per_leefgebied(gevuld: Inrichting, gebied: str, woorden: tuple[str, ...]) -> None:
    reikwijdte = next(" ".join(deel.reikwijdte.split()) for deel in gevuld.leefgebieden if deel.sleutel == gebied)
    assert [woord for woord in woorden if woord not in reikwijdte] == []


# --------------------------------------------------------------------------
# Selection


def test_criteria(gevuld: Inrichting) -> None:
    assert [deel.sleutel for deel in gevuld.criteria] == ["hulpvraag", "bereidheid", "kenmerken", "groei"]
    assert [deel.sleutel for deel in gevuld.contra_indicaties] == ["behandelvraag"]
    for deel in (*gevuld.criteria, *gevuld.contra_indicaties):
        assert deel.vraag.endswith("?")
        assert deel.uitzondering_door == ()
        assert deel.bron.startswith("S3:")
    assert "ten minste 1 van de zeven kenmerken" in gevuld.criteria[2].vraag
    assert "één op één" in gevuld.criteria[3].toelichting


def test_zeven_kenmerken_en_voorbeeldvragen(gevuld: Inrichting) -> None:
    doelgroep = gevuld.handleiding.teksten["doelgroep"]
    assert len(re.findall(r"^\d\. ", doelgroep, re.M)) == 7
    vragen = re.findall(r"^- (.*)$", doelgroep, re.M)
    assert len(vragen) >= 8
    assert "Wolf (2015)" in doelgroep
    assert "kinderen, jongeren en volwassenen" in doelgroep


# --------------------------------------------------------------------------
# Durations, deadlines and parameters


@pytest.mark.parametrize("sleutel", FASEN)
def test_duur_per_fase(model: Inrichting, sleutel: str) -> None:
    fase = model.fase(sleutel)
    gelezen = duur(fase.duur)
    if sleutel == "planning":
        assert (gelezen.max, gelezen.anker) == (Maat(2, "week"), "persoonsbeschrijving_datum")
    elif sleutel == "uitvoering":
        assert gelezen.volgens_plan
    else:
        assert gelezen.open
        assert fase.duur_voorstel


@pytest.mark.parametrize(
    ("sleutel", "tot", "anker", "parameter"),
    [
        ("intake_gehouden", Maat(21, "dag"), "aanmeldingsbesluit", "intake_wacht"),
        ("spoed_intake", Maat(14, "dag"), "startdatum", "spoed_intake_max"),
        ("planning", Maat(2, "week"), "persoonsbeschrijving_datum", "planning_max"),
        ("evaluatie_op_tijd", Maat(14, "dag"), "plan_termijn", "evaluatie_marge"),
    ],
)
def test_termijn(model: Inrichting, sleutel: str, tot: Maat, anker: str, parameter: str) -> None:
    termijn = termijnen(model)[sleutel]
    gelezen = duur(termijn.tekst)
    assert (gelezen.max, gelezen.anker, termijn.parameter) == (tot, anker, parameter)
    assert model.parameters.grens(parameter) == tot.dagen


@pytest.mark.parametrize(
    ("sleutel", "keer", "per", "parameter"),
    [
        ("analyse_gesprek", 1, Maat(1, "maand"), "analyse_interval"),
        ("uitvoering_gesprek", 1, Maat(2, "week"), "voortgang_max"),
        ("wachtlijst_contact", 1, Maat(30, "dag"), "wachtlijst_contact"),
        ("meldingen", 2, None, "min_meldingen"),
    ],
)
def test_frequentie(model: Inrichting, sleutel: str, keer: float, per: Maat | None, parameter: str) -> None:
    frequentie = termijnen(model)[sleutel]
    gelezen = duur(frequentie.tekst)
    assert (gelezen.keer, gelezen.per, frequentie.parameter) == (keer, per, parameter)


def test_overige_duren(model: Inrichting) -> None:
    alle = termijnen(model)
    algemeen = duur(alle["algemene_evaluatie"].tekst)
    assert (algemeen.min, algemeen.max, algemeen.anker) == (Maat(6, "maand"), Maat(12, "maand"), "startdatum")
    grens = duur(model.parameters.algemene_evaluatie)
    assert (grens.min, grens.max) == (algemeen.min, algemeen.max)
    assert duur(alle["antwoord"].tekst).max == Maat(24, "uur")
    assert duur(alle["ziekmelding"].tekst).min == Maat(1, "uur")
    assert duur(alle["traject_totaal"].tekst).min == Maat(6, "week")
    assert duur(alle["doeltermijn"].tekst).volgens_plan
    assert duur(alle["incidentmail"].tekst).open
    assert voorstellen(model) == {
        "intake_gehouden",
        "spoed_intake",
        "wachtlijst_contact",
        "meldingen",
        "evaluatie_op_tijd",
        "traject_totaal",
    }


def test_parameters(model: Inrichting) -> None:
    assert parameters(model) == {
        "min_leeftijd": "uit",
        "max_leeftijd": "uit",
        "min_kenmerken": 1,
        "uitnodiging_max": "uit",
        "intakebrief_max": "uit",
        "analyse_max": "uit",
        "planning_max": 14,
        "analyse_interval": "1 maand",
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
        "algemene_evaluatie": "6 tot 12 maanden",
        "evaluatie_marge": 14,
        "min_meldingen": 2,
        "toestemming_geldig": "1 jaar",
        "evaluatie_tekenen": "ja",
        "pb_schrijver": "client",
        "gespreksmethode": "oplossingsgericht werken",
        "criteria_gebruiken": "ja",
        "contra_gebruiken": "ja",
        "probleemwoorden": (),
        "twijfelwoorden": (),
        "regels_uit": (),
    }


# --------------------------------------------------------------------------
# Decisions


def test_besluiten(model: Inrichting) -> None:
    assert besluiten(model) == {
        "aanmelding": {"intake": "intake", "spoed": "opstart", "doorverwijzing": "einde", "afwijzing": "einde"},
        "intake": {
            "toelating": "opstart",
            "wachtlijst": "wachten",
            "proef": "opstart",
            "voorwaardelijk": "opstart",
            "doorverwijzing": "einde",
            "afwijzing": "einde",
        },
        # T01: the source says "fase 4, de planningsfase"; the kring starts with analyse.
        "evaluatie": {"afronden": "uitstroom", "voortzetten": "analyse"},
    }
    assert besluiten_zonder_uitleg(model) == []


def test_wegingspunten_en_voorgestelde_besluiten(model: Inrichting) -> None:
    assert [len(f.wegingspunten) for f in model.fasen if f.besluiten] == [5, 3, 5]
    voorgesteld = [b.uitkomst for f in model.fasen for b in f.besluiten if b.voorstel == "ja"]
    assert voorgesteld == ["spoed"]


# --------------------------------------------------------------------------
# What is special about this model


def test_aanmelding_door_de_manager(model: Inrichting) -> None:
    gesprek = stap(model.fase("aanmelding"), "Aanmeldingsgesprek voeren")
    assert gesprek.wie[:2] == ("manager", "begeleider")


def test_opstart(gevuld: Inrichting) -> None:
    opstart = gevuld.fase("opstart")
    assert taak(opstart, "Risico-inventarisatie invullen").wie == ("ouder",)
    assert {"indicatie", "verhuizing"} <= set(re.findall(r"\w+", stap(opstart, "Eenmalige zaken regelen").tekst))
    assert "buddy het hele traject over" in " ".join(stap(opstart, "Mentor en buddy leren kennen").tekst.split())
    vervanging = stap(opstart, "Er is altijd iemand").tekst
    assert "schaduwrooster" in vervanging
    assert "een uur voor het begin van de dienst" in vervanging
    assert "24 uur" in stap(opstart, "Korte lijnen").tekst


def test_analyse(gevuld: Inrichting) -> None:
    analyse = gevuld.fase("analyse")
    assert "kiest geen partij" in stap(analyse, "Naar het hele gezin kijken").tekst
    assert stap(analyse, "Persoonsbeschrijving maken").wie[0] == "client"
    assert "oplossingsgericht werken" in stap(analyse, "Gesprekken over de leefgebieden").tekst


def test_planning(gevuld: Inrichting) -> None:
    planning = gevuld.fase("planning")
    risico = stap(planning, "Risico's een plek geven").tekst
    assert "afspraken" in risico
    assert "doel" in risico
    assert [punt.split(":")[0] for punt in stap(planning, "Observatiepunten kiezen").punten] == [
        "begrip",
        "uitvoering",
        "beleving",
    ]
    assert taak(planning, "Signaleringsplan maken").waarmee == ("signaleringsplan",)
    assert taak(planning, "Deelnemerskaart maken").wie == ("begeleider",)


def test_incidentregels(gevuld: Inrichting) -> None:
    incident = alles(stap(gevuld.fase("uitvoering"), "Na een incident"))
    for regel in (
        "na de eerste keer",
        "elke keer dat er weer iets gebeurt",
        "mail aan de ouders/verzorgers",
        "met toestemming aan betrokken hulpverleners",
        "in het dossier zetten",
        "MIC",
        "MIM",
        "Incidentregistratie",
        "agressie tussen deelnemers",
        "schade bij een deelnemer",
        "IGJ",
        "memo",
        "gespreksverslagen in het dossier",
    ):
        assert regel in " ".join(incident.split()), regel
    registratie = gevuld.instrument("registratie")
    assert registratie is not None
    assert "Solopartners" in registratie.omschrijving


def test_rapporteren_stagnatie_en_crisis(gevuld: Inrichting) -> None:
    uitvoering = gevuld.fase("uitvoering")
    assert "alleen iets op als er een verandering is" in stap(uitvoering, "Rapporteren op observatiepunten").tekst
    assert "akkoord" in stap(uitvoering, "Vastgelopen of in twijfel").tekst
    crisis = stap(uitvoering, "Crisis thuis")
    assert {"ouder", "manager", "begeleider", "zorgteam"} == set(crisis.wie)
    vraag = stap(uitvoering, "Als de vraag een behandelvraag wordt").tekst
    assert re.search(r"2\s+keer", vraag)
    assert "mail" in vraag


def test_evaluatie(gevuld: Inrichting) -> None:
    evaluatie = gevuld.fase("evaluatie")
    pea = stap(evaluatie, "Elk doel langs met PEA")
    assert [punt.split(":")[0] for punt in pea.punten] == ["proces", "effect", "actie"]
    onderwerpen = " ".join(stap(evaluatie, "Evaluatiegesprek voeren").punten)
    assert [
        w for w in ("doelen", "samenwerken", "professionaliteit", "nieuwe hulpvragen") if w not in onderwerpen
    ] == []
    algemeen = stap(evaluatie, "De algemene evaluatie")
    assert "half jaar" in algemeen.tekst
    assert set(taak(evaluatie, "Risico-inventarisatie opnieuw invullen").wie) == {"ouder", "begeleider", "collega"}
    assert "oefenen" in stap(evaluatie, "Vasthouden wat gelukt is").tekst


def test_stopgronden(gevuld: Inrichting) -> None:
    """Domein.md 6.3: when the question becomes another, when we stop, the warning first, and who decides."""
    tekst = gevuld.handleiding.teksten["grenzen"]
    gronden = re.findall(r"^- \*\*(.+?)\.\*\*", tekst, re.M)
    assert len(gronden) == 4
    for woord, grond in zip(("Dreiging", "vertrouwen", "hygiëne", "niet nakomen"), gronden, strict=True):
        assert woord in grond
    assert "familie" in tekst
    heel = " ".join(tekst.split())
    for woorden in ("behandelvraag", "2 keer per mail", "waarschuwen eerst", "manager beslist", "klacht"):
        assert woorden in heel, woorden


def test_gedwongen_vertrek_verwijst_naar_de_grenzen(gevuld: Inrichting) -> None:
    assert "‘Grenzen en stopzetting’" in " ".join(gevuld.handleiding.teksten["uitstroom_uitzetting"].split())


# --------------------------------------------------------------------------
# Instruments and forms


def test_instrumenten_per_fase(model: Inrichting) -> None:
    assert {fase.sleutel: list(fase.instrumenten) for fase in model.fasen} == {
        "aanmelding": ["selectiehandleiding", "aanmelding", "casusinbreng", "sociale_kaart"],
        "intake": ["intake", "toestemming", "casusinbreng", "sociale_kaart"],
        "opstart": ["checklist_opstart", "rie", "huisregels", "clientinformatie", "schaduwrooster"],
        "analyse": ["leefgebiedenwijzer", "persoonsbeschrijving", "gesprekstechniek", "systeemoverzicht", "zelfhulp"],
        "planning": ["begeleidingsplan", "protocol_plan", "observatiepunten", "signaleringsplan", "deelnemerskaart"],
        "uitvoering": [
            "begeleidingsplan",
            "rapportage",
            "observatiepunten",
            "protocol_rapporteren",
            "memo",
            "incident",
            "registratie",
            "casusinbreng",
            "hulpvraagwijziging",
        ],
        "evaluatie": ["evaluatie", "pea", "rie"],
        "uitstroom": ["checklist_uitstroom", "overdracht", "exit", "tevredenheid", "sociale_kaart"],
    }


def test_formulieren_en_documenten(gevuld: Inrichting) -> None:
    assert list(gevuld.formulieren) == FORMULIEREN
    assert all(deel.aan == "ja" for deel in gevuld.formulieren.values())
    formulieren = formulierinstrumenten(gevuld)
    assert list(formulieren) == list(formulieren.values())
    assert set(formulieren) == set(formulieren_van(gevuld)) == set(FORMULIEREN)
    overig = [deel for deel in gevuld.instrumenten if deel.soort != "formulier"]
    assert {deel.bijlage for deel in overig} == {"geen"}
    assert {"selectiehandleiding", "huisregels", "protocol_rapporteren", "protocol_plan"} <= {
        deel.sleutel for deel in overig if deel.soort == "document"
    }
    assert all(deel.omschrijving and deel.bron for deel in gevuld.instrumenten)


def test_bijlagen_op_volgorde_van_gebruik(model: Inrichting) -> None:
    nummers = bijlagenummers(model)
    assert list(nummers.values()) == list(range(1, 35))
    assert list(nummers) == [
        "aanmelding",
        "casusinbreng",
        "intake",
        "toestemming",
        "checklist_opstart",
        "rie",
        "leefgebiedenwijzer",
        "persoonsbeschrijving",
        "begeleidingsplan",
        "signaleringsplan",
        "deelnemerskaart",
        "memo",
        "rapportage",
        "incident",
        "hulpvraagwijziging",
        "evaluatie",
        "checklist_uitstroom",
        "overdracht",
        "exit",
        "tevredenheid",
        *ORGANISATIEFORMULIEREN,
    ]


def test_formulieren_van_de_organisatie(model: Inrichting) -> None:
    """All fourteen are switched on, and stand behind the handleiding after the forms about a client."""
    assert organisatiebijlagen(model) == {sleutel: nr for nr, sleutel in enumerate(ORGANISATIEFORMULIEREN, 21)}


def test_elk_instrument_wordt_gebruikt(model: Inrichting) -> None:
    """Only the forms of the organisation itself belong to no fase."""
    assert los_van_de_fasen(model) == list(ORGANISATIEFORMULIEREN)
    assert onbekend_in_de_fasen(model) == set()


@pytest.mark.parametrize(
    ("formulier", "velden"),
    [
        ("aanmelding", ("kenmerken", "begeleiding_mogelijk")),
        ("toestemming", ("zorgteam_akkoord", "handtekening_ouder")),
        ("persoonsbeschrijving", ("systeem",)),
        ("begeleidingsplan", ("observatiepunten", "afspraken", "handtekening_ouder")),
        ("evaluatie", ("pea", "professionaliteit", "doelen_rie")),
    ],
)
def test_eigen_velden(model: Inrichting, formulier: str, velden: tuple[str, ...]) -> None:
    gemaakt = formulieren_van(model)[formulier]
    assert [sleutel for sleutel in velden if gemaakt.veld(sleutel) is None] == []


# --------------------------------------------------------------------------
# Completeness


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


def test_handleiding(gevuld: Inrichting) -> None:
    handleiding = gevuld.handleiding
    assert (handleiding.versie, handleiding.datum, handleiding.herzien_door) == ("4", "2022-10-04", ("manager",))
    sleutels = (
        "aanleiding basishouding op_maat doelgroep bijstelling toestemming uitstroom_uitzetting begrippen grenzen "
        "continuiteit ziekmelding meedenken crisis bereikbaarheid rapportage observatiepunten memo incidenten "
        "deskundigheid monitoring"
    )
    assert list(handleiding.teksten) == sleutels.split()
    assert all(alineas(tekst) for tekst in handleiding.teksten.values())
    # The seven kenmerken and the four stopgronden take room; the rest stays short.
    lang = {sleutel for sleutel, tekst in handleiding.teksten.items() if alineas(tekst) > 4}
    assert lang == {"doelgroep", "grenzen"}


def test_wijzigingslog(gevuld: Inrichting) -> None:
    log = gevuld.handleiding.log
    datums = [regel.datum for regel in log]
    assert datums == sorted(datums)
    assert [(datum, datums.count(datum)) for datum in dict.fromkeys(datums)] == [
        ("2021-06-03", 2),
        ("2022-03-02", 1),
        ("2022-04-28", 1),
        ("2022-10-04", 3),
    ]
    assert [regel.versie for regel in log] == ["1", "1", "2", "3", "4", "4", "4"]
    assert all(regel.aanpassing and regel.vervolg for regel in log)
    tekst = " ".join(regel.aanpassing + " " + regel.vervolg for regel in log)
    woorden = ("Protocol rapporteren", "Protocol begeleidingsplan", "6 april", "deelnemer", "toegepast psycholoog")
    assert [woord for woord in woorden if woord not in tekst] == []


# --------------------------------------------------------------------------
# Words


def test_geen_accolades_over(gevuld: Inrichting) -> None:
    assert accolades_over(gevuld) == []


def test_eigen_woorden_komen_uit_de_termen(model: Inrichting) -> None:
    vast = re.compile(
        r"cliënt|deelnemer|mentor|buddy|manager|zorgteam|groepsgeno|zorgcentrum|begeleidingsplan|"
        r"persoonsbeschrijving|oplossingsgericht werken|\bhij\b",
        re.I,
    )
    mag = {("organisatie", "naam"), ("organisatie", "eigenaar"), ("parameters", "gespreksmethode")}
    assert vaste_woorden(model, vast, mag) == []


@pytest.mark.parametrize("sleutel", FORMULIEREN)
def test_formulier_in_eigen_woorden(model: Inrichting, gevuld: Inrichting, sleutel: str) -> None:
    tekst = zichtbaar(maak_formulier(formulieren_van(model)[sleutel], gevuld))
    # A log of changes to the handleiding speaks of nobody.
    assert ("deelnemer" in tekst) is (sleutel != "wijzigingslog")
    assert VREEMD.findall(tekst) == []
    assert re.findall(r".*[{}].*", tekst) == []


@pytest.mark.traag
def test_handleiding_in_eigen_woorden(model: Inrichting, tmp_path: Path) -> None:
    doel = tmp_path / "handleiding.docx"
    maak_handleiding(model, formulieren_van(model), doel)
    tekst = zichtbaar(doel.read_bytes())
    assert VREEMD.findall(tekst) == []
    assert re.findall(r".*[{}].*", tekst) == []
    assert "deelnemer" in tekst
