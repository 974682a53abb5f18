"""Word packages as plain parts: name → bytes, written the same way every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from generator.formats.word.bouw import Element

# A fixed moment: the same form gives the same bytes.
_MOMENT = (2026, 1, 1, 0, 0, 0)
HOOFDDEEL = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def lees_delen(bron: bytes | Path) -> dict[str, bytes]:
    """Return the parts of a package of our own making (a template or a blank)."""
    with zipfile.ZipFile(io.BytesIO(bron) if isinstance(bron, bytes) else bron) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist() if not naam.endswith("/")}


def schrijf_delen(delen: Mapping[str, bytes], niveau: int = 6) -> bytes:
    """Return the package of *delen*; equal parts give equal bytes."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED, compresslevel=niveau) as pakket:
        for naam in sorted(delen, key=lambda naam: (naam != "[Content_Types].xml", naam)):
            info = zipfile.ZipInfo(naam, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            pakket.writestr(info, delen[naam])
    return uit.getvalue()


def als_xml(element: Element) -> bytes:
    """Return an element as a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
