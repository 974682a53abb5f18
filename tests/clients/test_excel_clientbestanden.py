"""Excel forms that LibreOffice 7.4.7, exceljs 4.4 and SheetJS 0.18.5 made, read everywhere: also where those are not.

``maak_excelbestanden.py`` made them: a blank was filled in there, by typing or by a program.
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
MAX_BYTES = 40_000
MAKERS = ("getypt-xlsx", "getypt-ods", "getypt-xls", "exceljs", "sheetjs")


def test_er_zijn_er_vijf() -> None:
    assert {pad.stem for pad in BESTANDEN.glob("*.xlsx")} == {f"toestemming-{maker}" for maker in MAKERS}


@pytest.mark.parametrize("maker", MAKERS)
def test_wat_een_ander_programma_bewaarde(maker: str) -> None:
    pad = BESTANDEN / f"toestemming-{maker}.xlsx"
    assert pad.stat().st_size < MAX_BYTES
    antwoorden = json.loads((BESTANDEN / "toestemming.json").read_text(encoding="utf-8"))
    verwacht, fouten = normaliseer_antwoorden(LEZER.formulieren["toestemming"], antwoorden)
    assert not fouten
    gelezen = LEZER.lees(pad).invulling
    assert gelezen is not None
    assert gelezen.waarden == verwacht
    assert gelezen.meldingen == ()
    assert gelezen.niet_gevonden == ()
    assert set(gelezen.routes) == {"tag"}
    assert (gelezen.formulier, gelezen.dossier, gelezen.formaat) == ("toestemming", "D-0042", "excel")
