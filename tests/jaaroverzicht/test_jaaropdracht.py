"""``achtfasen jaaroverzicht`` as somebody types it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.jaaroverzicht.maken import doelen_van, is_jaaroverzicht

DATUM = ["--peildatum", "2026-09-20"]


@pytest.fixture(scope="session")
def dossiers(voorbeelddossiers: Path) -> Path:
    """The invented dossiers that go with the program."""
    return voorbeelddossiers


def doe(dossiers: Path, naar: Path, *meer: str, jaar: str = "2026") -> int:
    return main(["jaaroverzicht", str(dossiers), "--inrichting", "opvang2004", "--jaar", jaar, "--naar", str(naar),
                 *(meer or DATUM)])  # fmt: skip


def test_beide_bestanden(dossiers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    voor = {pad: pad.read_bytes() for pad in dossiers.rglob("*.docx")}
    assert doe(dossiers, tmp_path) == 0
    gezegd = capsys.readouterr()
    assert gezegd.out.splitlines() == [str(tmp_path / "jaaroverzicht-2026.docx"),
                                       str(tmp_path / "jaaroverzicht-2026.xlsx")]  # fmt: skip
    assert "minder dan vijf dossiers" in gezegd.err
    for pad in gezegd.out.splitlines():
        assert zipfile.ZipFile(pad).testzip() is None
        assert is_jaaroverzicht(Path(pad))
    assert {pad: pad.read_bytes() for pad in dossiers.rglob("*.docx")} == voor


def test_een_naam_en_nog_eens(dossiers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    doel = tmp_path / "jaar" / "Overzicht.docx"
    assert doe(dossiers, doel) == 0
    assert doel.with_suffix(".xlsx").is_file()
    assert doe(dossiers, doel) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert doe(dossiers, doel, *DATUM, "--overschrijf") == 0


def test_een_bestand_van_iemand_anders_blijft_staan(
    dossiers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formulier = next(dossiers.rglob("*.docx"))
    kopie = tmp_path / "mijn.docx"
    kopie.write_bytes(formulier.read_bytes())
    assert doe(dossiers, kopie, *DATUM, "--overschrijf") == 2
    assert "is geen jaaroverzicht" in capsys.readouterr().err
    assert kopie.read_bytes() == formulier.read_bytes()
    assert not kopie.with_suffix(".xlsx").exists()


@pytest.mark.parametrize(
    ("jaar", "zegt"),
    [
        ("2031", "2031 is nog niet begonnen"),
        ("2001", "In 2001 is er in deze dossiers niets gebeurd"),
        ("26", "is geen jaar"),
        ("twee", "is geen jaar"),
    ],
)
def test_een_jaar_dat_niet_kan(
    dossiers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], jaar: str, zegt: str
) -> None:
    assert doe(dossiers, tmp_path / "uit", jaar=jaar) == 2
    assert zegt in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_een_lege_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leeg").mkdir()
    assert doe(tmp_path / "leeg", tmp_path / "uit") == 2
    assert "geen enkel formulier" in capsys.readouterr().err


def test_een_ander_soort_bestand(dossiers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert doe(dossiers, tmp_path / "jaar.pdf") == 2
    assert "eindigt op .docx" in capsys.readouterr().err


def test_een_overzicht_in_de_map_zelf_telt_niet_mee(
    dossiers: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Made beside the forms and made anew, it is not among the files that could not be read."""
    from shutil import copytree

    map_ = copytree(dossiers, tmp_path / "dossiers")
    assert doe(map_, map_) == 0
    eerst = (map_ / "jaaroverzicht-2026.docx").read_bytes()
    assert doe(map_, map_, *DATUM, "--overschrijf") == 0
    assert (map_ / "jaaroverzicht-2026.docx").read_bytes() == eerst
    capsys.readouterr()


def test_een_stuk_sjabloon_wordt_gezegd(tmp_path: Path, dossiers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nieuw", str(tmp_path / "eigen"), "--uitgangsmodel", "opvang2004"]) == 0
    (tmp_path / "eigen" / "word" / "handleiding.docx").write_bytes(b"geen Word")
    naar = ["--naar", str(tmp_path / "uit"), "--jaar", "2026", *DATUM]
    assert main(["jaaroverzicht", str(dossiers), "--inrichting", str(tmp_path / "eigen"), *naar]) == 2
    assert "sjabloon" in capsys.readouterr().err


def test_waar_de_bestanden_komen(tmp_path: Path) -> None:
    (tmp_path / "map.pdf").mkdir()
    in_map = doelen_van(tmp_path / "map.pdf", 2026)
    assert in_map is not None
    assert in_map.word == tmp_path / "map.pdf" / "jaaroverzicht-2026.docx"
    assert doelen_van(tmp_path / "cijfers.xlsx", 2026) is None
    gewoon = doelen_van(tmp_path / "jaar.2026", 2026)
    assert gewoon is not None
    assert gewoon.excel.parent == tmp_path / "jaar.2026"
