"""The commands: what they say, in Dutch, and how they end."""

from __future__ import annotations

import difflib
import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drukkerij import Drukkerij

from generator import bestanden, content
from generator.bestanden import SchrijfFout, schrijf_veilig
from generator.cli import achtfasen, main
from generator.inrichting import lees_inrichting

ENGELS = re.compile(
    r"\b(usage|error|options?|missing|argument|parameter|command|no such|invalid|required|show this|got|"
    r"unexpected|default|try|does not|directory|permission|traceback|file)\b",
    re.IGNORECASE,
)
MODEL = "opvang2004"
OPDRACHTEN = list(achtfasen.commands)


@pytest.fixture
def loop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run a command line in an empty folder; return status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def loop(*argumenten: object) -> tuple[int, str, str]:
        status = main([str(deel) for deel in argumenten])
        gezegd = capsys.readouterr()
        return status, gezegd.out, gezegd.err

    return loop


# --------------------------------------------------------------------------
# Dutch


@pytest.mark.parametrize("opdracht", ["", *OPDRACHTEN])
def test_hulp_is_nederlands(opdracht: str, loop: Any) -> None:
    status, uit, fout = loop(*[deel for deel in (opdracht, "--help") if deel])
    assert (status, fout) == (0, "")
    assert uit.startswith("Gebruik: achtfasen")
    assert not ENGELS.search(uit), ENGELS.search(uit)


VERKEERD = {
    "onbekende opdracht": ("controleeer",),
    "onbekende optie": ("controleer", "x", "--inrichtin", MODEL),
    "onbekende optie van de groep": ("--vesie",),
    "argument ontbreekt": ("nieuw",),
    "optie ontbreekt": ("vul", "x"),
    "waarde ontbreekt": ("controleer", "x", "--inrichting"),
    "waarde te veel": ("controleer", "x", "--strikt=ja"),
    "argument te veel": ("toets", MODEL, "nog", "meer"),
    "verkeerde keuze": ("maak", MODEL, "--formaat", "zip"),
    "verkeerde lijst": ("lijst", "regel"),
    "verkeerde datum": ("controleer", "x", "--inrichting", MODEL, "--peildatum", "gisteren"),
    "verkeerd aantal": ("controleer", "x", "--inrichting", MODEL, "--werkers", "0"),
    "leeg pad": ("lees", ""),
    "datum andersom": ("controleer", "x", "--inrichting", MODEL, "--peildatum", "21-11-2026"),
    "jaar kan niet": ("controleer", "x", "--inrichting", MODEL, "--peildatum", "9999-12-31"),
    "onbekende code": ("controleer", ".", "--inrichting", MODEL, "--alleen", "R99"),
    "lege code": ("controleer", ".", "--inrichting", MODEL, "--negeer", ","),
    "regel van toets": ("controleer", ".", "--inrichting", MODEL, "--alleen", "R57"),
    "lijst bestaat niet": ("controleer", ".", "--inrichting", MODEL, "--geaccepteerd", "x.yaml"),
    "niets uit te leggen": ("leg-uit", "R99"),
    "onbekende inrichting": ("toets", "opvang"),
    "pad bestaat niet": ("controleer", "bestaat_niet", "--inrichting", MODEL),
    "lees bestaat niet": ("lees", "bestaat_niet.docx"),
    "lees een map": ("lees", "."),
    "onbekend uitgangsmodel": ("nieuw", "map", "--uitgangsmodel", "opvang"),
    "onbekend formulier": ("lijst", "velden", "intak"),
    "formulier bij de verkeerde lijst": ("lijst", "regels", "intake"),
    "handleiding in excel": ("maak", MODEL, "--formaat", "excel", "--alleen", "handleiding"),
    "verkeerd formaat bij vervolg": ("vervolg", ".", "--inrichting", MODEL, "--naar", "x", "--formaat", "zip"),
    "twee formaten bij vervolg": (
        "vervolg",
        ".",
        "--inrichting",
        MODEL,
        "--naar",
        "x",
        "--formaat",
        "excel",
        "--formaat",
        "pdf",
    ),
    "formulier bij alleen posters": ("maak", MODEL, "--naar", "x", "--alleen", "posters", "--formulier", "exit"),
    "html eindigt anders": ("controleer", ".", "--inrichting", MODEL, "--html", "x.txt"),
    "antwoorden bestaan niet": ("vul", "x.docx", "--antwoorden", "x.yaml", "--naar", "y.docx"),
}


