"""A returned form with what was found in its margin."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from generator.formats import Geweigerd, Lezer, formaat_met, formaat_van
from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking
from generator.formats.veilig import lees_bytes
from generator.model import Bevinding, Invulling, Vindplaats
from generator.taal import opsomming
from generator.terugmelding.stapel import VRAAG, Stapel, plekken_per_bestand, zonder_titel

# So many names of other forms are said; of the rest only how many.
_GENOEMD = 3


def per_bestand(stapel: Stapel) -> dict[str, list[tuple[Bevinding, Vindplaats]]]:
    """Return file → its findings with their place in it, heaviest first; files in order of the report."""
    gevonden: dict[str, list[tuple[Bevinding, Vindplaats]]] = {}
    for bevinding in stapel.rapport.bevindingen:
        for pad, plek in plekken_per_bestand(bevinding).items():
            gevonden.setdefault(pad, []).append((bevinding, plek))
    return {
        bestand.pad: sorted(gevonden[bestand.pad], key=lambda paar: -paar[0].ernst.gewicht)
        for bestand in stapel.rapport.bestanden
        if bestand.pad in gevonden and bestand.invulling is not None
    }


def kopie_van(pad: str, bevindingen: list[tuple[Bevinding, Vindplaats]], stapel: Stapel, lezer: Lezer) -> bytes:
    """Return the bytes of a returned form with its findings as comments.

    Raises `Geweigerd` when the file can't be opened any more, or is another one than was checked.
    """
    deel, inhoud = stapel.gelezen[pad], lees_bytes(Path(pad))
    if deel.sha256 and hashlib.sha256(inhoud).hexdigest() != deel.sha256:
        raise Geweigerd("L48", oorzaak="het is veranderd tijdens het nakijken")
    opmerkingen = [
        Opmerking(sleutel=plek.veld, alineas=(_tekst(bevinding, pad, stapel),), zoals_gelezen=bevinding.code[0] == "L")
        for bevinding, plek in bevindingen
    ]
    soort, dag = formaat_met(formaat_van(inhoud, Path(pad))), date.fromisoformat(stapel.rapport.peildatum)
    return soort.zet_opmerkingen(inhoud, _plan(deel, lezer), opmerkingen, dag)


def _plan(deel: Invulling, lezer: Lezer) -> Leesplan:
    return lezer.plan_bij(deel.formulier, deel.versie, deel.organisatie)


def _tekst(bevinding: Bevinding, pad: str, stapel: Stapel) -> str:
    """Return what the comment says: what is asked, the message, where else it stands, and the code."""
    zin = zonder_titel(bevinding.bericht, stapel.titel(pad))
    return f"{VRAAG[bevinding.ernst]}. {zin}{ook_in(bevinding, pad, stapel)} ({bevinding.code})"


def ook_in(bevinding: Bevinding, pad: str, stapel: Stapel) -> str:
    """Return a sentence on the other forms that a finding is about; nothing when there are none."""
    anders = [ander for ander in plekken_per_bestand(bevinding) if ander != pad and ander in stapel.gelezen]
    if not anders:
        return ""
    hier = stapel.dossier_van(pad)
    per_naam: dict[str, list[str]] = {}
    for ander in anders:
        per_naam.setdefault(_met_dossier(stapel.naam_zonder_bestand(ander), ander, hier, stapel), []).append(ander)
    namen = [
        _met_dossier(stapel.naam(paden[0]), paden[0], hier, stapel)
        if len(paden) == 1
        else f"{naam} ({_hoogstens([stapel.bestandsnaam(deel) for deel in paden])})"
        for naam, paden in per_naam.items()
    ]
    return f" Dit staat ook bij {_hoogstens(namen)}."


def _hoogstens(namen: list[str]) -> str:
    """Return the first names, and how many more there are."""
    rest = len(namen) - _GENOEMD
    return opsomming([*namen[:_GENOEMD], f"nog {rest}"] if rest > 0 else namen)


def _met_dossier(naam: str, pad: str, hier: str, stapel: Stapel) -> str:
    dossier = stapel.dossier_van(pad)
    return naam + (f" in dossier {dossier}" if dossier and dossier != hier else "")
