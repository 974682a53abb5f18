"""Which form a file is: from three places, with contradictions reported, else from its questions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from generator.formats.identiteit import Identiteit, lees_regel

NAMEN = {
    "formulier": "welk formulier het is",
    "versie": "de versie",
    "organisatie": "de organisatie",
    "handleiding": "de versie van de handleiding",
    "dossier": "het dossiernummer",
    "cyclus": "de cyclus",
    "uitgangsmodel": "het uitgangsmodel",
}


@dataclass(frozen=True, slots=True)
class Herkenning:
    """The identity that a file was read as; ``tegenspraak`` is fact → the different values in words."""

    identiteit: Identiteit
    tegenspraak: Mapping[str, tuple[str, ...]]
    regel_klopt: bool
    gevonden: int


def herken(eigenschappen: Mapping[str, str], onderwerp: str, teksten: Iterable[str]) -> Herkenning:
    """Combine the three places of an identity: what most of them say counts, then the properties."""
    bronnen: list[Identiteit] = []
    klopt = True
    bekend = {veld.name for veld in fields(Identiteit)}
    eigen = {naam: _gelijkvormig(waarde) for naam, waarde in eigenschappen.items() if naam in bekend}
    if eigen.get("formulier"):
        bronnen.append(Identiteit(**eigen))
    eerste = lees_regel(onderwerp)
    for tekst in (onderwerp, *teksten):
        # Nearly always the footer holds the very line of the subject: then it is read once.
        if (lezing := eerste if eerste and onderwerp in tekst else lees_regel(tekst)) is not None:
            klopt = klopt and lezing.klopt
            bronnen.append(lezing.identiteit)
    if bronnen and all(bron == bronnen[0] for bron in bronnen):  # as nearly always
        return Herkenning(bronnen[0], {}, klopt, len(bronnen))
    keuze: dict[str, str] = {}
    tegenspraak: dict[str, tuple[str, ...]] = {}
    for naam in bekend:
        waarden = [waarde for bron in bronnen if (waarde := getattr(bron, naam))]
        keuze[naam] = Counter(waarden).most_common(1)[0][0] if waarden else ""
        if len(set(waarden)) > 1:
            tegenspraak[naam] = tuple(dict.fromkeys(waarden))
    return Herkenning(Identiteit(**keuze), tegenspraak, klopt, len(bronnen))


def _gelijkvormig(waarde: str) -> str:
    """Bring a value to the form that it has in the printed line."""
    return " ".join(waarde.replace("|", "/").split())
