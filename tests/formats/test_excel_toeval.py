"""Whatever is done to a workbook: an answer comes back as it was, or it is said that something is wrong with it."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from excelblad import Boekje, Werk, maak_werk
from hypothesis import given
from hypothesis import strategies as st
from invullen import volle_antwoorden

from generator.formats.bladen import bladen_van, bladwaarde
from generator.model import Formulier, Invulling

SLEUTELS = ("begeleidingsplan", "aanmelding", "zelfscan", "persoonsbeschrijving", "checklist_opstart")


@pytest.fixture(scope="module")
def werk() -> Werk:
    """The forms of opvang2004."""
    return maak_werk("opvang2004")


def _rijen(boek: Boekje, toeval: random.Random, aantal: int, met_namen: bool) -> None:
    blad = toeval.choice([n for n in boek.bladen if not n.startswith("_")])
    boek.schuif(blad, toeval.randint(2, 60), aantal, met_namen=met_namen)


def _kolom(boek: Boekje, toeval: random.Random, met_namen: bool) -> None:
    blad = toeval.choice([n for n in boek.bladen if not n.startswith("_")])
    boek.schuif_kolom(blad, toeval.randint(1, 4), met_namen=met_namen)


def _namen_weg(boek: Boekje, toeval: random.Random) -> None:
    deel = toeval.random()
    boek.namen(lambda naam, doel: "#REF!" if naam.startswith("af") and toeval.random() < deel else doel)


def _blad_weg(boek: Boekje, toeval: random.Random) -> None:
    boek.verwijder(toeval.choice(list(boek.bladen)))


def _hernoem(boek: Boekje, toeval: random.Random) -> None:
    boek.hernoem(toeval.choice([n for n in boek.bladen if not n.startswith("_")]), f"Blad {toeval.randint(1, 999)}")


DADEN: dict[str, Callable[[Boekje, random.Random], None]] = {
    "rij erbij": lambda b, t: _rijen(b, t, t.randint(1, 3), True),
    "rij erbij, namen niet": lambda b, t: _rijen(b, t, t.randint(1, 3), False),
    "rij weg": lambda b, t: _rijen(b, t, -t.randint(1, 3), True),
    "rij weg, namen niet": lambda b, t: _rijen(b, t, -t.randint(1, 3), False),
    "kolom erbij": lambda b, t: _kolom(b, t, True),
    "kolom erbij, namen niet": lambda b, t: _kolom(b, t, False),
    "namen weg": _namen_weg,
    "blad weg": _blad_weg,
    "hernoemd": _hernoem,
}


def stil_anders(formulier: Formulier, verwacht: dict[str, Any], gelezen: Invulling, *, rijen_weg: bool) -> list[str]:
    """Return the leaves that came back otherwise without a word about them."""
    gemeld = {melding.vindplaats.veld.partition("[")[0] for melding in gelezen.meldingen if melding.code != "L15"}
    kwijt = set(gelezen.niet_gevonden)
    uit = []
    for veld in formulier.velden:
        if veld.soort == "tabel":
            # Nobody can know of a row of one's own that was taken out; but no row may have become another.
            rijen = gelezen.rijen(veld.sleutel)
            goed = all(rij in verwacht[veld.sleutel] for rij in rijen) if rijen_weg else rijen == verwacht[veld.sleutel]
            if not goed and veld.sleutel not in gemeld | {k.partition(".")[0] for k in kwijt}:
                uit.append(veld.sleutel)
            continue
        for blad in bladen_van(veld, formulier):
            nu = bladwaarde(blad, gelezen.waarden.get(veld.sleutel))
            sleutel = blad.sleutel.rpartition(".")[0] if blad.soort == "vakje" else blad.sleutel
            anders = nu != bladwaarde(blad, verwacht[veld.sleutel])
            if anders and not {blad.sleutel, sleutel} & (kwijt | gemeld):
                uit.append(blad.sleutel)
    return uit


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_niets_wordt_stil_anders(werk: Werk, sleutel: str) -> None:
    vol, formulier = werk.vol(sleutel), werk.formulieren[sleutel]
    verwacht = volle_antwoorden(formulier)

    @given(zaad=st.integers(0, 2**32), daden=st.lists(st.sampled_from(sorted(DADEN)), min_size=1, max_size=3))
    def nooit(zaad: int, daden: list[str]) -> None:
        toeval, boek = random.Random(zaad), Boekje(vol)
        for daad in daden:
            if len([n for n in boek.bladen if not n.startswith("_")]) > 1 or daad != "blad weg":
                DADEN[daad](boek, toeval)
        gelezen = werk.lees(boek.inhoud())
        rijen_weg = any(daad.startswith("rij weg") for daad in daden)
        assert stil_anders(formulier, verwacht, gelezen, rijen_weg=rijen_weg) == []

    nooit()
