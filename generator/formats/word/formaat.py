"""Word, as one of the formats (`generator.formats.formaat.Formaat`)."""

from __future__ import annotations

from generator.formats.word.inlezen import heeft_antwoorden
from generator.formats.word.inlezen import herken_word as herken
from generator.formats.word.inlezen import lees_word as lees
from generator.formats.word.opmerkingen import zet_opmerkingen
from generator.formats.word.schrijver import maak_formulier
from generator.formats.word.vuller import Vuller as maak_vuller

__all__ = ["heeft_antwoorden", "herken", "lees", "maak_formulier", "maak_vuller", "zet_opmerkingen"]
