"""How the way of working is brought in and kept alive: conditions, project and evaluation.

The ten conditions and the five points are worded once, in the forms about the organisation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.formulier import definities
from generator.handboek.blokken import AANLOOP, Blok, Cel, Stuk, Tabel, alinea, cel, koprij
from generator.handboek.boek import Boek, datum_in_woorden, hoofdletter
from generator.model import Invoering, Randvoorwaarde
from generator.taal import opsomming

_VOORWAARDE = re.compile(r"(\d+)\.\s+(.*)")
_PUNT = re.compile(r"va_(\d)")
Kolom = tuple[str, float, Sequence[str]]


def randvoorwaarden(boek: Boek) -> list[Blok]:
    """Return the ten conditions; with how each stands, as far as the organisation has said so."""
    if met_oordeel := oordelen(boek):
        return met_oordeel
    kop = koprij("Nr", "Voorwaarde", "Waar het om gaat")
    rijen = (_rij(str(nr), naam, kern) for nr, naam, kern in _tien(boek))
    return [Tabel((6, 28, 66), (kop, *rijen), omschrijving="De tien randvoorwaarden")]


def oordelen(boek: Boek) -> list[Blok]:
    """Return how the ten conditions stand; nothing when the organisation has said nothing of them."""
    invoering_ = boek.inrichting.invoering
    per_nr = {deel.nr: deel for deel in invoering_.randvoorwaarden if _gezegd(deel)} if invoering_ else {}
    if not per_nr:
        return []
    kop = koprij("Nr", "Voorwaarde", "Hoe staat het ervoor?", "Wat gaan we doen?")
    rijen = (_met_oordeel(boek, nr, naam, kern, per_nr.get(nr)) for nr, naam, kern in _tien(boek))
    return [Tabel((6, 34, 28, 32), (kop, *rijen), omschrijving="De tien randvoorwaarden: hoe het ermee staat")]


def _gezegd(deel: Randvoorwaarde) -> bool:
    return bool(deel.oordeel or deel.toelichting or deel.actie)


def _tien(boek: Boek) -> Iterator[tuple[int, str, str]]:
    """Yield number, name and meaning of the conditions."""
    for sectie in definities()["randvoorwaarden"].secties:
        if treffer := _VOORWAARDE.fullmatch(sectie.titel):
            yield int(treffer[1]), boek.tekst(treffer[2]), boek.tekst(sectie.uitleg)


def _met_oordeel(boek: Boek, nr: int, naam: str, kern: str, deel: Randvoorwaarde | None) -> tuple[Cel, ...]:
    voorwaarde = cel((Stuk(naam, "Strong"),), alinea(kern, "Tabel klein"))
    if deel is None:
        return cel(str(nr)), voorwaarde, cel(""), cel("")
    oordeel = (Stuk(hoofdletter(deel.oordeel), "Strong"),) if deel.oordeel else ""
    toelichting = boek.regel(deel.toelichting) if deel.toelichting else ""
    actie = boek.regel(deel.actie) if deel.actie else ""
    wie = hoofdletter(", ".join(filter(None, (boek.tekst(deel.wie), datum_in_woorden(boek.tekst(deel.wanneer))))))
    klein = alinea(wie, "Tabel klein") if wie else ""
    return cel(str(nr)), voorwaarde, cel(oordeel, toelichting), cel(actie, klein)


def invoering(boek: Boek) -> list[Blok]:
    """Return who leads it, when it began and how it is judged; nothing when nothing was written down."""
    if (gegevens := boek.inrichting.invoering) is None:
        return []
    return [*_feiten(boek, gegevens), *_criteria(boek, gegevens), *_verankering(boek, gegevens)]


def _feiten(boek: Boek, gegevens: Invoering) -> list[Blok]:
    evaluatie = [f"Gepland: {datum_in_woorden(gegevens.evaluatie_gepland)}"] if gegevens.evaluatie_gepland else []
    evaluatie += [f"Gehouden: {datum_in_woorden(gegevens.evaluatie_gehouden)}"] if gegevens.evaluatie_gehouden else []
    feiten = (
        ("Projectleider", [gegevens.projectleider]),
        ("Projectgroep", [opsomming(gegevens.projectgroep)]),
        ("Gestart", [datum_in_woorden(gegevens.gestart)]),
        ("Evaluatie van de werkwijze", evaluatie),
    )
    gevuld = [(naam, [boek.tekst(regel) for regel in regels]) for naam, regels in feiten if any(regels)]
    if not gevuld:
        return []
    kop = tuple(cel(alinea(naam, "Kaderlabel")) for naam, _ in gevuld)
    rij = tuple(cel(*regels, stijl="Kadertekst") for _, regels in gevuld)
    return [Tabel((1,) * len(gevuld), (kop, rij), "Kader", 1, "Wie de invoering leidt en wanneer")]


def _criteria(boek: Boek, gegevens: Invoering) -> list[Blok]:
    criteria = gegevens.criteria
    kolommen = [
        ("Waaraan merken we het?", 34.0, [boek.tekst(deel.criterium) for deel in criteria]),
        ("Hoe meten we dat?", 28.0, [boek.tekst(deel.meten) for deel in criteria]),
        ("Wat willen we bereiken?", 22.0, [boek.tekst(deel.doelwaarde) for deel in criteria]),
        ("Wanneer", 16.0, [datum_in_woorden(boek.tekst(deel.wanneer)) for deel in criteria]),
    ]
    return _tabel("Zo zien we of deze werkwijze helpt:", kolommen, "Criteria voor de evaluatie van de werkwijze")


def _verankering(boek: Boek, gegevens: Invoering) -> list[Blok]:
    namen = dict(_punten(boek))
    punten = sorted((deel for deel in gegevens.verankering if deel.geregeld or deel.toelichting), key=lambda d: d.nr)
    kolommen = [
        ("Wat", 24.0, [namen.get(deel.nr, "") for deel in punten]),
        ("Geregeld", 14.0, [hoofdletter(deel.geregeld or "") for deel in punten]),
        ("Hoe we dat doen", 62.0, [boek.tekst(deel.toelichting) for deel in punten]),
    ]
    return _tabel("Zo houden we de werkwijze levend:", kolommen, "Vijf punten die de werkwijze levend houden")


def _punten(boek: Boek) -> Iterator[tuple[int, str]]:
    """Yield number and name of the points that keep the way of working alive."""
    for veld in definities()["verankering"].velden:
        if treffer := _PUNT.fullmatch(veld.sleutel):
            yield int(treffer[1]), boek.tekst(veld.label.partition(":")[0])


def _tabel(aanloop: str, kolommen: Sequence[Kolom], omschrijving: str) -> list[Blok]:
    """Return a table of the columns that hold something; nothing when none does."""
    gevuld = [kolom for kolom in kolommen if any(kolom[2])]
    if not gevuld:
        return []
    kop = koprij(*(naam for naam, _, _ in gevuld))
    rijen = (tuple(cel(tekst) for tekst in rij) for rij in zip(*(teksten for _, _, teksten in gevuld), strict=True))
    breedtes = tuple(breedte for _, breedte, _ in gevuld)
    return [alinea(aanloop, AANLOOP), Tabel(breedtes, (kop, *rijen), omschrijving=omschrijving)]


def _rij(nr: str, naam: str, kern: str) -> tuple[Cel, ...]:
    return cel(nr), cel((Stuk(naam, "Strong"),)), cel(kern)
