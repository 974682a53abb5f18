"""Excel, as one of the formats (`generator.formats.formaat.Formaat`)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from generator.formats.formaat import Vuller
from generator.formats.herkenning import Herkenning
from generator.formats.inlezen import Plannen
from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking
from generator.formats.veilig import Geweigerd
from generator.model import Formulier, Inrichting, Invulling

_NOG_NIET = Geweigerd("L47", soort=".xlsx", remedie="Excel-formulieren kan deze versie nog niet lezen.")


def maak_formulier(formulier: Formulier, inrichting: Inrichting, huisstijl: Path | None = None) -> bytes:
    """Return the blank form of a tailored definition."""
    raise _NOG_NIET


def maak_vuller(blanco: bytes, formulier: Formulier) -> Vuller:
    """Return a filler of a blank."""
    raise _NOG_NIET


def herken(inhoud: bytes) -> Herkenning:
    """Return which form a file says it is."""
    raise _NOG_NIET


def lees(inhoud: bytes, bestand: str, plannen: Plannen, sha256: str = "") -> Invulling:
    """Read a returned form."""
    raise _NOG_NIET


def heeft_antwoorden(inhoud: bytes) -> bool:
    """Tell whether somebody wrote in it."""
    raise _NOG_NIET


def zet_opmerkingen(inhoud: bytes, plan: Leesplan, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
    """Return a returned form with comments where they belong."""
    raise _NOG_NIET
