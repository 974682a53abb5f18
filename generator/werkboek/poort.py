"""Before a workbook is opened: is it one, is it whole, and is it not too large?

openpyxl sets no limits of its own, so everything is measured here first.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from generator.bron import Bronfout, OngeldigeBron

MAX_BESTAND = 10_000_000
MAX_DELEN = 500
MAX_UITGEPAKT = 40_000_000
MAX_CELLEN = 300_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD = "EncryptedPackage".encode("utf-16-le")
_CEL = re.compile(rb"<(?:\w+:)?(?:c|si|row)[\s/>]")
_STRIKT = b"http://purl.oclc.org/ooxml/"
_NAAR_XLSX = "Open het in Excel of LibreOffice en sla het op als Excel-werkmap (.xlsx)."


def open_werkboek(pad: Path) -> bytes:
    """Return the bytes of a workbook that is safe to open; `OngeldigeBron` with reason and remedy if it isn't."""
    inhoud = _bytes(pad)
    reden = _geen_zip(inhoud)
    if reden is None:
        try:
            with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
                reden = _bezwaar(pakket)
        except (
            zipfile.BadZipFile,
            zipfile.LargeZipFile,
            zlib.error,
            EOFError,
            ValueError,
            OSError,
            NotImplementedError,
        ):
            reden = "Dit bestand is beschadigd. Maak het werkboek opnieuw, of zet een reservekopie terug."
        except RuntimeError:  # zipfile's word for a missing password
            reden = "Er zit een wachtwoord op dit bestand. Haal het wachtwoord eraf en bewaar het opnieuw."
    if reden is not None:
        raise OngeldigeBron([Bronfout(str(pad), None, "", reden)])
    return inhoud


def _bytes(pad: Path) -> bytes:
    try:
        if pad.stat().st_size > MAX_BESTAND:
            reden = f"Dit bestand is te groot voor een inrichting (meer dan {MAX_BESTAND // 1_000_000} MB)."
        else:
            return pad.read_bytes()
    except FileNotFoundError:
        reden = "Dit bestand bestaat niet. Controleer de naam en de map."
    except IsADirectoryError:
        reden = "Dit is een map. Noem het bestand zelf."
    except OSError as fout:
        reden = f"Dit bestand kan niet gelezen worden ({fout.strerror})."
    raise OngeldigeBron([Bronfout(str(pad), None, "", reden)])


def _geen_zip(inhoud: bytes) -> str | None:
    if not inhoud:
        return "Dit bestand is leeg."
    if inhoud.startswith(_OLE):
        if _VERSLEUTELD in inhoud:
            return "Er zit een wachtwoord op dit werkboek. Haal het wachtwoord eraf en bewaar het opnieuw."
        return f"Dit is een werkboek van de oude soort (.xls). {_NAAR_XLSX}"
    if not inhoud.startswith(b"PK"):
        return "Dit is geen Excel-werkmap, al heet het misschien wel zo. Noem een .xlsx of een .yaml."
    return None


def _bezwaar(pakket: zipfile.ZipFile) -> str | None:
    delen = pakket.infolist()
    namen = {deel.filename for deel in delen}
    if "mimetype" in namen and b"opendocument" in pakket.read("mimetype")[:200]:
        return f"Dit is een bestand van OpenDocument (.ods). {_NAAR_XLSX}"
    if "xl/workbook.bin" in namen:
        return f"Dit is een binair werkboek (.xlsb). {_NAAR_XLSX}"
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= namen:
        return "Dit is geen Excel-werkmap, al heet het misschien wel zo. Noem een .xlsx of een .yaml."
    if len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT:
        return "Uitgepakt is dit bestand veel te groot voor een inrichting."
    return _inhoud(pakket, delen)


def _inhoud(pakket: zipfile.ZipFile, delen: list[zipfile.ZipInfo]) -> str | None:
    """Look into every part; zipfile inflates no more of it than was announced."""
    cellen = 0
    for deel in delen:
        if not deel.filename.endswith((".xml", ".rels")):
            continue
        ruw = pakket.read(deel)
        if b"\0" in ruw[:200]:
            ruw = ruw.replace(b"\0", b"")  # UTF-16
        if b"<!DOCTYPE" in ruw or b"<!ENTITY" in ruw:
            return "In dit bestand zit iets dat niet in een werkboek hoort (een DOCTYPE). Het wordt niet geopend."
        if deel.filename == "xl/workbook.xml" and _STRIKT in ruw:
            return f"Dit is ‘Strict Open XML’. {_NAAR_XLSX} Kies daarbij niet de strikte soort."
        cellen += sum(1 for _ in _CEL.finditer(ruw))
        if cellen > MAX_CELLEN:
            return "In dit werkboek staan veel te veel cellen voor een inrichting."
    return None
