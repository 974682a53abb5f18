"""Small numbers hidden, so that nobody can be recognised in a total, nor worked out from other totals.

A group of one to four shows as ‘< 5’. Where only one number of a sum would be hidden, it can be found by
subtraction: then the next smallest is hidden too and shows as ‘5 of meer’. To know when enough is hidden,
`bescherm` does what a curious reader could do: it narrows every hidden number by all sums in which it stands.
As long as more than one value stays possible for each of them, the table is safe.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

GRENS = 5
_PROBEER = 12
"""So many ways to hide something are tried before any will do."""
KLEIN, VEEL, VAAG = f"< {GRENS}", f"{GRENS} of meer", "niet getoond"


@dataclass(frozen=True, slots=True)
class Getal:
    """A count as it may be seen: the number itself, or only whether it is small."""

    waarde: int | None
    klein: bool = False
    vaag: bool = False

    @property
    def toon(self) -> str:
        """The number in figures, ‘< 5’, ‘5 of meer’, or that it isn't shown at all."""
        if self.waarde is not None:
            return str(self.waarde)
        return VAAG if self.vaag else KLEIN if self.klein else VEEL


@dataclass(frozen=True, slots=True)
class Telling:
    """A count before anything is hidden.

    ``mensen`` is how many dossiers stand behind it, when that is another number; with ``getoond`` off
    it is printed nowhere, but can be worked out: of 43 who came, 41 left.
    """

    aantal: int
    mensen: int | None = None
    getoond: bool = True

    @property
    def gevoelig(self) -> bool:
        """True when it is about one to four people, or is that small itself."""
        mensen = self.aantal if self.mensen is None else self.mensen
        return 1 <= self.aantal < GRENS or (self.aantal > 0 and 1 <= mensen < GRENS)


@dataclass(frozen=True, slots=True)
class Som:
    """The counts ``delen`` make up the count ``geheel``; all by name."""

    delen: tuple[str, ...]
    geheel: str

    @property
    def namen(self) -> tuple[str, ...]:
        """Every count in the sum."""
        return (*self.delen, self.geheel)


@dataclass(slots=True)
class Telboek:
    """Everything that is counted, and which counts make up which; names may stand in more than one table."""

    tellingen: dict[str, Telling] = field(default_factory=dict)
    sommen: list[Som] = field(default_factory=list)

    def zet(self, naam: str, aantal: int, mensen: int | None = None, *, getoond: bool = True) -> str:
        """Note a count and return its name."""
        self.tellingen[naam] = Telling(aantal, mensen, getoond)
        return naam

    def som(self, delen: Sequence[str], geheel: str) -> None:
        """Note that *delen* make up *geheel*. A sum that isn't one is a mistake of ours: ValueError."""
        if sum(self.tellingen[deel].aantal for deel in delen) != self.tellingen[geheel].aantal:
            raise ValueError(f"{geheel}: {delen}")
        self.sommen.append(Som(tuple(delen), geheel))

    def deel_van(self, deel: str, geheel: str) -> None:
        """Note that *deel* is a part of *geheel*; the rest isn't shown, but anybody can subtract."""
        rest = self.tellingen[geheel].aantal - self.tellingen[deel].aantal
        self.som((deel, self.zet(f"{deel}|rest", rest, getoond=False)), geheel)

    def verwant(self, delen: Sequence[str], geheel: str) -> None:
        """Note counts that are as a rule the same, such as exits and exit forms.

        Only when they are the same here: who takes that for granted elsewhere finds a wrong number.
        """
        bekend = all(naam in self.tellingen for naam in (*delen, geheel))
        if bekend and sum(self.tellingen[deel].aantal for deel in delen) == self.tellingen[geheel].aantal:
            self.sommen.append(Som(tuple(delen), geheel))


Bereik = tuple[float, float]


def bescherm(tellingen: Mapping[str, Telling], sommen: Sequence[Som]) -> dict[str, Getal]:
    """Return every count as it may be seen.

    Hides the small ones, and then as many others as it takes before none can be worked out.
    """
    dicht = _Dicht(tellingen, sommen)
    while offer := next(filter(None, map(dicht.offer, dicht.lekken())), None):
        dicht.verberg(*offer)
    return {naam: dicht.getal(naam) for naam, telling in tellingen.items() if telling.getoond}


