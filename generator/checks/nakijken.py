"""What happens with a report once all is judged: accepting, saying what holds for the run, choosing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.checks.aanvaard import Acceptatielijst
from generator.checks.filters import Codefilter
from generator.checks.runmelding import met_runmeldingen
from generator.model import Rapport


@dataclass(frozen=True, slots=True)
class Nawerk:
    """Which codes are asked for, and what the organisation accepts."""

    keuze: Codefilter = field(default_factory=Codefilter)
    acceptaties: Acceptatielijst | None = None

    @property
    def bestanden(self) -> tuple[Path, ...]:
        """The files that are no forms but belong to the check itself."""
        return (Path(self.acceptaties.bestand),) if self.acceptaties else ()

    def op(self, rapport: Rapport, paden: Sequence[Path], peildatum: date) -> Rapport:
        """Return the report as it is shown; the choice comes last, so that it counts what it leaves out."""
        if self.acceptaties is not None:
            rapport = self.acceptaties.op(rapport, peildatum)
        return self.keuze.op(met_runmeldingen(rapport, paden, peildatum))
