"""``maak``, ``vul``, ``lees`` and ``controleer`` in three formats: what comes where, and what can't be."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest
from drukkerij import Drukkerij, lees, organisatie

import generator
from generator import content
from generator.bestanden import schrijf_veilig
from generator.cli import main
from generator.formats import ACHTERVOEGSEL, FORMATEN, Formaatnaam, Geweigerd, herken
from generator.model import Formulier
from generator.opdrachten import GeenPdf, blanco, lees_antwoordbestand, maak_voorbeeld
from generator.opdrachten.voorbeeld import _ruim_vorige_op

MODEL = "opvang2004"
IN_ELK = pytest.mark.parametrize("soort", FORMATEN)
ANTWOORDEN = """
formulier: toestemming
dossier: D-0042
antwoorden: {client_naam: Noor Voorbeeld, doel: Rust, akkoord: ja, toestemming_datum: 2026-03-02}
"""
Loop = Callable[..., tuple[int, str, str]]


@pytest.fixture
def loop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Loop:
    """Run a command line in an empty folder; return status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def loop(*argumenten: object) -> tuple[int, str, str]:
        status = main([str(deel) for deel in argumenten])
        gezegd = capsys.readouterr()
        return status, gezegd.out, gezegd.err

    return loop


@pytest.fixture
def zonder_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    def geen(*_: object) -> bytes:
        raise Geweigerd("L69")

    monkeypatch.setattr("generator.formats.pdf.formaat.maak_formulier", geen)
    # In this process, so that what is patched here counts.
    monkeypatch.setattr("generator.batch.kernen", lambda: 1)


def bestanden(map_: Path) -> list[str]:
    return sorted(pad.relative_to(map_).as_posix() for pad in map_.rglob("*") if pad.is_file())


def formaten(*namen: str) -> list[str]:
    return [deel for naam in namen for deel in ("--formaat", naam)]


# --------------------------------------------------------------------------
# maak


@IN_ELK
def test_een_formulier(soort: Formaatnaam, drukkerij: Drukkerij, loop: Loop, tmp_path: Path) -> None:
    verwacht = drukkerij.blanco(soort, "toestemming")
    status, uit, fout = loop("maak", MODEL, "--naar", "uit", *formaten(soort), "--formulier", "toestemming")
    doel = Path("uit") / "formulieren" / f"toestemming{ACHTERVOEGSEL[soort]}"
    assert (status, uit.splitlines(), fout) == (0, [str(doel)], "")
    assert (tmp_path / doel).read_bytes() == verwacht
    assert herken(tmp_path / doel).identiteit.formulier == "toestemming"


def test_meer_formaten_naast_elkaar_en_een_keer_genoemd(drukkerij: Drukkerij, loop: Loop, tmp_path: Path) -> None:
    drukkerij.blanco("pdf", "exit")
    opdracht = ("maak", MODEL, "--naar", "uit", *formaten("pdf", "word", "excel", "word"), "--formulier", "exit")
    status, uit, fout = loop(*opdracht)
    assert (status, fout) == (0, "")
    assert uit.split() == [str(Path(f"uit/formulieren/exit{achter}")) for achter in ACHTERVOEGSEL.values()]


def test_in_excel_komen_er_alleen_formulieren(loop: Loop, tmp_path: Path) -> None:
    status, _, fout = loop("maak", MODEL, "--naar", "uit", "--formaat", "excel")
    assert status == 0
    assert fout == (
        "Let op: De handleiding en de posters zijn er niet in Excel. Wil je die ook, geef dan ook --formaat word.\n"
    )
    assert bestanden(tmp_path / "uit") == sorted(f"formulieren/{sleutel}.xlsx" for sleutel in organisatie(MODEL)[1])


