"""LibreOffice as a printer: where it is on this machine, and how a Word file becomes a tagged PDF."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.handboek.fouten import Handboekfout
from generator.handboek.sjabloon import W

# Tagged, with bookmarks from the headings and the title in the title bar; no fields to fill in, no blank pages.
_INSTELLINGEN = {
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "DisplayPDFDocumentTitle": True,
    "ExportFormFields": False,
    "IsSkipEmptyPages": True,
}
_FILTER = "pdf:writer_pdf_Export:" + json.dumps(
    {naam: {"type": "boolean", "value": str(waarde).lower()} for naam, waarde in _INSTELLINGEN.items()}
)
_GEDULD = 300
_NAMEN = ("soffice", "libreoffice")
_GEWONE_PLEKKEN = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/opt/libreoffice*/program/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
_WINDOWSMAPPEN = ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LocalAppData")
_WINDOWSPLEK = Path("LibreOffice", "program", "soffice.exe")


class GeenLibreOffice(Handboekfout):
    """There is no LibreOffice here, or it doesn't do its work."""


def zoek_libreoffice() -> str | None:
    """Return the program: from the PATH, else from where it is usually put on this kind of machine."""
    gevonden = next(filter(None, map(shutil.which, _NAMEN)), None)
    return gevonden or next((str(pad) for pad in _gewone_plekken() if pad.is_file()), None)


def _gewone_plekken() -> Iterator[Path]:
    for naam in _WINDOWSMAPPEN:
        if map_ := os.environ.get(naam):
            yield Path(map_) / _WINDOWSPLEK
    for plek in _GEWONE_PLEKKEN:
        pad = Path(plek).expanduser()
        with suppress(OSError):
            yield from sorted(Path(pad.anchor).glob(str(pad.relative_to(pad.anchor))), reverse=True)


def pdf_van(docx: bytes) -> bytes:
    """Return a Word file as PDF; raises `GeenLibreOffice` when that can't be done here."""
    programma = zoek_libreoffice()
    if programma is None:
        raise GeenLibreOffice("LibreOffice vind ik niet. Installeer het (gratis, libreoffice.org).")
    with tempfile.TemporaryDirectory(prefix="achtfasen-", ignore_cleanup_errors=True) as map_naam:
        bestand = Path(map_naam) / "handleiding.docx"
        bestand.write_bytes(docx)
        _zet_om(programma, bestand)
        try:
            return bestand.with_suffix(".pdf").read_bytes()
        except OSError as fout:
            raise GeenLibreOffice("LibreOffice maakte geen pdf. Sluit LibreOffice en probeer het opnieuw.") from fout


def _zet_om(programma: str, bestand: Path) -> None:
    """Convert *bestand*; a LibreOffice that doesn't answer is ended, with what it started itself."""
    profiel = f"-env:UserInstallation={(bestand.parent / 'profiel').as_uri()}"
    opdracht = [programma, profiel, "--headless", "--norestore", "--convert-to", _FILTER]
    opdracht += ["--outdir", str(bestand.parent), str(bestand)]
    try:
        proces = subprocess.Popen(
            opdracht, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError as fout:
        raise GeenLibreOffice(f"LibreOffice ({programma}) start niet. Installeer het opnieuw.") from fout
    try:
        proces.wait(_GEDULD)
    except subprocess.TimeoutExpired as fout:
        raise GeenLibreOffice(
            f"LibreOffice was na {_GEDULD} seconden nog niet klaar. Sluit LibreOffice en probeer het opnieuw."
        ) from fout
    finally:
        _beeindig(proces)


def _beeindig(proces: subprocess.Popen[bytes]) -> None:
    if proces.poll() is None:
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(proces.pid, signal.SIGKILL)
            else:
                proces.kill()
        proces.wait()


def paginas_volgens_libreoffice(document: Any) -> dict[str, int]:
    """Return bookmark → page of every heading, as LibreOffice lays the document out.

    Raises `Handboekfout` when LibreOffice isn't there or doesn't answer.
    """
    inhoud = io.BytesIO()
    document.save(inhoud)
    return paginas_uit_pdf(pdf_van(inhoud.getvalue()), ankers(document.element.body))


def paginas_uit_pdf(pdf: bytes, merken: list[str]) -> dict[str, int]:
    """Return bookmark → page as printed; the first headings in *pdf* are those of *merken*.

    Raises `Handboekfout` when there are fewer: then it can't be said which is which.
    """
    fysiek = list(_paginas_in(pdf))
    if len(merken) > len(fysiek):
        raise Handboekfout("LibreOffice telt andere koppen dan de handleiding heeft; ik houd de geschatte nummers aan.")
    voor = fysiek[0] - 1 if fysiek else 0  # the text counts from 1: title page and contents have numbers of their own
    return {merk: pagina - voor for merk, pagina in zip(merken, fysiek, strict=False)}


def _paginas_in(pdf: bytes) -> Iterator[int]:
    from pypdf import PdfReader

    lezer = PdfReader(io.BytesIO(pdf))

    def loop(delen: Any) -> Iterator[int]:
        for deel in delen:
            if isinstance(deel, list):
                yield from loop(deel)
            else:
                yield (lezer.get_destination_page_number(deel) or 0) + 1

    yield from loop(lezer.outline)


def ankers(lichaam: Any) -> list[str]:
    """Return the bookmarks of the headings of the text, in order."""
    namen = (merk.get(f"{W}name") for merk in lichaam.iter(f"{W}bookmarkStart"))
    return [naam for naam in namen if naam.startswith("_Toc")]
