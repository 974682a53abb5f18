"""The way back to the begeleider: forms with the findings in their margin, and a short letter for each colleague."""

from __future__ import annotations

from generator.terugmelding.maken import Mapfout, Uitkomst, Verzending, maak_terugmelding

__all__ = ["Mapfout", "Uitkomst", "Verzending", "maak_terugmelding"]