@pytest.mark.parametrize("argumenten", VERKEERD.values(), ids=list(VERKEERD))
def test_verkeerd_gebruik_geeft_een_zin_in_het_nederlands(argumenten: tuple[str, ...], loop: Any) -> None:
    status, uit, fout = loop(*argumenten)
    assert (status, uit) == (2, "")
    assert fout.strip()
    assert not ENGELS.search(fout.replace("--help", "")), fout
    assert fout.count("\n") <= 3


def test_wat_genegeerd_zou_worden_wordt_geweigerd(loop: Any) -> None:
    assert "je gaf excel en pdf. Geef de opdracht voor elk apart." in loop(*VERKEERD["twee formaten bij vervolg"])[2]
    assert "Laat een van de twee weg." in loop(*VERKEERD["formulier bij alleen posters"])[2]


def test_een_keuze_mag_in_hoofdletters(loop: Any) -> None:
    assert loop("lijst", "Regels") == loop("lijst", "regels")
    assert loop("lijst", "regels")[0] == 0


def test_suggesties(loop: Any) -> None:
    assert "Bedoelde je ‘controleer’?" in loop("controleeer")[2]
    assert "Bedoelde je ‘--inrichting’?" in loop("controleer", "x", "--inrichtin", "y")[2]
    assert "Bedoelde je ‘intake’?" in loop("lijst", "velden", "intak")[2]
    assert f"Bedoelde je ‘{MODEL}’?" in loop("toets", "opvang2003")[2]


