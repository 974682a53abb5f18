"""Opening a PDF that came from outside: bounded, and with a clear reason when it can't be done."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

import pikepdf
from pikepdf import Pdf

from generator.formats.veilig import Geweigerd

MAX_VELDEN = 5_000
MAX_DIEPTE = 20
MAX_BLADZIJDEN = 500
_MAX_UITGEPAKT = 30_000_000
_MAX_WAARSCHUWINGEN = 100


@cache
def _begrensd() -> None:
    """Set the limits of the library, once per process."""
    import logging

    pikepdf.settings.set_qpdf_limits(flate_max_memory=_MAX_UITGEPAKT, doc_max_warnings=_MAX_WAARSCHUWINGEN)
    logging.getLogger("pikepdf").setLevel(logging.CRITICAL)  # what is odd becomes a reading message


def open_pdf(inhoud: bytes) -> Pdf:
    """Open a PDF; `Geweigerd` L60 when it has a password, L61 when nothing can be made of it."""
    _begrensd()
    try:
        return pikepdf.open(io.BytesIO(inhoud))
    except pikepdf.PasswordError:
        raise Geweigerd("L60") from None
    except (pikepdf.PdfError, ValueError, RuntimeError, OSError, OverflowError):
        raise Geweigerd("L61", oorzaak=_oorzaak(inhoud)) from None


@contextmanager
def vertaald() -> Iterator[None]:
    """Turn what the library says of a damaged file into a reason for people (`Geweigerd` L61)."""
    try:
        yield
    except (pikepdf.PdfError, pikepdf.DependencyError, RuntimeError, OverflowError, RecursionError):
        raise Geweigerd("L61", oorzaak="de opbouw klopt niet") from None


def _oorzaak(inhoud: bytes) -> str:
    """Say what can be seen of a file that doesn't open."""
    if not inhoud.strip(b"\0 \r\n\t"):
        return "het bestand is leeg"
    if b"%%EOF" not in inhoud[-2048:]:
        return "het einde ontbreekt; misschien is het maar half binnengekomen"
    return "de opbouw klopt niet"