class _Dicht:
    """What is hidden so far, seen with the eyes of a curious reader."""

    def __init__(self, tellingen: Mapping[str, Telling], sommen: Sequence[Som]) -> None:
        self.tellingen, self.sommen = tellingen, sommen
        self.verborgen = {naam for naam, telling in tellingen.items() if telling.gevoelig and telling.getoond}
        self.geofferd: dict[str, Som] = {}
        self.vaag: set[str] = set()

    def verberg(self, naam: str, som: Som) -> None:
        """Hide a number; of one that is hidden already, not even say that it is small."""
        (self.vaag if naam in self.verborgen else self.verborgen).add(naam)
        if naam in som.delen:
            self.geofferd[naam] = som

    def getal(self, naam: str) -> Getal:
        aantal = self.tellingen[naam].aantal
        return Getal(None, aantal < GRENS, naam in self.vaag) if naam in self.verborgen else Getal(aantal)

    def lekken(self) -> list[str]:
        """Return the counts that must stay hidden but can be worked out."""
        bereik = self._bereik()
        geheim = (n for n, telling in self.tellingen.items() if n in self.verborgen or telling.gevoelig)
        return [naam for naam in geheim if bereik[naam][0] == bereik[naam][1]]

    def offer(self, lek: str) -> tuple[str, Som] | None:
        """Return what to hide to save *lek*: of the sums near it the first in which that helps, or else the first."""
        kan = [(naam, som) for som in self._van_dichtbij(lek) if (naam := self._van(som))]
        return next((offer for offer in kan[:_PROBEER] if self._helpt(*offer, lek)), kan[0] if kan else None)

    def _van(self, som: Som) -> str:
        """Return what could be hidden of a sum: its smallest part, or else the whole.

        A number that stands in another sum as well is spared as long as possible: hiding it costs more there.
        """
        open_ = [naam for naam in som.namen if self._open(naam)]
        for kan in ([naam for naam in open_ if self._los(naam)], open_):
            if delen := [naam for naam in kan if naam != som.geheel]:
                return min(delen, key=lambda deel: self.tellingen[deel].aantal)
            if kan:
                return som.geheel
        zegt_iets = self.verborgen - self.vaag
        return next((naam for naam in reversed(som.namen) if naam in zegt_iets), "")

    def _helpt(self, naam: str, som: Som, lek: str) -> bool:
        """True when *lek* can no longer be worked out once this is hidden."""
        was = self.verborgen.copy(), self.vaag.copy(), self.geofferd.copy()
        self.verberg(naam, som)
        laag, hoog = self._bereik()[lek]
        self.verborgen, self.vaag, self.geofferd = was
        return laag != hoog

    def _los(self, naam: str) -> bool:
        return sum(naam in som.namen for som in self.sommen) == 1

    def _open(self, naam: str) -> bool:
        telling = self.tellingen[naam]
        return telling.getoond and telling.aantal > 0 and naam not in self.verborgen

    def _van_dichtbij(self, naam: str) -> Iterator[Som]:
        """Yield the sums in which a count stands, then those that share a count with these, and so on."""
        bekend, over = {naam}, list(self.sommen)
        while hier := [som for som in over if bekend.intersection(som.namen)]:
            yield from hier
            bekend.update(deel for som in hier for deel in som.namen)
            over = [som for som in over if som not in hier]

    def _bereik(self) -> dict[str, Bereik]:
        """Return between which values every count must lie, for who sees only what is shown."""
        bereik = {naam: self._begin(naam) for naam in self.tellingen}
        veranderd = True
        while veranderd:
            veranderd = False
            for som in self.sommen:
                for naam, nieuw in _versmald(som, bereik):
                    if nieuw != bereik[naam]:
                        bereik[naam], veranderd = nieuw, True
        return bereik

    def _begin(self, naam: str) -> Bereik:
        telling = self.tellingen[naam]
        if not telling.getoond:
            return 0, inf
        if naam not in self.verborgen:
            return telling.aantal, telling.aantal
        if naam in self.vaag:
            return 1, inf
        if telling.aantal < GRENS:
            return 1, GRENS - 1
        # Who knows how we work knows that it was the smallest that could still be seen.
        som = self.geofferd.get(naam)
        anders = [deel for deel in som.delen if self._open(deel) and self._los(deel)] if som else []
        open_ = [self.tellingen[deel].aantal for deel in anders]
        return GRENS, min(open_, default=inf)


def _versmald(som: Som, bereik: Mapping[str, Bereik]) -> Iterator[tuple[str, Bereik]]:
    """Yield what a sum says of each of its counts."""
    laag = sum(bereik[deel][0] for deel in som.delen)
    hoog = sum(bereik[deel][1] for deel in som.delen)
    van, tot = bereik[som.geheel]
    yield som.geheel, (max(van, laag), min(tot, hoog))
    for deel in dict.fromkeys(som.delen):
        eigen_laag, eigen_hoog = bereik[deel]
        # Infinite minus infinite is no number: what the others may be is added up without this one.
        anders = [bereik[ander] for ander in som.delen if ander != deel]
        hoogste = tot - sum(ander[0] for ander in anders)
        laagste = van - sum(ander[1] for ander in anders)
        yield deel, (max(eigen_laag, laagste), min(eigen_hoog, hoogste))
