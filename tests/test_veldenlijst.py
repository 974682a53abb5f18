"""Every row of the form tables in domein.md chapter 3 is a field: docs/velden.md lists their keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.formulier import definities, kopvelden
from generator.model import Formulier, Veld

LIJST = Path(__file__).parents[1] / "docs" / "velden.md"
_VELD = re.compile(r"(?P<veld>\w+)(?:\[(?P<kolommen>[\w ]+)\])?(?:\{(?P<rijen>[\w ]+)\})?")
_KOP = re.compile(r"`(\w+)`")


@dataclass(frozen=True)
class Verwacht:
    formulier: str
    veld: str
    kolommen: tuple[str, ...]
    rijen: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.formulier}.{self.veld}"


def lijst() -> list[Verwacht]:
    uit = []
    for regel in LIJST.read_text(encoding="utf-8").splitlines():
        if regel.startswith("| ") and not regel.startswith("| Formulier"):
            formulier, velden = (deel.strip() for deel in regel.strip("|").split("|"))
            for deel in _VELD.finditer(velden):
                kolommen, rijen = (tuple((deel[groep] or "").split()) for groep in ("kolommen", "rijen"))
                uit.append(Verwacht(formulier, deel["veld"], kolommen, rijen))
    return uit


VERWACHT = lijst()


def veld_van(formulier: Formulier, sleutel: str) -> Veld | None:
    """Return the field with a key; a key of a column stands for the table that has it."""
    kolom = (v for v in formulier.velden if any(deel.sleutel == sleutel for deel in v.kolommen))
    return formulier.veld(sleutel) or next(kolom, None)


def test_de_lijst_is_heel() -> None:
    assert len({deel.formulier for deel in VERWACHT}) == 34
    assert len(VERWACHT) > 290


@pytest.mark.parametrize("deel", VERWACHT, ids=str)
def test_elke_sleutel_van_het_domein_is_een_veld(deel: Verwacht) -> None:
    veld = veld_van(definities()[deel.formulier], deel.veld)
    assert veld is not None
    assert {kolom.sleutel for kolom in veld.kolommen} >= set(deel.kolommen)
    assert {rij.sleutel for rij in veld.rijen} >= set(deel.rijen)


def test_elk_formulier_staat_in_de_lijst() -> None:
    assert set(definities()) == {deel.formulier for deel in VERWACHT}


def test_de_kop_is_die_van_het_domein() -> None:
    genoemd = set(_KOP.findall(LIJST.read_text(encoding="utf-8").split("De kop van")[1].split("Soort, versie")[0]))
    assert genoemd == {veld.sleutel for soort in ("client", "organisatie") for veld in kopvelden(soort)}
