"""Invented dossiers with a known truth: correct ones, and ones with mistakes planted in them.

Deterministic: the same seed gives the same population. Nothing here depends on pytest.
"""

from __future__ import annotations

from populatie.agenda import ROUTES, stadia_van
from populatie.dossier import maak_dossier, past
from populatie.fouten import FOUTEN, Fout
from populatie.model import HERSTART_5, MODELLEN, PEILDATUM, Deel, Geval, bestanden_van, model_van
from populatie.partij import populatie

__all__ = [
    "FOUTEN",
    "HERSTART_5",
    "MODELLEN",
    "PEILDATUM",
    "ROUTES",
    "Deel",
    "Fout",
    "Geval",
    "bestanden_van",
    "maak_dossier",
    "model_van",
    "past",
    "populatie",
    "stadia_van",
]
