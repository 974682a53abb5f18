"""Office packages as plain parts: name → bytes, written the same way every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

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
