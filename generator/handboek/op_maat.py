"""What the organisation does otherwise than the starting model, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator import content
from generator.handboek.blokken import AANLOOP, Blok, Cel, Stuk, Tabel, alinea, cel, koprij
from generator.handboek.boek import Boek
from generator.model import Inrichting, Organisatie
from generator.organisatie import lees_organisatie
from generator.vergelijken import Wijziging, vergelijk

_SCHAKELAARS = ("setting", "groepswonen", "minderjarigen", "ambulant", "indicatie_nodig")
_HOOGSTENS = 8
_NIETS = "Zelf hebben we nog niets aan het uitgangsmodel veranderd."
_AANLOOP = "Dit doen we anders dan in het uitgangsmodel waarmee we begonnen:"


def op_maat(boek: Boek) -> list[Blok]:
    """Return a table of the parts that differ from the starting model, with the reasons that were given.

    Nothing when the starting model isn't one of ours: then there is nothing to compare with.
    """
    inrichting = boek.inrichting
    if inrichting.uitgangsmodel not in content.uitgangsmodellen():
        return []
    wijzigingen = maatwerk(inrichting)
    return _tabel(boek, wijzigingen) if wijzigingen else [alinea(_NIETS)]


def maatwerk(inrichting: Inrichting) -> tuple[Wijziging, ...]:
    """Return how the way of working differs from the starting model.

    Who the organisation is, the handbook itself and how it was brought in are no part of that.
    Raises `OngeldigeBron` when the starting model can't be read.
    """
    model = lees_organisatie(str(content.uitgangsmodellen()[inrichting.uitgangsmodel]))
    gelijkgesteld = replace(
        model,
        organisatie=_met_schakelaars(inrichting.organisatie, model.organisatie),
        handleiding=inrichting.handleiding,
        invoering=inrichting.invoering,
    )
    return vergelijk(gelijkgesteld, inrichting)


def _met_schakelaars(organisatie: Organisatie, van: Organisatie) -> Organisatie:
    """Return *organisatie* with the switches of another: only in those may the two differ."""
    return replace(organisatie, **{naam: getattr(van, naam) for naam in _SCHAKELAARS})


def _tabel(boek: Boek, wijzigingen: Sequence[Wijziging]) -> list[Blok]:
    per_onderdeel: dict[tuple[str, str], list[str]] = {}
    for wijziging in wijzigingen:
        per_onderdeel.setdefault((wijziging.onderdeel, wijziging.kop), []).append(wijziging.tekst)
    redenen = boek.inrichting.handleiding.redenen
    met_redenen = any(redenen.get(onderdeel) for onderdeel, _ in per_onderdeel)
    rijen = []
    for (onderdeel, kop), zinnen in per_onderdeel.items():
        rij = [cel((Stuk(kop, "Strong"),)), _zinnen(zinnen)]
        rijen.append((*rij, cel(boek.regel(redenen.get(onderdeel, "")))) if met_redenen else tuple(rij))
    koppen = ("Onderdeel", "Wat er anders is", "Waarom")[: 3 if met_redenen else 2]
    breedtes = (26.0, 43.0, 31.0)[: len(koppen)]
    uitleg = "Wat wij anders doen dan het uitgangsmodel" + (", en waarom" if met_redenen else "")
    return [alinea(_AANLOOP, AANLOOP), Tabel(breedtes, (koprij(*koppen), *rijen), omschrijving=uitleg)]


def _zinnen(zinnen: Sequence[str]) -> Cel:
    """Return the sentences of a part; after the first ones only how many more there are."""
    if len(zinnen) <= _HOOGSTENS + 1:
        return cel(*zinnen)
    return cel(*zinnen[:_HOOGSTENS], f"En nog {len(zinnen) - _HOOGSTENS} andere wijzigingen.")
