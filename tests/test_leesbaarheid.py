"""What users read is plain Dutch: short sentences, easy words (tools/leesbaarheid.py measures it)."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "tools"))
import leesbaarheid

DELEN = dict(leesbaarheid.bronnen())
B1 = 60
"""The score of Flesch-Douma from which Dutch counts as plain."""
GENOEG = 60
"""In fewer words than this, one long name decides the score."""


@pytest.mark.parametrize("naam", DELEN)
def test_elk_deel_leest_makkelijk(naam: str) -> None:
    maat = leesbaarheid.meet(naam, DELEN[naam])
    assert leesbaarheid.lange_zinnen(DELEN[naam]) == []
    assert maat.woorden < GENOEG or maat.score >= B1


def test_alles_samen() -> None:
    maat = leesbaarheid.meet("alles", [tekst for teksten in DELEN.values() for tekst in teksten])
    assert maat.woorden > 45_000
    assert maat.score >= 75
    assert maat.zinslengte <= 10


@pytest.mark.parametrize(
    ("woord", "aantal"),
    [("huis", 1), ("leefgebied", 3), ("cliënt", 2), ("financiën", 4), ("begeleidingsplan", 5), ("ik", 1), ("mooie", 2)],
)
def test_klanken(woord: str, aantal: int) -> None:
    assert leesbaarheid.klanken(woord) == aantal


def test_moeilijke_tekst_valt_door_de_mand() -> None:
    moeilijk = "De implementatie van methodische interventies impliceert multidisciplinaire verantwoordelijkheid."
    assert leesbaarheid.meet("", [moeilijk]).score < B1
    assert leesbaarheid.lange_zinnen([" ".join(["woord"] * 31) + "."]) != []


def test_opmaak_telt_niet_mee() -> None:
    tekst = "<!-- niet\nlezen -->\n**Vet** en [een verwijzing](ergens.md) met {client}."
    assert leesbaarheid.zinnen(tekst) == [["Vet", "en", "een", "verwijzing", "met", "dingen"]]
