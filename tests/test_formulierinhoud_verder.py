"""The ten further client forms against domein.md 3.8–3.12, 3.15 and 3.16, and each of them filled and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.formats import Lezer
from generator.formats.word import maak_formulier, vul
from generator.formulier import definities, formulieren_van, kopvelden
from generator.inrichting import alle_teksten, ingevuld
from generator.model import Aanpassing, Bestand, Formulier, Inrichting, Invulling, Veld
from generator.taal import onbekende_verwijzingen
from generator.veldsoorten import normaliseer_antwoorden
from generator.voorwaarde import lees_voorwaarde

# Per form the rows of domein.md: key, kind, duty (ja, nee or als); a row ``a / b`` there is two fields here.
# "Keuze uit plan" and "meerkeuze uit RI&E" are short text: the numbers are in another form.
DOMEIN = {
    "rie": """
        rie_datum datum ja; rie_moment keuze ja; ingevuld_door_wie meerkeuze ja; risicos tabel ja; nieuw lang als;
        besproken_op datum ja; handtekening handtekening ja""",
    "signaleringsplan": """
        sp_datum datum ja; sp_opgesteld_met meerkeuze ja; sp_fasen tabel ja; sp_aanleiding lang nee;
        sp_niet_doen lang nee; sp_rie_nr kort nee; sp_herzien datum nee; handtekening_client handtekening ja;
        handtekening_mentor handtekening ja""",
    "deelnemerskaart": """
        roepnaam kort ja; kaart_mentor kort ja; kaart_vervanger kort als; contacten tabel ja; krachten_kort lang ja;
        gezondheid lang nee; risico_kort lang als; omgang lang nee; geldig_vanaf datum ja; bijgewerkt_op datum ja""",
    "rapportage": """
        rap_datum datum ja; rap_soort keuze ja; doel_nr kort als; begrip lang nee; uitvoering lang als;
        beleving lang nee; verandering ja_nee ja; voortgang keuze als; dringend lang nee; doel_haalbaar ja_nee als;
        volgende_afspraak datum als; afstemming lang nee""",
    "memo": """
        datum_tijd datum ja; plaats kort ja; memo_soort keuze ja; beschrijving lang ja; in_evaluatie ja_nee ja""",
    "incident": """
        datum_tijd datum ja; plaats kort ja; memo_soort keuze ja; beschrijving lang ja; incident_type meerkeuze ja;
        tussen_deelnemers ja_nee ja; schade ja_nee ja; oorzaak lang ja; gevolg lang ja; maatregel lang ja;
        mail_datum datum ja; mail_hulpverleners tabel nee; meldsoort keuze ja; register_nr kort ja;
        igj_gemeld ja_nee als; igj_datum datum als; volgnummer getal ja; in_evaluatie ja_nee ja""",
    "casusinbreng": """
        inbreng_datum datum ja; inbreng_soort keuze ja; inbreng_akkoord ja_nee als; inbreng_vraag lang ja;
        inbreng_voorstel lang als; inbreng_uitkomst lang ja; inbreng_actie tabel nee""",
    "overdracht": """
        naar kort ja; vorm keuze ja; overdracht_datum datum ja; aanvraag_datum datum ja; doelen_stand tabel ja;
        krachten_netwerk lang ja; akkoord_client ja_nee ja; handtekening_mentor handtekening nee""",
    "hulpvraagwijziging": """
        hv_datum datum ja; hv_soort keuze ja; hv_grond keuze als; hv_uitleg lang ja; hv_meldingen tabel als;
        hv_alternatief lang als; hv_einddatum datum nee""",
    "tevredenheid": """
        tevreden_over lang ja; ontevreden_over lang ja; score_luisteren getal nee; score_aanspreekpunt getal nee;
        score_samenwerking getal nee; score_plan getal nee; score_informatie getal nee; totaalcijfer getal nee;
        verbetersuggestie lang nee; herkenbaar keuze ja""",
}
FASE = {
    "rie": "opstart",
    "signaleringsplan": "planning",
    "deelnemerskaart": "planning",
    "rapportage": "uitvoering",
    "memo": "uitvoering",
    "incident": "uitvoering",
    "casusinbreng": "uitvoering",
    "overdracht": "uitstroom",
    "hulpvraagwijziging": "uitvoering",
    "tevredenheid": "uitstroom",
}
# What the kop asks about the cycle: a kernfase wants it, but these four also happen outside the cycle.
CYCLUS = {
    "rie": None,
    "signaleringsplan": "ja",
    "deelnemerskaart": "ja",
    "rapportage": "ja",
    "memo": "nee",
    "incident": "nee",
    "casusinbreng": "nee",
    "overdracht": None,
    "hulpvraagwijziging": "nee",
    "tevredenheid": None,
}
KOLOMMEN = {
    "rie.risicos": "nr risico leefgebied situatie kans ernst maatregel wie nog_aanwezig",
    "signaleringsplan.sp_fasen": "kleur signaal zelf naasten begeleiding bellen",
    "deelnemerskaart.contacten": "naam relatie telefoon mag_informatie",
    "incident.mail_hulpverleners": "wie datum toestemming_nr",
    "casusinbreng.inbreng_actie": "actie wie wanneer",
    "overdracht.doelen_stand": "doel_nr doel stand verder",
    "hulpvraagwijziging.hv_meldingen": "datum aan_wie vorm verstuurd_door",
}
OPTIES = {
    "rie.rie_moment": "start algemene_evaluatie tussentijds",
    "rie.ingevuld_door_wie": "ouders begeleider client",
    "signaleringsplan.sp_opgesteld_met": "client naaste begeleider behandelaar",
    "rapportage.rap_soort": "voortgangsgesprek observatie dagrapport",
    "rapportage.voortgang": "niet_begonnen loopt gereed vast",
    "memo.memo_soort": "risico contact_incident gespreksverslag overig",
    "incident.memo_soort": "risico contact_incident gespreksverslag overig",
    "incident.incident_type": "agressie letsel_schade bedreiging hygiene verplichting overig",
    "incident.meldsoort": "mic mim beide",
    "casusinbreng.inbreng_soort": "intake twijfel stagnatie incident crisis_thuis",
    "overdracht.vorm": "driegesprek schriftelijk beide",
    "hulpvraagwijziging.hv_soort": "behandeling stopgrond",
    "hulpvraagwijziging.hv_grond": "dreiging vertrouwensbreuk hygiene niet_nakomen",
    "tevredenheid.herkenbaar": "met_naam anoniem",
}
ALLEEN_ALS = {
    "signaleringsplan.sp_rie_nr": "formulier.rie = ja",
    "incident.mail_datum": "organisatie.minderjarigen = ja of uitgangsmodel = leefhuis2022",
}
RIJEN = [
    (formulier, *regel.split()) for formulier, tekst in DOMEIN.items() for regel in tekst.replace("\n", " ").split(";")
]
VELDEN = [
    (formulier, veld) for formulier in DOMEIN for sectie in definities()[formulier].secties for veld in sectie.velden
]


@pytest.mark.parametrize(("formulier", "sleutel", "soort", "plicht"), RIJEN)
def test_veld_van_domein_bestaat(formulier: str, sleutel: str, soort: str, plicht: str) -> None:
    veld = _veld(formulier, sleutel)
    assert veld.soort == soort
    assert veld.per_leefgebied == "nee"
    assert veld.verplicht.split()[0] == plicht


@pytest.mark.parametrize("formulier", DOMEIN)
def test_geen_velden_buiten_het_domein(formulier: str) -> None:
    bekend = [sleutel for naam, sleutel, *_ in RIJEN if naam == formulier]
    assert len(set(bekend)) == len(bekend)
    assert sorted(veld.sleutel for veld in definities()[formulier].velden) == sorted(bekend)


@pytest.mark.parametrize(("formulier", "fase"), FASE.items())
def test_fase(formulier: str, fase: str) -> None:
    definitie = definities()[formulier]
    assert definitie.fase == fase
    assert fase not in definitie.ook_fase


@pytest.mark.parametrize(("plek", "kolommen"), KOLOMMEN.items())
def test_kolommen(plek: str, kolommen: str) -> None:
    veld = _veld(*plek.split("."))
    assert [kolom.sleutel for kolom in veld.kolommen] == kolommen.split()
    assert all(len(kolom.label) <= 20 and 1 <= kolom.breedte <= 6 for kolom in veld.kolommen)


def test_elke_tabel_en_elke_keuze_is_genoemd() -> None:
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.kolommen} == set(KOLOMMEN)
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.opties} == set(OPTIES)


@pytest.mark.parametrize(("plek", "opties"), OPTIES.items())
def test_opties(plek: str, opties: str) -> None:
    assert [optie.sleutel for optie in _veld(*plek.split(".")).opties] == opties.split()


def test_wat_niet_elke_organisatie_vraagt() -> None:
    assert {f"{f}.{v.sleutel}": v.alleen_als for f, v in VELDEN if v.alleen_als} == ALLEEN_ALS


def test_per_kleur_een_regel() -> None:
    veld = _veld("signaleringsplan", "sp_fasen")
    assert [rij.sleutel for rij in veld.rijen] == ["groen", "oranje", "rood"]
    assert all(rij.verplicht == "ja" for rij in veld.rijen)
    assert {kolom.sleutel: kolom.soort for kolom in veld.kolommen}["kleur"] == "voorgedrukt"
    assert {kolom.sleutel: kolom.verplicht for kolom in veld.kolommen}["signaal"] == "ja"


def test_memo_en_incident_delen_velden() -> None:
    memo, incident = definities()["memo"], definities()["incident"]
    gedeeld = {veld.sleutel for veld in memo.velden}
    assert gedeeld < {veld.sleutel for veld in incident.velden}
    for sleutel in gedeeld:
        een, ander = _veld("memo", sleutel), _veld("incident", sleutel)
        assert (een.soort, een.verplicht, een.opties) == (ander.soort, ander.verplicht, ander.opties)


def test_tevredenheid_vraagt_wat_exit_vraagt() -> None:
    for veld in definities()["tevredenheid"].velden:
        ander = _veld("exit", veld.sleutel)
        grenzen = (veld.soort, veld.verplicht, veld.minimum, veld.maximum, veld.nvt_mag)
        assert grenzen == (ander.soort, ander.verplicht, ander.minimum, ander.maximum, ander.nvt_mag)
        assert [optie.sleutel for optie in veld.opties] == [optie.sleutel for optie in ander.opties]


@pytest.mark.parametrize(
    ("plek", "antwoorden", "nodig"),
    [
        ("rie.nieuw", {"rie_moment": "algemene_evaluatie"}, True),
        ("rie.nieuw", {"rie_moment": "start"}, False),
        ("deelnemerskaart.kaart_vervanger", {"uitgangsmodel": "leefhuis2022"}, True),
        ("deelnemerskaart.kaart_vervanger", {"uitgangsmodel": "opvang2004"}, False),
        ("deelnemerskaart.risico_kort", {"formulier.rie": "ja"}, True),
        ("deelnemerskaart.risico_kort", {"formulier.rie": "nee"}, False),
        ("rapportage.doel_nr", {"rap_soort": "voortgangsgesprek"}, True),
        ("rapportage.doel_nr", {"rap_soort": "dagrapport"}, False),
        ("rapportage.voortgang", {"rap_soort": "voortgangsgesprek"}, True),
        ("rapportage.doel_haalbaar", {"rap_soort": "voortgangsgesprek"}, True),
        ("rapportage.volgende_afspraak", {"rap_soort": "voortgangsgesprek"}, True),
        ("rapportage.volgende_afspraak", {"rap_soort": "observatie"}, False),
        ("rapportage.uitvoering", {"verandering": "ja"}, True),
        ("rapportage.uitvoering", {"verandering": "ja", "beleving": "Trots."}, False),
        ("rapportage.uitvoering", {"verandering": "nee"}, False),
        ("incident.igj_gemeld", {"tussen_deelnemers": "ja", "schade": "nee"}, True),
        ("incident.igj_gemeld", {"tussen_deelnemers": "nee", "schade": "ja"}, True),
        ("incident.igj_gemeld", {"tussen_deelnemers": "nee", "schade": "nee"}, False),
        ("incident.igj_datum", {"igj_gemeld": "ja"}, True),
        ("incident.igj_datum", {"igj_gemeld": "nee"}, False),
        ("casusinbreng.inbreng_akkoord", {"rol.zorgteam": "ja"}, True),
        ("casusinbreng.inbreng_akkoord", {"rol.zorgteam": "nee"}, False),
        ("casusinbreng.inbreng_voorstel", {"inbreng_soort": "intake"}, True),
        ("casusinbreng.inbreng_voorstel", {"inbreng_soort": "twijfel"}, False),
        ("hulpvraagwijziging.hv_grond", {"hv_soort": "stopgrond"}, True),
        ("hulpvraagwijziging.hv_grond", {"hv_soort": "behandeling"}, False),
        ("hulpvraagwijziging.hv_meldingen", {"hv_soort": "behandeling"}, True),
        ("hulpvraagwijziging.hv_alternatief", {"hv_soort": "behandeling"}, True),
        ("hulpvraagwijziging.hv_alternatief", {"hv_soort": "stopgrond"}, False),
    ],
)
def test_wanneer_iets_nodig_is(plek: str, antwoorden: dict[str, str], nodig: bool) -> None:
    assert lees_voorwaarde(_veld(*plek.split(".")).verplicht).geldt(antwoorden.get) is nodig


@pytest.mark.parametrize("sleutel", ["maatregel", "wie"])
def test_een_risico_dat_er_nog_is_vraagt_een_maatregel(sleutel: str) -> None:
    (kolom,) = [kolom for kolom in _veld("rie", "risicos").kolommen if kolom.sleutel == sleutel]
    assert lees_voorwaarde(kolom.verplicht).geldt({"nog_aanwezig": "ja"}.get)
    assert not lees_voorwaarde(kolom.verplicht).geldt({"nog_aanwezig": "nee"}.get)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_labels_zijn_kort_en_verschillend(formulier: str) -> None:
    labels = [veld.label.casefold() for veld in (*kopvelden(), *definities()[formulier].velden)]
    assert all(0 < len(label) <= 60 for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("formulier", "veld"), VELDEN, ids=[f"{naam}.{veld.sleutel}" for naam, veld in VELDEN])
def test_veld_heeft_bron_en_hulp(formulier: str, veld: Veld) -> None:
    assert veld.bron
    assert veld.hulp or veld.soort in ("datum", "keuze"), "Een korte hulpzin ontbreekt."
    assert veld.plaatshouder or veld.soort not in ("kort", "lang")
    assert all(rij.bron and rij.tekst for rij in veld.rijen)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_teksten_spreken_je_aan(formulier: str) -> None:
    for plek, tekst in alle_teksten(replace(definities()[formulier], synoniemen=()), ()):
        woorden = set(tekst.casefold().replace(".", " ").replace(",", " ").split())
        assert not {"u", "uw", "hij", "zij"} & woorden, f"{plek}: {tekst}"


@pytest.mark.parametrize("formulier", DOMEIN)
def test_woorden_van_een_organisatie_staan_er_niet_in(formulier: str) -> None:
    zichtbaar = [definities()[formulier].titel, definities()[formulier].doel, definities()[formulier].moment]
    for sectie in definities()[formulier].secties:
        zichtbaar += [sectie.titel, sectie.uitleg]
        for veld in sectie.velden:
            zichtbaar += [veld.label, veld.hulp, veld.plaatshouder, *(optie.label for optie in veld.opties)]
    tekst = " ".join(zichtbaar).casefold()
    assert not [woord for woord in ("mentor", "deelnemer", "leefhuis", "solopartners") if woord in tekst]


# --------------------------------------------------------------------------
# In an organisation: on paper, filled in, and read back

VOORBEELDEN: Mapping[str, Mapping[str, Any]] = {
    "rie": {
        "rie_datum": "2026-03-02",
        "rie_moment": "algemene_evaluatie",
        "ingevuld_door_wie": ["ouders", "client"],
        "risicos": [
            {"nr": 1, "risico": "Verdwalen in de stad", "leefgebied": "sociaal", "situatie": "Als de bus omrijdt",
             "kans": "midden", "ernst": "laag", "maatregel": "Samen oefenen, telefoon mee", "wie": "Noor",
             "nog_aanwezig": "ja"},
            {"nr": 2, "risico": "Gas laten branden", "kans": "laag", "ernst": "hoog", "nog_aanwezig": "nee"},
        ],
        "nieuw": "Koken gaat nu veilig.",
        "besproken_op": "2026-03-05",
        "handtekening": {"naam": "A. Ouder", "datum": "2026-03-05", "getekend": "ja"},
    },
    "signaleringsplan": {
        "sp_datum": "2026-03-10",
        "sp_opgesteld_met": ["client", "begeleider"],
        "sp_fasen": [
            {"kleur": "groen", "signaal": "Ik zing onder de douche", "zelf": "Wandelen", "bellen": "niemand"},
            {"kleur": "oranje", "signaal": "Ik slaap slecht", "naasten": "Even langskomen", "bellen": "Zus"},
            {"kleur": "rood", "signaal": "Ik eet niet meer", "begeleiding": "Blijft erbij", "bellen": "Huisarts"},
            {"kleur": "oranje", "signaal": "Ik zeg afspraken af", "zelf": "Eén ding tegelijk"},
        ],
        "sp_aanleiding": "Onverwacht bezoek.",
        "sp_niet_doen": "Door de deur praten.",
        "sp_rie_nr": "1 en 3",
        "sp_herzien": "2026-09-10",
        "handtekening_client": {"naam": "Sam", "datum": "2026-03-10", "getekend": "ja"},
        "handtekening_mentor": {"naam": "Noor", "datum": "2026-03-10", "getekend": "ja"},
    },
    "deelnemerskaart": {
        "roepnaam": "Sam",
        "krachten_kort": "Kan goed koken,\nen luisteren.",
        "omgang": "Zeg het van tevoren.",
        "kaart_mentor": "Noor",
        "kaart_vervanger": "Ali",
        "contacten": [
            {"naam": "Zus", "relatie": "familie", "telefoon": "06-00000000", "mag_informatie": "ja"},
            {"naam": "Buurman", "telefoon": "06-00000001", "mag_informatie": "nee"},
        ],
        "gezondheid": "Pinda-allergie.",
        "risico_kort": "geen",
        "geldig_vanaf": "2026-03-11",
        "bijgewerkt_op": "2026-03-11",
    },
    "rapportage": {
        "rap_datum": "2026-03-20",
        "rap_soort": "voortgangsgesprek",
        "doel_nr": "1 en 3",
        "verandering": "ja",
        "uitvoering": "Sam belde zelf.",
        "begrip": "Kan het doel navertellen.",
        "beleving": "Trots.",
        "dringend": "De brief van de bank.",
        "voortgang": "loopt",
        "doel_haalbaar": "nee",
        "volgende_afspraak": "2026-04-03",
        "afstemming": "Met de bank gebeld.",
    },
    "memo": {
        "datum_tijd": "2026-03-21",
        "plaats": "Keuken",
        "memo_soort": "risico",
        "beschrijving": "Gas bleef aan.",
        "in_evaluatie": "ja",
    },
    "incident": {
        "datum_tijd": "2026-03-22",
        "plaats": "Woonkamer",
        "memo_soort": "contact_incident",
        "incident_type": ["agressie", "letsel_schade"],
        "beschrijving": "Er viel een stoel om.",
        "tussen_deelnemers": "ja",
        "schade": "nee",
        "oorzaak": "Drukte.",
        "gevolg": "Schrik.",
        "maatregel": "Eerder naar buiten.",
        "volgnummer": 2,
        "in_evaluatie": "ja",
        "meldsoort": "mic",
        "register_nr": "2026-014",
        "mail_datum": "2026-03-22",
        "igj_gemeld": "ja",
        "igj_datum": "2026-03-23",
        "mail_hulpverleners": [{"wie": "Behandelaar", "datum": "2026-03-23", "toestemming_nr": "T-2"}],
    },
    "casusinbreng": {
        "inbreng_datum": "2026-03-24",
        "inbreng_soort": "stagnatie",
        "inbreng_akkoord": "ja",
        "inbreng_vraag": "Hoe komt het weer op gang?",
        "inbreng_voorstel": "Kleinere stappen.",
        "inbreng_uitkomst": "Eerst rust.",
        "inbreng_actie": [{"actie": "Plan samen nalezen", "wie": "Noor", "wanneer": "2026-03-31"}],
    },
    "overdracht": {
        "akkoord_client": "ja",
        "naar": "Wijkteam Zuid",
        "vorm": "driegesprek",
        "aanvraag_datum": "2026-08-01",
        "overdracht_datum": "2026-09-01",
        "krachten_netwerk": "Kookt graag; zus helpt.",
        "doelen_stand": [
            {"doel_nr": 1, "doel": "Zelf de post doen", "stand": "gehaald"},
            {"doel_nr": 3, "doel": "Sporten", "stand": "loopt", "verder": "Proefles is gepland."},
        ],
        "handtekening_mentor": {"naam": "Noor", "datum": "2026-09-01", "getekend": "ja"},
    },
    "hulpvraagwijziging": {
        "hv_datum": "2026-05-01",
        "hv_soort": "stopgrond",
        "hv_grond": "niet_nakomen",
        "hv_uitleg": "Afspraken lukten niet.",
        "hv_meldingen": [
            {"datum": "2026-05-02", "aan_wie": "Sam", "vorm": "schriftelijk", "verstuurd_door": "Noor"},
            {"datum": "2026-05-16", "aan_wie": "Sam en zus", "vorm": "mail"},
        ],
        "hv_alternatief": "Twee plekken bekeken.",
        "hv_einddatum": "2026-07-01",
    },
    "tevredenheid": {
        "herkenbaar": "anoniem",
        "tevreden_over": "De gesprekken.",
        "ontevreden_over": "niets",
        "verbetersuggestie": "Vaker wandelen.",
        "score_luisteren": 5,
        "score_aanspreekpunt": 4,
        "score_samenwerking": 3,
        "score_plan": 2,
        "score_informatie": 1,
        "totaalcijfer": 8,
    },
}  # fmt: skip
NUMMER, CYCLUSNR = "D-0077", 2


@pytest.fixture(scope="module")
def inrichting(opvang: Inrichting) -> Inrichting:
    """An organisation that uses all ten and guides young people, so that every field is there."""
    aan = {sleutel: Aanpassing() for sleutel in DOMEIN}
    organisatie = replace(opvang.organisatie, minderjarigen="ja")
    return replace(opvang, organisatie=organisatie, formulieren={**opvang.formulieren, **aan})


@pytest.fixture(scope="module")
def verder(inrichting: Inrichting) -> Mapping[str, Formulier]:
    return formulieren_van(inrichting)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_alle_velden_en_geen_accolades(formulier: str, verder: Mapping[str, Formulier]) -> None:
    op_maat = verder[formulier]
    eigen = {veld.sleutel for sectie in op_maat.secties for veld in sectie.velden}
    assert eigen == {sleutel for naam, sleutel, *_ in RIJEN if naam == formulier}
    assert [tekst for _, tekst in alle_teksten(op_maat, ()) if onbekende_verwijzingen(tekst, {})] == []


@pytest.mark.parametrize(("formulier", "plicht"), CYCLUS.items())
def test_cyclus_in_de_kop(formulier: str, plicht: str | None, verder: Mapping[str, Formulier]) -> None:
    veld = verder[formulier].veld("cyclus_nr")
    assert (veld.verplicht if veld else None) == plicht


def test_naam_is_vrij_bij_tevredenheid(verder: Mapping[str, Formulier]) -> None:
    plicht = {veld.sleutel: veld.verplicht for veld in verder["tevredenheid"].kop}
    assert plicht["client_naam"] == "nee"
    assert plicht["dossier_nr"] == "ja"


def test_zonder_minderjarigen_en_rie(opvang: Inrichting) -> None:
    aan = {sleutel: Aanpassing() for sleutel in ("incident", "signaleringsplan")}
    formulieren = formulieren_van(replace(opvang, formulieren={**opvang.formulieren, **aan}))
    assert formulieren["incident"].veld("mail_datum") is None
    assert formulieren["signaleringsplan"].veld("sp_rie_nr") is None


@pytest.mark.parametrize("formulier", DOMEIN)
def test_heen_en_terug(formulier: str, inrichting: Inrichting, verder: Mapping[str, Formulier]) -> None:
    op_maat = verder[formulier]
    antwoorden = _antwoorden(op_maat)
    blanco = maak_formulier(op_maat, ingevuld(inrichting))
    cyclus = CYCLUSNR if CYCLUS[formulier] else None
    bestand = Lezer(verder).lees_inhoud(Path("terug.docx"), vul(blanco, op_maat, antwoorden, NUMMER, cyclus))
    gelezen = _gelezen(bestand)
    assert gelezen.formulier == formulier
    assert (gelezen.dossier, gelezen.cyclus) == (NUMMER, cyclus)
    assert gelezen.waarden == antwoorden
    assert gelezen.meldingen == ()
    assert gelezen.niet_gevonden == ()


@pytest.mark.parametrize("formulier", DOMEIN)
def test_leeg_formulier_is_leeg(formulier: str, inrichting: Inrichting, verder: Mapping[str, Formulier]) -> None:
    blanco = maak_formulier(verder[formulier], ingevuld(inrichting))
    gelezen = _gelezen(Lezer(verder).lees_inhoud(Path("leeg.docx"), blanco))
    assert gelezen.formulier == formulier
    assert gelezen.waarden == {}
    assert gelezen.niet_gevonden == ()


def _antwoorden(formulier: Formulier) -> Mapping[str, Any]:
    kop: dict[str, Any] = {"dossier_nr": NUMMER, "client_naam": "Sam Voorbeeld", "geboortedatum": "1990-05-06",
           "datum_ingevuld": "2026-09-01", "ingevuld_door": "Noor", "ingevuld_rol": "begeleider"}  # fmt: skip
    if CYCLUS[formulier.sleutel]:
        kop["cyclus_nr"] = str(CYCLUSNR)
    eigen = VOORBEELDEN[formulier.sleutel]
    assert set(eigen) == {sleutel for naam, sleutel, *_ in RIJEN if naam == formulier.sleutel}
    waarden, fouten = normaliseer_antwoorden(formulier, kop | dict(eigen))
    assert fouten == ()
    assert set(waarden) == set(kop) | set(eigen)
    return waarden


def _gelezen(bestand: Bestand) -> Invulling:
    assert bestand.status == "gelezen", bestand.reden
    assert bestand.invulling is not None
    return bestand.invulling


def _veld(formulier: str, sleutel: str) -> Veld:
    veld = definities()[formulier].veld(sleutel)
    assert veld is not None, f"{formulier}.{sleutel} ontbreekt"
    return veld
