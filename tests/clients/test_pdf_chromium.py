"""The viewer that most people have: a blank opened in Chromium, typed in, and looked at.

Chromium without a screen can't save what was typed (saving asks for a window), and printing there prints the
viewer itself, not the form: neither is asserted.
"""

from __future__ import annotations

import base64
import io
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromium_client
import pytest
from chromium_client import Afwezig, Chromium, draaiend
from PIL import Image, ImageChops

from generator.formats.pdf.formaat import maak_formulier
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting

pytestmark = [pytest.mark.client, pytest.mark.traag]
ACCENT = (0x1F, 0x5C, 0x7A)
_GEDULD = 40


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """A browser with its viewer for PDFs, which is an extension of its own."""
    vlaggen = tuple(vlag for vlag in chromium_client._VLAGGEN if vlag != "--disable-extensions")
    met_lezer = pytest.MonkeyPatch()
    met_lezer.setattr(chromium_client, "_VLAGGEN", vlaggen)
    try:
        with draaiend() as browser:
            yield browser
    except Afwezig as reden:
        pytest.skip(str(reden))
    finally:
        met_lezer.undo()


def beeld(browser: Chromium) -> Image.Image:
    foto = browser.cdp("Page.captureScreenshot", format="png")["data"]
    return Image.open(io.BytesIO(base64.b64decode(foto))).convert("RGB")


def kleuren(foto: Image.Image) -> dict[Any, int]:
    return {kleur: aantal for aantal, kleur in foto.getcolors(1_000_000) or ()}


def geopend(browser: Chromium, pad: Path) -> Image.Image:
    """Open a PDF and wait until its page is there: the viewer draws in a process of its own."""
    browser._stuur("/url", {"url": pad.as_uri()})
    for _ in range(_GEDULD):
        time.sleep(0.5)
        if kleuren(foto := beeld(browser)).get(ACCENT, 0) > 500:
            return foto
    raise AssertionError("the form did not show")


def typ(browser: Chromium, tekst: str) -> None:
    for teken in tekst:
        browser.cdp("Input.dispatchKeyEvent", type="char", text=teken)


def toets(browser: Chromium, naam: str, code: int) -> None:
    for soort in ("rawKeyDown", "keyUp"):
        browser.cdp("Input.dispatchKeyEvent", type=soort, key=naam, code=naam, windowsVirtualKeyCode=code)
    time.sleep(0.4)


def klik(browser: Chromium, x: int, y: int) -> None:
    browser.cdp("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
    for soort in ("mousePressed", "mouseReleased"):
        browser.cdp("Input.dispatchMouseEvent", type=soort, x=x, y=y, button="left", clickCount=1)
    time.sleep(0.4)


def waar_anders(voor: Image.Image, na: Image.Image, vanaf: int) -> tuple[int, int, int, int]:
    """Return what changed on the page, which begins at *vanaf*: beside it stand small pictures of all pages."""
    vlak = ImageChops.difference(*(foto.crop((vanaf, 60, foto.width, foto.height)) for foto in (voor, na))).getbbox()
    assert vlak is not None, "nothing changed on the page"
    return vlak[0], vlak[1] + 60, vlak[2], vlak[3] + 60


def test_blank_opens_and_can_be_filled_in(chromium: Chromium, tmp_path: Path) -> None:
    """The page shows; what is typed shows in its field; Tab goes to the next; a date is written our way."""
    ruw = lees_inrichting("opvang2004")
    pad = tmp_path / "plan.pdf"
    pad.write_bytes(maak_formulier(formulieren_van(ruw)["begeleidingsplan"], ingevuld(ruw)))
    voor = geopend(chromium, pad)
    pagina = next(x for x in range(300, voor.width) if voor.getpixel((x, 400)) == (255, 255, 255))
    klik(chromium, pagina + 560, 298)  # Naam cliënt
    typ(chromium, "Zoë Łukaszewska")
    toets(chromium, "Tab", 9)
    getypt = beeld(chromium)
    links, boven, _, onder = waar_anders(voor, getypt, pagina)
    assert 270 < boven < onder < 360
    assert links < 400  # the focus moved on to Geboortedatum
    for tekst in ("06-03-1990", "2", "6-3-2026", "Bo"):
        typ(chromium, tekst)
        toets(chromium, "Tab", 9)
    klik(chromium, pagina + 26, 500)  # beside every field
    na = beeld(chromium)
    # In the order of the form, so nothing below its head changed.
    assert waar_anders(getypt, na, pagina)[3] < 440
    datum_een, datum_twee = (na.crop((pagina + 200, y, pagina + 390, y + 22)) for y in (327, 364))
    breedtes = [breedte_van_inkt(stuk) for stuk in (datum_een, datum_twee)]
    # "6-3-2026" was written out as "06-03-2026", so both dates are as wide.
    assert abs(breedtes[0] - breedtes[1]) <= 3
    assert breedtes[0] > 50


def breedte_van_inkt(stuk: Image.Image) -> int:
    vlak = stuk.convert("L").point(lambda waarde: 255 if waarde < 140 else 0).getbbox()
    return vlak[2] - vlak[0] if vlak else 0
