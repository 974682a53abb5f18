"""Names of folders and files that every system takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.terugmelding.namen import Namen, veilige_bestandsnaam, veilige_naam

VERBODEN = set('<>:"/\\|?*') | {chr(nr) for nr in range(32)}


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("Bo de Vries", "Bo de Vries"),
        ("D-0001", "D-0001"),
        ("Jansen/De Wit", "Jansen-De Wit"),
        ("  D  7. ", "D 7"),
        ("..", "onbekend"),
        ("../../etc", "etc"),
        ("CON", "_CON"),
        ("com1.oud", "_com1.oud"),
        ("", "onbekend"),
        ("a\x00b\nc", "a-b c"),
        ("<b>", "b"),
        ("x" * 200, "x" * 60),
        ("\u202egnp.exe", "gnp.exe"),
    ],
)
def test_naam_kan_overal(naam: str, verwacht: str) -> None:
    assert veilige_naam(naam) == verwacht


@given(naam=st.text())
def test_elke_naam_wordt_een_naam(naam: str) -> None:
    veilig = veilige_naam(naam)
    assert veilig
    assert len(veilig) <= 61
    assert not VERBODEN & set(veilig)
    assert veilig == veilig.strip(" .")
    assert veilige_naam(veilig) == veilig
    veilig.encode("utf-8")


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("/map/05_plan.docx", "05_plan.docx"),
        ("C:\\map\\plan: nieuw.DOCX", "plan- nieuw.DOCX"),
        ("plan", "plan.docx"),
        (".docx", "docx.docx"),
        ("nul.docx", "_nul.docx"),
        ("x" * 300 + ".docx", "x" * 80 + ".docx"),
    ],
)
def test_naam_van_een_formulier(pad: str, verwacht: str) -> None:
    assert veilige_bestandsnaam(pad) == verwacht


def test_elke_naam_een_keer() -> None:
    namen = Namen()
    assert namen.geef("map", "eerste", naam="plan.docx") == "plan.docx"
    assert namen.geef("map", "tweede", naam="Plan.docx") == "Plan (2).docx"
    assert namen.geef("map", "derde", naam="plan.docx") == "plan (3).docx"
    assert namen.geef("map", "eerste", naam="plan.docx") == "plan.docx"
    assert namen.geef("andere", "eerste", naam="plan.docx") == "plan.docx"


@given(lijst=st.lists(st.text(alphabet="aA.b /-(2)", max_size=6), max_size=8, unique=True))
def test_wat_verschilt_krijgt_een_andere_naam(lijst: list[str]) -> None:
    namen = Namen()
    gegeven = [namen.geef("", deel, naam=veilige_naam(deel)) for deel in lijst]
    assert len({naam.casefold() for naam in gegeven}) == len(lijst)
