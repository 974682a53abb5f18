"""Working days, closing days, and the same day so many months later."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kalender import Kalender, feestdagen, leeftijd_op, lees_sluiting, na_maanden

DAGEN = st.dates(date(2000, 1, 1), date(2060, 12, 31))
K = Kalender()


@pytest.mark.parametrize(
    ("dag", "vrij"),
    [
        ("2026-01-01", True),
        ("2026-04-03", False),  # Goede Vrijdag
        ("2026-04-05", True),
        ("2026-04-06", True),
        ("2026-04-27", True),
        ("2025-04-26", True),  # Koningsdag, for 27 April is a Sunday
        ("2025-04-27", False),
        ("2026-04-26", False),
        ("2025-05-05", True),  # a lustrum
        ("2026-05-05", False),
        ("2030-05-05", True),
        ("2026-05-14", True),  # Hemelvaart
        ("2026-05-24", True),
        ("2026-05-25", True),  # Pinksteren
        ("2026-12-25", True),
        ("2026-12-26", True),
        ("2026-12-24", False),
        ("2026-12-31", False),
    ],
)
def test_feestdag(dag: str, vrij: bool) -> None:
    datum = date.fromisoformat(dag)
    assert (datum in feestdagen(datum.year)) is vrij


def test_hemelvaart_op_bevrijdingsdag_is_vrij() -> None:
    """In 2016 Ascension Day was 5 May: a day off, though no lustrum."""
    assert date(2016, 5, 5) in feestdagen(2016)


@pytest.mark.parametrize(
    ("dag", "werkdag"),
    [("2026-04-03", True), ("2026-04-04", False), ("2026-04-05", False), ("2026-04-06", False), ("2026-04-07", True)],
)
def test_rond_pasen(dag: str, werkdag: bool) -> None:
    assert K.is_werkdag(date.fromisoformat(dag)) is werkdag


def test_werkdagen_over_pasen() -> None:
    donderdag, dinsdag = date(2026, 4, 2), date(2026, 4, 7)
    assert K.werkdagen(donderdag, dinsdag) == 2
    assert K.werkdagen(donderdag, donderdag) == 0
    assert K.werkdagen(dinsdag, donderdag) == 0
    # One working day after Thursday is Friday; up to Easter Monday it is still in time.
    assert K.na_werkdagen(donderdag, 1) == date(2026, 4, 6)
    assert K.na_werkdagen(donderdag, 2) == dinsdag


@pytest.mark.parametrize(
    ("vanaf", "aantal", "tot"),
    [
        ("2026-01-05", 5, "2026-01-12"),
        ("2026-01-05", 4, "2026-01-11"),
        ("2026-01-05", 0, "2026-01-05"),
        ("2026-01-09", 0, "2026-01-11"),
        ("2026-01-10", 1, "2026-01-12"),
        ("2025-04-25", 1, "2025-04-28"),
        ("2026-12-31", 1, "2027-01-04"),
    ],
)
def test_na_werkdagen(vanaf: str, aantal: int, tot: str) -> None:
    assert K.na_werkdagen(date.fromisoformat(vanaf), aantal).isoformat() == tot


@given(DAGEN, st.integers(0, 30))
def test_de_laatste_dag_is_de_laatste(vanaf: date, aantal: int) -> None:
    uiterlijk = K.na_werkdagen(vanaf, aantal)
    assert K.werkdagen(vanaf, uiterlijk) <= aantal < K.werkdagen(vanaf, uiterlijk + timedelta(days=1))


@pytest.mark.parametrize(
    ("tekst", "dicht", "open_"),
    [
        ("2026-12-28", ["2026-12-28"], ["2027-12-28", "2026-12-29"]),
        ("12-28", ["2026-12-28", "2027-12-28"], ["2026-12-29"]),
        ("2026-07-20 t/m 2026-07-31", ["2026-07-20", "2026-07-31"], ["2026-07-17", "2026-08-03", "2027-07-21"]),
        ("12-24 t/m 01-02", ["2026-12-24", "2026-12-31", "2026-01-02"], ["2026-12-23", "2026-01-05"]),
        ("07-20 t/m 07-31", ["2026-07-20", "2027-07-30"], ["2026-07-17", "2026-08-03"]),
        ("02-29", ["2028-02-29"], ["2026-02-27", "2026-03-02"]),
    ],
)
def test_sluitingsdagen(tekst: str, dicht: list[str], open_: list[str]) -> None:
    kalender = Kalender.van([tekst])
    assert [dag for dag in dicht if kalender.is_werkdag(date.fromisoformat(dag))] == []
    assert [
        dag
        for dag in open_
        if date.fromisoformat(dag).weekday() < 5 and not kalender.is_werkdag(date.fromisoformat(dag))
    ] == []


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "morgen",
        "2026-13-01",
        "2026-02-30",
        "02-30",
        "1-1",
        "2026-07-31 t/m 2026-07-20",
        "2026-07-20 t/m 07-31",
        "2026-01-01 t/m 2026-01-02 t/m 2026-01-03",
    ],
)
def test_wat_geen_sluitingsdag_is(tekst: str) -> None:
    assert lees_sluiting(tekst) is None
    assert Kalender.van([tekst]) == Kalender()


def test_sluitingsdag_schuift_de_termijn_op() -> None:
    assert Kalender.van(["2026-01-08"]).na_werkdagen(date(2026, 1, 5), 5) == date(2026, 1, 13)


@pytest.mark.parametrize(
    ("vanaf", "maanden", "tot"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-01-30", 1, "2026-02-28"),
        ("2026-01-28", 1, "2026-02-28"),
        ("2026-03-31", 1, "2026-04-30"),
        ("2026-03-31", 2, "2026-05-31"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2028-02-29", 48, "2032-02-29"),
        ("2026-11-15", 2, "2027-01-15"),
        ("2026-12-01", 0, "2026-12-01"),
        ("2026-12-31", 12, "2027-12-31"),
    ],
)
def test_na_maanden(vanaf: str, maanden: int, tot: str) -> None:
    assert na_maanden(date.fromisoformat(vanaf), maanden).isoformat() == tot


@given(DAGEN, st.integers(0, 60))
def test_na_maanden_blijft_in_de_maand(vanaf: date, maanden: int) -> None:
    later = na_maanden(vanaf, maanden)
    assert later.year * 12 + later.month == vanaf.year * 12 + vanaf.month + maanden
    assert later.day == vanaf.day or (later.day < vanaf.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("geboren", "dag", "leeftijd"),
    [
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2028-02-29", 20),
        ("2008-04-01", "2026-03-31", 17),
        ("2008-04-01", "2026-04-01", 18),
    ],
)
def test_leeftijd(geboren: str, dag: str, leeftijd: int) -> None:
    assert leeftijd_op(date.fromisoformat(geboren), date.fromisoformat(dag)) == leeftijd
