"""A LibreOffice of our own: one process with its own profile, always ended, driven by `uno_invuller.py`."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HIER = Path(__file__).parent
ROUTES = ("docx", "odt", "doc", "rtf")
GEDULD = 450  # seconds for all documents together; about a hundred are needed
_PYTHONS = ("/usr/bin/python3", sys.executable, "python3")

_TAALINSTELLING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{taal}</value></prop></item>
</oor:items>
"""


class Afwezig(Exception):
    """There is no LibreOffice, or no Python that can talk to it."""


class Mislukt(Exception):
    """LibreOffice did not do what was asked."""


def python_met_uno() -> str:
    """Return a Python that has ``uno``; `Afwezig` when there is none."""
    for python in _PYTHONS:
        try:
            if subprocess.run([python, "-c", "import uno"], capture_output=True, timeout=30).returncode == 0:
                return python
        except (OSError, subprocess.TimeoutExpired):
            continue
    raise Afwezig("no Python here can `import uno` (package python3-uno)")


@dataclass
class LibreOffice:
    """A running LibreOffice."""

    python: str
    pijp: str
    map: Path

    def doe(self, taken: list[dict[str, Any]], script: str = "uno_invuller.py") -> dict[str, Any]:
        """Fill and save documents; see `uno_invuller.py` (or another *script*) for tasks and result."""
        nr = len(list(self.map.glob("taken*.json")))
        heen, terug = self.map / f"taken{nr}.json", self.map / f"gedaan{nr}.json"
        heen.write_text(json.dumps(taken, ensure_ascii=False), encoding="utf-8")
        opdracht = [self.python, str(HIER / script), self.pijp, str(heen), str(terug)]
        try:
            klaar = subprocess.run(opdracht, capture_output=True, timeout=GEDULD)
        except subprocess.TimeoutExpired as fout:
            raise Mislukt(f"LibreOffice was not ready after {GEDULD} seconds\n{fout.stderr!r}") from None
        if klaar.returncode:
            log = (self.map / "soffice.log").read_text(encoding="utf-8", errors="replace")
            raise Mislukt(f"{klaar.stderr.decode('utf-8', 'replace')}\nsoffice: {log}")
        gedaan: dict[str, Any] = json.loads(terug.read_text(encoding="utf-8"))
        return gedaan


@contextmanager
def draaiend(map_: Path, taal: str = "") -> Iterator[LibreOffice]:
    """Start LibreOffice with a profile in *map_*, and end it afterwards; `Afwezig` when it isn't installed.

    *taal* is the language of dates and numbers, such as ``nl-NL``; without it that of the machine.
    """
    soffice = shutil.which("soffice")
    if soffice is None:
        raise Afwezig("no LibreOffice here: `soffice` is not on the PATH")
    python = python_met_uno()
    pijp = f"achtfasen{os.getpid()}_{time.time_ns() % 10**9}"
    opdracht = [
        soffice, "--headless", "--norestore", "--nologo", "--nofirststartwizard", "--nodefault",
        f"-env:UserInstallation={(map_ / 'profiel').as_uri()}", f"--accept=pipe,name={pijp};urp;",
    ]  # fmt: skip
    if taal:
        _zet_taal(map_ / "profiel" / "user", taal)
    with (map_ / "soffice.log").open("wb") as log:
        # Its own session: soffice is a script around the program, and both must end.
        proces = subprocess.Popen(opdracht, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)
    try:
        yield LibreOffice(python, pijp, map_)
    finally:
        _beeindig(proces)


def _zet_taal(profiel: Path, taal: str) -> None:
    """Put the language into a profile that doesn't exist yet: LibreOffice takes it along when it makes the rest."""
    profiel.mkdir(parents=True)
    (profiel / "registrymodifications.xcu").write_text(_TAALINSTELLING.format(taal=taal), encoding="utf-8")


def _beeindig(proces: subprocess.Popen[bytes]) -> None:
    for sein in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(proces.pid, sein)
            proces.wait(timeout=10)
        except ProcessLookupError:
            proces.wait()
        except subprocess.TimeoutExpired:
            continue
        return


def versie_van(gedaan: dict[str, Any]) -> tuple[int, int]:
    """Return (7, 4) or (25, 2): what survives depends on it (techniek-word.md)."""
    groot, klein = re.findall(r"\d+", gedaan["versie"])[:2]
    return int(groot), int(klein)


def taak(blanco: Path, vul: dict[str, Any] | None = None) -> dict[str, Any]:
    """Return the task to fill a form (or only open it) and save it by all routes."""
    uit = {route: str(blanco.with_name(f"{blanco.stem}-{route}.docx")) for route in ROUTES}
    return {"blanco": str(blanco), "vul": vul, "uit": uit}
