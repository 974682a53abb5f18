"""Dates, in the ways that people write them; a doubtful one is never guessed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

from generator.model import Onleesbaar
from generator.veldsoorten.basis import Omgeving, getoond, schone_tekst

_MAANDEN = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4,
    "mei": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sep": 9,
    "sept": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
_DAG = r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag\s+|(?:ma|di|wo|do|vr|za|zo)\.?\s+)?"
_CIJFERS = re.compile(_DAG + r"(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?")
_WOORDEN = re.compile(_DAG + r"(\d{1,2})\.?[\s-]+([a-z]{3,9})\.?[\s-]+(\d{4}|\d{2})")

ONBEKEND = "dit is geen datum die ik begrijp"
BESTAAT_NIET = "die datum bestaat niet"
KORT_JAAR = "het jaartal heeft vier cijfers nodig"
VREEMD_JAAR = "het jaartal klopt niet"


class Datum:
    """A calendar date; ``dd-mm-jjjj`` is how it is shown."""

    def parse(self, ruw: str, omgeving: Omgeving) -> Any:
        """Read 6-3-2026, 06/03/2026, 6 maart 2026, 2026-03-06; otherwise `Onleesbaar` with the reason."""
        tekst = schone_tekst(ruw)
        return self._lees(tekst) if tekst else None

    def _lees(self, tekst: str) -> date | Onleesbaar:
        kern = tekst.casefold().strip(" .,")
        if treffer := _ISO.fullmatch(kern):
            jaar, maand, dag = treffer.groups()
        elif treffer := _CIJFERS.fullmatch(kern):
            dag, maand, jaar = treffer.groups()
        elif (treffer := _WOORDEN.fullmatch(kern)) and treffer[2] in _MAANDEN:
            dag, maand, jaar = treffer[1], str(_MAANDEN[treffer[2]]), treffer[3]
        else:
            return Onleesbaar(tekst, ONBEKEND)
        if len(jaar) == 2:
            return Onleesbaar(tekst, KORT_JAAR)
        try:
            datum = date(int(jaar), int(maand), int(dag))
        except ValueError:
            return Onleesbaar(tekst, BESTAAT_NIET)
        return datum if 1900 <= datum.year <= 2100 else Onleesbaar(tekst, VREEMD_JAAR)

    def normaliseer(self, waarde: Any, omgeving: Omgeving) -> Any:
        """Return a date for a date or text of any form that `parse` reads."""
        if isinstance(waarde, datetime):
            return waarde.date()
        if waarde is None or isinstance(waarde, (date, Onleesbaar)):
            return waarde
        return self.parse(str(waarde), omgeving)

    def toon(self, waarde: Any, omgeving: Omgeving) -> str:
        """Return ``dd-mm-jjjj``."""
        return waarde.strftime("%d-%m-%Y") if isinstance(waarde, date) else getoond(waarde)
