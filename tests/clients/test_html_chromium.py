"""The report in a real Chromium: without script, with the keyboard alone, on a phone, on paper, before axe."""

from __future__ import annotations

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium_client import AXE, ENTER, SPATIE, TAB, Afwezig, Chromium, afdruk, draaiend
from html_rapporten import invoer
from pypdf import PdfReader

from generator.report.html import rapport_als_html
from generator.werklijst import naam_van_dossier

pytestmark = [pytest.mark.client, pytest.mark.traag]
GROOT, KLEIN = 500, 12
MEGABYTE = 1_000_000
_WAAR = "const a = document.activeElement; return a.id || a.textContent.trim();"
_ZICHTBAAR = "return [...document.querySelectorAll('.kaart tbody tr')].filter((rij) => rij.checkVisibility()).length"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """A browser; skips, with the reason, where there is none."""
    try:
        with draaiend() as browser:
            yield browser
    except Afwezig as reden:
        pytest.skip(str(reden))


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of five hundred dossiers."""
    pad = tmp_path_factory.mktemp("html") / "groot.html"
    pad.write_bytes(rapport_als_html(*invoer(GROOT)))
    return pad


@pytest.fixture(scope="module")
def klein(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small page with everything on it: names and answers too."""
    gegevens = invoer(KLEIN)
    namen = {dossier.nummer: naam_van_dossier(dossier) for dossier in gegevens[0].dossiers}
    pad = tmp_path_factory.mktemp("html") / "klein.html"
    pad.write_bytes(rapport_als_html(*gegevens, namen=namen, met_antwoorden=True))
    return pad


@pytest.fixture(autouse=True)
def _bureau(chromium: Chromium) -> Iterator[None]:
    chromium.maat(1280, 900)
    yield
    assert chromium.meldingen() == []


def wacht_op(chromium: Chromium, code: str, waarde: object) -> None:
    """Wait until the page answers this; it fails when that does not come."""
    for _ in range(100):
        if chromium.js(code) == waarde:
            return
        time.sleep(0.05)
    assert chromium.js(code) == waarde


def naar(chromium: Chromium, plek: str, meest: int = 40) -> None:
    """Press Tab until the focus is on an element with this id or these words."""
    for _ in range(meest):
        chromium.toetsen(TAB)
        if str(chromium.js(_WAAR)).startswith(plek):
            return
    pytest.fail(f"{plek} is niet te bereiken; de focus is op {chromium.js(_WAAR)}")


