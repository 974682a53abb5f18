"""The next form in each format, out of forms of each format: what is in it is the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drukkerij import Drukkerij
from onderweg import Blancomaker, een, formulier_van, lees, vervolg, voorbeeldpaden
from test_vervolg_voorbeelden import tot_en_met

from generator.cli import main
from generator.formats import ACHTERVOEGSEL, FORMATEN, Formaatnaam, herken
from generator.opdrachten import lees_antwoordbestand

DAG = date(2026, 7, 1)
IN_ELK = pytest.mark.parametrize("soort", FORMATEN)


def gemengd(naam: str, aantal: int, map_: Path, drukkerij: Drukkerij, begin: int = 0) -> Path:
    """Write the first forms of an example, in the three formats by turns."""
    map_.mkdir(parents=True)
    for nr, pad in enumerate(voorbeeldpaden(naam)[:aantal], begin):
        soort = FORMATEN[nr % len(FORMATEN)]
        (map_ / f"{pad.stem}{ACHTERVOEGSEL[soort]}").write_bytes(drukkerij.vul_uit(soort, lees_antwoordbestand(pad)))
    return map_


def blancomaker(drukkerij: Drukkerij) -> Blancomaker:
    """Return a maker of blanks that are made once for all processes of a run."""
    return lambda model, sleutel, soort: drukkerij.blanco(soort, sleutel, model)


def antwoorden_in(bron: Path, naar: Path, soort: Formaatnaam, drukkerij: Drukkerij) -> Mapping[str, Mapping[str, Any]]:
    """Return form → what was filled in beforehand, of the next forms in one format."""
    gemaakt = een(vervolg([bron], naar, DAG, maak=blancomaker(drukkerij), formaat=soort)).gemaakt
    assert {deel.pad.suffix for deel in gemaakt} == {ACHTERVOEGSEL[soort]}
    return {formulier_van(deel): lees(deel.pad).waarden for deel in gemaakt}


@IN_ELK
@pytest.mark.parametrize(("naam", "aantal"), [("P1", 5), ("P1", 6), ("P2", 7)])
def test_in_elk_formaat_staat_hetzelfde_klaar(
    naam: str, aantal: int, soort: Formaatnaam, drukkerij: Drukkerij, tmp_path: Path
) -> None:
    drukkerij.blanco(soort, "aanmelding")  # skips where this format can't be made
    bron = tot_en_met(naam, aantal, tmp_path / "in")
    in_word = antwoorden_in(bron, tmp_path / "word", "word", drukkerij)
    assert in_word
    assert antwoorden_in(bron, tmp_path / soort, soort, drukkerij) == in_word


@pytest.mark.parametrize("begin", range(len(FORMATEN)))
def test_uit_een_gemengd_dossier_komt_hetzelfde(begin: int, drukkerij: Drukkerij, tmp_path: Path) -> None:
    """Whatever format an answer was given in, it goes along."""
    in_word = antwoorden_in(tot_en_met("P2", 7, tmp_path / "in"), tmp_path / "uit", "word", drukkerij)
    bron = gemengd("P2", 7, tmp_path / "gemengd", drukkerij, begin)
    assert len({pad.suffix for pad in bron.iterdir()}) == len(FORMATEN)
    assert antwoorden_in(bron, tmp_path / "ook", "word", drukkerij) == in_word


@IN_ELK
def test_het_hoort_bij_het_dossier(soort: Formaatnaam, drukkerij: Drukkerij, tmp_path: Path) -> None:
    drukkerij.blanco(soort, "aanmelding")  # skips where this format can't be made
    bron = tot_en_met("P2", 4, tmp_path / "in")
    (deel,) = een(vervolg([bron], tmp_path / "uit", DAG, maak=blancomaker(drukkerij), formaat=soort)).gemaakt
    wie = herken(deel.pad).identiteit
    assert (wie.formulier, wie.dossier, wie.cyclus) == ("begeleidingsplan", "D-0002", "1")


@IN_ELK
def test_in_een_ander_formaat_komt_er_niets_bij(soort: Formaatnaam, drukkerij: Drukkerij, tmp_path: Path) -> None:
    """Somebody may have begun in what stands ready: a second one would be filled in beside it."""
    for naam in FORMATEN:
        drukkerij.blanco(naam, "aanmelding")  # skips where a format can't be made
    bron, uit = tot_en_met("P2", 4, tmp_path / "in"), tmp_path / "uit"
    maak = blancomaker(drukkerij)
    (eerst,) = een(vervolg([bron], uit, DAG, maak=maak, formaat=soort)).gemaakt
    inhoud = eerst.pad.read_bytes()
    ander = FORMATEN[(FORMATEN.index(soort) + 1) % len(FORMATEN)]
    (daarna,) = een(vervolg([bron], uit, DAG, maak=maak, formaat=ander)).gemaakt
    assert (daarna.pad, daarna.stond_er) == (eerst.pad, True)
    assert [pad.read_bytes() for pad in uit.rglob("*.*")] == [inhoud]


def test_de_opdracht(drukkerij: Drukkerij, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bron = gemengd("P2", 4, tmp_path / "in", drukkerij)
    opdracht = ["vervolg", str(bron), "--inrichting", "opvang2004", "--peildatum", DAG.isoformat()]
    assert main([*opdracht, "--naar", str(tmp_path / "uit"), "--formaat", "excel"]) == 0
    assert "05-begeleidingsplan-cyclus1.xlsx" in capsys.readouterr().out
    (pad,) = (tmp_path / "uit").rglob("*.*")
    assert lees(pad).waarden["hulpvragen"]
    assert main([*opdracht, "--naar", str(tmp_path / "anders"), "--formaat", "odt"]) == 2
    assert "Kies uit: word, excel, pdf." in capsys.readouterr().err
