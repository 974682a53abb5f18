"""Kinds of field: what a value means, in one class per kind, for every format.

A kind knows four things: how typed text becomes a value (`parse`), how a value
from an answer file is made regular (`normaliseer`), how a value is shown
(`toon`), and when it is empty (`is_leeg`).  Drawing and reading are the formats'.
"""

from __future__ import annotations

from generator.veldsoorten.antwoorden import Antwoordfout, normaliseer_antwoorden, zonder_leeg
from generator.veldsoorten.basis import Omgeving, Veldsoort, is_leeg, schone_tekst, vergelijkbaar
from generator.veldsoorten.register import DELEN_HANDTEKENING, VELDSOORTEN, soort_van

__all__ = [
    "DELEN_HANDTEKENING",
    "VELDSOORTEN",
    "Antwoordfout",
    "Omgeving",
    "Veldsoort",
    "is_leeg",
    "normaliseer_antwoorden",
    "schone_tekst",
    "soort_van",
    "vergelijkbaar",
    "zonder_leeg",
]
