"""`achtfasen toets` from the command line: what it says, where, and how it ends."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.formats.word import maak_formulier, vul
from generator.formulier import definities, op_maat
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Vindplaats
from generator.report.toetsing import waar_staat

MODEL = "movisie2021"
TIEN = {f"rv_{nr}": "ja" for nr in range(1, 11)}


@pytest.fixture
def loop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run a command line in an empty folder; return status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def loop(*argumenten: object) -> tuple[int, str, str]:
        status = main([str(deel) for deel in argumenten])
        gezegd = capsys.readouterr()
        return status, gezegd.out, gezegd.err

    return loop


@pytest.fixture
def eigen(loop: Any, tmp_path: Path) -> Path:
    """An inrichting of one's own, still equal to the starting model."""
    loop("nieuw", "eigen", "--uitgangsmodel", MODEL, "--naam", "De Proef")
    return tmp_path / "eigen" / "inrichting.yaml"


def wijzig(pad: Path, was: str, wordt: str) -> int:
    """Change a file and return the line of the change."""
    tekst = pad.read_text(encoding="utf-8")
    assert was in tekst
    pad.write_text(tekst.replace(was, wordt, 1), encoding="utf-8")
    return tekst[: tekst.index(was)].count("\n") + 1


def test_toets_zegt_wat_bekeken_is_en_wat_er_is(loop: Any) -> None:
    status, uit, fout = loop("toets", MODEL, "--peildatum", "2026-11-22")
    assert (status, fout) == (0, "")
    regels = uit.splitlines()
    assert re.match(
        r"Bekeken: .*movisie2021\.yaml \(8 fasen, 7 leefgebieden, \d+ instrumenten, \d+ formulieren\)", regels[1]
    )
    assert regels[1].endswith("peildatum 22-11-2026.")
    assert regels.index("Aandachtspunten") < regels.index("Niet bekeken")
    assert regels[-1] == "Gevonden: 1 aandachtspunt. Deze inrichting is te gebruiken."


def test_bevindingen_staan_per_ernst_met_regel(loop: Any, eigen: Path) -> None:
    regel = wijzig(eigen, "naam: Psychische gezondheid", "naam: Verslaving")
    wijzig(eigen, "min_traject: 42", "min_traject: 28")
    status, uit, _ = loop("toets", "eigen")
    assert status == 1
    assert f"  R59 fout · inrichting.yaml, regel {regel} (leefgebieden[6].naam): Het leefgebied ‘Verslaving’" in uit
    koppen = [zin for zin in uit.splitlines() if zin in ("Fouten", "Waarschuwingen", "Aandachtspunten")]
    assert koppen == ["Fouten", "Waarschuwingen", "Aandachtspunten"]
    assert "‘minimaal 6 weken vanaf de start’, maar de parameter min_traject is 28" in uit
    assert uit.splitlines()[-1].startswith("Gevonden: 2 fouten, 1 waarschuwing, 2 aandachtspunten. Los de fouten op")


def test_strikt_telt_alles(loop: Any) -> None:
    assert loop("toets", MODEL)[0] == 0
    assert loop("toets", MODEL, "--strikt")[0] == 1


def test_json_heeft_de_vorm_van_een_rapport(loop: Any, eigen: Path, tmp_path: Path) -> None:
    wijzig(eigen, "min_traject: 42", "min_traject: 28")
    status, uit, _ = loop("toets", "eigen", "--json", "uit.json")
    gegevens = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert status == 1
    assert "uit.json" in uit
    assert (gegevens["schema"], gegevens["geldig"], gegevens["tellingen"]["fout"]) == ("achtfasen.rapport/1", False, 1)
    eerste = gegevens["bevindingen"][0]
    assert (eerste["code"], eerste["veld"], eerste["dossier"]) == ("R61", "parameters.min_traject", None)
    assert eerste["bestand"].endswith("inrichting.yaml")
    status, _, fout = loop("toets", MODEL, "--json", "uit.txt")
    assert (status, "eindigt op .json" in fout) == (2, True)


def test_vaste_regel_uitzetten_kan_niet(loop: Any, eigen: Path) -> None:
    wijzig(eigen, "min_traject: 42", "min_traject: 42\n  regels_uit: [R62, R58]")
    status, uit, fout = loop("toets", "eigen")
    assert (status, uit) == (2, "")
    assert "parameters.regels_uit[2]: De regel R58 hoort bij het model zelf" in fout


def test_een_regel_uitzetten(loop: Any, eigen: Path) -> None:
    wijzig(eigen, "min_traject: 42", "min_traject: 42\n  regels_uit: [R67]")
    status, uit, _ = loop("toets", "eigen", "--strikt")
    assert status == 0
    assert "R67: deze regel is uitgezet in de inrichting" in uit


def test_eigen_hoofdstukken_tellen_mee(loop: Any, eigen: Path) -> None:
    map_ = eigen.parent / "handleiding"
    map_.mkdir()
    (map_ / "010-inleiding.md").write_text("# Inleiding\n\nWelkom in ons gebouw.\n", encoding="utf-8")
    (map_ / "125-bijlagen.md").write_text("# Papier\n\n<!-- bijlage 98 -->\nKijk in bijlage 99.\n", encoding="utf-8")
    status, uit, _ = loop("toets", "eigen")
    assert status == 1
    assert "2 eigen hoofdstukken" in uit
    assert "R58 fout" in uit
    assert "R64 fout · 125-bijlagen.md, regel 4: Hier staat ‘bijlage 99’" in uit
    assert "98" not in uit


