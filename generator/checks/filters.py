"""Showing a part of the findings: only some codes, or all but some."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.checks.codes import CODES, regelcode, tip_bij
from generator.checks.registry import PER_CODE
from generator.model import Bevinding, Codekeuze, Ernst, Rapport


class VerkeerdeCode(ValueError):
    """A code to filter by can't be; the message is Dutch."""


@dataclass(frozen=True, slots=True)
class Codefilter:
    """Codes or the beginnings of codes: findings that are asked for, and those that are left out."""

    alleen: tuple[str, ...] = ()
    negeer: tuple[str, ...] = ()

    @classmethod
    def van(cls, alleen: Iterable[str], negeer: Iterable[str]) -> Codefilter:
        """Read what was typed, ``R30,R3,L`` or several times one; raises `VerkeerdeCode`."""
        return cls(_codes(alleen, "--alleen"), _codes(negeer, "--negeer"))

    def toont(self, *codes: str) -> bool:
        """True when a finding with one of these codes is asked for and none is left out."""
        gevraagd = not self.alleen or any(code.startswith(self.alleen) for code in codes)
        return gevraagd and not any(code.startswith(self.negeer) for code in codes if self.negeer)

    def toont_bevinding(self, deel: Bevinding) -> bool:
        """True when a finding is asked for; a refused file (R72) also goes by why it was refused (L46)."""
        leescode = deel.context.get("leescode")
        return self.toont(deel.code, *([str(leescode)] if leescode else []))

    def op(self, rapport: Rapport) -> Rapport:
        """Return the report with what is asked for; what was left out is counted."""
        if not self.alleen and not self.negeer:
            return rapport
        weg = Counter(deel.ernst for deel in rapport.bevindingen if not self.toont_bevinding(deel))
        geaccepteerd = rapport.geaccepteerd
        if geaccepteerd is not None:
            geaccepteerd = tuple(deel for deel in geaccepteerd if self.toont_bevinding(deel.bevinding))
        return replace(
            rapport,
            bevindingen=tuple(filter(self.toont_bevinding, rapport.bevindingen)),
            overgeslagen=tuple(deel for deel in rapport.overgeslagen if self.toont(deel.code)),
            geaccepteerd=geaccepteerd,
            keuze=Codekeuze(alleen=self.alleen, negeer=self.negeer, weggelaten={e.value: weg[e] for e in Ernst}),
        )


def _codes(getypt: Iterable[str], optie: str) -> tuple[str, ...]:
    delen = [regelcode(deel) for tekst in getypt for deel in tekst.split(",")]
    codes = tuple(dict.fromkeys(filter(None, delen)))
    if delen and not codes:
        raise VerkeerdeCode(f"Bij {optie} hoort een code, bijvoorbeeld R30, of het begin ervan: R3, L.")
    for code in codes:
        passend = [bekend for bekend in CODES if bekend.startswith(code)]
        if not passend:
            raise VerkeerdeCode(
                f"De code ‘{code}’ bij {optie} bestaat niet.{tip_bij(code)} "
                "Alle codes staan in: achtfasen lijst regels."
            )
        if all(bekend in PER_CODE and PER_CODE[bekend].niveau == "inrichting" for bekend in passend):
            raise VerkeerdeCode(f"De regel {code} kijkt naar de inrichting. Gebruik daarvoor: achtfasen toets.")
    return codes
