"""An organisation as a whole: its inrichting and its own forms read, and all of it checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator import content
from generator.bron import Bron, Bronfout, OngeldigeBron
from generator.formulier import aanpassingsfouten, definities_van, lees_eigen_definities
from generator.inrichting import controleer_inrichting, lees_bron, zoek_inrichting
from generator.model import Formulier, Inrichting
from generator.versies import met_versies, versiemap

EIGEN_FORMULIEREN = "formulieren"


def lees_organisatie(naam: str) -> Inrichting:
    """Read an inrichting and check all of it, how it tailors the forms included.

    *naam* is a file (YAML or workbook), a folder with one, or the name of a starting model.
    Its forms have the version that they have by now (`generator.versies`).
    Raises `OngeldigeBron` with all mistakes: file, place, key path, remedy.
    """
    bron = bron_van(naam)
    return met_versies(controleer_organisatie(bron), versiemap(thuis_van(bron)))


def bron_van(naam: str) -> Bron:
    """Return what the file of an inrichting says, and where; see `lees_organisatie` for *naam*."""
    return lees_bron(zoek_inrichting(naam))


def thuis_van(bron: Bron) -> Path | None:
    """Return the folder that belongs to an organisation; None for a starting model, which has none."""
    pad = Path(bron.bestand)
    return None if pad in content.uitgangsmodellen().values() else pad.parent


def _eigen_definities(thuis: Path | None) -> Mapping[str, Formulier]:
    """Read the organisation's own definitions; the folder of the model itself holds none of those."""
    map_ = thuis / EIGEN_FORMULIEREN if thuis else None
    if map_ is None or map_.resolve() == content.formulierdeel("").resolve():
        return {}
    return lees_eigen_definities(map_)


def _logo_ontbreekt(bron: Bron, inrichting: Inrichting) -> Iterator[Bronfout]:
    """A logo is named as seen from the folder of the inrichting."""
    logo, thuis = inrichting.organisatie.logo, thuis_van(bron)
    if logo and thuis and thuis.is_dir() and not (thuis / logo).is_file():
        bericht = f"Het plaatje ‘{logo[:60]}’ staat niet naast je inrichting. Zet het daar, of haal deze regel weg."
        yield bron.fout(("organisatie", "logo"), bericht)


def controleer_organisatie(bron: Bron) -> Inrichting:
    """Make the inrichting of *bron* and check all of it; see `lees_organisatie`.

    Definitions of its own are read from the folder ``formulieren`` beside it.
    """
    inrichting = controleer_inrichting(bron, _eigen_definities(thuis_van(bron)))
    definities = definities_van(inrichting)
    fouten = [*_logo_ontbreekt(bron, inrichting)]
    fouten += [
        bron.fout(("formulieren", sleutel, *pad), bericht)
        for sleutel, aanpassing in inrichting.formulieren.items()
        for pad, bericht in aanpassingsfouten(definities[sleutel], aanpassing)
    ]
    if fouten:
        raise OngeldigeBron(fouten)
    return inrichting
