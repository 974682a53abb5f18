"""What each cell of the map says, for dossiers of which the course is known."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from populatie import FOUTEN, PEILDATUM, Geval, bestanden_van, maak_dossier, model_van

from generator.checks import controleer
from generator.inrichting import ingevuld
from generator.model import Rapport
from generator.report.html.beeld import Beeld

MODEL = "opvang2004"


def beeld_van(*gevallen: Geval, peildatum: date = PEILDATUM) -> Beeld:
    model = model_van(MODEL)
    bestanden = [bestand for geval in gevallen for bestand in bestanden_van(geval)]
    rapport: Rapport = controleer(bestanden, model.inrichting, peildatum, formulieren=model.formulieren)
    return Beeld(rapport, ingevuld(model.inrichting), model.formulieren)


def letters(beeld: Beeld) -> str:
    (deel,) = beeld.dossiers
    return "".join(cel.letter for cel in deel.cellen)


# N is a deadline that draws near: where one may be, depends on the days of the invented dossier.
@pytest.mark.parametrize(
    ("stadium", "route", "letters_"),
    [
        ("intake", "gewoon", "✓✓––––––"),
        ("uitvoering", "gewoon", "✓✓✓✓✓L––"),
        ("gesloten", "gewoon", "✓✓✓✓✓✓✓✓"),
        ("evaluatie", "twee_cycli", "✓✓✓✓✓✓✓L"),
        ("uitvoering", "twee_cycli", "✓✓✓✓✓L––"),
        ("aanmelding", "doorverwezen", "✓–––––––"),
        ("intake", "wachtlijst", "✓N––––––"),
    ],
)
def test_fasen_van_een_dossier_in_orde(stadium: str, route: str, letters_: str) -> None:
    beeld = beeld_van(maak_dossier(MODEL, 1, stadium, route))
    gezien = letters(beeld)
    assert len(gezien) == 8
    assert all(hier in (daar, "N") for hier, daar in zip(gezien, letters_, strict=True)), gezien


def test_nieuwe_ronde_begint_weer_leeg() -> None:
    """In the second circle the fases after the one that runs are not done yet, though they were in the first."""
    gezien = letters(beeld_van(maak_dossier(MODEL, 3, "planning", "twee_cycli")))
    assert gezien[6] in "–"
    assert gezien[5] in "LN"


def geval_met(code: str, nummer: str = "") -> Geval:
    """Return a dossier in which one mistake was planted."""
    soorten = [fout for fout in FOUTEN if fout.code == code]
    plekken = [(soort, *plek[1:]) for soort in soorten for plek in soort.plekken() if plek[0] == MODEL]
    for soort, route, stadium in plekken:
        geval = soort.plant(maak_dossier(MODEL, 5, stadium, route, nummer=nummer), Random(1))
        if geval is not None:
            return geval
    raise AssertionError(code)


@pytest.mark.parametrize("code", ["R09", "R11"])
def test_een_fout_staat_bij_de_fase_van_het_formulier(code: str) -> None:
    beeld = beeld_van(geval_met(code))
    (deel,) = beeld.dossiers
    fout = next(regel for regel in deel.regels if regel.bevinding.code == code)
    fasen = [fase.sleutel for fase in beeld.inrichting.fasen]
    cel = deel.cellen[fasen.index(str(beeld.formulieren[fout.formulier].fase))]
    assert cel.letter == "F"
    assert cel.uitleg.startswith("1 fout")


def test_een_termijn_die_voorbij_is_staat_bij_haar_fase() -> None:
    beeld = beeld_van(maak_dossier(MODEL, 1, "opstart", "gewoon"), peildatum=PEILDATUM + timedelta(days=60))
    (deel,) = beeld.dossiers
    assert deel.te_laat
    cel = deel.cellen[3]
    assert cel.letter in "TF"
    assert "termijn voorbij" in cel.uitleg


def test_volgorde_naar_nood() -> None:
    goed = maak_dossier(MODEL, 1, "uitvoering", "gewoon", nummer="D-1")
    fout = geval_met("R09", nummer="D-2")
    assert [deel.dossier.nummer for deel in beeld_van(goed, fout).dossiers] == ["D-2", "D-1"]
