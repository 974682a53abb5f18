"""The content of the form definitions against domein.md chapter 3, and the invented dossiers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from generator import content
from generator.bron import lees_yaml
from generator.formulier import definities, formulieren_van, kopvelden, opties_van, opzoeker_inrichting
from generator.inrichting import alle_teksten, lees_inrichting
from generator.model import Formulier, Inrichting, Kolom, Leefgebied, Veld
from generator.voorwaarde import is_niets, lees_voorwaarde

# Per form the rows of domein.md 3.1–3.7 and 3.13–3.15: key, kind, duty.  Duty is ja, nee or als.
# ``nee`` where domein.md asks more means that one rule judges it (R05–R13, R36, R45 …),
# so that one omission is not reported twice.  ``+Lg`` stands for per leefgebied.
DOMEIN = {
    "aanmelding": """
        aanmelddatum datum ja; meldwijze keuze ja; aanmelder keuze ja; verwijzer_gegevens kort als;
        contact_telefoon kort nee; contact_email kort nee; ontvangen_door kort ja; hulpvraag lang ja;
        bereidheid ja_nee ja; verwachtingen lang nee; mogelijkheden lang nee; praktisch lang nee;
        leefgebieden_vraag meerkeuze ja; kenmerken meerkeuze ja; begeleiding_mogelijk ja_nee ja;
        criteria tabel ja; contra tabel ja; informatie_gegeven ja_nee ja; crisis ja_nee ja; twijfel ja_nee ja;
        overleg_met kort als; overleg_datum datum als; verslag lang ja; overweging lang ja; besluit keuze ja;
        besluit_datum datum ja; besluit_reden lang als; verwezen_naar kort als; intake_datum datum als;
        uitnodiging_datum datum als""",
    "intake": """
        gesprek_datum datum ja; gesprek_minuten getal nee; verwijzer_aanwezig ja_nee nee; aanwezigen lang nee;
        problemen lang ja; hulpvraag lang ja; hulpcontacten tabel ja; levensloop lang ja; functioneren tabel ja;
        info_begeleiding ja_nee ja; info_aanbod ja_nee ja; info_huisregels ja_nee ja; vervolg_uitgelegd ja_nee ja;
        aanvullende_info_nodig ja_nee ja; toestemming_datum datum als; w_aanbod keuze ja; w_plekken getal als;
        w_urgentie keuze nee; w_motivatie lang ja; w_groep keuze ja; voorstel keuze ja; voorstel_reden lang ja;
        overleg_datum datum ja; besluit keuze ja; besluit_datum datum ja; proef_reden lang als;
        proef_eind datum als; voorwaarden tabel als; wachtlijst_sinds datum als; wachtlijst_contact kort als;
        verwezen_naar kort als; brief_datum datum ja; brief_reden lang ja; mentor kort als; mentor_door kort nee""",
    "toestemming": """
        partij tabel ja; doel lang ja; akkoord ja_nee ja; toestemming_datum datum ja; geldig_tot datum nee;
        intrekken_bekend ja_nee ja; ingetrokken_op datum nee; handtekening_client handtekening nee;
        handtekening_ouder handtekening nee; zorgteam_akkoord ja_nee ja""",
    "checklist_opstart": """
        startdatum datum ja; ontvangen_door kort ja; setting keuze ja; taken tabel ja; tekenen handtekening ja""",
    "leefgebiedenwijzer": """
        gesprek_datum datum ja; lg_themas meerkeuze+Lg nee; lg_situatie lang+Lg nee; lg_krachten lang+Lg nee;
        lg_wens lang+Lg nee; lg_eigen lang+Lg nee; lg_netwerk lang+Lg nee; lg_meter keuze+Lg nee""",
    "persoonsbeschrijving": """
        datum_pb datum ja; geschreven_door keuze ja; lg_situatie lang+Lg nee; lg_goed lang+Lg nee;
        lg_minder lang+Lg nee; lg_wens lang+Lg nee; lg_eigen lang+Lg nee; lg_themas meerkeuze+Lg nee;
        lg_niet_relevant kort+Lg nee; toekomst lang nee; netwerk tabel als; krachten_algemeen lang nee;
        verwevenheid lang nee; systeem lang nee; bronnen tabel nee; besproken_op datum nee; wijzigingen lang nee;
        kopie_op datum nee; afwijking_reden lang nee; afwijking_teamleider kort nee; nog_actueel_vorige ja_nee als""",
    "begeleidingsplan": """
        plan_datum datum ja; plan_versie getal ja; wijzig_reden lang als; hulpvragen lang ja;
        gewenste_situatie lang+Lg nee; einddoel lang nee; keuze tabel ja; doelen tabel nee; acties tabel nee;
        observatiepunten tabel ja; netwerk_rol lang ja; afspraken tabel als; gesprek_frequentie kort ja;
        evaluatie_gepland datum ja; handtekening_client handtekening nee; handtekening_mentor handtekening nee;
        handtekening_ouder handtekening nee; kopie_op datum nee""",
    "evaluatie": """
        eval_datum datum ja; aanwezigen lang ja; eval_soort keuze ja; per_doel tabel ja; pea tabel nee;
        terugblik lang ja; samenwerking lang ja; motivatie lang ja; vraag_aanbod lang ja; op_weg_einddoel keuze ja;
        juiste_plek ja_nee ja; nieuwe_vragen tabel als; professionaliteit lang ja; risico_terug lang nee;
        voorwaarden_terug tabel nee; overweging lang ja; besluit keuze ja; besluit_datum datum ja;
        afronden_resultaat keuze als; afronden_bestemming keuze als; ambulant ja_nee als; voortzetten_hoe lang als;
        pb_nieuw ja_nee als; handtekening_client handtekening nee; handtekening_mentor handtekening nee;
        periode kort als; samenvatting lang als; doelen_rie datum als""",
    "checklist_uitstroom": """
        uitstroomsoort keuze ja; uitstroomreden lang als; vertrekdatum datum ja; bestemming kort nee;
        nazorg_tot datum nee; taken tabel ja; tekenen handtekening ja""",
    "exit": """
        gesprek_datum datum ja; ingevuld_door_client ja_nee ja; bereikt lang ja; tevreden_over lang ja;
        ontevreden_over lang ja; anders_gewenst lang nee; score_luisteren getal nee; score_aanspreekpunt getal nee;
        score_samenwerking getal nee; score_plan getal nee; score_informatie getal nee; totaalcijfer getal nee;
        verbetersuggestie lang nee; nazorg ja_nee ja; overdracht ja_nee ja; herkenbaar keuze ja""",
}
KOLOMMEN = {
    "aanmelding.criteria": "criterium voldoet toelichting",
    "aanmelding.contra": "contra_indicatie aanwezig toelichting",
    "intake.hulpcontacten": "instantie sinds contactpersoon",
    "intake.functioneren": "leefgebied goed minder",
    "intake.voorwaarden": "afspraak wie controle",
    "toestemming.partij": "naam organisatie gegevens richting doel",
    "checklist_opstart.taken": "taak wie gepland gereed afgetekend_door",
    "checklist_uitstroom.taken": "taak wie gepland gereed afgetekend_door nvt nvt_reden",
    "persoonsbeschrijving.netwerk": "naam relatie rol soort",
    "persoonsbeschrijving.bronnen": "bron datum besproken",
    "begeleidingsplan.keuze": "leefgebied wens aanpakken reden",
    "begeleidingsplan.doelen": "doel_nr leefgebied doel soort prioriteit streefdatum hangt_samen_met",
    "begeleidingsplan.acties": "doel_nr actie wie soort_wie wanneer status",
    "begeleidingsplan.observatiepunten": "doel_nr begrip uitvoering beleving",
    "begeleidingsplan.afspraken": "afspraak rie_nr wie geldig_tot",
    "evaluatie.per_doel": "doel_nr behaald reden verloop relevant",
    "evaluatie.pea": "doel_nr proces effect actie",
    "evaluatie.nieuwe_vragen": "aandrager vraag",
    "evaluatie.voorwaarden_terug": "afspraak nagekomen besluit",
}
LEEFHUIS = {
    "aanmelding.kenmerken",
    "aanmelding.begeleiding_mogelijk",
    "toestemming.zorgteam_akkoord",
    "persoonsbeschrijving.systeem",
    "begeleidingsplan.observatiepunten",
    "evaluatie.pea",
    "evaluatie.professionaliteit",
    "evaluatie.doelen_rie",
}
RIJEN = [
    (formulier, *regel.split()) for formulier, tekst in DOMEIN.items() for regel in tekst.replace("\n", " ").split(";")
]
VELDEN = [
    (formulier, veld) for formulier in DOMEIN for sectie in definities()[formulier].secties for veld in sectie.velden
]


@pytest.mark.parametrize(("formulier", "sleutel", "soort", "plicht"), RIJEN)
def test_veld_van_domein_bestaat(formulier: str, sleutel: str, soort: str, plicht: str) -> None:
    veld = definities()[formulier].veld(sleutel)
    assert veld is not None, f"{formulier}.{sleutel} ontbreekt"
    assert veld.soort + ("+Lg" if veld.per_leefgebied == "ja" else "") == soort
    assert veld.verplicht.split()[0] == plicht


# Asked for by the message of R35 (domein.md 4.3), in no table of chapter 3.
BUITEN_DE_TABEL = {"intake": {"plaatsing_datum"}}


@pytest.mark.parametrize("formulier", DOMEIN)
def test_geen_velden_buiten_het_domein(formulier: str) -> None:
    bekend = {sleutel for naam, sleutel, *_ in RIJEN if naam == formulier} | BUITEN_DE_TABEL.get(formulier, set())
    assert {veld.sleutel for veld in definities()[formulier].velden} == bekend


@pytest.mark.parametrize(("plek", "kolommen"), KOLOMMEN.items())
def test_kolommen(plek: str, kolommen: str) -> None:
    formulier, sleutel = plek.split(".")
    veld = definities()[formulier].veld(sleutel)
    assert veld is not None
    assert [kolom.sleutel for kolom in veld.kolommen] == kolommen.split()
    assert all(len(kolom.label) <= 18 and 1 <= kolom.breedte <= 6 for kolom in veld.kolommen)


def test_velden_voor_het_leefhuis_staan_elders_uit() -> None:
    alleen = {f"{naam}.{veld.sleutel}" for naam, veld in VELDEN if veld.alleen_als == "uitgangsmodel = leefhuis2022"}
    assert alleen == LEEFHUIS


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
    for plek, tekst in alle_teksten(definities()[formulier], ()):
        woorden = tekst.casefold().replace(".", " ").replace(",", " ").split()
        assert not {"u", "uw", "hij", "zij"} & set(woorden), f"{plek}: {tekst}"


# --------------------------------------------------------------------------
# The invented dossiers

VOORBEELDEN = sorted(content.voorbeelden().glob("P*/*.yaml"))
# What a dossier is meant to show stands in domein.md 4.9; everything else in it is right.


@pytest.fixture(scope="module")
def inrichting() -> Inrichting:
    if "opvang2004" not in content.uitgangsmodellen():
        pytest.skip("uitgangsmodel opvang2004 is er nog niet")
    return lees_inrichting("opvang2004")


@pytest.fixture(scope="module")
def formulieren(inrichting: Inrichting) -> dict[str, Formulier]:
    return formulieren_van(inrichting)


def test_geen_tekst_houdt_accolades_over(formulieren: dict[str, Formulier]) -> None:
    over = [t for s in DOMEIN for _, t in alle_teksten(formulieren[s], ()) if "{" in t]
    assert over == []


@pytest.mark.parametrize("pad", VOORBEELDEN, ids=[f"{p.parent.name}-{p.stem}" for p in VOORBEELDEN])
def test_voorbeeld_past_op_het_formulier(pad: Path, formulieren: dict[str, Formulier], inrichting: Inrichting) -> None:
    bestand = lees_yaml(pad).gegevens
    antwoorden = bestand["antwoorden"]
    formulier = formulieren[bestand["formulier"]]
    assert antwoorden["dossier_nr"] == bestand["dossier"]
    assert antwoorden.get("cyclus_nr") == bestand.get("cyclus")
    bekend = {veld.sleutel for veld in formulier.velden}
    assert set(antwoorden) <= bekend
    fouten = [fout for veld in formulier.velden for fout in _fouten(veld, antwoorden, formulier, inrichting)]
    assert fouten == []


def _fouten(veld: Veld, antwoorden: dict[str, Any], formulier: Formulier, inrichting: Inrichting) -> Iterator[str]:
    waarde: Any = antwoorden.get(veld.sleutel)
    if is_niets(waarde):
        if _moet(veld.verplicht, antwoorden, inrichting):
            yield f"{veld.sleutel} is leeg"
    elif veld.per_leefgebied == "ja":
        gebieden = {gebied.sleutel: gebied for gebied in formulier.leefgebieden}
        for naam, deel in waarde.items():
            yield from _past(veld, deel, antwoorden, f"{veld.sleutel}.{naam}", gebieden[naam])
    elif veld.soort == "tabel":
        yield from _rijfouten(veld, waarde, antwoorden, inrichting)
    elif veld.soort == "handtekening":
        if waarde.get("getekend") != "ja" or not waarde.get("naam"):
            yield f"{veld.sleutel} is niet getekend"
    else:
        yield from _past(veld, waarde, antwoorden, veld.sleutel)


def _rijfouten(veld: Veld, rijen: Any, antwoorden: dict[str, Any], inrichting: Inrichting) -> Iterator[str]:
    for nr, rij in enumerate(rijen, 1):
        if onbekend := set(rij) - {kolom.sleutel for kolom in veld.kolommen}:
            yield f"{veld.sleutel}[{nr}] kent geen {onbekend}"
        for kolom in veld.kolommen:
            plek = f"{veld.sleutel}[{nr}].{kolom.sleutel}"
            if not is_niets(rij.get(kolom.sleutel)):
                yield from _past(kolom, rij[kolom.sleutel], antwoorden, plek)
            elif _moet(kolom.verplicht, antwoorden | rij, inrichting):
                yield f"{plek} is leeg"
    voorgedrukt = [kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"]
    if voorgedrukt and [rij[voorgedrukt[0]] for rij in rijen] != [rij.sleutel for rij in veld.rijen]:
        yield f"{veld.sleutel} heeft niet alle voorgedrukte rijen"


def _past(
    veld: Veld | Kolom, waarde: Any, antwoorden: dict[str, Any], plek: str, gebied: Leefgebied | None = None
) -> Iterator[str]:
    if veld.soort == "datum":
        if veld.vandaag_of_eerder == "ja" and date.fromisoformat(waarde) > date.fromisoformat(
            antwoorden["datum_ingevuld"]
        ):
            yield f"{plek} ligt na datum_ingevuld"
    elif veld.soort in ("keuze", "meerkeuze", "ja_nee", "voorgedrukt"):
        keuzes = {optie.sleutel for optie in opties_van(veld, gebied)}
        gekozen = waarde if veld.soort == "meerkeuze" else [waarde]
        yield from (f"{plek}: {deel} bestaat niet" for deel in gekozen if deel not in keuzes)
    elif veld.soort == "getal":
        if not isinstance(waarde, int | float):
            yield f"{plek} is geen getal"
    elif not isinstance(waarde, str):
        yield f"{plek} is geen tekst"


def _moet(plicht: str, antwoorden: dict[str, Any], inrichting: Inrichting) -> bool:
    if plicht in ("ja", "nee"):
        return plicht == "ja"
    zoek = opzoeker_inrichting(inrichting)
    return lees_voorwaarde(plicht).geldt(lambda naam: antwoorden.get(naam) or zoek(naam))


def _dossier(naam: str) -> dict[tuple[str, int], dict[str, Any]]:
    gelezen = [lees_yaml(pad).gegevens for pad in VOORBEELDEN if pad.parent.name == naam]
    return {(deel["formulier"], deel.get("cyclus") or 1): deel["antwoorden"] for deel in gelezen}


@pytest.mark.parametrize("naam", ["P1", "P2", "P5", "P6"])
def test_dossier_loopt_in_de_pas(naam: str) -> None:
    d = _dossier(naam)
    personen = {(a["dossier_nr"], a["client_naam"], a["geboortedatum"]) for a in d.values()}
    assert len(personen) == 1
    weg = [
        ("aanmelding", 1, "aanmelddatum"),
        ("aanmelding", 1, "besluit_datum"),
        ("aanmelding", 1, "uitnodiging_datum"),
        ("intake", 1, "gesprek_datum"),
        ("intake", 1, "overleg_datum"),
        ("intake", 1, "besluit_datum"),
        ("intake", 1, "brief_datum"),
        ("checklist_opstart", 1, "startdatum"),
        *(
            (formulier, cyclus, veld)
            for cyclus in (1, 2)
            for formulier, veld in (
                ("persoonsbeschrijving", "datum_pb"),
                ("begeleidingsplan", "plan_datum"),
                ("evaluatie", "eval_datum"),
                ("evaluatie", "besluit_datum"),
            )
        ),
        ("exit", 1, "gesprek_datum"),
        ("checklist_uitstroom", 1, "vertrekdatum"),
    ]
    datums = [date.fromisoformat(d[f, cyclus][veld]) for f, cyclus, veld in weg if (f, cyclus) in d]
    assert datums == sorted(datums)
    assert datums[0] >= date(2026, 1, 1)
    assert datums[-1] <= date(2026, 10, 31)


@pytest.mark.parametrize(("naam", "dagen"), [("P1", 11), ("P2", 12), ("P5", 24), ("P6", 10)])
def test_plan_na_de_beschrijving(naam: str, dagen: int) -> None:
    d = _dossier(naam)
    pb, plan = d["persoonsbeschrijving", 1]["datum_pb"], d["begeleidingsplan", 1]["plan_datum"]
    assert date.fromisoformat(plan) - date.fromisoformat(pb) == timedelta(days=dagen)


def test_wat_er_met_opzet_mis_is() -> None:
    plan = _dossier("P6")["begeleidingsplan", 1]
    doelen = {rij["doel_nr"] for rij in plan["doelen"]}
    assert doelen - {rij["doel_nr"] for rij in plan["acties"]} == {2}
    assert doelen - {rij["doel_nr"] for rij in _dossier("P6")["evaluatie", 1]["per_doel"]} == {3}
    zonder = [
        (naam, *deel)
        for naam in ("P1", "P2", "P5", "P6")
        for deel, antwoorden in _dossier(naam).items()
        if deel[0] in ("toestemming", "begeleidingsplan", "evaluatie") and "handtekening_client" not in antwoorden
    ]
    assert zonder == [("P5", "begeleidingsplan", 1)]