def test_vijfhonderd_dossiers_in_een_bestand_dat_opent(
    chromium: Chromium, groot: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    grootte = groot.stat().st_size
    seconden = min(chromium.open(groot) for _ in range(3))
    with capsys.disabled():
        print(f"\n{GROOT} dossiers: {grootte / MEGABYTE:.1f} MB, open in {seconden:.2f} s")
    assert grootte <= 5 * MEGABYTE
    assert chromium.js(_ZICHTBAAR) == GROOT
    assert chromium.js("return document.querySelectorAll('svg[role=img]').length") == GROOT
    assert chromium.js("return document.getElementById('telling').textContent") == "Alle 500 dossiers staan in beeld."


@pytest.mark.parametrize("breed", [1280, 390])
def test_niets_steekt_uit(chromium: Chromium, groot: Path, breed: int) -> None:
    """The page itself never scrolls sideways; the map and the drawings do, in a region one can get to."""
    chromium.maat(breed, 844)
    chromium.open(groot)
    chromium.js("document.querySelector('.dossier').open = true")
    assert chromium.js("return document.documentElement.scrollWidth <= innerWidth")
    vakken = "return [...document.querySelectorAll('.vak')].every((vak) => vak.tabIndex === 0)"
    assert chromium.js(vakken)


def test_alleen_met_het_toetsenbord(chromium: Chromium, groot: Path) -> None:
    chromium.open(groot)
    chromium.toetsen(TAB)
    assert chromium.js(_WAAR) == "Naar de inhoud"
    assert chromium.js("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    naar(chromium, "kn")
    chromium.toetsen(*"d-0001")
    wacht_op(chromium, _ZICHTBAAR, 10)
    assert chromium.js("return document.getElementById('telling').textContent") == (
        "10 van de 500 dossiers staan in beeld."
    )
    assert chromium.js("return document.querySelectorAll('.dossier:not([hidden])').length") == 10
    naar(chromium, "Dossier")
    chromium.toetsen(ENTER)
    eerste = "return document.querySelector('.kaart tbody tr:not([hidden]) th').textContent"
    assert chromium.js("return document.activeElement.parentElement.getAttribute('aria-sort')") == "ascending"
    assert chromium.js(eerste) == "D-00010"
    chromium.toetsen(SPATIE)
    assert chromium.js("return document.activeElement.parentElement.getAttribute('aria-sort')") == "descending"
    assert chromium.js(eerste) == "D-00019"
    naar(chromium, "D-00019")
    chromium.toetsen(ENTER)
    open_ = "return [...document.querySelectorAll('.dossier[open] h3 bdi')].map((bdi) => bdi.textContent).join()"
    wacht_op(chromium, open_, "D-00019")
    wacht_op(chromium, "return document.activeElement.tagName", "SUMMARY")
    chromium.toetsen(ENTER)
    assert chromium.js(open_) == ""
    chromium.toetsen(ENTER, TAB)
    assert chromium.js("return document.activeElement.getAttribute('aria-label')") == "Tekening"


def test_kiezen_op_persoon_stand_en_ernst(chromium: Chromium, groot: Path) -> None:
    chromium.open(groot)
    kies = "const k = document.getElementById(arguments[0]); k.value = [...k.options].find((o) => o.text === arguments[1]).value; k.dispatchEvent(new Event('input', {bubbles: true}));"  # noqa: E501
    chromium.js(kies, "ke", "met fouten")
    fouten = "return [...document.querySelectorAll('.kaart tbody tr')].filter((r) => +r.querySelector('.getal').dataset.k > 0).length"  # noqa: E501
    wacht_op(chromium, _ZICHTBAAR, chromium.js(fouten))
    zichtbaar = "return [...document.querySelectorAll('#werklijst ~ .groep:not([hidden]) tbody tr:not([hidden])')].map((rij) => rij.dataset.e)"  # noqa: E501
    assert set(chromium.js(zichtbaar)) == {"fout"}
    som = "return [...document.querySelectorAll('#werklijst ~ .groep:not([hidden]) .tel')].reduce((s, t) => s + +t.textContent, 0)"  # noqa: E501
    assert chromium.js(som) == len(chromium.js(zichtbaar))
    naam = chromium.js("return document.getElementById('kb').options[1].text")
    chromium.js(kies, "kb", naam)
    koppen = "return [...document.querySelectorAll('#werklijst ~ .groep:not([hidden]) h3 bdi')].map((b) => b.textContent).join()"  # noqa: E501
    wacht_op(chromium, koppen, naam)
    chromium.js("document.querySelector('#keuze button').click()")
    wacht_op(chromium, _ZICHTBAAR, GROOT)


def test_zonder_script_is_alles_te_lezen(chromium: Chromium, klein: Path) -> None:
    chromium.zonder_script(True)
    try:
        chromium.open(klein)
        assert chromium.js(_ZICHTBAAR) == KLEIN
        assert chromium.js(
            "return [...document.querySelectorAll('button,input,select')].every((k) => !k.checkVisibility())"
        )
        assert chromium.js("return document.querySelectorAll('.werk tbody tr[hidden],.dossier[hidden]').length") == 0
        chromium.js("document.querySelector('.dossier summary').focus()")
        chromium.toetsen(ENTER)
        assert chromium.js("return document.querySelector('.dossier').open")
    finally:
        chromium.zonder_script(False)


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (tools/clients.sh)")
@pytest.mark.parametrize("breed", [1280, 390])
def test_axe_vindt_niets(chromium: Chromium, klein: Path, breed: int) -> None:
    chromium.maat(breed, 844)
    chromium.open(klein)
    assert chromium.axe() == []
    chromium.js(
        "document.querySelectorAll('details.groep, .dossier:nth-of-type(-n+2), .dossier:nth-of-type(-n+2) details')"
        ".forEach((deel) => { deel.open = true; })"
    )
    chromium.js("document.querySelector('.kaart th button').click()")
    assert chromium.axe() == []


def test_op_papier_staat_alles_wat_telt(chromium: Chromium, klein: Path, tmp_path: Path) -> None:
    """Few dossiers are all printed, with their drawing; what one works the page with is not."""
    lezer = PdfReader(io.BytesIO(afdruk(klein, tmp_path / "klein.pdf")))
    woorden = " ".join("".join(blad.extract_text() for blad in lezer.pages).split())
    maten = {(round(float(blad.mediabox.width)), round(float(blad.mediabox.height))) for blad in lezer.pages}
    assert maten <= {(595, 842), (594, 841), (595, 841), (594, 842)}
    assert woorden.count("peildatum 17-06-2026") == KLEIN
    for knop in ("Wis keuze", "Open alle dossiers", "Naar de inhoud"):
        assert knop not in woorden


def test_veel_dossiers_komen_niet_allemaal_op_papier(chromium: Chromium, groot: Path, tmp_path: Path) -> None:
    lezer = PdfReader(io.BytesIO(afdruk(groot, tmp_path / "groot.pdf")))
    woorden = " ".join(" ".join(blad.extract_text() for blad in lezer.pages).split())
    assert woorden.count("peildatum 17-06-2026") == 0
    rapport = invoer(GROOT)[0]
    assert {dossier.nummer for dossier in rapport.dossiers if dossier.nummer not in woorden} == set()
    codes = {bevinding.code for bevinding in rapport.bevindingen}
    assert {code for code in codes if code not in woorden} == set()
