"""Text, short or long: kept as it was typed."""

from __future__ import annotations

from typing import Any

from generator.model import Onleesbaar
from generator.veldsoorten.basis import Omgeving, schone_tekst


class Tekst:
    """Free text; short and long differ only in how they are drawn."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Return the trimmed text, or None when nothing is left of it."""
        return schone_tekst(ruw) or None

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return *waarde* as text; a list or group of keys is no text."""
        if waarde is None or isinstance(waarde, Onleesbaar):
            return waarde
        if isinstance(waarde, (list, dict, tuple)):
            return Onleesbaar(str(waarde), "hier hoort tekst")
        return self.parse(str(waarde), omgeving)

    def toon(self, waarde: Any, omgeving: Omgeving) -> str:
        """Return the text itself."""
        return waarde.ruw if isinstance(waarde, Onleesbaar) else "" if waarde is None else str(waarde)
