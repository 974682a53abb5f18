"""A year of dossiers in totals, for management: counted once, small numbers hidden, written as Word and Excel."""

from __future__ import annotations

from generator.jaaroverzicht.bereken import GeenCijfers, bereken, kan_geteld
from generator.jaaroverzicht.cijfers import Jaarcijfers

__all__ = ["GeenCijfers", "Jaarcijfers", "bereken", "kan_geteld"]