def test_vorige_inrichting(loop: Any, eigen: Path, tmp_path: Path) -> None:
    (tmp_path / "oud.yaml").write_bytes(eigen.read_bytes())
    assert "R66" not in loop("toets", "eigen", "--vorige", "oud.yaml")[1].partition("Niet bekeken")[0]
    wijzig(eigen, "naam: Psychische gezondheid", "naam: Je hoofd")
    status, uit, _ = loop("toets", "eigen", "--vorige", "oud.yaml")
    assert status == 0
    assert "R66 waarschuwing" in uit
    assert "maar de versie is nog ‘0.1’" in uit


def formulier(pad: Path, sleutel: str, antwoorden: dict[str, Any]) -> None:
    """Write a filled Word form of the organisation itself."""
    inrichting = lees_inrichting(MODEL)
    gemaakt = op_maat(definities()[sleutel], inrichting)
    blanco = maak_formulier(gemaakt, ingevuld(inrichting))
    pad.write_bytes(vul(blanco, gemaakt, antwoorden, "", None))


def test_ingevulde_formulieren_van_de_organisatie(loop: Any, tmp_path: Path) -> None:
    map_ = tmp_path / "terug"
    map_.mkdir()
    formulier(map_ / "tien.docx", "randvoorwaarden", {**TIEN, "rv_7": "nee", "of_datum": date(2026, 6, 1)})
    formulier(map_ / "intake.docx", "intake", {"client_naam": "Noor"})
    (map_ / "kapot.docx").write_bytes(b"geen word")
    status, uit, _ = loop("toets", MODEL, "--ingevuld", map_)
    assert status == 1
    assert "1 ingevuld" in uit
    assert "R67 waarschuwing · tien.docx" in uit
    assert "Randvoorwaarde 7 (Cliëntenoverleg) is ‘nee’" in uit
    assert "R72 fout · kapot.docx" in uit
    assert "intake.docx: Dit formulier gaat niet over de organisatie zelf." in uit
    assert "nog niets vastgelegd" not in uit


def test_een_map_met_de_naam_van_het_model(loop: Any, tmp_path: Path) -> None:
    loop("nieuw", "opvang2004", "--uitgangsmodel", "opvang2004")
    assert "R66" not in loop("toets", "opvang2004")[1]
    wijzig(tmp_path / "opvang2004" / "inrichting.yaml", "naam: Huisvesting", "naam: Je huis")
    uit = loop("toets", "opvang2004")[1]
    assert "R66 aandachtspunt" in uit
    assert "Jullie wijken af van het uitgangsmodel bij de leefgebieden" in uit


def test_ingevuld_bestaat_niet(loop: Any) -> None:
    status, _, fout = loop("toets", MODEL, "--ingevuld", "weg.docx")
    assert (status, fout.startswith("‘weg.docx’ bestaat niet.")) == (2, True)


@pytest.mark.parametrize(
    ("plek", "zin"),
    [
        (Vindplaats("a/b.yml", plek="regel 2, fasen[3].duur", veld="fasen[3].duur"), "b.yml, regel 2 (fasen[3].duur)"),
        (Vindplaats("b.yaml", plek="invoering", veld="invoering"), "b.yaml (invoering)"),
        (Vindplaats("b.xlsx", plek="blad Fasen, cel D4, fasen[3].duur", veld="fasen[3].duur"),
         "b.xlsx, blad Fasen, cel D4 (fasen[3].duur)"),
        (Vindplaats("125-x.md", plek="regel 4"), "125-x.md, regel 4"),
        (Vindplaats("", plek="fasen", veld="fasen"), "fasen"),
    ],
)  # fmt: skip
def test_waar_iets_staat(plek: Vindplaats, zin: str) -> None:
    assert waar_staat(plek) == zin


def test_wat_maak_tegenhoudt_zegt_toets_ook(loop: Any, eigen: Path) -> None:
    map_ = eigen.parent / "handleiding"
    map_.mkdir()
    (map_ / "125-muziek.md").write_text(
        "# Muziek\n\n:::teks basishouding\n\n:::tekst bassishouding\n", encoding="utf-8"
    )
    for opdracht in (("toets", "eigen"), ("maak", "eigen", "--naar", "uit")):
        status, _, fout = loop(*opdracht)
        assert status == 2
        assert "125-muziek.md, regel 3: Het deel ‘:::teks’ ken ik niet. Bedoelde je ‘tekst’?" in fout
        assert "125-muziek.md, regel 5: De tekst ‘bassishouding’ is er niet. Bedoelde je ‘basishouding’?" in fout


def test_een_logo_dat_er_niet_is(loop: Any, eigen: Path) -> None:
    wijzig(eigen, "  logo:", "  logo: logo.png")
    status, _, fout = loop("toets", "eigen")
    assert status == 2
    assert "organisatie.logo: Het plaatje ‘logo.png’ staat niet naast je inrichting." in fout
    (eigen.parent / "logo.png").write_bytes(b"x")
    assert loop("toets", "eigen")[0] == 0
