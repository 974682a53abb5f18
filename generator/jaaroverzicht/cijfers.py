"""The figures of a year as records: what may be seen, nothing more. Reports only show them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.jaaroverzicht.geheim import Getal

MERK = "achtfasen jaaroverzicht"
"""By which a file made here is known again."""
LEEG = "leeg"
"""Key of the line for what was not filled in, or can't be read."""


@dataclass(frozen=True, slots=True)
class Jaar:
    """The days that are counted: the year, or as much of it as has passed."""

    jaar: int
    tot: date

    @property
    def van(self) -> date:
        """1 January."""
        return date(self.jaar, 1, 1)

    @property
    def heel(self) -> bool:
        """True when the year is over."""
        return self.tot == date(self.jaar, 12, 31)

    def bevat(self, dag: date | None) -> bool:
        """True when something of *dag* counts."""
        return dag is not None and self.van <= dag <= self.tot


@dataclass(frozen=True, slots=True)
class Post:
    """One line of a table: what is counted, and the numbers of it."""

    sleutel: str
    label: str
    getallen: tuple[Getal, ...]


@dataclass(frozen=True, slots=True)
class Verdeling:
    """Lines that belong together; with ``totaal`` they make up a whole."""

    posten: tuple[Post, ...] = ()
    totaal: Getal | None = None

    def __bool__(self) -> bool:
        """True when there is something to see besides what was not filled in."""
        return any(post.getallen[0] != Getal(0) for post in self.posten if post.sleutel != LEEG)

    def getal(self, sleutel: str) -> Getal:
        """Return the first number of a line; KeyError when there is no such line."""
        for post in self.posten:
            if post.sleutel == sleutel:
                return post.getallen[0]
        raise KeyError(sleutel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looptijd:
    """How long a fase took, in days; the middle and the quarter points only when five or more dossiers say so."""

    fase: str
    naam: str
    aantal: Getal
    kwart: int | None
    midden: int | None
    driekwart: int | None
    afgesproken: str
    hooguit: int | None
    langer: Getal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnstaat:
    """How often a deadline was kept, and how often not."""

    soort: str
    naam: str
    afspraak: str
    op_tijd: Getal
    te_laat: Getal


@dataclass(frozen=True, slots=True, kw_only=True)
class Regelstaat:
    """In how many dossiers a rule struck; ``vooral`` is the form on which that was most often."""

    code: str
    titel: str
    dossiers: Getal
    vooral: str = ""
    raad: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stellingen:
    """What people who filled in one kind of form said; the average mark only when five or more gave one."""

    formulier: str
    titel: str
    ingevuld: Getal
    stellingen: Verdeling
    cijfer: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Jaarcijfers:
    """A whole year in totals, with the small numbers hidden.

    ``beeld`` holds the first glance by key: begeleid, begonnen, vertrokken, wachtlijst, dossiers.
    """

    organisatie: str
    jaar: Jaar
    peildatum: date
    beeld: Verdeling
    standen: Verdeling
    aanmeldingen: Getal
    crisis: Getal
    besluiten: tuple[tuple[str, Verdeling], ...]
    dringend: Verdeling
    uitstroom: Verdeling
    bestemming: Verdeling
    evaluatiebesluiten: Verdeling
    stellingen: tuple[Stellingen, ...]
    doelen: Verdeling
    gebieden: Verdeling
    looptijden: tuple[Looptijd, ...]
    termijnen: tuple[Termijnstaat, ...]
    regels: tuple[Regelstaat, ...]
    formulieren: Verdeling
    incidenten: Verdeling
    leeg: tuple[tuple[str, str], ...]
    geweigerd: Getal
    zonder_datum: Getal
    eigen_jaaroverzicht: str
    eigen_evaluatie: bool
    te_klein: bool
