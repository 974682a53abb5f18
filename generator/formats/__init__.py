"""Formats: one door to all of them.

`Lezer` reads returned forms of any format into the same record; it never raises
for what is in a file: a file that can't be read is a `Bestand` that says why.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.bron import OngeldigeBron
from generator.formats.leesplan import Leesplan, maak_leesplan
from generator.formats.meldingen import LEESMELDINGEN, bericht_van

# Under another name: importing the module `generator.formats.formaat` puts that in the place of this function.
from generator.formats.register import ACHTERVOEGSEL, FORMATEN, Formaatnaam, formaat_van
from generator.formats.register import formaat as formaat_met
from generator.formats.veilig import Geweigerd, lees_bytes
from generator.model import Bestand, Formulier, Melding, Vindplaats

if TYPE_CHECKING:
    from generator.formats.herkenning import Herkenning
    from generator.versies import Verleden

# What lies about in folders and can't be a filled form; a photo may be one, so that is refused aloud.
_GEEN_FORMULIER = (".json", ".yaml", ".yml", ".txt", ".csv", ".md", ".html", ".log", ".ini", ".py", ".db")


class Lezer:
    """Reads returned forms against the forms of one organisation; plans are made once per form."""

    def __init__(self, formulieren: Mapping[str, Formulier], verleden: Verleden | None = None) -> None:
        """Keep the tailored forms, by key (see `generator.formulier.formulieren_van`), and what was before."""
        self.formulieren = formulieren
        self.verleden = verleden
        self._plannen: dict[str, Leesplan] = {}
        self._vroeger: dict[tuple[str, str, str], Leesplan] = {}

    def plan(self, sleutel: str) -> Leesplan:
        """Return the reading plan of a form; KeyError when the organisation doesn't use it."""
        if sleutel not in self._plannen:
            self._plannen[sleutel] = maak_leesplan(self.formulieren[sleutel])
        return self._plannen[sleutel]

    def plan_bij(self, sleutel: str, versie: str, organisatie: str) -> Leesplan:
        """Return the plan of the version that a form says it is, when that was kept; else today's."""
        if self.verleden is None or versie in ("", self.formulieren[sleutel].versie):
            return self.plan(sleutel)
        welke = sleutel, versie, organisatie
        if welke not in self._vroeger:
            toen = self._definitie_bij(*welke)
            self._vroeger[welke] = maak_leesplan(toen) if toen else self.plan(sleutel)
        return self._vroeger[welke]

    def _definitie_bij(self, sleutel: str, versie: str, organisatie: str) -> Formulier | None:
        """Return an earlier definition; of a history that is damaged, whoever judges the form will say so."""
        try:
            nu = self.formulieren[sleutel]
            return self.verleden.definitie_bij(nu, versie, organisatie) if self.verleden else None
        except OngeldigeBron:
            return None

    @cached_property
    def plannen(self) -> Mapping[str, Leesplan]:
        """The plans of all forms, for recognising one by its questions."""
        return {sleutel: self.plan(sleutel) for sleutel in self.formulieren}

    def lees(self, pad: Path) -> Bestand:
        """Read one file of any format.

        Returns a `Bestand` that is ``gelezen`` with its `Invulling`, or ``geweigerd``
        with code and reason in Dutch.
        """
        try:
            inhoud = lees_bytes(pad)
        except Geweigerd as fout:
            return geweigerd(pad, "", fout)
        return self.lees_inhoud(pad, inhoud)

    def lees_inhoud(self, pad: Path, inhoud: bytes) -> Bestand:
        """Read the bytes of a file; *pad* is how it is called in messages."""
        sha256 = hashlib.sha256(inhoud).hexdigest()
        try:
            if pad.suffix.lower() in _GEEN_FORMULIER and not inhoud.startswith(b"PK"):
                soort = pad.suffix.lower().lstrip(".")
                return Bestand(
                    pad=str(pad), status="overgeslagen", reden=f"Dit is geen formulier ({soort}).", sha256=sha256
                )
            naam = formaat_van(inhoud, pad)
            invulling = formaat_met(naam).lees(inhoud, str(pad), self, sha256)
        except Geweigerd as fout:
            if fout.code in ("L51", "L52"):
                return Bestand(pad=str(pad), status="overgeslagen", reden=reden_van(fout), sha256=sha256)
            return geweigerd(pad, sha256, fout)
        return Bestand(pad=str(pad), status="gelezen", sha256=sha256, formaat=naam, invulling=invulling)


def geweigerd(pad: Path, sha256: str, fout: Geweigerd) -> Bestand:
    """Return the record of a file that was not read, with the reason in words."""
    return Bestand(pad=str(pad), status="geweigerd", reden=reden_van(fout), code=fout.code, sha256=sha256)


def reden_van(fout: Geweigerd) -> str:
    """Return in Dutch why a file was refused, and what to do."""
    return bericht_van(Melding(fout.code, fout.context, Vindplaats("")))


def lees_bestand(pad: Path, formulieren: Mapping[str, Formulier]) -> Bestand:
    """Read one file; for many, make one `Lezer` and keep it."""
    return Lezer(formulieren).lees(pad)


def is_ingevuld(pad: Path) -> bool:
    """Tell whether a file is a form of ours, in any format, in which someone wrote."""
    if not pad.is_file():
        return False
    try:
        inhoud = lees_bytes(pad)
        return formaat_met(formaat_van(inhoud, pad)).heeft_antwoorden(inhoud)
    except Geweigerd:
        return False


def herken(pad: Path) -> Herkenning:
    """Return which form a file says it is, without reading its answers; `Geweigerd` when it can't be opened."""
    inhoud = lees_bytes(pad)
    return formaat_met(formaat_van(inhoud, pad)).herken(inhoud)


__all__ = [
    "ACHTERVOEGSEL",
    "FORMATEN",
    "LEESMELDINGEN",
    "Formaatnaam",
    "Geweigerd",
    "Lezer",
    "bericht_van",
    "formaat_met",
    "formaat_van",
    "geweigerd",
    "herken",
    "is_ingevuld",
    "lees_bestand",
    "reden_van",
]
