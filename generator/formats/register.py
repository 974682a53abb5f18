"""The formats there are, and which of them a file is.

A format is imported only when somebody needs it: the libraries behind it are heavy.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from generator.formats.veilig import Geweigerd

if TYPE_CHECKING:
    from generator.formats.formaat import Formaat

Formaatnaam = Literal["word", "excel", "pdf"]
FORMATEN: tuple[Formaatnaam, ...] = ("word", "excel", "pdf")
ACHTERVOEGSEL: Mapping[Formaatnaam, str] = {"word": ".docx", "excel": ".xlsx", "pdf": ".pdf"}
# Old names and relatives of a format: it says itself why it doesn't read them, and what to do.
_FAMILIE: Mapping[str, Formaatnaam] = {
    ".doc": "word", ".docm": "word", ".dotx": "word", ".dotm": "word", ".docx": "word",
    ".xls": "excel", ".xlsm": "excel", ".xltx": "excel", ".xltm": "excel", ".xlsb": "excel", ".ods": "excel",
    ".xlsx": "excel", ".pdf": "pdf",
}  # fmt: skip
_REMEDIE = {
    ".odt": "Open het en sla het op als ‘Word-document (.docx)’.",
    ".rtf": "Open het in Word en sla het op als ‘Word-document (.docx)’.",
    ".zip": "Het is een zip-bestand. Pak het uit, en lever de formulieren aan die erin zitten.",
}
_ONBEKEND = "Lever het formulier aan in Word (.docx), Excel (.xlsx) of als invulbare pdf."
# A PDF may begin with a little junk, as from mail programs.
_PDF_BEGIN = 1024


def formaat(naam: Formaatnaam) -> Formaat:
    """Return a format by its name."""
    if naam == "excel":
        from generator.formats.excel import formaat as excel

        return excel
    if naam == "pdf":
        from generator.formats.pdf import formaat as pdf

        return pdf
    from generator.formats.word import formaat as word

    return word


def formaat_van(inhoud: bytes, pad: Path) -> Formaatnaam:
    """Return which format a file is: by what is in it, and by its name where that says nothing.

    Raises `Geweigerd` L47 for a kind of file that no form comes in.
    """
    soort = pad.suffix.lower()
    if b"%PDF-" in inhoud[:_PDF_BEGIN]:
        return "pdf"
    if inhoud.startswith(b"PK"):
        if soort == ".zip" and not _is_office(inhoud):
            raise Geweigerd("L47", soort=soort, remedie=_REMEDIE[soort])
        if naam := _in_zip(inhoud):
            return naam
        if soort in (".odt", ".pptx"):
            raise Geweigerd("L47", soort=soort, remedie=_REMEDIE.get(soort, _ONBEKEND))
        return _FAMILIE.get(soort, "word")
    if soort in _FAMILIE:
        return _FAMILIE[soort]
    raise Geweigerd("L47", soort=soort or "zonder achtervoegsel", remedie=_REMEDIE.get(soort, _ONBEKEND))


def _is_office(inhoud: bytes) -> bool:
    """Tell whether a zip is one Office file, and not some files packed together; what is broken may be one."""
    try:
        namen = zipfile.ZipFile(io.BytesIO(inhoud)).namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True
    return "[Content_Types].xml" in namen or "mimetype" in namen


def _in_zip(inhoud: bytes) -> Formaatnaam | None:
    """Return the format by the names of the parts, which stand in a zip as they are; None when they don't tell."""
    if b"[Content_Types].xml" not in inhoud:
        return "excel" if b"opendocument.spreadsheet" in inhoud[:200] else None
    excel, word = b"xl/" in inhoud, b"word/" in inhoud
    if excel and word:  # bytes that happen to look like a name: ask the zip itself
        try:
            namen = zipfile.ZipFile(io.BytesIO(inhoud)).namelist()
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
            return None
        excel = any(naam.startswith("xl/") for naam in namen) and not any(naam.startswith("word/") for naam in namen)
    return "excel" if excel else "word" if word else None
