"""Numbers, with a decimal comma or point."""

from __future__ import annotations

import re
from typing import Any

from generator.model import Onleesbaar
from generator.veldsoorten.basis import Omgeving, getoond, schone_tekst

_GETAL = re.compile(r"[-+]?\d{1,12}(?:[.,]\d{1,6})?")
# "1.000" is a thousand in Dutch and one in English: never guess.
_DUBBELZINNIG = re.compile(r"[-+]?\d{1,3}[.]\d{3}")

ONBEKEND = "dit is geen getal"
DUBBELZINNIG = "schrijf dit getal zonder punt"


class Getal:
    """A number; whole numbers are ints."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Read 3, 2,5 or 2.5; otherwise `Onleesbaar` with the reason."""
        tekst = schone_tekst(ruw)
        if not tekst:
            return None
        if _DUBBELZINNIG.fullmatch(tekst):
            return Onleesbaar(tekst, DUBBELZINNIG)
        if not _GETAL.fullmatch(tekst):
            return Onleesbaar(tekst, ONBEKEND)
        getal = float(tekst.replace(",", "."))
        return int(getal) if getal.is_integer() else getal

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return a number for a number or text."""
        if waarde is None:
            return None
        if isinstance(waarde, Onleesbaar):
            return waarde
        if isinstance(waarde, float) and waarde.is_integer():
            waarde = int(waarde)
        if isinstance(waarde, (int, float)) and not isinstance(waarde, bool):
            # A number counts only when it can be read back from paper.
            getoonde = self.toon(waarde, omgeving)
            return waarde if self.parse(getoonde, omgeving) == waarde else Onleesbaar(getoonde, ONBEKEND)
        return self.parse(str(waarde), omgeving)

    def toon(self, waarde: Any, omgeving: Omgeving) -> str:
        """Return the number with a decimal comma."""
        return getoond(waarde) or ("" if waarde is None else str(waarde).replace(".", ","))
