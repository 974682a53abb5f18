"""Working days in the Netherlands: weekends, official holidays and the organisation's own closing days.

Days that many offices close but that are no general day off (Goede Vrijdag, and
Bevrijdingsdag outside the lustrum years) count as working days; an organisation
that closes then puts them among its ``sluitingsdagen``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

_DAG = timedelta(days=1)
_ZATERDAG = 5
# In the law these are days like any other, unless a collective agreement says otherwise.
_GEWONE_DAGEN = ("Good Friday",)
_LUSTRUM = 5
_VAST = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_ELK_JAAR = re.compile(r"(\d\d)-(\d\d)")
_REEKS = re.compile(r"\s+t/m\s+")


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Return the official holidays of a year (library ``holidays``)."""
    from holidays import country_holidays

    alle = country_holidays("NL", years=jaar, language="en_US").items()
    bevrijding = date(jaar, 5, 5)
    return frozenset(
        dag
        for dag, naam in alle
        if naam not in _GEWONE_DAGEN and (dag != bevrijding or jaar % _LUSTRUM == 0 or naam != "Liberation Day")
    )


@dataclass(frozen=True, slots=True)
class Sluiting:
    """A closing day or a run of them; ``jaarlijks`` when it comes back every year."""

    van: date
    tot: date
    jaarlijks: bool = False

    def bevat(self, dag: date) -> bool:
        """True when *dag* falls in it; a run may go over the turn of the year."""
        if not self.jaarlijks:
            return self.van <= dag <= self.tot
        van, tot, hier = ((d.month, d.day) for d in (self.van, self.tot, dag))
        return van <= hier <= tot if van <= tot else hier >= van or hier <= tot


@cache
def lees_sluiting(tekst: str) -> Sluiting | None:
    """Read ``2026-12-28``, ``12-28`` (every year), or ``2026-07-20 t/m 2026-07-31``; None for anything else."""
    delen = _REEKS.split(tekst.strip())
    datums = [datum for deel in delen if (datum := _datum(deel))]
    if len(delen) > 2 or len(datums) < len(delen):
        return None
    (van, elk), (tot, ook) = datums[0], datums[-1]
    if elk is not ook or (tot < van and not elk):
        return None
    return Sluiting(van, tot, elk)


def _datum(tekst: str) -> tuple[date, bool] | None:
    vast, elk = _VAST.fullmatch(tekst), _ELK_JAAR.fullmatch(tekst)
    try:
        if vast:
            return date(*map(int, vast.groups())), False
        # A leap year, so that 02-29 is a day.
        return (date(2000, *map(int, elk.groups())), True) if elk else None
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Kalender:
    """Counts working days for one organisation."""

    sluitingen: tuple[Sluiting, ...] = ()

    @classmethod
    def van(cls, sluitingsdagen: Iterable[str]) -> Kalender:
        """Make the calendar from closing days in words; what can't be read is left out (reading reports it)."""
        return cls(tuple(s for tekst in sluitingsdagen if (s := lees_sluiting(tekst)) is not None))

    def is_werkdag(self, dag: date) -> bool:
        """True from Monday to Friday, unless it is a holiday or a closing day."""
        if dag.weekday() >= _ZATERDAG or dag in feestdagen(dag.year):
            return False
        return not any(sluiting.bevat(dag) for sluiting in self.sluitingen)

    def werkdagen(self, vanaf: date, tot: date) -> int:
        """Return how many working days lie after *vanaf*, up to and including *tot*; 0 when tot is not later."""
        dagen = (tot - vanaf).days
        return sum(self.is_werkdag(vanaf + _DAG * nr) for nr in range(1, dagen + 1))

    def na_werkdagen(self, vanaf: date, aantal: int) -> date:
        """Return the last day that is at most *aantal* working days after *vanaf*.

        The day itself doesn't count. When days off follow the last working day, those still count as in time:
        ``werkdagen(vanaf, dag) <= aantal`` for every day up to the one returned.
        """
        dag, over = vanaf, aantal
        while True:
            volgende = dag + _DAG
            if self.is_werkdag(volgende):
                if over == 0:
                    return dag
                over -= 1
            dag = volgende


def na_maanden(vanaf: date, maanden: int) -> date:
    """Return the same day so many months later; the last day of a month when that day isn't there (31 → 28)."""
    jaar, maand = divmod(vanaf.year * 12 + vanaf.month - 1 + maanden, 12)
    for dag in range(vanaf.day, 27, -1):
        try:
            return date(jaar, maand + 1, dag)
        except ValueError:
            continue
    return date(jaar, maand + 1, min(vanaf.day, 28))


def leeftijd_op(geboren: date, dag: date) -> int:
    """Return the age on *dag*; who was born on 29 February has a birthday on 1 March in other years."""
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))
