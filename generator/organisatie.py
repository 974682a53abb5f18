"""An organisation as a whole: its inrichting read, and all of it checked."""

from __future__ import annotations

from generator.bron import Bron, OngeldigeBron, lees_yaml
from generator.formulier import aanpassingsfouten, definities
from generator.inrichting import controleer_inrichting, zoek_inrichting
from generator.model import Inrichting


def lees_organisatie(naam: str) -> Inrichting:
    """Read an inrichting and check all of it, how it tailors the forms included.

    *naam* is a file (YAML or workbook), a folder with one, or the name of a starting model.
    Raises `OngeldigeBron` with all mistakes: file, place, key path, remedy.
    """
    return controleer_organisatie(bron_van(naam))


def bron_van(naam: str) -> Bron:
    """Return what the file of an inrichting says, and where; see `lees_organisatie` for *naam*."""
    return lees_yaml(zoek_inrichting(naam))


def controleer_organisatie(bron: Bron) -> Inrichting:
    """Make the inrichting of *bron* and check all of it; see `lees_organisatie`."""
    inrichting = controleer_inrichting(bron)
    fouten = [
        bron.fout(("formulieren", sleutel, *pad), bericht)
        for sleutel, aanpassing in inrichting.formulieren.items()
        for pad, bericht in aanpassingsfouten(definities()[sleutel], aanpassing)
    ]
    if fouten:
        raise OngeldigeBron(fouten)
    return inrichting
