"""A blank PDF form out of a tailored definition: laid out by WeasyPrint, finished by us."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

from generator.formats.merken import Merken
from generator.formats.pdf.aankleding import Aankleding, aankleding_van
from generator.formats.pdf.afwerking import werk_af
from generator.formats.pdf.html import maak_html
from generator.formats.veilig import Geweigerd
from generator.model import Formulier, Inrichting


class GeenPango(Geweigerd):
    """Pango, the library that WeasyPrint sets text with, isn't on this machine."""

    def __init__(self) -> None:
        """Say what to install, on Debian and on Windows."""
        super().__init__("L69")


def maak_formulier(formulier: Formulier, inrichting: Inrichting, huisstijl: Path | None = None) -> bytes:
    """Return the blank PDF form of a tailored definition (see `generator.formulier.op_maat`).

    *inrichting* gives the fasen, the accent colour and the identity; a house style is a Word file and is left
    aside. The same input gives the same bytes. Raises `GeenPango` or `generator.formats.pdf.letters.GeenLetters`
    when this machine can't lay out a PDF.
    """
    return zet_formulier(formulier, aankleding_van(formulier, inrichting))


def zet_formulier(
    formulier: Formulier,
    aankleding: Aankleding,
    rijen: Mapping[str, int] | None = None,
    merken: Merken | None = None,
) -> bytes:
    """Return a blank with so many free rows per table, and with marks for what will be filled in beforehand."""
    bladzijden = maak_html(formulier, aankleding, rijen, merken)
    return werk_af(_als_pdf(bladzijden.html), formulier, aankleding, bladzijden.vakken)


def _als_pdf(html: str) -> bytes:
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError:  # the library behind it can't be loaded
        raise GeenPango from None
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)  # our own sheet; nothing in it is news
    # Fonts come from this machine: nothing is fetched over a network, whatever a text says.
    ophaler = URLFetcher(allowed_protocols=("file", "data"))
    pdf: bytes = HTML(string=html, url_fetcher=ophaler).write_pdf(pdf_forms=True, pdf_tags=True)
    return pdf
