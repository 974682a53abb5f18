"""PDF forms in the programs that people use: filled in, rewritten, joined, flattened and printed, and read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from clientantwoorden import antwoorden_voor
from pdf_clients import Afwezig, latijns, loop, programma, veldwaarden, vul_met_pdflib, vul_met_pdftk

from generator.formats import Lezer
from generator.formats.pdf.formaat import maak_formulier, maak_vuller
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Bestand, Formulier

pytestmark = [pytest.mark.client]
SLEUTELS = ("begeleidingsplan", "aanmelding", "checklist_uitstroom")


@cache
def wereld() -> tuple[Mapping[str, Formulier], Lezer, Any]:
    ruw = lees_inrichting("opvang2004")
    formulieren = formulieren_van(ruw)
    return formulieren, Lezer(formulieren), ingevuld(ruw)


@cache
def blanco(sleutel: str) -> bytes:
    formulieren, _, inrichting = wereld()
    return maak_formulier(formulieren[sleutel], inrichting)


def antwoorden(sleutel: str) -> dict[str, Any]:
    return dict(latijns(antwoorden_voor(wereld()[0][sleutel])))


def probeer(werk: Callable[[], Any]) -> Any:
    """Do it, or skip visibly where the program is absent."""
    try:
        return werk()
    except Afwezig as reden:
        pytest.skip(str(reden))


def lees(pad: Path) -> Bestand:
    return wereld()[1].lees(pad)


def klopt(pad: Path, sleutel: str, waarden: Mapping[str, Any], codes: set[str] = frozenset()) -> None:  # type: ignore[assignment]
    gelezen = lees(pad)
    assert gelezen.invulling is not None, gelezen.reden
    assert gelezen.invulling.formulier == sleutel
    assert gelezen.invulling.waarden == waarden
    assert gelezen.invulling.niet_gevonden == ()
    assert {melding.code for melding in gelezen.invulling.meldingen} <= codes


@pytest.fixture
def leeg(tmp_path: Path) -> Callable[[str], Path]:
    def schrijf(sleutel: str) -> Path:
        pad = tmp_path / f"{sleutel}.pdf"
        pad.write_bytes(blanco(sleutel))
        return pad

    return schrijf


@pytest.fixture
def vol(tmp_path: Path) -> Path:
    """A form that we filled in ourselves."""
    formulieren, _, _ = wereld()
    pad = tmp_path / "vol.pdf"
    vuller = maak_vuller(blanco("aanmelding"), formulieren["aanmelding"])
    pad.write_bytes(vuller.vul(antwoorden_voor(formulieren["aanmelding"]), "D-0042", 2))
    return pad


@pytest.mark.parametrize("sleutel", SLEUTELS)
@pytest.mark.parametrize("tekenen", [True, False])
def test_filled_in_with_pdflib(sleutel: str, tekenen: bool, leeg: Callable[[str], Path], tmp_path: Path) -> None:
    waarden = antwoorden(sleutel)
    vulling = veldwaarden(wereld()[0][sleutel], waarden) | {"tekenen": tekenen}
    uit = probeer(lambda: vul_met_pdflib(leeg(sleutel), tmp_path / "uit.pdf", vulling))
    assert uit["titel"] == wereld()[0][sleutel].titel
    klopt(tmp_path / "uit.pdf", sleutel, waarden)


@pytest.mark.parametrize("sleutel", SLEUTELS)
def test_filled_in_with_pdftk(sleutel: str, leeg: Callable[[str], Path], tmp_path: Path) -> None:
    waarden = antwoorden(sleutel)
    vulling = veldwaarden(wereld()[0][sleutel], waarden)
    probeer(lambda: vul_met_pdftk(leeg(sleutel), tmp_path / "uit.pdf", vulling))
    klopt(tmp_path / "uit.pdf", sleutel, waarden)


def test_letters_outside_the_standard_fonts_survive_pdftk(leeg: Callable[[str], Path], tmp_path: Path) -> None:
    vulling = {"tekst": {"af__client_naam": "Łukasz Işıl Ağaoğlu €"}, "keuze": {}, "vakje": []}
    probeer(lambda: vul_met_pdftk(leeg("aanmelding"), tmp_path / "uit.pdf", vulling, "need_appearances"))
    klopt(tmp_path / "uit.pdf", "aanmelding", {"client_naam": "Łukasz Işıl Ağaoğlu €"})


@pytest.mark.parametrize("maker", ["pdflib", "pdftk"])
def test_flattened_is_a_print_and_not_empty(maker: str, leeg: Callable[[str], Path], tmp_path: Path) -> None:
    vulling = veldwaarden(wereld()[0]["aanmelding"], antwoorden("aanmelding"))
    uit = tmp_path / "uit.pdf"
    if maker == "pdflib":
        probeer(lambda: vul_met_pdflib(leeg("aanmelding"), uit, vulling | {"plat": True}))
    else:
        probeer(lambda: vul_met_pdftk(leeg("aanmelding"), uit, vulling, "flatten"))
    gelezen = lees(uit)
    assert (gelezen.status, gelezen.code) == ("geweigerd", "L63")
    assert "‘Aanmeldingsformulier’" in str(gelezen.reden)


@pytest.mark.parametrize(
    "opties",
    [
        ("--linearize",),
        ("--object-streams=disable",),
        ("--qdf",),
        ("--encrypt", "", "geheim", "256", "--"),
        ("--generate-appearances",),
        ("--coalesce-contents", "--recompress-flate"),
    ],
)
def test_rewritten_by_qpdf(opties: tuple[str, ...], vol: Path, tmp_path: Path) -> None:
    qpdf = probeer(lambda: programma("qpdf"))
    loop(qpdf, *opties, vol, tmp_path / "uit.pdf")
    klopt(tmp_path / "uit.pdf", "aanmelding", antwoorden_voor(wereld()[0]["aanmelding"]))


def test_qpdf_finds_no_fault(vol: Path, leeg: Callable[[str], Path]) -> None:
    qpdf = probeer(lambda: programma("qpdf"))
    for pad in (vol, *map(leeg, SLEUTELS)):
        assert "No syntax or stream encoding errors found" in loop(qpdf, "--check", pad)


def test_joined_with_another_form_by_qpdf(vol: Path, leeg: Callable[[str], Path], tmp_path: Path) -> None:
    """Fields of the second form get new names; the first one is read, nothing of it is lost."""
    qpdf = probeer(lambda: programma("qpdf"))
    loop(qpdf, vol, "--pages", ".", leeg("aanmelding"), "--", tmp_path / "uit.pdf")
    gelezen = lees(tmp_path / "uit.pdf")
    assert gelezen.invulling is not None, gelezen.reden
    assert gelezen.invulling.waarden == antwoorden_voor(wereld()[0]["aanmelding"])
    assert "L14" in {melding.code for melding in gelezen.invulling.meldingen}


def test_flattened_by_qpdf_and_printed_by_poppler(vol: Path, tmp_path: Path) -> None:
    qpdf = probeer(lambda: programma("qpdf"))
    cairo = probeer(lambda: programma("pdftocairo"))
    loop(qpdf, "--flatten-annotations=all", "--remove-page-labels", vol, tmp_path / "plat.pdf")
    loop(cairo, "-pdf", vol, tmp_path / "druk.pdf")
    for naam in ("plat.pdf", "druk.pdf"):
        gelezen = lees(tmp_path / naam)
        if gelezen.invulling is not None:  # qpdf leaves the list of fields behind: then all answers are there
            assert gelezen.invulling.waarden == antwoorden_voor(wereld()[0]["aanmelding"])
        else:
            assert gelezen.code == "L63", gelezen.reden
            assert "(dossier D-0042, cyclus 2)" in str(gelezen.reden)


def test_a_scan_of_a_print_is_a_picture(vol: Path, tmp_path: Path) -> None:
    ppm = probeer(lambda: programma("pdftoppm"))
    from PIL import Image

    loop(ppm, "-r", "50", "-png", "-l", "1", "-singlefile", vol, tmp_path / "scan")
    Image.open(tmp_path / "scan.png").convert("L").save(tmp_path / "scan.pdf")
    assert lees(tmp_path / "scan.pdf").code == "L64"
