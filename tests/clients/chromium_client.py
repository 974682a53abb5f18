"""A real Chromium without a screen, driven over the WebDriver protocol: pages opened, keys pressed, looked at."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAB, ENTER, SPATIE, SHIFT = "\ue004", "\ue007", " ", "\ue008"
_WACHT = 120
_WACHT_OP_PAPIER = 400
_VLAGGEN = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--no-first-run", "--disable-extensions", "--disable-background-networking")  # fmt: skip


class Afwezig(Exception):
    """Chromium, its driver or axe is not installed."""


def zoek_chromium() -> tuple[str, str]:
    """Return the browser and its driver; raises `Afwezig`."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        raise Afwezig("Chromium or chromedriver is not installed (tools/clients.sh)")
    return browser, driver


class Chromium:
    """One browser.  Sizes are in CSS pixels."""

    def __init__(self, poort: int, browser: str) -> None:
        self._adres = f"http://127.0.0.1:{poort}"
        opties = {"binary": browser, "args": [*_VLAGGEN, "--window-size=1280,900"]}
        eisen = {"browserName": "chrome", "goog:chromeOptions": opties, "goog:loggingPrefs": {"browser": "ALL"}}
        tijden = {"script": 120_000, "pageLoad": 120_000}
        antwoord = self._vraag("POST", "/session", {"capabilities": {"alwaysMatch": {**eisen, "timeouts": tijden}}})
        self._sessie = f"/session/{antwoord['sessionId']}"

    def _vraag(self, methode: str, pad: str, gegevens: Mapping[str, Any] | None = None) -> Any:
        lijf = None if gegevens is None else json.dumps(gegevens).encode()
        vraag = urllib.request.Request(
            self._adres + pad, data=lijf, method=methode, headers={"Content-Type": "application/json"}
        )
        try:
            with urllib.request.urlopen(vraag, timeout=_WACHT) as antwoord:
                return json.load(antwoord)["value"]
        except urllib.error.HTTPError as fout:
            raise RuntimeError(fout.read().decode()[:600]) from fout

    def _stuur(self, pad: str, gegevens: Mapping[str, Any]) -> Any:
        return self._vraag("POST", self._sessie + pad, gegevens)

    def maat(self, breed: int, hoog: int) -> None:
        """Look through a window of this size; up to 500 wide as a phone does."""
        telefoon = breed <= 500
        self.cdp("Emulation.setDeviceMetricsOverride", width=breed, height=hoog, deviceScaleFactor=2 if telefoon else 1,
                 mobile=telefoon)  # fmt: skip

    def zonder_script(self, uit: bool) -> None:
        """Turn scripts of pages off or on."""
        self.cdp("Emulation.setScriptExecutionDisabled", value=uit)

    def open(self, pad: Path) -> float:
        """Open a file from disk; return the seconds until it was loaded, as the browser measured."""
        self._stuur("/url", {"url": "about:blank"})
        self._stuur("/url", {"url": pad.resolve().as_uri()})
        return float(self.js("return performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000)

    def js(self, code: str, *gegevens: Any) -> Any:
        """Run code in the page and return what it returns."""
        return self._stuur("/execute/sync", {"script": code, "args": list(gegevens)})

    def js_later(self, code: str) -> Any:
        """Run code that gives its answer to a function, its last argument."""
        return self._stuur("/execute/async", {"script": code, "args": []})

    def cdp(self, opdracht: str, **gegevens: Any) -> Any:
        """Give an order to the browser itself."""
        return self._stuur("/goog/cdp/execute", {"cmd": opdracht, "params": gegevens})

    def toetsen(self, *toetsen: str) -> None:
        """Press keys one after another, in what has the focus."""
        acties = [{"type": soort, "value": toets} for toets in toetsen for soort in ("keyDown", "keyUp")]
        self._stuur("/actions", {"actions": [{"type": "key", "id": "toetsenbord", "actions": acties}]})

    def foto(self, pad: Path) -> None:
        """Write what is in view as a PNG."""
        pad.write_bytes(base64.b64decode(self._vraag("GET", f"{self._sessie}/screenshot")))

    def meldingen(self) -> list[str]:
        """Return what the page complained of since the last time: errors, and what its policy stopped."""
        return [regel["message"] for regel in self._stuur("/se/log", {"type": "browser"})]

    def axe(self) -> list[str]:
        """Return what axe-core has against the page as it is now: rule and the first places."""
        self.js(AXE.read_text(encoding="utf-8"))
        uitkomst = self.js_later(
            "const klaar = arguments[arguments.length - 1];"
            "axe.run(document, {resultTypes: ['violations']}).then((r) => klaar(r.violations.map("
            "(v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | '))),"
            " (fout) => klaar(['axe: ' + fout]));"
        )
        return list(uitkomst)

    def sluit(self) -> None:
        """End the browser."""
        self._vraag("DELETE", self._sessie)


@contextmanager
def draaiend() -> Iterator[Chromium]:
    """Give a browser that runs; raises `Afwezig`."""
    browser, driver = zoek_chromium()
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    proces = subprocess.Popen([driver, f"--port={poort}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wacht_op(poort)
        chromium = Chromium(poort, browser)
        try:
            yield chromium
        finally:
            chromium.sluit()
    finally:
        proces.terminate()
        proces.wait(timeout=20)


def _wacht_op(poort: int) -> None:
    for _ in range(200):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{poort}/status", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("chromedriver does not answer")


def afdruk(pagina: Path, naar: Path, extra: Sequence[str] = ()) -> bytes:
    """Print a page from disk to PDF with the browser itself, and return it."""
    browser, _ = zoek_chromium()
    opdracht = [browser, *_VLAGGEN, f"--user-data-dir={naar.parent / 'profiel'}", "--no-pdf-header-footer", *extra,
                f"--print-to-pdf={naar}", pagina.resolve().as_uri()]  # fmt: skip
    omgeving = {**os.environ, "LANG": "C.UTF-8"}
    subprocess.run(opdracht, check=True, capture_output=True, timeout=_WACHT_OP_PAPIER, env=omgeving)
    return naar.read_bytes()
