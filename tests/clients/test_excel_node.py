"""Excel forms through exceljs and SheetJS, that other programs are built with: opened, filled in, saved."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from clientantwoorden import CYCLUS, DOSSIER, antwoorden_voor
from excelantwoorden import te_zetten

from generator.formats import Lezer
from generator.formats.excel import formaat as excel
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting

pytestmark = [pytest.mark.client, pytest.mark.traag]

HIER = Path(__file__).parent
INRICHTING = lees_inrichting("opvang2004")
FORMULIEREN = formulieren_van(INRICHTING)
LEZER = Lezer(FORMULIEREN)
PAKKET = {"exceljs": "exceljs", "sheetjs": "xlsx"}


def doe(wie: str, map_: Path, inhoud: bytes, typ: list[list[object]]) -> Path:
    """Let a library open a form, put answers in it, and save it."""
    node = shutil.which("node")
    if node is None or not (HIER / "node_modules" / PAKKET[wie]).is_dir():
        pytest.skip(f"no node with {PAKKET[wie]} here: npm install --ignore-scripts in tests/clients")
    (map_ / "in.xlsx").write_bytes(inhoud)
    (map_ / "typ.json").write_text(json.dumps(typ), encoding="utf-8")
    uit = map_ / f"{wie}.xlsx"
    opdracht = [node, str(HIER / "rekenblad.mjs"), wie, str(map_ / "in.xlsx"), str(uit), str(map_ / "typ.json")]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, timeout=120)
    assert klaar.returncode == 0, klaar.stderr
    return uit


@pytest.mark.parametrize("sleutel", ["begeleidingsplan", "aanmelding", "checklist_opstart"])
@pytest.mark.parametrize("wie", PAKKET)
def test_ingevuld_door_een_programma(wie: str, sleutel: str, tmp_path: Path) -> None:
    formulier = FORMULIEREN[sleutel]
    blanco = excel.maak_formulier(formulier, ingevuld(INRICHTING))
    waarden = antwoorden_voor(formulier)
    gelezen = LEZER.lees(doe(wie, tmp_path, blanco, te_zetten(blanco, formulier, waarden))).invulling
    assert gelezen is not None
    assert gelezen.waarden == waarden
    assert gelezen.meldingen == ()
    assert set(gelezen.routes) == {"tag"}


@pytest.mark.parametrize("wie", PAKKET)
def test_alleen_bewaard(wie: str, tmp_path: Path) -> None:
    formulier = FORMULIEREN["evaluatie"]
    blanco = excel.maak_formulier(formulier, ingevuld(INRICHTING))
    waarden = antwoorden_voor(formulier)
    vol = excel.maak_vuller(blanco, formulier).vul(waarden, DOSSIER, CYCLUS)
    gelezen = LEZER.lees(doe(wie, tmp_path, vol, [])).invulling
    assert gelezen is not None
    assert gelezen.waarden == waarden
    assert gelezen.meldingen == ()
    assert (gelezen.dossier, gelezen.cyclus) == (DOSSIER, CYCLUS)