@pytest.mark.parametrize(
    ("deel", "namen", "zegt"),
    [
        ("handleiding", ("excel",), "De handleiding is een boek om te lezen; die is er niet in Excel. Kies --formaat"),
        ("posters", ("excel",), "De posters zijn er alleen in Word. Kies --formaat word."),
        ("posters", ("pdf", "excel"), "De posters zijn er alleen in Word. Kies --formaat word."),
    ],
)
def test_wat_er_in_dat_formaat_niet_is(
    deel: str, namen: tuple[str, ...], zegt: str, loop: Loop, tmp_path: Path
) -> None:
    status, uit, fout = loop("maak", MODEL, "--naar", "uit", *formaten(*namen), "--alleen", deel)
    assert (status, uit) == (2, "")
    assert fout.startswith(zegt)
    assert not (tmp_path / "uit").exists()


@IN_ELK
def test_een_ingevuld_formulier_blijft_staan(
    soort: Formaatnaam, drukkerij: Drukkerij, loop: Loop, tmp_path: Path
) -> None:
    """In any of the formats, and before anything else is made."""
    doel = tmp_path / "uit" / "formulieren" / f"toestemming{ACHTERVOEGSEL[soort]}"
    doel.parent.mkdir(parents=True)
    doel.write_bytes(inhoud := drukkerij.vul(soort, "toestemming", {"doel": "Rust"}))
    status, uit, fout = loop("maak", MODEL, "--naar", "uit", *formaten(*FORMATEN), "--formulier", "toestemming")
    assert (status, uit) == (2, "")
    assert "is ingevuld; ik overschrijf het niet" in fout
    assert bestanden(tmp_path / "uit") == [f"formulieren/{doel.name}"]
    assert doel.read_bytes() == inhoud
    doel.write_bytes(drukkerij.blanco(soort, "toestemming"))
    assert loop("maak", MODEL, "--naar", "uit", *formaten(soort), "--formulier", "toestemming")[0] == 0


@pytest.mark.usefixtures("zonder_pango")
def test_geen_pdf_is_mislukt_als_er_niets_anders_gevraagd_is(loop: Loop, tmp_path: Path) -> None:
    status, uit, fout = loop("maak", MODEL, "--naar", "uit", "--formaat", "pdf", "--formulier", "exit")
    assert (status, uit) == (2, "")
    assert fout.startswith("De formulieren in pdf zijn niet gemaakt. ")
    assert "Pango" in fout
    assert not (tmp_path / "uit").exists()


@pytest.mark.usefixtures("zonder_pango")
def test_geen_pdf_laat_al_het_andere_staan(loop: Loop, tmp_path: Path) -> None:
    loop("nieuw", "org", "--uitgangsmodel", MODEL)
    opdracht = ("maak", "org", "--naar", "uit", *formaten(*FORMATEN), "--formulier", "exit", "--formulier", "intake")
    status, uit, fout = loop(*opdracht)
    assert status == 0
    assert len(uit.splitlines()) == 4
    assert fout.startswith("Let op: De formulieren in pdf zijn niet gemaakt. ")
    assert bestanden(tmp_path / "uit") == [
        f"formulieren/{naam}" for naam in ("exit.docx", "exit.xlsx", "intake.docx", "intake.xlsx")
    ]
    # What went out is recorded, in whatever format.
    assert {"exit-1.json", "intake-1.json"} <= {pad.name for pad in (tmp_path / "org" / "versies").iterdir()}


def test_pdfs_naast_elkaar_gemaakt_zijn_dezelfde(drukkerij: Drukkerij, monkeypatch: pytest.MonkeyPatch) -> None:
    sleutels = ("exit", "toestemming")
    verwacht = [drukkerij.blanco("pdf", sleutel) for sleutel in sleutels]
    monkeypatch.setattr(blanco, "_PER_WERKER", 1)
    monkeypatch.setattr("generator.batch.kernen", lambda: 2)
    inrichting, formulieren = organisatie(MODEL)
    assert list(blanco.maak_pdfs(inrichting, [formulieren[sleutel] for sleutel in sleutels])) == verwacht


