"""What changed between two inrichtingen, in sentences: for the log, for a report, and for R66."""

from __future__ import annotations

from generator.vergelijken.inrichtingen import KOP_LOG, Wijziging, vergelijk
from generator.vergelijken.log import als_yaml, logregels, per_kop

__all__ = ["KOP_LOG", "Wijziging", "als_yaml", "logregels", "per_kop", "vergelijk"]
