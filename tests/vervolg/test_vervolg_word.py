"""The marks in a Word form: to be seen, and out of the way of reading back."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from lxml import etree
from onderweg import blanco, een, formulier_van, lees, organisatie, vervolg
from test_vervolg_voorbeelden import tot_en_met

from generator.formats import Lezer
from generator.formats.merken import Merken
from generator.formats.word import Vuller
from generator.formats.word.bouw import Element
from generator.formats.word.namen import BLADWIJZER, TAG, q
from generator.model import Invulling

VALIDEER = Path(__file__).parents[3] / "shared" / "tools" / "ooxml-valideer"
# Example, how many of its forms there are, and what comes next.
STAPPEN = [("P1", 1, "intake"), ("P1", 5, "persoonsbeschrijving"), ("P2", 4, "begeleidingsplan"),
           ("P2", 5, "evaluatie"), ("P2", 7, "begeleidingsplan")]  # fmt: skip
STAP = pytest.mark.parametrize("stap", STAPPEN, ids=lambda stap: f"{stap[0]}-{stap[2]}")
Stap = tuple[str, int, str]


@pytest.fixture(scope="module")
def voorgevuld(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Stap], Path]:
    """Make a next form once."""
    gemaakt: dict[Stap, Path] = {}

    def maak(stap: Stap) -> Path:
        if stap not in gemaakt:
            map_ = tmp_path_factory.mktemp("stap")
            uitslag = een(vervolg([tot_en_met(stap[0], stap[1], map_ / "in")], map_ / "uit", date(2026, 7, 1)))
            (gemaakt[stap],) = [deel.pad for deel in uitslag.gemaakt if formulier_van(deel) == stap[2]]
        return gemaakt[stap]

    return maak


def document_van(inhoud: bytes) -> Element:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return etree.fromstring(pakket.read("word/document.xml"))


def met_document(inhoud: bytes, document: Element) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, etree.tostring(document) if naam == "word/document.xml" else oud.read(naam))
    return uit.getvalue()


def tekst_van(element: Element) -> str:
    delen = {q("w:t"): lambda t: t.text or "", q("w:noBreakHyphen"): lambda _: "-"}
    return "".join(delen[str(deel.tag)](deel) for deel in element.iter(*delen))


def lees_inhoud(inhoud: bytes) -> Invulling:
    gelezen = Lezer(organisatie("opvang2004")[1]).lees_inhoud(Path("terug.docx"), inhoud).invulling
    assert gelezen is not None
    return gelezen


@STAP
def test_het_bestand_klopt_met_de_schemas(stap: Stap, voorgevuld: Callable[[Stap], Path]) -> None:
    if not VALIDEER.exists():
        pytest.skip(f"{VALIDEER} is er niet: de bestanden zijn niet tegen de schema's gehouden")
    opdracht = [sys.executable, "-B", str(VALIDEER), str(voorgevuld(stap))]
    uitkomst = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    assert uitkomst.returncode == 0, uitkomst.stdout


@STAP
def test_elk_antwoord_heeft_een_streep_en_geen_ander(stap: Stap, voorgevuld: Callable[[Stap], Path]) -> None:
    pad = voorgevuld(stap)
    gelezen = lees(pad)
    met_streep = {
        str(merk.get(q("w:val")))[len(TAG) :].split(".")[0]
        for rand in document_van(pad.read_bytes()).iter(q("w:tcBorders"))
        for merk in next(rand.iterancestors(q("w:tc"))).iter(q("w:tag"))
    }
    assert met_streep == set(gelezen.waarden)


@STAP
def test_waar_het_vandaan_komt_staat_erbij(stap: Stap, voorgevuld: Callable[[Stap], Path]) -> None:
    alineas = [tekst_van(p) for p in document_van(voorgevuld(stap).read_bytes()).iter(q("w:p"))]
    assert any(zin.startswith("Alvast ingevuld: wat een streep ervoor heeft") for zin in alineas)
    uit = {zin for zin in alineas if zin.startswith("Overgenomen uit ")}
    assert uit
    assert all(zin[-11:-1].count("-") == 2 and zin.endswith("2026.") for zin in uit)


def test_de_doelen_staan_naast_hun_nummers(voorgevuld: Callable[[Stap], Path]) -> None:
    alineas = [tekst_van(p) for p in document_van(voorgevuld(STAPPEN[3]).read_bytes()).iter(q("w:p"))]
    assert "Doel 1: Ik heb een aflossing die past en loop niet meer achter." in alineas


@STAP
@pytest.mark.parametrize("bladwijzers", [True, False])
def test_ook_zonder_vakken_komt_alles_terug(stap: Stap, bladwijzers: bool, voorgevuld: Callable[[Stap], Path]) -> None:
    """Marks don't stand in the way of the other two routes: by bookmark, and by label."""
    inhoud = voorgevuld(stap).read_bytes()
    document = document_van(inhoud)
    for sdt in list(document.iter(q("w:sdt"))):
        merk = next(sdt.iter(q("w:tag")), None)
        houder, vulling = sdt.getparent(), sdt.find(q("w:sdtContent"))
        if merk is None or houder is None or vulling is None or sdt.find(f".//{q('w:tr')}") is not None:
            continue
        for deel in vulling:
            sdt.addprevious(deel)
        houder.remove(sdt)
    for merk in list(document.iter(q("w:bookmarkStart"))) if not bladwijzers else ():
        if (merk.get(q("w:name")) or "").startswith(BLADWIJZER):
            merk.getparent().remove(merk)  # type: ignore[union-attr]
    terug = lees_inhoud(met_document(inhoud, document))
    verwacht = lees(voorgevuld(stap)).waarden
    assert {naam: terug.waarden.get(naam) for naam in verwacht} == dict(verwacht)
    assert not [melding for melding in terug.meldingen if melding.code in ("L07", "L12", "L13")]


def test_merken_zonder_plek_doen_niets() -> None:
    """A mark at a place that the form doesn't have is left out; the form stays as it is."""
    formulier = organisatie("opvang2004")[1]["exit"]
    vuller = Vuller(blanco("opvang2004", "exit"), formulier)
    merken = Merken(onder_label={"weg": ("x",)}, boven_tabel={"weg.a": ("x",)}, vakken=frozenset({"weg"}),
                    rijen={"weg": 2})  # fmt: skip
    assert vuller.vul({}, "D-1", None, merken) == vuller.vul({}, "D-1", None)
