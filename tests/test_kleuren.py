"""The accent colour: readable on white, and its tints follow."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.kleuren import contrast_met_wit, leesbaar, tint, vervangingen


@given(st.integers(0, 0xFFFFFF))
def test_elke_kleur_wordt_leesbaar(getal: int) -> None:
    kleur = f"{getal:06X}"
    assert contrast_met_wit(leesbaar(kleur)) >= 4.5
    if contrast_met_wit(kleur) >= 4.5:
        assert leesbaar(kleur) == kleur


def test_tinten_gaan_mee() -> None:
    paren = vervangingen("#7A1F3D")
    assert paren["1F5C7A"] == "7A1F3D"
    assert paren[tint("1F5C7A", 0.08)] == tint("7A1F3D", 0.08)
