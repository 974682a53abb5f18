"""Reports of invented dossiers for the tests of the page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random

from populatie import FOUTEN, PEILDATUM, ROUTES, Geval, bestanden_van, maak_dossier, model_van, past, stadia_van

from generator.checks import controleer
from generator.inrichting import ingevuld
from generator.model import Formulier, Inrichting, Rapport

Invoer = tuple[Rapport, Inrichting, Mapping[str, Formulier]]


@cache
def gevallen(aantal: int, model: str = "opvang2004") -> tuple[Geval, ...]:
    """Return so many invented dossiers of one organisation, two in five with a mistake in them."""
    return tuple(_geval(nr, model) for nr in range(1, aantal + 1))


def _geval(nr: int, model: str) -> Geval:
    rng = Random(f"{model} {nr}")
    nummer = f"D-{nr:05d}"
    soort = FOUTEN[nr % len(FOUTEN)]
    plekken = [(route, stadium) for hier, route, stadium in soort.plekken() if hier == model and past(hier, route)]
    if nr % 5 < 2 and plekken:
        route, stadium = rng.choice(plekken)
        goed = maak_dossier(model, nr, stadium, route, PEILDATUM, nummer)
        return soort.plant(goed, rng) or goed
    route = rng.choice([route for route in ROUTES if past(model, route)])
    return maak_dossier(model, nr, rng.choice(stadia_van(route)), route, PEILDATUM, nummer)


@cache
def invoer(aantal: int, model: str = "opvang2004") -> Invoer:
    """Return the report of so many invented dossiers, and what the page needs beside it."""
    soort = model_van(model)
    bestanden = [bestand for geval in gevallen(aantal, model) for bestand in bestanden_van(geval)]
    rapport = controleer(bestanden, soort.inrichting, PEILDATUM, formulieren=soort.formulieren, naam=model)
    return rapport, ingevuld(soort.inrichting), soort.formulieren
