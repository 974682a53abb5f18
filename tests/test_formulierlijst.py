"""docs/formulieren.md is made from the forms and does not drift."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.formulier import definities
from generator.formulierlijst import formulieren_markdown

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def lijst() -> str:
    return formulieren_markdown()


def test_de_lijst_is_bij(lijst: str) -> None:
    """Make it anew with: python -m generator.formulierlijst > docs/formulieren.md."""
    assert (DOCS / "formulieren.md").read_text(encoding="utf-8") == lijst


def test_elke_vraag_staat_erin(lijst: str) -> None:
    for formulier in definities().values():
        assert f"| `{formulier.sleutel}` |" in lijst
        hoofdstuk = lijst.split(f"Sleutel `{formulier.sleutel}`", 1)[1].split("\n## ")[0]
        for veld in formulier.velden:
            assert f"| `{veld.sleutel}` |" in hoofdstuk
            assert all(f"| `{veld.sleutel}.{kolom.sleutel}` |" in hoofdstuk for kolom in veld.kolommen)


def test_geen_losse_accolades(lijst: str) -> None:
    assert "{" not in lijst
