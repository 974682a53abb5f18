"""The dossiers of one year, as they were on its last day: what came later is left out before anything is counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from generator.dossier import dossiersleutel, hoofddatum, maak_dossiers
from generator.jaaroverzicht.cijfers import Jaar
from generator.model import Dossier, Formulier, Inrichting, Invulling, Rapport
from generator.verloop import AANMELDING, datum_van

# Where a dossier stands (`generator.dossier.STANDEN`) → the group in which it counts.
GROEP_VAN: Mapping[str, str] = {
    "aangemeld": "aanmelding",
    "wacht_op_intake": "aanmelding",
    "intake_loopt": "aanmelding",
    "wachtlijst": "wachtlijst",
    "intake_afgerond": "start_volgt",
    "spoedopname": "start_volgt",
    "proef": "begeleiding",
    "voorwaardelijk": "begeleiding",
    "gestart": "begeleiding",
    "kern": "begeleiding",
    "voortgezet": "begeleiding",
    "uitstroom": "vertrek",
    "uitzetting": "vertrek",
    "gesloten": "vertrokken",
    "doorverwezen": "niet_gestart",
    "afgewezen": "niet_gestart",
}
_VOOR_DE_START = ("proef", "voorwaardelijk")
_WEG = ("doorverwezen", "afgewezen")


@dataclass(frozen=True, slots=True)
class Jaarbeeld:
    """What can be counted: ``trajecten`` are the dossiers in which something was open or happened in the year.

    Who left and came back under the same number has two of them. ``verleden`` are those of other years.
    """

    jaar: Jaar
    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    trajecten: tuple[Dossier, ...]
    verleden: tuple[Dossier, ...]
    zonder_datum: int

    def formulieren_van(self, sleutel: str) -> Iterator[tuple[Dossier, Invulling]]:
        """Yield the forms of one kind that are about a day in the year, each with its dossier."""
        for dossier in (*self.trajecten, *self.verleden):
            for deel in dossier.van(sleutel):
                if self.jaar.bevat(hoofddatum(deel)):
                    yield dossier, deel

    def groep(self, dossier: Dossier) -> str:
        """Return in which group a dossier counts on the last day."""
        if dossier.verloop.gesloten:
            return "vertrokken"
        start = dossier.verloop.start
        if dossier.stand in _VOOR_DE_START and (start is None or start > self.jaar.tot):
            return "start_volgt"
        return GROEP_VAN[dossier.stand]


def jaarbeeld(rapport: Rapport, inrichting: Inrichting, formulieren: Mapping[str, Formulier], jaar: Jaar) -> Jaarbeeld:
    """Return the dossiers of a report as they were at the end of *jaar*; *inrichting* has its words filled in."""
    trajecten: list[Dossier] = []
    verleden: list[Dossier] = []
    zonder = 0
    for oud in rapport.dossiers:
        delen = zonder_kopieen(oud.invullingen)
        dagen = [dag for deel in delen for dag in _dagen(deel)]
        if not dagen:
            zonder += 1
            continue
        bekend = [_op(deel, jaar.tot) for deel in delen if min(_dagen(deel), default=jaar.tot) <= jaar.tot]
        for groep in _per_keer(bekend):
            for dossier in maak_dossiers(groep, inrichting, jaar.tot, formulieren):
                (trajecten if _loopt_in(dossier, jaar) else verleden).append(dossier)
    return Jaarbeeld(jaar, inrichting, formulieren, tuple(trajecten), tuple(verleden), zonder)


def zonder_kopieen(delen: Iterable[Invulling]) -> list[Invulling]:
    """Return the forms, each file once: the same file in two folders is one form."""
    gezien: set[str] = set()
    uniek = []
    for deel in delen:
        if not deel.sha256 or deel.sha256 not in gezien:
            uniek.append(deel)
        gezien.add(deel.sha256)
    return uniek


def _dagen(deel: Invulling) -> list[date]:
    """Return the day that a form is about and the day on which it was filled in, as far as known."""
    return [dag for dag in (hoofddatum(deel), datum_van(deel, "datum_ingevuld")) if dag]


def _op(deel: Invulling, tot: date) -> Invulling:
    """Return a form as it was on a day: a decision of later was not there yet."""
    besluit = datum_van(deel, "besluit_datum")
    if besluit is None or besluit <= tot:
        return deel
    return replace(deel, waarden={**deel.waarden, "besluit": None, "besluit_datum": None})


def _per_keer(delen: Sequence[Invulling]) -> Iterator[Sequence[Invulling]]:
    """Yield the forms of each time that somebody was here: after a departure a new aanmelding begins another."""
    vertrek = max((dag for deel in delen if (dag := datum_van(deel, "vertrekdatum"))), default=None)
    dagen = [datum_van(deel, "aanmelddatum") for deel in delen if deel.formulier == AANMELDING]
    terug = [dag for dag in dagen if dag and vertrek and vertrek < dag]
    nieuw = [deel for deel in delen if terug and (dag := hoofddatum(deel)) and dag >= min(terug)]
    yield [deel for deel in delen if not any(deel is ander for ander in nieuw)] if nieuw else delen
    if nieuw:
        yield nieuw


def _loopt_in(dossier: Dossier, jaar: Jaar) -> bool:
    """True when a dossier was not yet closed at the beginning of the year."""
    einde = _einde(dossier)
    return einde is None or einde >= jaar.van


def _einde(dossier: Dossier) -> date | None:
    if dossier.verloop.gesloten:
        return dossier.verloop.vertrek
    if dossier.stand not in _WEG:
        return None
    besluiten = [b.datum for b in dossier.verloop.besluiten if b.vervolg == "einde" and b.datum]
    return max(besluiten or [dag for deel in dossier.invullingen for dag in _dagen(deel)])


def rijen(deel: Invulling, veld: str) -> list[Mapping[str, Any]]:
    """Return the rows of a table that can be read."""
    waarde = deel.waarde(veld)
    return [rij for rij in waarde if isinstance(rij, Mapping)] if isinstance(waarde, (tuple, list)) else []


def mens(dossier: Dossier) -> str:
    """Return by what people are told apart: two times the same number is one person."""
    return dossiersleutel(dossier.nummer)
