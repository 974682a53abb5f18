"""Word packages as plain parts: name → bytes."""

from __future__ import annotations

from pathlib import Path

from generator.formats.delen import SOORTEN, als_xml, schrijf_delen, vul_aan
from generator.formats.veilig import Geweigerd, Pakket, lees_bytes

__all__ = ["HOOFDDEEL", "als_xml", "lees_delen", "schrijf_delen", "vul_aan"]

HOOFDDEEL = "word/document.xml"


def lees_delen(bron: bytes | Path) -> dict[str, bytes]:
    """Return the parts of a Word file with its main part in the usual place; `Geweigerd` when it can't be read."""
    pakket = Pakket(bron if isinstance(bron, bytes) else lees_bytes(bron))
    delen = {naam: pakket.lees(naam) for naam in pakket.namen if not naam.endswith("/")}
    for naam in (HOOFDDEEL, "word/styles.xml", "docProps/core.xml", SOORTEN):
        if naam not in delen:
            raise Geweigerd("L41", oorzaak=f"onderdeel {naam} ontbreekt")
    return delen
