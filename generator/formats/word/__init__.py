"""Word forms: a blank out of a definition, filled from answers, and read back."""

from __future__ import annotations

from generator.formats.word.schrijver import maak_formulier
from generator.formats.word.vuller import Vuller, vul

__all__ = ["Vuller", "maak_formulier", "vul"]
