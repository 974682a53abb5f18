"""Numbers, days and lengths of time as people read them."""

from __future__ import annotations

from datetime import date

from generator.handboek.boek import datum_in_woorden
from generator.jaaroverzicht.cijfers import Jaar
from generator.jaaroverzicht.geheim import Getal


def in_zin(getal: Getal) -> str:
    """Return a number for the middle of a sentence."""
    if getal.waarde is None and getal.vaag:
        return "een aantal"
    if getal.waarde is None:
        return "minder dan vijf" if getal.klein else "vijf of meer"
    return str(getal.waarde) if getal.waarde else "geen"


def is_er(getal: Getal) -> bool:
    """True when there is at least one."""
    return getal.waarde != 0


def dagen(aantal: int | None) -> str:
    """Return ``3 dagen``; a dash when it isn't known."""
    if aantal is None:
        return "–"
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


def dag_in_woorden(dag: date) -> str:
    """Return ``17 juni 2026``."""
    return datum_in_woorden(dag.isoformat())


def periode(jaar: Jaar) -> str:
    """Return the days that were counted."""
    return f"1 januari tot en met {dag_in_woorden(jaar.tot)}"
