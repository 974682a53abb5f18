"""Notes at the cells of a returned form; everything else in the file stays what it was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking


def zet_opmerkingen(inhoud: bytes, plan: Leesplan, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
    """Return a returned form with notes where they belong."""
    raise NotImplementedError
