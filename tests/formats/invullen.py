"""Known answers for any form, and the short road from answers to a file that was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from generator.formats import Lezer
from generator.formats.bladen import Blad, bladen_van, kolomblad
from generator.formats.opbouw import lege_rijen
from generator.formats.word import vul
from generator.model import Bestand, Formulier, Invulling, Veld
from generator.veldsoorten import normaliseer_antwoorden

TIEN = (
    "aanmelding",
    "intake",
    "toestemming",
    "checklist_opstart",
    "leefgebiedenwijzer",
    "persoonsbeschrijving",
    "begeleidingsplan",
    "evaluatie",
    "checklist_uitstroom",
    "exit",
)
DOSSIER, CYCLUS = "D-0042", 2
_KOP = {"dossier_nr": DOSSIER, "cyclus_nr": CYCLUS}


def volle_antwoorden(formulier: Formulier) -> dict[str, Any]:
    """Return regular answers in which every leaf has a value that no other leaf has, where its kind allows it."""
    teller = _Teller()
    ruw: dict[str, Any] = {veld.sleutel: _vol_veld(veld, formulier, teller) for veld in formulier.velden}
    ruw |= {sleutel: waarde for sleutel, waarde in _KOP.items() if formulier.veld(sleutel)}
    waarden, fouten = normaliseer_antwoorden(formulier, ruw)
    assert fouten == ()
    assert list(waarden) == [veld.sleutel for veld in formulier.velden]
    return waarden


class _Teller:
    def __init__(self) -> None:
        self.nr = 0

    def waarde(self, blad: Blad, plaats: str) -> Any:
        self.nr += 1
        if blad.soort == "datum":
            return date(2026, 1, 1) + timedelta(days=self.nr)
        if blad.soort == "getal":
            laag, hoog = blad.veld.minimum or 0, blad.veld.maximum
            return int(laag + (self.nr if hoog is None else self.nr % (hoog - laag + 1)))
        if blad.soort in ("keuze", "ja_nee", "voorgedrukt") and blad.opties:
            return blad.opties[self.nr % len(blad.opties)].sleutel
        return f"Antwoord op {plaats}"


def _vol_veld(veld: Veld, formulier: Formulier, teller: _Teller) -> Any:
    if veld.soort == "tabel":
        return [_volle_rij(veld, nr, teller) for nr in range(len(veld.rijen) + min(veld.reserve, 2))]
    bladen = list(bladen_van(veld, formulier))
    if veld.soort == "meerkeuze":
        waarden: dict[str, Any] = {}
        for nr, blad in enumerate(bladen):
            lijst = waarden.setdefault(blad.gebied.sleutel if blad.gebied else "", [])
            if nr % 3 != 1:
                lijst.append(blad.optie)
        return waarden.get("", waarden)
    if veld.per_leefgebied == "ja":
        return {blad.gebied.sleutel: teller.waarde(blad, blad.sleutel) for blad in bladen if blad.gebied}
    if veld.soort == "handtekening":
        return {blad.deel: teller.waarde(blad, blad.sleutel) for blad in bladen}
    return teller.waarde(bladen[0], veld.sleutel)


def _volle_rij(veld: Veld, nr: int, teller: _Teller) -> dict[str, Any]:
    rij = {}
    for kolom in veld.kolommen:
        plaats = f"{veld.sleutel} rij {nr + 1} {kolom.sleutel}"
        rij[kolom.sleutel] = teller.waarde(kolomblad(veld, kolom), plaats)
        if kolom.soort == "voorgedrukt":
            rij[kolom.sleutel] = veld.rijen[nr].sleutel if nr < len(veld.rijen) else f"Eigen regel {nr + 1}"
    return rij


def vol_bestand(formulier: Formulier, blanco: Mapping[str, bytes], **anders: Any) -> bytes:
    """Return a form that is filled in full; *anders* changes some of the answers, None takes one out."""
    waarden = volle_antwoorden(formulier) | anders
    gevuld = {sleutel: waarde for sleutel, waarde in waarden.items() if waarde is not None}
    return vul(blanco[formulier.sleutel], formulier, gevuld, DOSSIER, CYCLUS)


def lees(lezer: Lezer, inhoud: bytes, naam: str = "terug.docx") -> Invulling:
    """Read bytes that must be readable."""
    bestand = lezer.lees_inhoud(Path(naam), inhoud)
    assert bestand.status == "gelezen", bestand.reden
    assert bestand.invulling is not None
    return bestand.invulling


def codes(gelezen: Invulling) -> list[str]:
    """Return the codes of the reading messages, sorted, each as often as it was given."""
    return sorted(melding.code for melding in gelezen.meldingen)


def velden_bij(gelezen: Invulling, code: str) -> list[str]:
    """Return at which leaves a reading message was given."""
    return [melding.vindplaats.veld for melding in gelezen.meldingen if melding.code == code]


def route_van(gelezen: Invulling, sleutel: str) -> str:
    """Return by which route a leaf with an answer was recognised."""
    (route,) = {a.vindplaats.route for a in gelezen.antwoorden if a.sleutel == sleutel}
    return route


def routes_van_antwoorden(gelezen: Invulling) -> Counter[str]:
    """Count the routes of the answers that were found."""
    return Counter(antwoord.vindplaats.route for antwoord in gelezen.antwoorden)


def aantal_bladen(
    formulier: Formulier, rijen: Mapping[str, Sequence[Any]], vrije_rijen: Callable[[Veld], int] = lege_rijen
) -> int:
    """Return how many leaves a form has: single ones, and the cells of its printed and added rows.

    *vrije_rijen* tells how many empty rows a table has in the format.
    """
    aantal = 0
    for veld in formulier.velden:
        bladen = list(bladen_van(veld, formulier))
        aantal += len(bladen) * (
            _gedrukte_rijen(veld, rijen.get(veld.sleutel, ()), vrije_rijen(veld)) if veld.soort == "tabel" else 1
        )
    return aantal


def _gedrukte_rijen(veld: Veld, rijen: Sequence[Mapping[str, Any]], vrij: int) -> int:
    """Return how many rows a table has once *rijen* are in it; empty it has *vrij* behind its preprinted ones."""
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    gedrukt = {rij.sleutel for rij in veld.rijen}
    in_gedrukte = len({rij.get(drager) for rij in rijen} & gedrukt) if drager else 0
    return len(veld.rijen) + max(vrij, len(rijen) - in_gedrukte)


def geweigerd(lezer: Lezer, inhoud: bytes, naam: str = "terug.docx") -> Bestand:
    """Read bytes that must be refused, with a sentence in Dutch."""
    bestand = lezer.lees_inhoud(Path(naam), inhoud)
    assert bestand.status == "geweigerd"
    assert bestand.invulling is None
    assert bestand.reden
    assert bestand.reden[0].isupper()
    assert bestand.reden.endswith(".")
    assert "…" not in bestand.reden
    assert "Traceback" not in bestand.reden
    return bestand
