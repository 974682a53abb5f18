"""Word packages as plain parts: name → bytes, written the same way every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from generator.formats.veilig import Geweigerd, Pakket, lees_bytes
from generator.formats.word.bouw import Element

# A fixed moment: the same form gives the same bytes.
_MOMENT = (2026, 1, 1, 0, 0, 0)
HOOFDDEEL = "word/document.xml"


def lees_delen(bron: bytes | Path) -> dict[str, bytes]:
    """Return the parts of a Word file with its main part in the usual place; `Geweigerd` when it can't be read."""
    pakket = Pakket(bron if isinstance(bron, bytes) else lees_bytes(bron))
    delen = {naam: pakket.lees(naam) for naam in pakket.namen if not naam.endswith("/")}
    for naam in (HOOFDDEEL, "word/styles.xml", "docProps/core.xml", "[Content_Types].xml"):
        if naam not in delen:
            raise Geweigerd("L41", oorzaak=f"onderdeel {naam} ontbreekt")
    return delen


def schrijf_delen(delen: Mapping[str, bytes], niveau: int = 6) -> bytes:
    """Return the package of *delen*; equal parts give equal bytes."""
    return vul_aan(b"", delen, niveau)


def vul_aan(pakket: bytes, delen: Mapping[str, bytes], niveau: int = 6) -> bytes:
    """Return a package with *delen* behind what it holds: what many forms share is packed but once."""
    uit = io.BytesIO(pakket)
    with zipfile.ZipFile(uit, "a" if pakket else "w", zipfile.ZIP_DEFLATED, compresslevel=niveau) as zip_:
        for naam in sorted(delen, key=lambda naam: (naam != "[Content_Types].xml", naam)):
            info = zipfile.ZipInfo(naam, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            zip_.writestr(info, delen[naam])
    return uit.getvalue()


def als_xml(element: Element) -> bytes:
    """Return an element as a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
