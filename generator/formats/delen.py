"""Office packages as plain parts: name → bytes, written the same way every time."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from generator.formats.veilig import MAX_UITGEPAKT, Geweigerd

# A fixed moment: the same form gives the same bytes.
_MOMENT = (2026, 1, 1, 0, 0, 0)
SOORTEN = "[Content_Types].xml"


def schrijf_delen(delen: Mapping[str, bytes], niveau: int = 6) -> bytes:
    """Return the package of *delen*; equal parts give equal bytes."""
    return vul_aan(b"", delen, niveau)


def vul_aan(pakket: bytes, delen: Mapping[str, bytes], niveau: int = 6) -> bytes:
    """Return a package with *delen* behind what it holds: what many forms share is packed but once."""
    uit = io.BytesIO(pakket)
    with zipfile.ZipFile(uit, "a" if pakket else "w", zipfile.ZIP_DEFLATED, compresslevel=niveau) as zip_:
        for naam in sorted(delen, key=lambda naam: (naam != SOORTEN, naam)):
            info = zipfile.ZipInfo(naam, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            zip_.writestr(info, delen[naam])
    return uit.getvalue()


def als_xml(element: etree._Element) -> bytes:
    """Return an element as a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def alle_delen(inhoud: bytes) -> dict[str, bytes]:
    """Return all parts, also those that nobody reads: they go along unseen; `Geweigerd` when one is broken."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        posten = {info.filename: info for info in pakket.infolist() if not info.is_dir()}
        if sum(info.file_size for info in posten.values()) > MAX_UITGEPAKT:
            raise Geweigerd("L42", oorzaak="uitgepakt is het veel te groot")
        try:
            return {naam: pakket.read(info) for naam, info in posten.items()}
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
            raise Geweigerd("L41", oorzaak="een onderdeel is stuk") from None
