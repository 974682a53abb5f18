"""Durations, frequencies and deadlines in words (domein.md 2.5), as numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.duur import ANKERS, Duur, Maat, lees_duur


def duur(tekst: str) -> Duur:
    gelezen = lees_duur(tekst)
    assert gelezen is not None, tekst
    return gelezen


def grenzen(tekst: str) -> tuple[Maat | None, Maat | None, Maat | None]:
    gelezen = duur(tekst)
    return gelezen.min, gelezen.max, gelezen.gemiddeld


# -- the table of domein.md 2.5


@pytest.mark.parametrize(
    ("tekst", "minimum", "maximum"),
    [
        ("1 dag tot 1 week", Maat(1, "dag"), Maat(1, "week")),
        ("één dag tot een week", Maat(1, "dag"), Maat(1, "week")),
        ("een tot 2 weken", Maat(1, "week"), Maat(2, "week")),
        ("een tot twee weken", Maat(1, "week"), Maat(2, "week")),
        ("1 - 2 weken", Maat(1, "week"), Maat(2, "week")),
        ("1–4 weken", Maat(1, "week"), Maat(4, "week")),
        ("1 t/m 6 weken", Maat(1, "week"), Maat(6, "week")),
        ("60 tot 90 minuten", Maat(60, "minuut"), Maat(90, "minuut")),
        ("zes tot twaalf maanden", Maat(6, "maand"), Maat(12, "maand")),
        ("1 tot ongeveer 2 weken", Maat(1, "week"), Maat(2, "week")),
        ("half uur tot anderhalf uur", Maat(0.5, "uur"), Maat(1.5, "uur")),
        ("maximaal 2 weken", None, Maat(2, "week")),
        ("binnen 5 werkdagen", None, Maat(5, "werkdag")),
        ("uiterlijk 24 uur", None, Maat(24, "uur")),
        ("hooguit 1 jaar", None, Maat(1, "jaar")),
        ("max. 2 weken", None, Maat(2, "week")),
        ("minimaal 6 weken", Maat(6, "week"), None),
        ("minstens zes weken", Maat(6, "week"), None),
        ("ten minste 6 weken", Maat(6, "week"), None),
        ("2 dagen", Maat(2, "dag"), Maat(2, "dag")),
        ("1,5 uur", Maat(1.5, "uur"), Maat(1.5, "uur")),
        ("enkele dagen", Maat(1, "dag"), Maat(7, "dag")),
        ("een paar dagen", Maat(1, "dag"), Maat(7, "dag")),
    ],
)
def test_grenzen(tekst: str, minimum: Maat | None, maximum: Maat | None) -> None:
    assert grenzen(tekst) == (minimum, maximum, None)
    assert grenzen(f" {tekst.capitalize()}. ") == (minimum, maximum, None)


@pytest.mark.parametrize("tekst", ["gemiddeld 8 weken", "gem. acht weken", "Gemiddeld 8 weken."])
def test_gemiddeld(tekst: str) -> None:
    assert grenzen(tekst) == (None, None, Maat(8, "week"))


@pytest.mark.parametrize(
    ("tekst", "keer", "per"),
    [
        ("minimaal 1 keer per 2 weken", 1, Maat(2, "week")),
        ("gemiddeld 1 keer per week", 1, Maat(1, "week")),
        ("een keer per maand", 1, Maat(1, "maand")),
        ("twee maal per jaar", 2, Maat(1, "jaar")),
        ("minimaal één gesprek per week", 1, Maat(1, "week")),
        ("2 gesprekken per maand", 2, Maat(1, "maand")),
        ("eens per half jaar", 1, Maat(0.5, "jaar")),
        ("eens per jaar", 1, Maat(1, "jaar")),
        ("wekelijks", 1, Maat(1, "week")),
        ("maandelijks", 1, Maat(1, "maand")),
        ("jaarlijks", 1, Maat(1, "jaar")),
        ("3 keer", 3, None),
    ],
)
def test_keren(tekst: str, keer: float, per: Maat | None) -> None:
    gelezen = duur(tekst)
    assert (gelezen.keer, gelezen.per) == (keer, per)


@pytest.mark.parametrize(
    ("tekst", "anker", "richting"),
    [
        ("maximaal 2 weken na persoonsbeschrijving", "persoonsbeschrijving_datum", "na"),
        ("maximaal 3 weken na het opstellen van de beschrijving", "persoonsbeschrijving_datum", "na"),
        ("binnen 5 werkdagen na aanmeldingsbesluit", "aanmeldingsbesluit", "na"),
        ("binnen 5 werkdagen na het aanmeldingsbesluit", "aanmeldingsbesluit", "na"),
        ("maximaal 2 weken na intakegesprek", "intakegesprek", "na"),
        ("1 tot 4 weken na opname", "startdatum", "na"),
        ("1 tot 4 weken vanaf de opnamedatum", "startdatum", "na"),
        ("enkele dagen voor vertrek", "vertrekdatum", "voor"),
        ("enkele dagen vóór het vertrek", "vertrekdatum", "voor"),
        ("maximaal 1 jaar na versiedatum", "handleiding_versiedatum", "na"),
        ("gemiddeld 8 weken na plan", "plan_datum", "na"),
        ("1 tot 6 weken na evaluatiebesluit", "evaluatiebesluit", "na"),
    ],
)
def test_ankers(tekst: str, anker: str, richting: str) -> None:
    gelezen = duur(tekst)
    assert (gelezen.anker, gelezen.richting) == (anker, richting)


ANKERWOORDEN = [(sleutel, woord) for sleutel, woorden in ANKERS.items() for woord in (sleutel, *woorden)]
ALLEEN_MET_LIDWOORD = [("plan_termijn", "de termijn van het plan"), ("handleiding_versiedatum", "de vorige versie")]


@pytest.mark.parametrize(("sleutel", "woord"), ALLEEN_MET_LIDWOORD)
def test_ankerwoord_met_vast_lidwoord(sleutel: str, woord: str) -> None:
    assert duur(f"maximaal 2 weken na {woord}").anker == sleutel


@pytest.mark.parametrize(("sleutel", "woord"), [paar for paar in ANKERWOORDEN if paar not in ALLEEN_MET_LIDWOORD])
def test_elk_ankerwoord(sleutel: str, woord: str) -> None:
    assert duur(f"maximaal 2 weken na {woord}").anker == sleutel


@pytest.mark.parametrize(
    "tekst", ["volgens het plan", "afhankelijk van het plan", "zolang het plan loopt", "Volgens het begeleidingsplan."]
)
def test_volgens_plan(tekst: str) -> None:
    assert duur(tekst).volgens_plan


@pytest.mark.parametrize("tekst", ["niet vastgelegd", "doorlopend", "direct", "zo vaak als nodig", "zeer vaak"])
def test_open(tekst: str) -> None:
    assert duur(tekst).open


def test_uren_per_cyclus() -> None:
    assert duur("40 uur per cyclus").min == Maat(40, "uur")


# -- several parts


def test_delen_tellen_bij_elkaar_op() -> None:
    gelezen = duur("1 tot 4 weken na opname, minimaal 1 keer per week")
    assert (gelezen.min, gelezen.max) == (Maat(1, "week"), Maat(4, "week"))
    assert (gelezen.keer, gelezen.per) == (1, Maat(1, "week"))
    assert gelezen.anker == "startdatum"


@pytest.mark.parametrize("voeg", [", ", "; ", ", en ", " maar "])
def test_voegwoorden(voeg: str) -> None:
    assert grenzen(f"minimaal 2 weken{voeg}maximaal 4 weken") == (Maat(2, "week"), Maat(4, "week"), None)


def test_komma_in_een_getal_is_geen_voegwoord() -> None:
    assert grenzen("1,5 tot 2,5 uur") == (Maat(1.5, "uur"), Maat(2.5, "uur"), None)


def test_tekst_blijft_zoals_geschreven() -> None:
    assert duur("Maximaal 2 Weken.").tekst == "Maximaal 2 Weken."


# -- not understood


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        " ",
        "ooit",
        "2",
        "weken",
        "2 manen",
        "maximaal 2 weken na de maaltijd",
        "2 weken en nog iets",
        "1 tot 2",
        "eens",
        "maximaal 2 weken, ooit",
        "ooit, maximaal 2 weken",
        "-1 week",
        "twee of drie weken",
        "1 tot 2 weken tot 3 weken",
        "2 weken na",
        "{parameter.planning_max} dagen",
    ],
)
def test_onbegrepen_is_niets(tekst: str) -> None:
    assert lees_duur(tekst) is None


@given(tekst=st.text(max_size=60))
def test_geen_tekst_breekt_het_lezen(tekst: str) -> None:
    gelezen = lees_duur(tekst)
    assert gelezen is None or gelezen.tekst == tekst


@given(
    getal=st.integers(1, 99),
    eenheid=st.sampled_from(["dagen", "werkdagen", "weken", "maanden", "jaren", "uren", "minuten"]),
)
def test_elke_lengte(getal: int, eenheid: str) -> None:
    gelezen = duur(f"maximaal {getal} {eenheid}")
    assert gelezen.max is not None
    assert gelezen.max.getal == getal


def test_lange_tekst_loopt_niet_vast() -> None:
    assert lees_duur("maximaal 2 weken na " + "de " * 5_000 + "start") is None


# -- lengths


@pytest.mark.parametrize(
    ("maat", "dagen"),
    [
        (Maat(1, "dag"), 1),
        (Maat(2, "week"), 14),
        (Maat(5, "werkdag"), 7),
        (Maat(24, "uur"), 1),
        (Maat(1440, "minuut"), 1),
        (Maat(12, "maand"), 365.25),
        (Maat(1, "jaar"), 365.25),
        (Maat(0.5, "jaar"), 182.625),
    ],
)
def test_dagen(maat: Maat, dagen: float) -> None:
    assert maat.dagen == pytest.approx(dagen)
