"""What a dossier says so far, as a next form needs it: its forms with a date, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.checks.blik import FormulierBlik, Kader
from generator.dossier import hoofddatum, volgnummer
from generator.formats.merken import VAST_STREEPJE
from generator.model import FASEN, Besluitmoment, Dossier, Formulier, Invulling
from generator.verloop import EVAL, kerncycli


@dataclass(frozen=True)
class Beeld:
    """One dossier of which the forms are under today's keys.

    Only a form with a date counts: without one nobody knows what is newest, and a form that was
    filled in beforehand and not yet touched has none.
    """

    kader: Kader
    dossier: Dossier

    @cached_property
    def delen(self) -> tuple[Invulling, ...]:
        """The forms with a date, in the order of the dossier."""
        return tuple(deel for deel in self.dossier.invullingen if hoofddatum(deel))

    @cached_property
    def zonder_datum(self) -> tuple[Invulling, ...]:
        """The forms without a date that can be read."""
        return tuple(deel for deel in self.dossier.invullingen if not hoofddatum(deel))

    @cached_property
    def nieuwste(self) -> tuple[Invulling, ...]:
        """The forms with a date, newest first; of one day the one of the latest fase goes first."""
        return tuple(sorted(self.delen, key=self._plaats, reverse=True))

    def _plaats(self, deel: Invulling) -> tuple[date, int, int, int]:
        fase = self.formulier(deel).fase or FASEN[0]
        return hoofddatum(deel) or date.min, deel.cyclus or 0, FASEN.index(fase), volgnummer(deel)

    def formulier(self, deel: Invulling) -> Formulier:
        """Return the definition of a form as it is today."""
        return self.kader.formulieren[deel.formulier]

    def heeft(self, formulier: str) -> bool:
        """True when the organisation uses a form."""
        return formulier in self.kader.formulieren

    def van(self, formulier: str, cyclus: int | None = None) -> tuple[Invulling, ...]:
        """Return the forms of one kind with a date, all cycles or one, newest first."""
        return tuple(
            deel for deel in self.nieuwste if deel.formulier == formulier and cyclus in (None, deel.cyclus or 1)
        )

    def evaluaties(self, cyclus: int) -> tuple[Invulling, ...]:
        """Return the evaluaties that close a cycle, newest first."""
        return tuple(deel for deel in self.van(EVAL, cyclus) if deel.waarde("eval_soort") != "algemeen")

    @cached_property
    def cyclus(self) -> int:
        """The highest cycle of which there is a beschrijving, plan or evaluatie; 0 when there is none."""
        return max(kerncycli(self.delen), default=0)

    def besluit(self, fase: str) -> Besluitmoment | None:
        """Return the last decision of a fase on a form with a date."""
        bekend = set(map(id, self.delen))
        besluiten = [b for b in self.dossier.verloop.besluiten if b.fase == fase and id(b.invulling) in bekend]
        return besluiten[-1] if besluiten else None

    def blik(self, deel: Invulling) -> FormulierBlik:
        """Return a form as the rules see it."""
        return FormulierBlik(self.kader, deel, self.kader.definitie(deel), self.dossier)

    def noem(self, deel: Invulling) -> str:
        """Return ``Intakeformulier van 15-01-2026``."""
        dag = hoofddatum(deel)
        return f"{self.formulier(deel).titel}{f' van {dag:%d-%m-%Y}' if dag else ''}"

    def herkomst(self, deel: Invulling) -> str:
        """Return ``Intakeformulier, 15-01-2026``: short, to print beside an answer."""
        dag = hoofddatum(deel)
        datum = f", {dag:%d-%m-%Y}".replace("-", VAST_STREEPJE) if dag else ""
        return f"{self.formulier(deel).titel}{datum}"
