"""PDF forms that pdf-lib, pdftk and poppler made, read everywhere: also where those programs are not.

``maak_pdf_bestanden.py`` made them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.formats import Lezer
from generator.formulier import formulieren_van
from generator.inrichting import lees_inrichting
from generator.veldsoorten import normaliseer_antwoorden

BESTANDEN = Path(__file__).parent / "bestanden"
LEZER = Lezer(formulieren_van(lees_inrichting("opvang2004")))
MAX_BYTES = 70_000


@pytest.mark.parametrize("pad", sorted(BESTANDEN.glob("*.pdf")), ids=lambda pad: pad.stem)
def test_files_are_small(pad: Path) -> None:
    assert pad.stat().st_size < MAX_BYTES


@pytest.mark.parametrize("naam", ["pdflib", "pdftk"])
def test_filled_form_is_read(naam: str) -> None:
    gelezen = LEZER.lees(BESTANDEN / f"exit-{naam}.pdf").invulling
    assert gelezen is not None
    antwoorden = json.loads((BESTANDEN / "exit-pdf.json").read_text(encoding="utf-8"))
    verwacht, fouten = normaliseer_antwoorden(LEZER.formulieren["exit"], antwoorden)
    assert not fouten
    assert gelezen.waarden == verwacht
    assert gelezen.meldingen == ()
    assert gelezen.niet_gevonden == ()
    assert set(gelezen.routes) == {"tag"}


def test_print_is_refused_and_says_whose_it_is() -> None:
    gelezen = LEZER.lees(BESTANDEN / "exit-gedrukt.pdf")
    assert (gelezen.status, gelezen.code) == ("geweigerd", "L63")
    assert "‘Exitformulier’ (dossier D-0042, cyclus 2)" in str(gelezen.reden)
