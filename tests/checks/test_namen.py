"""Names as people write them: when two of them can be of one person."""

from __future__ import annotations

import pytest

from generator.checks.personen import naamdelen, zelfde_naam


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Ruben Aldering", "R. Aldering"),
        ("Ruben Aldering", "Aldering, Ruben"),
        ("Ruben Aldering", "Ruben"),
        ("Ruben Aldering", "RUBEN ALDERING"),
        ("Renée Bos", "Renee Bos"),
        ("Noor van den Berg", "Noor de Berg"),
        ("Bo", "Bo Jansen"),
        ("N.", "n"),
        ("123", "Noor Bos"),
        ("Noor Bos", "-"),
        ("J. de Jong", "Jan de Jong"),
        ("Jan Jansen", "J. Jansen"),
        ("Van Den", "van den"),
    ],
)
def test_kan_dezelfde_zijn(een: str, ander: str) -> None:
    assert zelfde_naam(een, ander)
    assert zelfde_naam(ander, een)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Ruben Aldering", "Rick Aldering"),
        ("Ruben Aldering", "Ruben Smit"),
        ("R. Aldering", "P. Aldering"),
        ("N.", "Noor Bos"),
        ("Jo", "Johan"),
        ("Van Den", "Van Der"),
        ("Noor Noor", "Noor Bos"),
    ],
)
def test_is_een_ander(een: str, ander: str) -> None:
    assert not zelfde_naam(een, ander)
    assert not zelfde_naam(ander, een)


def test_naamdelen_zonder_tussenvoegsel() -> None:
    assert naamdelen("Noor van der Bergé-Bos") == ("noor", "berge", "bos")
    assert naamdelen("Van Den") == ("van", "den")
    assert naamdelen("12") == ()
