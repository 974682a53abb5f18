"""A finding about something that is missing comes on the day after its deadline, and not before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import kleindossier
import pytest
from hypothesis import given
from hypothesis import strategies as st
from kleindossier import WEG, antwoorden, bestand, formulieren
from regelvoorbeelden_termijnen import (
    AANM,
    DOORVERWEZEN,
    PROEF_KERN,
    SPOED,
    START,
    TOT_AANM,
    TOT_EVAL,
    TOT_INTAKE,
    TOT_PLAN,
    TOT_START,
    TOT_UITSTROOM,
    VOORBEELDEN,
    VOORTZETTEN,
    WACHTLIJST,
    gesprek,
)
from test_regels import rapport_van
from voorbeeld import CYCLUS_2, EVAL, PB, PLAN, Voorbeeld

from generator.checks import controleer
from generator.dossier import maak_dossiers
from generator.model import Bestand, Inrichting, Termijnstand
from generator.verloop import TERMIJNEN

DAG = timedelta(days=1)
LATER = date(2031, 1, 1)
UITBLIJVEN = ("ontbreekt", "open", "contact", "proef", "gepland", "streefdatum", "algemeen")
SOORTEN: dict[str, dict[str, Any]] = {
    "uitnodiging": {**TOT_AANM, f"{AANM}.uitnodiging_datum": WEG},
    "intake": TOT_AANM,
    "spoed_intake": {**TOT_START, **SPOED, "intake": WEG},
    "brief": {**TOT_INTAKE, "intake.brief_datum": WEG},
    "wachtlijst": WACHTLIJST,
    "proef": {**TOT_START, **PROEF_KERN},
    "beschrijving": TOT_START,
    "plan": TOT_PLAN,
    "voortgang": TOT_EVAL,
    "evaluatie": TOT_EVAL,
    "algemene_evaluatie": TOT_UITSTROOM,
    "nieuwe_cyclus": VOORTZETTEN,
}
ROUTES = (*SOORTEN.values(), {**CYCLUS_2, f"{EVAL}.besluit": "voortzetten"}, {**TOT_AANM, **DOORVERWEZEN}, {})


def inrichting() -> Inrichting:
    klein = kleindossier.inrichting()
    return replace(klein, parameters=replace(klein.parameters, algemene_evaluatie="3 tot 6 maanden", voortgang_max=40))


def open_termijnen(bestanden: list[Bestand]) -> list[Termijnstand]:
    """Return the deadlines that nobody ever met."""
    delen = [b.invulling for b in bestanden if b.invulling is not None]
    dossiers = maak_dossiers(delen, inrichting(), LATER, formulieren())
    alle = [termijn for dossier in dossiers for termijn in dossier.verloop.termijnen]
    return [termijn for termijn in alle if termijn.gedaan is None and not termijn.vervallen]


def zegt(bestanden: list[Bestand], termijn: Termijnstand, peildatum: date) -> int:
    """Return how many findings speak of this deadline."""
    rapport = controleer(bestanden, inrichting(), peildatum, formulieren=formulieren())
    eigen = [
        b for b in rapport.bevindingen if b.code == TERMIJNEN[termijn.soort] and b.context["variant"] in UITBLIJVEN
    ]
    return sum(
        b.context["vanaf"] == termijn.vanaf and b.vindplaatsen[0].formulier == termijn.bron.formulier for b in eigen
    )


def bestanden_van(wijzig: dict[str, Any]) -> list[Bestand]:
    return [bestand(naam, gegeven) for naam, gegeven in antwoorden(**wijzig).items()]


def test_elke_soort_komt_voor() -> None:
    assert set(SOORTEN) == set(TERMIJNEN)
    for soort, wijzig in SOORTEN.items():
        assert soort in {termijn.soort for termijn in open_termijnen(bestanden_van(wijzig))}


@pytest.mark.parametrize("soort", SOORTEN)
def test_de_dag_erna_en_niet_eerder(soort: str) -> None:
    bestanden = bestanden_van(SOORTEN[soort])
    (termijn,) = [termijn for termijn in open_termijnen(bestanden) if termijn.soort == soort]
    assert [zegt(bestanden, termijn, termijn.uiterlijk + DAG * nr) for nr in (-1, 0, 1, 2)] == [0, 0, 1, 1]


@st.composite
def dossiers(draw: st.DrawFn) -> list[Bestand]:
    wijzig = dict(draw(st.sampled_from(ROUTES)))
    velden = (f"{AANM}.besluit_datum", "intake.gesprek_datum", f"{START}.startdatum", f"{PB}.datum_pb",
              f"{PLAN}.plan_datum", f"{PLAN}.evaluatie_gepland", f"{EVAL}.besluit_datum")  # fmt: skip
    over = {naam for naam in antwoorden() if wijzig.get(naam) is not WEG}
    for veld in velden:
        if veld.split(".")[0] in over and draw(st.booleans()):
            wijzig[veld] = (date(2026, 1, 1) + DAG * draw(st.integers(0, 400))).isoformat()
    dagen = draw(st.lists(st.integers(0, 400), max_size=3, unique=True))
    verslagen = [gesprek((date(2026, 1, 1) + DAG * nr).isoformat()) for nr in dagen]
    return [*bestanden_van(wijzig), *verslagen]


@given(dossiers())
def test_in_elk_dossier(bestanden: list[Bestand]) -> None:
    for termijn in open_termijnen(bestanden):
        stil, gezegd = (zegt(bestanden, termijn, termijn.uiterlijk + DAG * nr) for nr in (0, 1))
        assert (stil, gezegd) == (0, 1), termijn


def bericht(voorbeeld: Voorbeeld) -> str:
    (gevonden,) = [b.bericht for b in rapport_van(voorbeeld).bevindingen if b.code == voorbeeld.code]
    return gevonden


@pytest.mark.parametrize(
    ("voorbeeld", "stuk"),
    [
        (
            "R27 zes werkdagen",
            "is 13-01-2026. Dat is 6 werkdagen na het besluit van 05-01-2026; afgesproken is hoogstens 5 w",
        ),
        (
            "R28 een dag te laat",
            "‘Datum brief’ is 14-03-2026. Dat is 61 dagen na het gesprek van 12-01-2026; afgesproken is",
        ),
        (
            "R29 een dag te laat",
            "(01-02-2026) en ‘Datum beschrijving’ (20-02-2026) zitten 19 dagen. Afgesproken is hoogstens 18",
        ),
        ("R29 nog geen beschrijving na de termijn", "De start was op 01-02-2026, 31 dagen geleden. Binnen 30 dagen"),
        (
            "R31 te lang",
            "‘Evaluatie’ duurde 16 dagen (04-05-2026 tot 20-05-2026). Afgesproken is: maximaal 10 werkdagen",
        ),
        ("R31 loopt te lang", "‘Uitstroom’ loopt al 32 dagen, sinds 04-05-2026"),
        (
            "R32 te weinig gesprekken",
            "ik zie 1 gesprek in 19 dagen (01-02-2026 tot 20-02-2026). Afgesproken is gemiddeld één per 12 d",
        ),
        (
            "R32 twee keer per week",
            "ik zie 2 gesprekken in 19 dagen (01-02-2026 tot 20-02-2026). Afgesproken is gemiddeld 2 keer per",
        ),
        ("R33 geen gesprek tot de evaluatie", "tussen 02-03-2026 en 04-05-2026 is in 63 dagen geen"),
        (
            "R34 doorverwezen, en toch een intake",
            "op ‘Aanmelding’ van 05-01-2026 is ‘doorverwijzing’, en toch is ‘Intake’ ing",
        ),
        (
            "R35 te laat contact",
            "Tussen 14-01-2026 en 14-02-2026 is in 31 dagen geen contact vastgelegd, terwijl het besluit ‘wacht",
        ),
        ("R36 één afspraak komt niet terug", "niets over 1 van de 2 afspraken uit ‘Bindende afspraken’ (Intake)"),
        ("R36 helemaal niet terug", "niets over 2 van de 2 afspraken"),
        ("R37 P10: intake na twintig dagen", "De start was op 06-01-2026, het gesprek op 26-01-2026: 20 dagen later"),
        (
            "R43 geen plan na de termijn",
            "van 04-05-2026 is ‘doorgaan’, 22 dagen geleden. Binnen 21 dagen hoort er een plan te zijn voor cyclus 2",
        ),
        (
            "R43 afgerond en toch een nieuwe cyclus",
            "is van cyclus 2, maar cyclus 1 eindigde op 04-05-2026 met ‘afronden’",
        ),
        ("R43 sprong over twee cycli", "is van cyclus 4, maar van cyclus 2 tot en met 3 is er niets"),
        (
            "R43 nummer niet opgehoogd",
            "heeft nummer 1, maar cyclus 1 was toen al klaar: het besluit is ‘doorgaan’. Geef",
        ),
        (
            "R43 zonder nieuwe beschrijving",
            "‘Begeleidingsplan’ is van cyclus 2, maar ‘Persoonsbeschrijving’ van die cyclus",
        ),
        ("R74 geen evaluatie na de marge", "‘Geplande evaluatie’ is 04-05-2026, en er is nog geen evaluatie"),
        ("R74 laatste streefdatum", "de laatste ‘Streefdatum’ is 10-05-2026"),
        ("R74 algemeen: nooit geweest", "Sinds 01-02-2026 (Checklist opstart, ‘Startdatum’)"),
    ],
)
def test_bericht_noemt_de_feiten(voorbeeld: str, stuk: str) -> None:
    (gekozen,) = [deel for deel in VOORBEELDEN if str(deel) == voorbeeld]
    assert stuk in bericht(gekozen)


def test_bij_een_gat_staat_vooraan_waar_het_eindigde() -> None:
    (voorbeeld,) = [deel for deel in VOORBEELDEN if str(deel) == "R35 te laat contact"]
    (gevonden,) = [b for b in rapport_van(voorbeeld).bevindingen if b.code == "R35"]
    assert [plek.formulier for plek in gevonden.vindplaatsen] == ["rapportage", "intake"]


def test_een_cyclus_staat_in_het_bericht_als_er_meer_zijn() -> None:
    lang = {**CYCLUS_2, f"{EVAL}.afronden_bestemming": WEG, f"{PLAN}@2.plan_datum": "2026-05-29"}
    getekend = {f"{PLAN}@2.handtekening_{wie}.datum": "2026-05-29" for wie in ("client", "mentor")}
    assert "Begeleidingsplan van cyclus 2: tussen" in bericht(Voorbeeld("R30", "", (), {**lang, **getekend}))