def test_een_bug_geeft_geen_spoor(loop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def kapot(*_: object, **__: object) -> None:
        raise ZeroDivisionError("x")

    monkeypatch.setattr("generator.opdrachten.lijst_regels", kapot)
    status, _, fout = loop("lijst", "regels")
    assert status == 2
    assert "Er ging iets mis in achtfasen zelf (ZeroDivisionError)" in fout
    monkeypatch.setenv("ACHTFASEN_SPOOR", "1")
    with pytest.raises(ZeroDivisionError):
        main(["lijst", "regels"])


def test_afbreken(loop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def afgebroken() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.opdrachten.lijst_regels", afgebroken)
    status, _, fout = loop("lijst", "regels")
    assert (status, fout.strip()) == (2, "Afgebroken.")


# --------------------------------------------------------------------------
# nieuw, toets, lijst


def test_nieuw_kopieert_met_commentaar_en_naam(loop: Any, tmp_path: Path) -> None:
    status, uit, _ = loop("nieuw", "eigen", "--uitgangsmodel", MODEL, "--naam", 'Huis "De Ëik": en # meer')
    doel = tmp_path / "eigen" / "inrichting.yaml"
    assert status == 0
    assert "eigen/inrichting.yaml" in uit.replace(os.sep, "/")
    model = content.uitgangsmodellen()[MODEL].read_text(encoding="utf-8")
    tekst = doel.read_text(encoding="utf-8")
    nieuw = [regel.strip().partition(":")[0] for regel in difflib.ndiff(model.splitlines(), tekst.splitlines())
             if regel.startswith("+ ")]  # fmt: skip
    assert [
        regel.strip("+ -") for regel in nieuw
    ] == "naam locaties versie datum datum versie aanpassing vervolg".split()
    gelezen = lees_inrichting(str(doel))
    assert gelezen.organisatie.naam == 'Huis "De Ëik": en # meer'
    handleiding, vandaag = gelezen.handleiding, date.today().isoformat()
    assert (handleiding.versie, handleiding.datum) == ("0.1", vandaag)
    assert [(regel.datum, regel.versie, MODEL in regel.aanpassing) for regel in handleiding.log] == [
        (vandaag, "0.1", True)
    ]
    assert handleiding.teksten == lees_inrichting(MODEL).handleiding.teksten
    assert loop("toets", "eigen")[0] == 0


def test_nieuw_overschrijft_niet_zomaar(loop: Any, tmp_path: Path) -> None:
    doel = tmp_path / "inrichting.yaml"
    doel.write_text("van mij", encoding="utf-8")
    status, _, fout = loop("nieuw", ".", "--uitgangsmodel", MODEL)
    assert status == 2
    assert "bestaat al" in fout
    assert doel.read_text(encoding="utf-8") == "van mij"
    assert loop("nieuw", ".", "--uitgangsmodel", MODEL, "--overschrijf")[0] == 0
    assert doel.read_text(encoding="utf-8") != "van mij"


def test_toets_noemt_alle_fouten_met_regel(loop: Any, tmp_path: Path) -> None:
    loop("nieuw", ".", "--uitgangsmodel", MODEL)
    doel = tmp_path / "inrichting.yaml"
    tekst = doel.read_text(encoding="utf-8")
    doel.write_text(tekst.replace("planning_max: 14", "planing_max: 14").replace("marge: 1.5", "marge: veel"), "utf-8")
    status, uit, fout = loop("toets", "inrichting.yaml")
    assert (status, uit) == (2, "")
    assert "Er kloppen 2 dingen niet:" in fout
    assert re.search(r"inrichting\.yaml, regel \d+, parameters\.planing_max: .*Bedoelde je ‘planning_max’\?", fout)


def test_toets_zegt_wat_wel_en_niet_is_nagekeken(loop: Any) -> None:
    status, uit, _ = loop("toets", MODEL)
    assert status == 0
    assert "Nagekeken:" in uit
    assert "R57 tot en met R69" in uit


@pytest.mark.parametrize("wat", ["uitgangsmodellen", "formulieren", "regels", "velden"])
def test_lijsten_als_tekst_en_json(wat: str, loop: Any) -> None:
    status, uit, _ = loop("lijst", wat)
    rijen = json.loads(loop("lijst", wat, "--json")[1])
    assert status == 0
    assert len(uit.splitlines()) == len(rijen) + 1
    assert "{" not in uit


def test_velden_van_een_formulier_in_eigen_woorden(loop: Any) -> None:
    rijen = json.loads(loop("lijst", "velden", "toestemming", "--inrichting", MODEL, "--json")[1])
    assert {rij["formulier"] for rij in rijen} == {"toestemming"}
    assert {
        "veld": "partij.naam",
        "formulier": "toestemming",
        "soort": "kort",
        "label": "Naam",
        "verplicht": "ja",
    } in rijen


# --------------------------------------------------------------------------
# maak, vul, lees, controleer


ANTWOORDEN = """
formulier: toestemming
dossier: D-0042
antwoorden:
  client_naam: Noor Voorbeeld
  doel: Rust
  partij: [{naam: Huisarts, gegevens: Medicijnen, richting: opvragen, doel: Overzicht}]
  akkoord: ja
  toestemming_datum: 2026-03-02
"""


@pytest.fixture
def ingevuld(loop: Any, tmp_path: Path) -> Path:
    assert loop("maak", MODEL, "--naar", "uit", "--formulier", "toestemming")[0] == 0
    (tmp_path / "antwoorden.yaml").write_text(ANTWOORDEN, encoding="utf-8")
    (tmp_path / "in").mkdir()
    doel = tmp_path / "in" / "toestemming.docx"
    opdracht = ("vul", "uit/formulieren/toestemming.docx", "--antwoorden", "antwoorden.yaml", "--naar", doel)
    assert loop(*opdracht)[::2] == (0, "")
    return doel


def test_maak_een_formulier(loop: Any, tmp_path: Path) -> None:
    status, uit, fout = loop("maak", MODEL, "--naar", "uit", "--formulier", "toestemming")
    assert (status, fout) == (0, "")
    assert uit.splitlines() == [str(Path("uit/formulieren/toestemming.docx"))]
    assert [p.name for p in (tmp_path / "uit").rglob("*") if p.is_file()] == ["toestemming.docx"]


def test_maak_onbekend_formulier(loop: Any) -> None:
    status, _, fout = loop("maak", MODEL, "--formulier", "toesteming")
    assert status == 2
    assert "Bedoelde je ‘toestemming’?" in fout


def test_lees_als_tekst_en_json(ingevuld: Path, loop: Any) -> None:
    status, uit, _ = loop("lees", ingevuld)
    assert status == 0
    assert "doel = Rust" in uit
    gegevens = json.loads(loop("lees", ingevuld, "--json")[1])[0]
    assert (gegevens["formulier"], gegevens["dossier"]) == ("toestemming", "D-0042")
    assert gegevens["antwoorden"]["partij"][0]["richting"] == "opvragen"
    assert {"tag"} == {veld["route"] for veld in gegevens["velden"]}


def test_lees_wat_geen_formulier_is(loop: Any, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("Beste", encoding="utf-8")
    status, uit, _ = loop("lees", "brief.txt")
    assert status == 1
    assert "geweigerd" in uit


def test_controleer_met_json_en_strikt(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    opdracht = ("controleer", "in", "--inrichting", MODEL, "--peildatum", "2026-06-01", "--json", "in/rapport.json")
    status, uit, fout = loop(*opdracht)
    assert (status, fout) == (1, "")
    assert "Dossier D-0042" in uit
    rapport = json.loads((tmp_path / "in" / "rapport.json").read_text(encoding="utf-8"))
    assert rapport["schema"] == "achtfasen.rapport/1"
    assert not rapport["geldig"]
    assert {"R01", "R11"} <= {bevinding["code"] for bevinding in rapport["bevindingen"]}
    assert "Noor" not in json.dumps(rapport)
    assert all("antwoorden" not in bestand for bestand in rapport["bestanden"])
    # The second time the report lies in the folder itself.
    assert loop(*opdracht, "--met-antwoorden")[0] == 1
    opnieuw = json.loads((tmp_path / "in" / "rapport.json").read_text(encoding="utf-8"))
    assert opnieuw["bevindingen"] == rapport["bevindingen"]
    assert [b["status"] for b in opnieuw["bestanden"]] == ["overgeslagen", "gelezen"]
    assert opnieuw["bestanden"][1]["antwoorden"]["client_naam"] == "Noor Voorbeeld"


def test_controleer_met_webpagina(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    opdracht = ("controleer", "in", "--inrichting", MODEL, "--peildatum", "2026-06-01", "--html", "in/rapport.html")
    status, uit, fout = loop(*opdracht)
    assert (status, fout) == (1, "")
    assert "in/rapport.html" in uit.replace("\\", "/")
    pagina = tmp_path / "in" / "rapport.html"
    zonder = pagina.read_text(encoding="utf-8")
    assert "D-0042" in zonder
    assert "Noor" not in zonder
    # The second time the page lies in the folder itself; it may be made anew.
    assert loop(*opdracht, "--met-namen")[0] == 1
    assert "Noor Voorbeeld" in pagina.read_text(encoding="utf-8")
    assert "rapport.html" not in pagina.read_text(encoding="utf-8").partition("Geweigerd")[2]
    pagina.write_text("van mij", encoding="utf-8")
    status, _, fout = loop(*opdracht)
    assert (status, pagina.read_text(encoding="utf-8")) == (2, "van mij")
    assert "geen rapport van achtfasen" in fout


def test_vul_noemt_alle_fouten_met_regel(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    (tmp_path / "fout.yaml").write_text(
        ANTWOORDEN.replace("akkoord", "accoord").replace("gegevens:", "gegeven:") + "extra: 1\n", encoding="utf-8"
    )
    opdracht = ("vul", "uit/formulieren/toestemming.docx", "--antwoorden", "fout.yaml", "--naar", "y.docx")
    assert "‘extra’" in loop(*opdracht)[2]
    (tmp_path / "fout.yaml").write_text(
        ANTWOORDEN.replace("akkoord", "accoord").replace("gegevens:", "gegeven:"), encoding="utf-8"
    )
    status, _, fout = loop(*opdracht)
    assert status == 2
    assert "fout.yaml, regel 7" in fout
    assert "fout.yaml, regel 8" in fout
    assert "Bedoelde je ‘akkoord’?" in fout
    assert not (tmp_path / "y.docx").exists()


def test_vul_zegt_wat_het_niet_begrijpt(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    (tmp_path / "raar.yaml").write_text(ANTWOORDEN.replace("2026-03-02", "gisteren"), encoding="utf-8")
    opdracht = ("vul", "uit/formulieren/toestemming.docx", "--antwoorden", "raar.yaml", "--naar", "y.docx")
    status, _, fout = loop(*opdracht)
    assert status == 0
    assert "Let op: toestemming_datum" in fout


def test_vul_het_verkeerde_formulier(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    (tmp_path / "ander.yaml").write_text(ANTWOORDEN.replace("toestemming\n", "intake\n", 1), encoding="utf-8")
    opdracht = ("vul", "uit/formulieren/toestemming.docx", "--antwoorden", "ander.yaml", "--naar", "y.docx")
    status, _, fout = loop(*opdracht)
    assert status == 2
    assert "zijn voor het formulier ‘intake’" in fout


# Nothing that someone filled in is ever written over.


def test_maak_spaart_een_ingevuld_formulier(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    lei = tmp_path / "uit" / "formulieren" / "toestemming.docx"
    lei.write_bytes(ingevuld.read_bytes())
    status, _, fout = loop("maak", MODEL, "--naar", "uit", "--formulier", "toestemming")
    assert (status, lei.read_bytes()) == (2, ingevuld.read_bytes())
    assert "is ingevuld; ik overschrijf het niet" in fout


def test_maak_vervangt_een_leeg_formulier(loop: Any) -> None:
    for _ in range(2):
        assert loop("maak", MODEL, "--naar", "uit", "--formulier", "checklist_opstart")[0] == 0


def test_vul_spaart_een_ander_dossier_en_zijn_eigen_invoer(ingevuld: Path, loop: Any, tmp_path: Path) -> None:
    was = ingevuld.read_bytes()
    (tmp_path / "ander.yaml").write_text(ANTWOORDEN.replace("D-0042", "D-0043"), encoding="utf-8")
    blanco = "uit/formulieren/toestemming.docx"
    status, _, fout = loop("vul", blanco, "--antwoorden", "ander.yaml", "--naar", ingevuld)
    assert (status, ingevuld.read_bytes()) == (2, was)
    assert "dossier D-0042" in fout
    for invoer in (blanco, "ander.yaml"):
        assert loop("vul", blanco, "--antwoorden", "ander.yaml", "--naar", invoer)[0] == 2
    assert loop("vul", blanco, "--antwoorden", "antwoorden.yaml", "--naar", ingevuld)[0] == 0


def test_het_rapport_komt_nooit_in_een_formulier(ingevuld: Path, loop: Any) -> None:
    was = ingevuld.read_bytes()
    status, _, fout = loop("controleer", ingevuld.parent, "--inrichting", MODEL, "--json", ingevuld)
    assert (status, ingevuld.read_bytes()) == (2, was)
    assert "eindigt op .json" in fout


@pytest.mark.traag
def test_voorbeeld(loop: Any, tmp_path: Path, drukkerij: Drukkerij) -> None:
    drukkerij.blanco("pdf", "exit")  # skips where this format can't be made
    status, uit, fout = loop("voorbeeld", "--naar", "vb")
    assert (status, fout) == (0, "")
    rapport = json.loads((tmp_path / "vb" / "rapport.json").read_text(encoding="utf-8"))
    codes = sorted((b["dossier"], b["code"]) for b in rapport["bevindingen"])
    assert codes == [("D-0005", "R11"), ("D-0005", "R30"), ("D-0006", "R09"), ("D-0006", "R41")]
    assert rapport["tellingen"]["geweigerd"] == 0
    assert (tmp_path / "vb" / "handleiding.docx").stat().st_size > 10_000
    assert "D-0005" in (tmp_path / "vb" / "rapport.html").read_text(encoding="utf-8")
    assert "in P5 en P6 zit met opzet iets fout" in uit
    assert "de lege formulieren, in Word, Excel en pdf" in uit
    for map_ in (tmp_path / "vb" / "dossiers").iterdir():
        assert {pad.suffix for pad in map_.iterdir()} == {".docx", ".xlsx", ".pdf"}


# --------------------------------------------------------------------------
# The system says no


def test_geen_half_bestand_als_de_schijf_vol_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    doel = tmp_path / "map" / "x.docx"
    schrijf_veilig(doel, b"oud")

    def vol(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(bestanden.os, "replace", vol)
    with pytest.raises(SchrijfFout, match="De schijf is vol"):
        schrijf_veilig(doel, b"nieuw")
    assert doel.read_bytes() == b"oud"
    assert [pad.name for pad in doel.parent.iterdir()] == ["x.docx"]


def test_plek_is_een_map_of_een_bestand(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(SchrijfFout, match="een map met dezelfde naam"):
        schrijf_veilig(tmp_path / "map", b"x")
    with pytest.raises(SchrijfFout, match=r"een bestand|geen map"):
        schrijf_veilig(tmp_path / "bestand" / "x.docx", b"x")


def test_rechten_van_een_gewoon_bestand(tmp_path: Path) -> None:
    schrijf_veilig(tmp_path / "x", b"x")
    masker = os.umask(0)
    os.umask(masker)
    assert (tmp_path / "x").stat().st_mode & 0o777 == 0o666 & ~masker


@pytest.mark.parametrize("fout", [errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_schrijven_mag_niet(fout: int, loop: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def nee(*_: object, **__: object) -> None:
        raise OSError(fout, os.strerror(fout), "ergens")

    monkeypatch.setattr(bestanden.tempfile, "mkstemp", nee)
    status, _, gezegd = loop("nieuw", "x", "--uitgangsmodel", MODEL)
    assert status == 2
    assert "is niet geschreven" in gezegd
    assert not ENGELS.search(gezegd)


# --------------------------------------------------------------------------
# In a pipe, in a bare locale


def draai(*argumenten: str, omgeving: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    wortel = str(Path(bestanden.__file__).parent.parent)
    kaal = {"PATH": os.environ["PATH"], "PYTHONPATH": wortel, **omgeving}
    opdracht = [sys.executable, "-m", "generator.cli", *argumenten]
    return subprocess.run(opdracht, env=kaal, capture_output=True, check=False)


def test_utf8_in_een_kale_omgeving() -> None:
    uit = draai("--help", omgeving={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"})
    assert "één keer" in uit.stdout.decode("utf-8")
    assert uit.stderr == b""


@pytest.mark.skipif(sys.platform == "win32", reason="een gesloten pijp ziet er hier anders uit")
def test_een_gesloten_pijp_is_geen_fout() -> None:
    wortel = str(Path(bestanden.__file__).parent.parent)
    opdracht = f'"{sys.executable}" -m generator.cli lijst velden --json | head -c 10'
    uit = subprocess.run(["bash", "-c", f"set -o pipefail; {opdracht}"], cwd=wortel, capture_output=True, check=False)
    assert uit.stderr == b""
    assert uit.returncode == 0


def test_zware_bibliotheken_blijven_thuis_bij_de_hulp() -> None:
    zwaar = ("lxml", "pydantic", "rich", "ruamel", "docx")
    code = f"import sys, generator.cli; print([m for m in {zwaar} if m in sys.modules])"
    wortel = str(Path(bestanden.__file__).parent.parent)
    uit = subprocess.run([sys.executable, "-c", code], cwd=wortel, capture_output=True, check=True)
    assert uit.stdout.strip() == b"[]"


def test_vul_opent_een_leeg_formulier_met_grenzen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is far too large for a form is refused before it is in memory."""
    groot, antwoorden = tmp_path / "groot.docx", tmp_path / "antwoorden.yaml"
    antwoorden.write_text("formulier: exit\nantwoorden: {}\n", encoding="utf-8")
    with groot.open("wb") as bestand:
        bestand.truncate(30_000_001)
    assert main(["vul", str(groot), "--antwoorden", str(antwoorden), "--naar", str(tmp_path / "uit.docx")]) == 2
    assert "te groot voor een formulier" in capsys.readouterr().err
