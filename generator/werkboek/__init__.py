"""An inrichting as a workbook, and back, without loss.

Works on plain data (`generator.bron.Bron`): what a workbook can't hold is a mistake, never a loss.
"""

from __future__ import annotations

from typing import Any

from generator.werkboek.lezen import Werkboek, is_werkboek, lees_geheel, lees_werkboek
from generator.werkboek.schrijven import schrijf_werkboek

__all__ = ["Werkboek", "is_werkboek", "lees_geheel", "lees_werkboek", "maak_yaml", "schrijf_werkboek"]


def maak_yaml(gegevens: dict[str, Any], yamltekst: str | None) -> tuple[str, bool]:
    """Return an inrichting as YAML, and whether comments and order of *yamltekst* were kept.

    Only what changed since *yamltekst* is changed in it; without it the YAML is made anew.
    """
    from generator.werkboek.yamltekst import schrijf_yaml
    from generator.werkboek.yamlwijzig import pas_toe

    gewijzigd = pas_toe(yamltekst, gegevens) if yamltekst else None
    return (gewijzigd, True) if gewijzigd is not None else (schrijf_yaml(gegevens), False)
