"""One-way imports: a module uses only what stands above it (ontwerp.md, "Layout")."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PAKKET = Path(__file__).parents[1] / "generator"
# Each may import from itself and from those before it.
VOLGORDE = (
    "model content bron bestanden kleuren duur kalender taal voorwaarde bijlagen werkboek inrichting formulier "
    "formulierlijst veldsoorten versies organisatie vergelijken formats verloop dossier checks werklijst handboek "
    "batch report terugmelding vervolg jaaroverzicht uitwisseling opdrachten klik commandos cli"
).split()
ZWAAR = (
    "lxml pydantic docx docxtpl jinja2 rich ruamel openpyxl xlsxwriter pikepdf pypdf weasyprint holidays "
    "multiprocessing hypothesis"
).split()
BESTANDEN = sorted(pad for pad in PAKKET.rglob("*.py") if "inhoud" not in pad.parts)


def naam_van(pad: Path) -> str:
    """Return the name of a module: ``generator.formats.word.lezer``."""
    delen = pad.relative_to(PAKKET.parent).with_suffix("").parts
    return ".".join(delen[:-1] if delen[-1] == "__init__" else delen)


def laag_van(module: str) -> str:
    """Return the layer of a module: ``formats`` for ``generator.formats.word``."""
    return module.split(".")[1] if "." in module else ""


def imports_van(pad: Path) -> Iterator[tuple[int, str]]:
    """Yield line and module of every import, wherever it stands; relative ones made whole."""
    pakket = naam_van(pad).split(".")
    if pad.name != "__init__.py":
        pakket = pakket[:-1]
    for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from ((knoop.lineno, alias.name) for alias in knoop.names)
        elif isinstance(knoop, ast.ImportFrom):
            basis = ".".join(pakket[: len(pakket) - knoop.level + 1]) if knoop.level else ""
            module = ".".join(filter(None, (basis, knoop.module)))
            yield from ((knoop.lineno, f"{module}.{alias.name}") for alias in knoop.names)


def eigen_imports(pad: Path) -> Iterator[tuple[int, str]]:
    return ((regel, module) for regel, module in imports_van(pad) if module.split(".")[0] == "generator")


def toplevel_imports(pad: Path) -> set[str]:
    """Return the packages that are imported as soon as a module is."""
    boom = ast.parse(pad.read_text(encoding="utf-8"))
    gevonden: set[str] = set()
    for knoop in boom.body:
        if isinstance(knoop, ast.Import):
            gevonden |= {alias.name.split(".")[0] for alias in knoop.names}
        elif isinstance(knoop, ast.ImportFrom) and not knoop.level:
            gevonden.add(str(knoop.module).split(".")[0])
    return gevonden


def test_elke_module_heeft_een_plek() -> None:
    lagen = {laag_van(naam_van(pad)) for pad in BESTANDEN} - {""}
    assert sorted(lagen - set(VOLGORDE)) == []
    assert len(BESTANDEN) > 60


@pytest.mark.parametrize("pad", BESTANDEN, ids=naam_van)
def test_alleen_van_boven(pad: Path) -> None:
    hier = laag_van(naam_van(pad))
    if not hier:
        assert list(eigen_imports(pad)) == []
        return
    mag = VOLGORDE[: VOLGORDE.index(hier) + 1]
    fout = [
        f"{pad.name}:{regel} gebruikt {module}"
        for regel, module in eigen_imports(pad)
        if laag_van(module) not in mag and module != "generator.__version__"
        and not (module.count(".") == 1 and module.split(".")[1] in mag)
    ]  # fmt: skip
    assert fout == []


def test_lagen_die_elkaar_niet_kennen() -> None:
    """Stricter than the order: these stand beside each other."""
    los = {
        "checks": {"handboek"},
        "handboek": {"dossier", "checks", "veldsoorten"},
        "dossier": {"formats", "veldsoorten"},
        "report": {"batch", "checks", "handboek", "inrichting", "formulier"},
        "content": {"model"},
        "bron": {"model", "content"},
    }
    gevonden = {(laag_van(naam_van(pad)), laag_van(m)) for pad in BESTANDEN for _, m in eigen_imports(pad)}
    assert sorted((hier, daar) for hier, verboden in los.items() for daar in verboden if (hier, daar) in gevonden) == []


def test_regels_kennen_geen_bestandsformaat() -> None:
    """Rules see `model` only; of formats they know the wording of reading messages."""
    gevonden = {m for pad in (PAKKET / "checks").rglob("*.py") for _, m in eigen_imports(pad)}
    formaten = {m.rpartition(".")[0] for m in gevonden if m.startswith("generator.formats")}
    assert formaten <= {"generator.formats.meldingen"}


def test_model_gebruikt_niets_van_derden() -> None:
    gebruikt = {module.split(".")[0] for _, module in imports_van(PAKKET / "model.py")}
    assert sorted(gebruikt - set(sys.stdlib_module_names)) == []
    assert not gebruikt & {"os", "io", "pathlib", "json", "tempfile", "subprocess"}


def test_alleen_content_weet_waar_bestanden_staan() -> None:
    gebruikt = [
        pad.name
        for pad in BESTANDEN
        for knoop in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(knoop, ast.Name) and knoop.id == "__file__"
    ]
    assert set(gebruikt) == {"content.py"}
    gevonden = [m for pad in BESTANDEN for _, m in imports_van(pad) if m.startswith(("importlib.resources", "pkgutil"))]
    assert gevonden == []


def test_geen_netwerk() -> None:
    netwerk = {"socket", "http", "urllib", "ftplib", "smtplib", "requests", "httpx", "aiohttp", "ssl"}
    gevonden = {(pad.name, m) for pad in BESTANDEN for _, m in imports_van(pad) if m.split(".")[0] in netwerk}
    assert {(naam, m) for naam, m in gevonden if not m.startswith("urllib.parse")} == set()


@pytest.mark.parametrize("pad", [PAKKET / "formats" / "word" / "lezer.py", PAKKET / "formats" / "word" / "inlezen.py"])
def test_teruggekomen_formulieren_worden_niet_met_python_docx_gelezen(pad: Path) -> None:
    assert not toplevel_imports(pad) & {"docx", "docxtpl"}
    alle = {m.split(".")[0] for p in (PAKKET / "formats").rglob("*.py") for _, m in imports_van(p)}
    assert not alle & {"docx", "docxtpl"}


@pytest.mark.parametrize("naam", "model bron inrichting formulier taal duur voorwaarde veldsoorten dossier".split())
def test_grondmodules_zijn_licht(naam: str) -> None:
    zwaar = "lxml pydantic docx docxtpl jinja2 rich ruamel".split()
    assert zwaar_na(f"import generator.{naam}", zwaar) == []


def test_excel_lezen_haalt_geen_schrijver_op() -> None:
    assert zwaar_na("import generator.formats.excel.formaat", ["xlsxwriter", "openpyxl", "docx"]) == []


@pytest.mark.skipif(not (PAKKET / "cli.py").exists(), reason="cli.py is er nog niet")
def test_help_haalt_niets_zwaars_op() -> None:
    assert zwaar_na("from generator.cli import main; main(['--help'])", ZWAAR) == []


def zwaar_na(opdracht: str, zwaar: list[str]) -> list[str]:
    """Return which of the heavy libraries a fresh Python has imported after *opdracht*."""
    code = f"import sys\n{opdracht}\nprint('ZWAAR', *sorted({{n.split('.')[0] for n in sys.modules}} & set({zwaar!r})))"
    gelopen = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=PAKKET.parent, encoding="utf-8"
    )
    assert gelopen.returncode == 0, gelopen.stderr
    (regel,) = [regel for regel in gelopen.stdout.splitlines() if regel.startswith("ZWAAR")]
    return regel.split()[1:]
