"""Deviations on record: with a reason, who agreed and a date, a fout becomes an aandachtspunt (domein.md 4.0)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.model import Dossier, Invulling

REGELS_BIJ: Mapping[str, frozenset[str]] = {
    "criteria": frozenset(("R14", "R16")),
    "contra": frozenset(("R15",)),
    "fase": frozenset(("R26", "R38", "R43")),
    "termijn": frozenset(("R26", "R34", "R43")),
    "besluit": frozenset(("R18", "R20", "R34", "R35", "R43")),
    "doelen": frozenset(("R08", "R09", "R10", "R41")),
    "tekenen": frozenset(("R11",)),
    "kopie": frozenset(("R45", "R05")),
    "toestemming": frozenset(("R46",)),
    "melding": frozenset(("R25",)),
    "invullen": frozenset(("R01", "R02")),
}
"""What was deviated from (a choice of ``formulieren/_afwijking.yaml``) → the rules whose fout it softens."""


@dataclass(frozen=True, slots=True)
class Afwijking:
    """One deviation that is on record completely, and the form that it stands in."""

    waarvan: str
    datum: date
    invulling: Invulling

    def geldt_voor(self, code: str, formulier: str, cyclus: int) -> bool:
        """True when it softens a finding of rule *code* about that form.

        An open question or a missing signature is only that of the form itself; the rest holds for the
        dossier, within its cycle.
        """
        if code not in REGELS_BIJ.get(self.waarvan, ()):
            return False
        if self.waarvan in ("invullen", "tekenen", "kopie"):
            return self.invulling.formulier == formulier and (self.invulling.cyclus or 1) == cyclus
        return (self.invulling.cyclus or 1) == cyclus or self.invulling.cyclus is None


def afwijkingen_van(dossier: Dossier) -> tuple[Afwijking, ...]:
    """Return the deviations of a dossier of which nothing is missing."""
    return tuple(afwijking for deel in dossier.invullingen if "afwijking" in deel.waarden for afwijking in _in(deel))


def _in(deel: Invulling) -> Iterator[Afwijking]:
    rijen = deel.waarden.get("afwijking")
    for rij in rijen if isinstance(rijen, (tuple, list)) else ():
        if not isinstance(rij, Mapping):
            continue
        heel = all(isinstance(rij.get(naam), str) and rij[naam].strip() for naam in ("waarvan", "reden", "akkoord"))
        if heel and isinstance(rij.get("datum"), date):
            yield Afwijking(rij["waarvan"], rij["datum"], deel)
