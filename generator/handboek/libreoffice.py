"""Exact page numbers from a pass through LibreOffice, for who has it and wants to wait."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.handboek.fouten import Handboekfout
from generator.handboek.sjabloon import W

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'
_GEDULD = 120


def paginas_volgens_libreoffice(document: Any) -> dict[str, int]:
    """Return bookmark → page of every heading, as LibreOffice lays the document out.

    Raises `Handboekfout` when LibreOffice isn't there or doesn't answer.
    """
    programma = shutil.which("soffice") or shutil.which("libreoffice")
    if programma is None:
        raise Handboekfout("LibreOffice vind ik niet. Installeer het, of laat de paginanummers schatten.")
    with tempfile.TemporaryDirectory(prefix="achtfasen-") as map_naam:
        bestand = Path(map_naam) / "handleiding.docx"
        document.save(str(bestand))
        _zet_om(programma, bestand)
        paginas = list(_paginas_in(bestand.with_suffix(".pdf")))
    ankers = _ankers(document)
    if len(ankers) != len(paginas):
        raise Handboekfout("LibreOffice telt andere koppen dan de handleiding heeft; ik houd de geschatte nummers aan.")
    return dict(zip(ankers, paginas, strict=True))


def _zet_om(programma: str, bestand: Path) -> None:
    profiel = f"-env:UserInstallation={(bestand.parent / 'profiel').as_uri()}"
    opdracht = [programma, profiel, "--headless", "--convert-to", _FILTER]
    opdracht += ["--outdir", str(bestand.parent), str(bestand)]
    try:
        subprocess.run(opdracht, capture_output=True, timeout=_GEDULD, check=True)
    except (OSError, subprocess.SubprocessError) as fout:
        raise Handboekfout(f"LibreOffice kon de handleiding niet opmaken: {fout}") from fout


def _paginas_in(pdf: Path) -> Iterator[int]:
    from pypdf import PdfReader

    lezer = PdfReader(str(pdf))

    def loop(delen: Any) -> Iterator[int]:
        for deel in delen:
            if isinstance(deel, list):
                yield from loop(deel)
            else:
                yield (lezer.get_destination_page_number(deel) or 0) + 1

    yield from loop(lezer.outline)


def _ankers(document: Any) -> list[str]:
    namen = (merk.get(f"{W}name") for merk in document.element.body.iter(f"{W}bookmarkStart"))
    return [naam for naam in namen if naam.startswith("_Toc")]
