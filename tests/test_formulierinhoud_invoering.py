"""The seven forms about bringing the way of working in and keeping it, against domein.md 3.17; each filled and read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.formats import Lezer
from generator.formats.word import maak_formulier, vul
from generator.formulier import definities, formulieren_van, op_maat
from generator.inrichting import alle_teksten, ingevuld, woorden_van
from generator.model import Aanpassing, Bestand, Formulier, Inrichting, Invulling, Veld
from generator.organisatie import lees_organisatie
from generator.taal import losse_accolade, onbekende_verwijzingen
from generator.veldsoorten import normaliseer_antwoorden
from generator.voorwaarde import lees_voorwaarde

VALIDEER = Path(__file__).parents[2] / "shared" / "tools" / "ooxml-valideer"
MODELLEN = ("opvang2004", "movisie2021", "leefhuis2022", "kr8jongeren")

# Per form the rows of domein.md: key, kind, duty (ja, nee or als).
DOMEIN = {
    "randvoorwaarden": ";".join(
        f"rv_{nr} keuze ja; rv_{nr}_toel lang nee; rv_{nr}_actie lang als; rv_{nr}_wie kort als;"
        f"rv_{nr}_wanneer datum als"
        for nr in range(1, 11)
    ),
    "implementatieplan": """
        ip_start lang ja; ip_beeld lang ja; ip_ijkpunt lang ja; ip_omvang lang ja; ip_projectleider kort ja;
        ip_groep tabel ja; ip_acties tabel ja; ip_uren getal ja; ip_kosten tabel nee; ip_criteria tabel ja;
        ip_evaluatie_datum datum ja; ip_maatwerk tabel ja; ip_communicatie tabel ja""",
    "eval_werkwijze": """
        ew_fase keuze ja; ew_resultaat lang ja; ew_tevreden lang ja; ew_proces lang ja; ew_verbeter lang ja;
        ew_criteria tabel ja; ew_vervolg ja_nee ja; ew_vervolg_scholing ja_nee ja; ew_vervolg_toel lang ja""",
    "verankering": ";".join(f"va_{nr} keuze ja; va_{nr}_toel lang ja" for nr in range(1, 6)) + "; va_signalen lang nee",
    "profiel": "pr_begeleider tabel als; pr_teamleider tabel als; pr_projectleider tabel als",
    "exit_jaar": """
        ej_aantal getal ja; ej_tevreden lang ja; ej_ontevreden lang ja; ej_suggesties lang ja; ej_besluit lang ja""",
    "wijzigingslog": "log tabel ja",
}
# What the text of 3.17 names and its table doesn't, and what a form can't do without.
ERBIJ = {
    "randvoorwaarden": "",
    "implementatieplan": "ip_gestart datum nee; ip_clienten lang nee; ip_randvoorwaarden lang nee",
    "eval_werkwijze": "ew_bronnen meerkeuze nee",
    "verankering": "va_werkproces lang nee; va_kwaliteit lang nee; va_uitdagen lang nee",
    "profiel": "pr_profiel keuze ja; pr_sterk lang nee; pr_eerst lang nee; pr_terugkijken datum nee",
    "exit_jaar": "ej_jaar getal ja",
    "wijzigingslog": "",
}
KOLOMMEN = {
    "implementatieplan.ip_groep": "naam rol kracht",
    "implementatieplan.ip_acties": "stap actie wie wanneer klaar",
    "implementatieplan.ip_kosten": "post uren bedrag toelichting",
    "implementatieplan.ip_criteria": "criterium meten doelwaarde wanneer",
    "implementatieplan.ip_maatwerk": "onderdeel aanpassing waarom binnen_grenzen",
    "implementatieplan.ip_communicatie": "doelgroep boodschap hoe wie wanneer",
    "eval_werkwijze.ew_criteria": "criterium gehaald waaraan",
    "profiel.pr_begeleider": "pr_punt pr_aanwezig pr_actie",
    "profiel.pr_teamleider": "pr_punt pr_aanwezig pr_actie",
    "profiel.pr_projectleider": "pr_punt pr_aanwezig pr_actie",
    "wijzigingslog.log": "log_datum log_versie log_aanpassing log_vervolg log_door log_goedgekeurd",
}
RIJEN = {
    "implementatieplan.ip_kosten": "scholing registratie organisator inzet evaluatie begeleiding",
    "implementatieplan.ip_communicatie": "medewerkers clienten partners",
    "profiel.pr_begeleider": "opleiding integraal houding wmo kennis planmatig terugkijken",
    "profiel.pr_teamleider": "vertalen coachen kennis",
    "profiel.pr_projectleider": "opleiding ervaring werksoort taal model coachen",
}
OPTIES = {
    **{f"randvoorwaarden.rv_{nr}": "ja deels nee" for nr in range(1, 11)},
    **{f"verankering.va_{nr}": "ja deels nee" for nr in range(1, 6)},
    "eval_werkwijze.ew_fase": "geheel",
    "eval_werkwijze.ew_bronnen": "teams clienten exit tevredenheid",
    "profiel.pr_profiel": "begeleider teamleider projectleider",
}
KOLOMOPTIES = {
    "implementatieplan.ip_acties.stap": "verkennen verbeelden vormgeven verankeren",
    "eval_werkwijze.ew_criteria.gehaald": "ja deels nee",
    "profiel.pr_begeleider.pr_aanwezig": "ja deels nee",
    "profiel.pr_teamleider.pr_aanwezig": "ja deels nee",
    "profiel.pr_projectleider.pr_aanwezig": "ja deels nee",
}
VOORWAARDEN = ("Visie", "Draagvlak", "Competenties", "Timing", "Begeleiding", "Coaching", "{Overleg}", "Tijd",
               "Rapportagesysteem", "Financiële middelen")  # fmt: skip


def _rijen(formulier: str) -> list[tuple[str, str, str]]:
    regels = f"{DOMEIN[formulier]};{ERBIJ[formulier]}".replace("\n", " ").split(";")
    return [(delen[0], delen[1], delen[2]) for regel in regels if (delen := regel.split())]


VELDEN = [
    (formulier, veld) for formulier in DOMEIN for sectie in definities()[formulier].secties for veld in sectie.velden
]


@pytest.mark.parametrize("formulier", DOMEIN)
def test_velden_van_het_domein(formulier: str) -> None:
    verwacht = _rijen(formulier)
    gevonden = [(veld.sleutel, veld.soort, veld.verplicht.split()[0]) for naam, veld in VELDEN if naam == formulier]
    assert sorted(gevonden) == sorted(verwacht)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_formulier_van_de_organisatie(formulier: str) -> None:
    definitie = definities()[formulier]
    assert (definitie.soort, definitie.fase, definitie.ook_fase) == ("organisatie", None, ())
    assert definitie.bron
    assert definitie.synoniemen


def test_kop_die_er_niet_toe_doet() -> None:
    vrij = {naam: definities()[naam].kop_vrij for naam in DOMEIN if definities()[naam].kop_vrij}
    assert vrij == {"wijzigingslog": ("of_datum", "of_team", "of_deelnemers")}


@pytest.mark.parametrize(("plek", "kolommen"), KOLOMMEN.items())
def test_kolommen(plek: str, kolommen: str) -> None:
    veld = _veld(*plek.split("."))
    assert [kolom.sleutel for kolom in veld.kolommen] == kolommen.split()
    assert all(len(kolom.label) <= 20 and 1 <= kolom.breedte <= 6 for kolom in veld.kolommen)


@pytest.mark.parametrize(("plek", "rijen"), RIJEN.items())
def test_voorgedrukte_rijen(plek: str, rijen: str) -> None:
    veld = _veld(*plek.split("."))
    assert [rij.sleutel for rij in veld.rijen] == rijen.split()
    assert veld.kolommen[0].soort == "voorgedrukt"
    assert {rij.verplicht for rij in veld.rijen} == {"nee" if veld.sleutel == "ip_kosten" else "ja"}


@pytest.mark.parametrize(("plek", "opties"), OPTIES.items())
def test_opties(plek: str, opties: str) -> None:
    veld = _veld(*plek.split("."))
    assert [optie.sleutel for optie in veld.opties] == opties.split()
    assert all(optie.synoniemen for optie in veld.opties)


@pytest.mark.parametrize(("plek", "opties"), KOLOMOPTIES.items())
def test_opties_van_een_kolom(plek: str, opties: str) -> None:
    formulier, veld, sleutel = plek.split(".")
    (kolom,) = [kolom for kolom in _veld(formulier, veld).kolommen if kolom.sleutel == sleutel]
    assert [optie.sleutel for optie in kolom.opties] == opties.split()
    assert all(optie.synoniemen for optie in kolom.opties)


def test_elke_tabel_en_elke_keuze_is_genoemd() -> None:
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.kolommen} == set(KOLOMMEN)
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.rijen} == set(RIJEN)
    assert {f"{f}.{v.sleutel}" for f, v in VELDEN if v.opties} == set(OPTIES)
    assert {f"{f}.{v.sleutel}.{k.sleutel}" for f, v in VELDEN for k in v.kolommen if k.opties} == set(KOLOMOPTIES)


def test_tien_randvoorwaarden_in_volgorde() -> None:
    secties = definities()["randvoorwaarden"].secties
    assert [sectie.titel for sectie in secties] == [f"{nr}. {naam}" for nr, naam in enumerate(VOORWAARDEN, 1)]
    assert all(sectie.uitleg for sectie in secties)
    for nr, sectie in enumerate(secties, 1):
        eigen = [f"rv_{nr}{deel}" for deel in ("", "_toel", "_actie", "_wie", "_wanneer")]
        assert [veld.sleutel for veld in sectie.velden] == eigen


@pytest.mark.parametrize("deel", ["actie", "wie", "wanneer"])
@pytest.mark.parametrize("nr", range(1, 11))
@pytest.mark.parametrize(("oordeel", "nodig"), [("ja", False), ("deels", True), ("nee", True), (None, False)])
def test_actie_bij_deels_of_nee(nr: int, deel: str, oordeel: str | None, nodig: bool) -> None:
    voorwaarde = lees_voorwaarde(_veld("randvoorwaarden", f"rv_{nr}_{deel}").verplicht)
    assert voorwaarde.namen == (f"rv_{nr}",)
    assert voorwaarde.geldt({f"rv_{nr}": oordeel}.get) is nodig


@pytest.mark.parametrize("profiel", ["begeleider", "teamleider", "projectleider"])
def test_een_profiel_vraagt_een_tabel(profiel: str) -> None:
    nodig = [
        veld.sleutel
        for naam, veld in VELDEN
        if naam == "profiel" and veld.kolommen and lees_voorwaarde(veld.verplicht).geldt({"pr_profiel": profiel}.get)
    ]
    assert nodig == [f"pr_{profiel}"]


@pytest.mark.parametrize("tabel", ["pr_begeleider", "pr_teamleider", "pr_projectleider"])
def test_wat_er_nog_niet_is_vraagt_een_actie(tabel: str) -> None:
    plicht = _veld("profiel", tabel).kolommen[2].verplicht
    gevraagd = {deel: lees_voorwaarde(plicht).geldt({"pr_aanwezig": deel}.get) for deel in ("ja", "deels", "nee")}
    assert gevraagd == {"ja": False, "deels": True, "nee": True}


def test_grenzen() -> None:
    assert _veld("implementatieplan", "ip_uren").minimum == 40
    assert _veld("implementatieplan", "ip_criteria").min_rijen == 1
    assert _veld("exit_jaar", "ej_aantal").minimum == 0


def test_jaaroverzicht_vraagt_geen_namen() -> None:
    """Totals and short texts only: no field for a name or a dossier number of someone who left."""
    soorten = {veld.sleutel: veld.soort for naam, veld in VELDEN if naam == "exit_jaar"}
    assert set(soorten.values()) == {"getal", "lang"}


@pytest.mark.parametrize("formulier", DOMEIN)
def test_labels_zijn_kort_en_verschillend(formulier: str) -> None:
    """A message names the label alone: it must say which question is meant, in whatever section."""
    labels = [veld.label.casefold() for naam, veld in VELDEN if naam == formulier]
    assert all(0 < len(label) <= 45 for label in labels)
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize(("formulier", "veld"), VELDEN, ids=[f"{naam}.{veld.sleutel}" for naam, veld in VELDEN])
def test_veld_heeft_bron_en_hulp(formulier: str, veld: Veld) -> None:
    # The three fields of an action in `randvoorwaarden` speak for themselves; the form says when they are needed.
    assert veld.bron
    assert veld.hulp or veld.sleutel.endswith(("_actie", "_wie", "_wanneer")), "Een korte hulpzin ontbreekt."
    assert veld.plaatshouder or veld.soort not in ("kort", "lang", "getal")
    assert all(rij.bron and rij.tekst for rij in veld.rijen)


@pytest.mark.parametrize("formulier", DOMEIN)
def test_teksten_spreken_je_aan(formulier: str) -> None:
    for plek, tekst in alle_teksten(replace(definities()[formulier], synoniemen=()), ()):
        woorden = set(tekst.casefold().replace(".", " ").replace(",", " ").split())
        assert not {"u", "uw", "hij", "zij"} & woorden, f"{plek}: {tekst}"


@pytest.mark.parametrize("formulier", DOMEIN)
def test_woorden_van_een_organisatie_staan_er_niet_in(formulier: str) -> None:
    definitie = definities()[formulier]
    zichtbaar = [definitie.titel, definitie.doel, definitie.moment]
    for sectie in definitie.secties:
        zichtbaar += [sectie.titel, sectie.uitleg]
        for veld in sectie.velden:
            zichtbaar += [veld.label, veld.hulp, veld.plaatshouder, *(optie.label for optie in veld.opties)]
            zichtbaar += [rij.tekst for rij in veld.rijen]
            for kolom in veld.kolommen:
                zichtbaar += [kolom.label, kolom.hulp, *(optie.label for optie in kolom.opties)]
    tekst = " ".join(zichtbaar).casefold()
    eigen = ("mentor", "deelnemer", "leefhuis", "cliënt", "bewoner", "teamleider", "manager", "directie")
    assert not [woord for woord in eigen if woord in tekst]


# --------------------------------------------------------------------------
# In an organisation: on paper, filled in, and read back


def _punten(aantal: int, *sleutels: str) -> list[dict[str, str]]:
    oordelen = ("ja", "deels", "nee")
    return [
        {"pr_punt": sleutel, "pr_aanwezig": oordelen[nr % 3], "pr_actie": f"Stap {nr} van {aantal}"}
        for nr, sleutel in enumerate(sleutels)
    ]


VOORBEELDEN: Mapping[str, Mapping[str, Any]] = {
    "randvoorwaarden": {
        f"rv_{nr}{deel}": waarde
        for nr in range(1, 11)
        for deel, waarde in (
            ("", ("ja", "deels", "nee")[nr % 3]),
            ("_toel", f"Goed gaat {nr}.\nEn nog iets."),
            ("_actie", f"Actie {nr}"),
            ("_wie", f"Collega {nr}"),
            ("_wanneer", f"2027-01-{nr:02d}"),
        )
    },
    "implementatieplan": {
        "ip_start": "Trots op de gesprekken.",
        "ip_beeld": "Iedereen kent zijn eigen plan.",
        "ip_ijkpunt": "Acht van de tien plannen in eigen woorden.",
        "ip_omvang": "Eerst één team.",
        "ip_gestart": "2026-02-01",
        "ip_projectleider": "Noor",
        "ip_uren": 48,
        "ip_clienten": "Twee mensen denken elke maand mee.",
        "ip_groep": [
            {"naam": "Noor", "rol": "projectleider", "kracht": "Kan plannen"},
            {"naam": "Sam", "rol": "ervaringsdeskundige"},
        ],
        "ip_randvoorwaarden": "Uren voor overleg.",
        "ip_acties": [
            {"stap": stap, "actie": f"Actie bij {stap}", "wie": "Noor", "wanneer": f"2026-0{nr}-01", "klaar": klaar}
            for nr, (stap, klaar) in enumerate(
                [("verkennen", "ja"), ("verbeelden", "ja"), ("vormgeven", "nee"), ("verankeren", "nee")], 2
            )
        ],
        "ip_maatwerk": [
            {"onderdeel": "Namen van fasen", "aanpassing": "Opname heet start", "waarom": "Past bij thuis",
             "binnen_grenzen": "ja"},
        ],
        "ip_communicatie": [
            {"doelgroep": "medewerkers", "boodschap": "Wat er verandert", "hoe": "Teamdag", "wie": "Noor",
             "wanneer": "2026-01-20"},
            {"doelgroep": "clienten", "boodschap": "Wat je merkt", "hoe": "Huiskamer", "wie": "Sam"},
            {"doelgroep": "partners", "boodschap": "Hoe we samenwerken", "hoe": "Brief", "wie": "Ali"},
            {"doelgroep": "Naasten", "boodschap": "Hoe je meedoet", "hoe": "Koffie-uur", "wie": "Sam"},
        ],
        "ip_kosten": [
            {"post": "scholing", "uren": 64, "bedrag": 3200, "toelichting": "Twee dagen, acht mensen"},
            {"post": "registratie", "bedrag": 1500.5},
            {"post": "organisator", "uren": 48},
            {"post": "inzet", "toelichting": "Geen extra uren"},
            {"post": "evaluatie", "uren": 12},
            {"post": "begeleiding", "uren": 40, "toelichting": "Per cyclus"},
            {"post": "Zaalhuur", "bedrag": 250},
        ],
        "ip_criteria": [
            {"criterium": "Eigen doelen", "meten": "Tien plannen lezen", "doelwaarde": "8 van 10",
             "wanneer": "na een jaar"},
        ],
        "ip_evaluatie_datum": "2027-02-01",
    },
    "eval_werkwijze": {
        "ew_fase": "analyse",
        "ew_bronnen": ["teams", "clienten", "tevredenheid"],
        "ew_resultaat": "Meer eigen woorden in plannen.",
        "ew_tevreden": "Gemiddeld een acht.",
        "ew_proces": "Meelopen hielp.",
        "ew_criteria": [
            {"criterium": "Eigen doelen", "gehaald": "deels", "waaraan": "7 van de 10 plannen"},
            {"criterium": "Op tijd terugkijken", "gehaald": "ja"},
        ],
        "ew_verbeter": "Korter rapporteren.",
        "ew_vervolg": "ja",
        "ew_vervolg_scholing": "nee",
        "ew_vervolg_toel": "Noor past hoofdstuk 4 aan, vóór mei.",
    },
    "verankering": {
        **{f"va_{nr}": ("ja", "deels", "nee")[nr % 3] for nr in range(1, 6)},
        **{f"va_{nr}_toel": f"Zo doen we punt {nr}." for nr in range(1, 6)},
        "va_werkproces": "In het weekoverleg.",
        "va_kwaliteit": "Eén plan per maand samen lezen.",
        "va_uitdagen": "Met één goede vraag.",
        "va_signalen": "Plannen ouder dan een half jaar.",
    },
    "profiel": {
        "pr_profiel": "teamleider",
        "pr_sterk": "Ik luister goed.",
        "pr_begeleider": _punten(7, *RIJEN["profiel.pr_begeleider"].split()),
        "pr_teamleider": _punten(3, *RIJEN["profiel.pr_teamleider"].split()),
        "pr_projectleider": _punten(6, *RIJEN["profiel.pr_projectleider"].split()),
        "pr_eerst": "Meelopen met Ali.",
        "pr_terugkijken": "2027-03-01",
    },
    "exit_jaar": {
        "ej_jaar": 2025,
        "ej_aantal": 0,
        "ej_tevreden": "De gesprekken (12 keer).",
        "ej_ontevreden": "Het wachten (3 keer).",
        "ej_suggesties": "Vaker samen koken.",
        "ej_besluit": "We houden de gesprekken, en we bellen wie wacht.",
    },
    "wijzigingslog": {
        "log": [
            {"log_datum": f"2026-01-{nr:02d}", "log_versie": f"1.{nr}", "log_aanpassing": f"Tekst {nr}\nen meer",
             "log_vervolg": "Verteld in elk team.", "log_door": "Noor", "log_goedgekeurd": "Ali"}
            for nr in range(1, 16)
        ],
    },
}  # fmt: skip
KOP = {"of_datum": "2026-01-15", "of_team": "Team Zuid", "of_deelnemers": "Noor, Sam en Ali"}


@pytest.fixture(scope="module", params=MODELLEN)
def inrichting(request: pytest.FixtureRequest) -> Inrichting:
    """Each starting model, with the seven forms switched on."""
    model = lees_organisatie(request.param)
    aan = {sleutel: Aanpassing(aan="ja") for sleutel in DOMEIN}
    return replace(model, formulieren={**model.formulieren, **aan})


@pytest.fixture(scope="module")
def eigen(inrichting: Inrichting) -> Mapping[str, Formulier]:
    """All forms of the organisation, tailored."""
    return formulieren_van(inrichting)


@pytest.fixture(scope="module")
def blanco(inrichting: Inrichting, eigen: Mapping[str, Formulier]) -> Mapping[str, bytes]:
    gevuld = ingevuld(inrichting)
    return {sleutel: maak_formulier(eigen[sleutel], gevuld) for sleutel in DOMEIN}


@pytest.mark.parametrize("formulier", DOMEIN)
def test_op_maat(formulier: str, inrichting: Inrichting, eigen: Mapping[str, Formulier]) -> None:
    gemaakt = eigen[formulier]
    assert gemaakt == op_maat(definities()[formulier], inrichting)
    assert [veld.sleutel for veld in gemaakt.kop] == list(KOP)
    assert {v.sleutel for sectie in gemaakt.secties for v in sectie.velden} == {rij[0] for rij in _rijen(formulier)}
    assert [tekst for _, tekst in alle_teksten(gemaakt, ()) if losse_accolade(tekst)] == []
    assert [tekst for _, tekst in alle_teksten(gemaakt, ()) if onbekende_verwijzingen(tekst, {})] == []


@pytest.mark.parametrize("formulier", DOMEIN)
def test_woorden_en_rollen_bestaan(formulier: str, inrichting: Inrichting) -> None:
    definitie = definities()[formulier]
    woorden = woorden_van(inrichting)
    assert [t for _, t in alle_teksten(definitie, ()) if onbekende_verwijzingen(t, woorden)] == []
    assert set(definitie.ingevuld_door) <= {rol.sleutel for rol in inrichting.rollen}


@pytest.mark.parametrize("formulier", DOMEIN)
def test_labels_blijven_verschillend(formulier: str, eigen: Mapping[str, Formulier]) -> None:
    labels = [veld.label.casefold() for veld in eigen[formulier].velden]
    assert len(set(labels)) == len(labels)


def test_een_fase_of_het_geheel(inrichting: Inrichting, eigen: Mapping[str, Formulier]) -> None:
    veld = eigen["eval_werkwijze"].veld("ew_fase")
    assert veld is not None
    assert [optie.sleutel for optie in veld.opties] == [*(fase.sleutel for fase in inrichting.fasen), "geheel"]


@pytest.mark.parametrize("formulier", DOMEIN)
def test_heen_en_terug(formulier: str, eigen: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> None:
    antwoorden = _antwoorden(eigen[formulier])
    inhoud = vul(blanco[formulier], eigen[formulier], antwoorden)
    gelezen = _gelezen(Lezer(eigen).lees_inhoud(Path("terug.docx"), inhoud))
    assert gelezen.formulier == formulier
    assert (gelezen.dossier, gelezen.cyclus) == ("", None)
    assert gelezen.waarden == antwoorden
    assert gelezen.meldingen == ()
    assert gelezen.niet_gevonden == ()


@pytest.mark.parametrize("formulier", DOMEIN)
def test_leeg_formulier_is_leeg(formulier: str, eigen: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> None:
    gelezen = _gelezen(Lezer(eigen).lees_inhoud(Path("leeg.docx"), blanco[formulier]))
    assert gelezen.formulier == formulier
    assert gelezen.waarden == {}
    assert gelezen.niet_gevonden == ()


def test_te_weinig_uren_valt_op(eigen: Mapping[str, Formulier], blanco: Mapping[str, bytes]) -> None:
    plan = eigen["implementatieplan"]
    gelezen = _gelezen(
        Lezer(eigen).lees_inhoud(Path("terug.docx"), vul(blanco["implementatieplan"], plan, {"ip_uren": 39}))
    )
    assert gelezen.waarden == {"ip_uren": 39}
    assert [(melding.code, melding.vindplaats.veld) for melding in gelezen.meldingen] == [("L18", "ip_uren")]


def test_bestand_klopt_met_de_schemas(
    eigen: Mapping[str, Formulier], blanco: Mapping[str, bytes], tmp_path: Path
) -> None:
    if not VALIDEER.exists():
        pytest.skip(f"{VALIDEER} is er niet: de bestanden zijn niet tegen de schema's gehouden")
    for sleutel in DOMEIN:
        (tmp_path / f"{sleutel}.docx").write_bytes(blanco[sleutel])
        vol = vul(blanco[sleutel], eigen[sleutel], _antwoorden(eigen[sleutel]))
        (tmp_path / f"{sleutel}_vol.docx").write_bytes(vol)
    bestanden = sorted(tmp_path.glob("*.docx"))
    assert len(bestanden) == 2 * len(DOMEIN)
    klaar = subprocess.run([sys.executable, "-B", VALIDEER, *bestanden], capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def _antwoorden(formulier: Formulier) -> Mapping[str, Any]:
    voorbeeld = VOORBEELDEN[formulier.sleutel]
    assert set(voorbeeld) == {sleutel for sleutel, *_ in _rijen(formulier.sleutel)}
    waarden, fouten = normaliseer_antwoorden(formulier, KOP | dict(voorbeeld))
    assert fouten == ()
    assert set(waarden) == set(KOP) | set(voorbeeld)
    return waarden


def _gelezen(bestand: Bestand) -> Invulling:
    assert bestand.status == "gelezen", bestand.reden
    assert bestand.invulling is not None
    return bestand.invulling


def _veld(formulier: str, sleutel: str) -> Veld:
    veld = definities()[formulier].veld(sleutel)
    assert veld is not None, f"{formulier}.{sleutel} ontbreekt"
    return veld
