"""PDF, as one of the formats (`generator.formats.formaat.Formaat`).

What makes and fills needs a whole library for pages and letters: it is only loaded when somebody makes or fills.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.formats.pdf.inlezen import heeft_antwoorden
from generator.formats.pdf.inlezen import herken_pdf as herken
from generator.formats.pdf.inlezen import lees_pdf as lees
from generator.formats.pdf.opmerkingen import zet_opmerkingen
from generator.model import Formulier, Inrichting

if TYPE_CHECKING:
    from generator.formats.formaat import Vuller


def maak_formulier(formulier: Formulier, inrichting: Inrichting, huisstijl: Path | None = None) -> bytes:
    """Return the blank form of a tailored definition; see `generator.formats.pdf.schrijver.maak_formulier`."""
    from generator.formats.pdf.schrijver import maak_formulier as maak

    return maak(formulier, inrichting, huisstijl)


def maak_vuller(blanco: bytes, formulier: Formulier) -> Vuller:
    """Return a filler of a blank; see `generator.formats.pdf.vuller.Vuller`."""
    from generator.formats.pdf.vuller import Vuller as PdfVuller

    return PdfVuller(blanco, formulier)


__all__ = ["heeft_antwoorden", "herken", "lees", "maak_formulier", "maak_vuller", "zet_opmerkingen"]