def test_een_proces_dat_wegvalt_kost_geen_formulier(drukkerij: Drukkerij, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the system ends it for want of memory: what is left is made one by one."""

    class Kapot:
        def __init__(self, *_: object) -> None: ...

        def map(self, _: object, formulieren: Sequence[Formulier]) -> Iterator[bytes]:
            yield drukkerij.blanco("pdf", formulieren[0].sleutel)
            raise BrokenProcessPool

        def shutdown(self, **_: object) -> None: ...

    sleutels = ("exit", "toestemming")
    verwacht = [drukkerij.blanco("pdf", sleutel) for sleutel in sleutels]
    monkeypatch.setattr(blanco, "_PER_WERKER", 1)
    monkeypatch.setattr("generator.batch.kernen", lambda: 2)
    monkeypatch.setattr("concurrent.futures.ProcessPoolExecutor", Kapot)
    inrichting, formulieren = organisatie(MODEL)
    assert list(blanco.maak_pdfs(inrichting, [formulieren[sleutel] for sleutel in sleutels])) == verwacht


def test_een_pdf_maken_en_vullen_is_stil(drukkerij: Drukkerij, tmp_path: Path) -> None:
    """What the libraries say to themselves is nothing for a user; a pytest of its own would swallow it."""
    drukkerij.blanco("pdf", "exit")
    (tmp_path / "a.yaml").write_text("formulier: exit\ndossier: D-1\nantwoorden: {}\n", encoding="utf-8")
    opdrachten = (
        ["maak", MODEL, "--naar", "uit", "--formaat", "pdf", "--formulier", "exit"],
        ["vul", "uit/formulieren/exit.pdf", "--antwoorden", "a.yaml", "--naar", "vol.pdf"],
        ["lees", "vol.pdf"],
    )
    code = f"from generator.cli import main\nif __name__ == '__main__': print([main(deel) for deel in {opdrachten}])"
    (tmp_path / "alles.py").write_text(code, encoding="utf-8")
    omgeving = os.environ | {"PYTHONPATH": str(Path(generator.__file__).parents[1])}
    gedaan = subprocess.run([sys.executable, "alles.py"], cwd=tmp_path, env=omgeving, capture_output=True, check=False)
    assert gedaan.stdout.splitlines()[-1] == b"[0, 0, 0]"
    assert gedaan.stderr == b""


# --------------------------------------------------------------------------
# vul, lees, controleer


@IN_ELK
def test_vul_in_het_formaat_van_het_lege_formulier(
    soort: Formaatnaam, drukkerij: Drukkerij, loop: Loop, tmp_path: Path
) -> None:
    achter = ACHTERVOEGSEL[soort]
    (tmp_path / f"leeg{achter}").write_bytes(drukkerij.blanco(soort, "toestemming"))
    (tmp_path / "antwoorden.yaml").write_text(ANTWOORDEN, encoding="utf-8")
    opdracht = ("vul", f"leeg{achter}", "--antwoorden", "antwoorden.yaml", "--naar")
    assert loop(*opdracht, f"vol{achter}")[::2] == (0, "")
    gelezen = lees((tmp_path / f"vol{achter}").read_bytes())
    assert (gelezen.formaat, gelezen.dossier, gelezen.waarden["doel"]) == (soort, "D-0042", "Rust")
    ander = next(einde for einde in ACHTERVOEGSEL.values() if einde != achter)
    status, uit, fout = loop(*opdracht, f"vol{ander}")
    assert (status, uit) == (2, "")
    assert fout == (
        f"‘vol{ander}’ past niet bij ‘leeg{achter}’. "
        f"Kies bij --naar een naam die eindigt op {achter}, zoals ‘vol{achter}’.\n"
    )
    assert not (tmp_path / f"vol{ander}").exists()


@IN_ELK
def test_vul_spaart_een_ander_dossier(soort: Formaatnaam, drukkerij: Drukkerij, loop: Loop, tmp_path: Path) -> None:
    achter = ACHTERVOEGSEL[soort]
    (tmp_path / f"leeg{achter}").write_bytes(drukkerij.blanco(soort, "toestemming"))
    (tmp_path / f"vol{achter}").write_bytes(inhoud := drukkerij.vul(soort, "toestemming", {}, "D-0001"))
    (tmp_path / "antwoorden.yaml").write_text(ANTWOORDEN, encoding="utf-8")
    status, _, fout = loop("vul", f"leeg{achter}", "--antwoorden", "antwoorden.yaml", "--naar", f"vol{achter}")
    assert status == 2
    assert "staat al een formulier van dossier D-0001" in fout
    assert (tmp_path / f"vol{achter}").read_bytes() == inhoud


def test_lees_en_controleer_nemen_ze_door_elkaar(drukkerij: Drukkerij, loop: Loop, tmp_path: Path) -> None:
    map_ = tmp_path / "in"
    map_.mkdir()
    for nr, soort in enumerate(FORMATEN):
        inhoud = drukkerij.vul(soort, "toestemming", {"doel": f"Doel {nr}", "dossier_nr": "D-1"}, "D-1")
        (map_ / f"{nr}{ACHTERVOEGSEL[soort]}").write_bytes(inhoud)
    status, uit, _ = loop("lees", *sorted(map_.iterdir()), "--json")
    gelezen = json.loads(uit)
    assert status == 0
    assert [deel["antwoorden"]["doel"] for deel in gelezen] == ["Doel 0", "Doel 1", "Doel 2"]
    loop("controleer", map_, "--inrichting", MODEL, "--peildatum", "2026-06-01", "--json", "rapport.json")
    rapport: dict[str, Any] = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    assert [bestand["formaat"] for bestand in rapport["bestanden"]] == list(FORMATEN)
    assert {bestand["status"] for bestand in rapport["bestanden"]} == {"gelezen"}
    assert [dossier["dossier"] for dossier in rapport["dossiers"]] == ["D-1"]


# --------------------------------------------------------------------------
# voorbeeld


def test_voorbeeld_zonder_pdf_gebruikt_de_andere(
    tmp_path: Path, drukkerij: Drukkerij, monkeypatch: pytest.MonkeyPatch
) -> None:
    def geen(*_: object) -> None:
        raise GeenPdf("De formulieren in pdf zijn niet gemaakt. Pango ontbreekt.")

    monkeypatch.setattr("generator.opdrachten.maken.maak_pdfs", geen)
    # An example of an earlier version had everything in Word: what is left of it would count twice.
    oud = tmp_path / "dossiers" / "P1" / "02_intake.docx"
    intake = lees_antwoordbestand(content.voorbeelden() / "P1" / "02_intake.yaml")
    schrijf_veilig(oud, drukkerij.vul_uit("word", intake))
    gemaakt = maak_voorbeeld(tmp_path)
    assert (gemaakt.formaten, len(gemaakt.let_op)) == (("word", "excel"), 1)
    assert not oud.exists()
    per_map: dict[str, set[str]] = {}
    for pad in (tmp_path / "dossiers").glob("*/*"):
        per_map.setdefault(pad.parent.name, set()).add(pad.suffix)
    assert sorted(per_map) == ["P1", "P2", "P5", "P6"]
    assert all(soorten == {".docx", ".xlsx"} for soorten in per_map.values())
    codes = sorted((b.dossier, b.code) for b in gemaakt.rapport.bevindingen)
    assert codes == [("D-0005", "R11"), ("D-0005", "R30"), ("D-0006", "R09"), ("D-0006", "R41")]
    assert {bestand.status for bestand in gemaakt.rapport.bestanden} == {"gelezen"}


def test_een_ander_formulier_van_dezelfde_naam_blijft(drukkerij: Drukkerij, tmp_path: Path) -> None:
    """Only the same form of the same dossier is a left-over of an earlier example."""
    doel = tmp_path / "10_exit.docx"
    doel.write_bytes(drukkerij.vul("word", "exit", {}, "D-0001"))
    ander, zelfde = doel.with_suffix(".xlsx"), doel.with_suffix(".pdf")
    ander.write_bytes(drukkerij.vul("excel", "exit", {}, "D-9999"))
    zelfde.write_bytes(drukkerij.vul("pdf", "exit", {}, "D-0001"))
    _ruim_vorige_op(doel)
    assert bestanden(tmp_path) == ["10_exit.docx", "10_exit.xlsx"]
    ander.write_bytes(b"geen werkboek")
    _ruim_vorige_op(doel)
    assert ander.read_bytes() == b"geen werkboek"
