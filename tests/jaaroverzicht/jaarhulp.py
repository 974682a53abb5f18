"""Helpers of these tests: dossiers of one organisation judged, and numbers compared."""

from __future__ import annotations

from dataclasses import dataclass

from populatie import PEILDATUM, Geval, bestanden_van, model_van

from generator.checks import controleer
from generator.jaaroverzicht import Jaarcijfers, bereken
from generator.jaaroverzicht.cijfers import Verdeling
from generator.jaaroverzicht.geheim import GRENS, Getal
from generator.model import Bestand, Rapport


@dataclass(frozen=True)
class Partij:
    """The dossiers of one organisation, read and judged."""

    model: str
    gevallen: tuple[Geval, ...]
    rapport: Rapport

    def cijfers(self, jaar: int = PEILDATUM.year) -> Jaarcijfers:
        """Count a year of it."""
        model = model_van(self.model)
        return bereken(self.rapport, model.inrichting, model.formulieren, jaar, PEILDATUM)


def partij(model: str, gevallen: list[Geval]) -> Partij:
    """Judge dossiers of one organisation."""
    bestanden: list[Bestand] = [bestand for geval in gevallen for bestand in bestanden_van(geval)]
    soort = model_van(model)
    rapport = controleer(bestanden, soort.inrichting, PEILDATUM, formulieren=soort.formulieren)
    return Partij(model, tuple(gevallen), rapport)


def klopt(getal: Getal, naief: int) -> None:
    """Check a number against a count: equal, or hidden as it should be."""
    if getal.waarde is not None:
        assert getal.waarde == naief
        assert not 1 <= naief < GRENS
    elif getal.klein:
        assert 1 <= naief < GRENS
    else:
        assert naief >= GRENS


def zichtbaar(verdeling: Verdeling) -> int:
    """Return how many lines show their number."""
    return sum(post.getallen[0].waarde is not None for post in verdeling.posten)
