"""``achtfasen zet-om``, and a workbook wherever an INRICHTING is asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.cli import main
from generator.content import uitgangsmodellen
from generator.organisatie import lees_organisatie

MODEL = uitgangsmodellen()["movisie2021"]


@pytest.fixture
def hier(tmp_path: Path) -> Path:
    shutil.copy(MODEL, tmp_path / "inrichting.yaml")
    return tmp_path


def test_heen_en_terug(hier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    yaml, boek, terug = hier / "inrichting.yaml", hier / "boek.xlsx", hier / "terug.yaml"
    assert main(["zet-om", str(yaml), str(boek)]) == 0
    assert f"De inrichting staat in {boek}." in capsys.readouterr().out
    assert main(["zet-om", str(boek), str(terug)]) == 0
    assert terug.read_bytes() == yaml.read_bytes()
    assert capsys.readouterr().err == ""


def test_werkboek_is_een_inrichting(hier: Path) -> None:
    (hier / "inrichting.yaml").rename(hier / "i.yaml")
    assert main(["zet-om", str(hier / "i.yaml"), str(hier / "inrichting.xlsx")]) == 0
    assert lees_organisatie(str(hier)) == lees_organisatie(str(hier / "i.yaml"))
    assert main(["lijst", "formulieren", "--inrichting", str(hier)]) == 0


def test_twee_in_een_map(hier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zet-om", str(hier), str(hier / "inrichting.xlsx")]) == 0
    assert main(["toets", str(hier)]) == 2
    assert "inrichting.yaml en inrichting.xlsx. Noem het bestand dat je bedoelt." in capsys.readouterr().err


def test_doel_bestaat(hier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    yaml, boek = hier / "inrichting.yaml", hier / "boek.xlsx"
    assert main(["zet-om", str(yaml), str(boek)]) == 0
    assert main(["zet-om", str(boek), str(yaml)]) == 2
    assert "bestaat al. Kies een andere naam, of vervang het met --overschrijf." in capsys.readouterr().err
    was = yaml.read_bytes() + b"# later erbij\n"
    yaml.write_bytes(was)
    assert main(["zet-om", str(boek), str(yaml), "--overschrijf"]) == 0
    assert "Wat er stond, is bewaard als" in capsys.readouterr().err
    assert (hier / "inrichting.yaml.oud").read_bytes() == was
    assert yaml.read_bytes() == MODEL.read_bytes()


@pytest.mark.parametrize(
    ("doel", "verwacht"),
    [("x.txt", "moet eindigen op .xlsx"), ("x", "moet eindigen op"), ("x.yaml", "is al een tekstbestand")],
)
def test_doel_kan_niet(hier: Path, doel: str, verwacht: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["zet-om", str(hier), str(hier / doel)]) == 2
    assert verwacht in capsys.readouterr().err
    assert not (hier / doel).exists()


def test_onleesbare_yaml(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pad = tmp_path / "x.yaml"
    pad.write_text("rollen: [a\nonbekend: 1\n", encoding="utf-8")
    assert main(["zet-om", str(pad), str(tmp_path / "x.xlsx")]) == 2
    pad.write_text("rollen: []\nonbekend: 1\norganisatie: {naam: 3}\n", encoding="utf-8")
    assert main(["zet-om", str(pad), str(tmp_path / "x.xlsx")]) == 2
    fout = capsys.readouterr().err
    assert "x.yaml, regel 2, onbekend: De sleutel ‘onbekend’ ken ik hier niet." in fout
    assert "x.yaml, regel 3, organisatie.naam: Hier hoort tekst." in fout
    assert not (tmp_path / "x.xlsx").exists()


def test_fout_in_de_inhoud_gaat_mee(hier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So that it can be mended in Excel."""
    yaml, boek = hier / "inrichting.yaml", hier / "boek.xlsx"
    yaml.write_text(MODEL.read_text(encoding="utf-8").replace("lidwoord: de", "lidwoord: den", 1), encoding="utf-8")
    assert main(["zet-om", str(yaml), str(boek)]) == 0
    assert "klopt nog iets niet. Bekijk het met: achtfasen toets" in capsys.readouterr().err
    assert main(["toets", str(boek)]) == 2
    assert "blad ‘Termen’, cel D5, termen.client.lidwoord: ‘den’ kan hier niet." in capsys.readouterr().err


def test_werkboek_opfrissen(hier: Path) -> None:
    """From workbook to workbook: rows in order and numbered again, and the YAML in it brought up to date."""
    een, twee, terug = hier / "een.xlsx", hier / "twee.xlsx", hier / "terug.yaml"
    assert main(["zet-om", str(hier / "inrichting.yaml"), str(een)]) == 0
    boek = load_workbook(een)
    boek["Leefgebieden"]["A5"] = 99
    boek.save(een)
    assert main(["zet-om", str(een), str(twee)]) == 0
    assert [cel.value for cel in load_workbook(twee)["Leefgebieden"]["A"][4:]] == list(range(1, 8))
    assert main(["zet-om", str(twee), str(terug)]) == 0
    was, nu = MODEL.read_text(encoding="utf-8"), terug.read_text(encoding="utf-8")
    assert sorted(was.splitlines()) == sorted(nu.splitlines())
    assert was != nu


def test_zonder_het_oude_tekstbestand(hier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    boek, terug = hier / "boek.xlsx", hier / "terug.yaml"
    assert main(["zet-om", str(hier / "inrichting.yaml"), str(boek)]) == 0
    werkmap = load_workbook(boek)
    del werkmap["_bron"], werkmap["_achtfasen"], werkmap["_lijsten"]
    werkmap.save(boek)
    assert main(["zet-om", str(boek), str(terug)]) == 0
    assert "De uitleg uit het vroegere tekstbestand is er niet meer bij; de gegevens wel." in capsys.readouterr().err
    assert lees_organisatie(str(terug)) == lees_organisatie(str(hier / "inrichting.yaml"))
