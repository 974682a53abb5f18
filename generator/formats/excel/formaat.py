"""Excel, as one of the formats (`generator.formats.formaat.Formaat`)."""

from __future__ import annotations

from generator.formats.excel.inlezen import heeft_antwoorden
from generator.formats.excel.inlezen import herken_excel as herken
from generator.formats.excel.inlezen import lees_excel as lees
from generator.formats.excel.opmerkingen import zet_opmerkingen
from generator.formats.excel.schrijver import maak_formulier
from generator.formats.excel.vuller import Vuller as maak_vuller

__all__ = ["heeft_antwoorden", "herken", "lees", "maak_formulier", "maak_vuller", "zet_opmerkingen"]
