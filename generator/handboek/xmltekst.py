"""Text made safe to stand in XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_ONGELDIG = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def geldig(tekst: str) -> str:
    """Return *tekst* without characters that XML can't hold."""
    return _ONGELDIG.sub("", tekst)


def schoon(tekst: str) -> str:
    """Return *tekst* with markup escaped and without characters that XML can't hold."""
    return escape(geldig(tekst), {'"': "&quot;"})
