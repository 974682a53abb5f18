"""What the page shows of a finished report: per dossier its fases, findings and deadlines, most urgent first."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.dossier import STANDEN, dossiersleutel
from generator.model import KERNFASEN, Dossier, Ernst, Faseperiode, Formulier, Inrichting, Invulling, Rapport
from generator.report.html.bouw import aantal, dag
from generator.werklijst import (
    Antwoordregel,
    Collegas,
    Termijnregel,
    Werkregel,
    antwoordregels,
    termijnregels,
    werkregels,
)

NADERT = 14
"""So many days before its last day a deadline draws near."""
_ALLE = 1_000_000
_AF = ("gesloten", "doorverwezen", "afgewezen")
_WACHT = {"wachtlijst": "op de wachtlijst", "wacht_op_intake": "wacht op het gesprek"}
FOUT, TE_LAAT, WACHT, LOOPT, AF, NIET = "FTNL✓–"
BETEKENIS: Mapping[str, str] = {
    FOUT: "fout in een formulier",
    TE_LAAT: "termijn voorbij",
    WACHT: "termijn nadert, of wacht nog",
    LOOPT: "loopt",
    AF: "afgerond",
    NIET: "nog niet, of niets over gezien",
}
ERNSTEN: Mapping[Ernst, tuple[str, str, str]] = {
    Ernst.FOUT: ("F", "fout", "fouten"),
    Ernst.WAARSCHUWING: ("W", "waarschuwing", "waarschuwingen"),
    Ernst.AANDACHTSPUNT: ("A", "aandachtspunt", "aandachtspunten"),
}
"""Weight of a finding → its letter, and its name for one and for more."""


@dataclass(frozen=True, slots=True)
class Cel:
    """One fase of one dossier: a letter, and what it stands for in words."""

    letter: str
    uitleg: str


@dataclass(frozen=True)
class Dossierbeeld:
    """One dossier as the page shows it.  ``anker`` is its place on the page."""

    dossier: Dossier
    begeleider: str
    naam: str
    regels: tuple[Werkregel, ...]
    termijnen: tuple[Termijnregel, ...]
    cellen: tuple[Cel, ...]
    anker: str = ""

    @property
    def stand(self) -> str:
        """Where the dossier stands, in words."""
        return STANDEN.get(self.dossier.stand, self.dossier.stand)

    @cached_property
    def telling(self) -> Mapping[Ernst, int]:
        """How many findings of each weight."""
        geteld = Counter(regel.bevinding.ernst for regel in self.regels)
        return {ernst: geteld[ernst] for ernst in Ernst}

    @property
    def te_laat(self) -> int:
        """How many deadlines have passed unmet."""
        return sum(termijn.stand == "te laat" for termijn in self.termijnen)

    @property
    def volgende(self) -> Termijnregel | None:
        """The first deadline that still runs."""
        return next((termijn for termijn in self.termijnen if termijn.stand == "loopt"), None)

    def nood(self) -> tuple[object, ...]:
        """Return by what the dossiers are put in order: what asks most comes first."""
        fout, waarschuwing, aandacht = self.telling.values()
        nadert = sum(t.stand == "loopt" and t.dagen <= NADERT for t in self.termijnen)
        return (-fout, -self.te_laat, -waarschuwing, -nadert, -aandacht, dossiersleutel(self.dossier.nummer))


@dataclass(frozen=True)
class Beeld:
    """All that the page shows."""

    rapport: Rapport
    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    namen: Mapping[str, str] = field(default_factory=dict)
    met_antwoorden: bool = False

    @cached_property
    def peildatum(self) -> date:
        """The day on which one looks."""
        return date.fromisoformat(self.rapport.peildatum)

    @cached_property
    def regels(self) -> tuple[Werkregel, ...]:
        """The worklist."""
        return werkregels(self.rapport, self.inrichting, self.formulieren)

    @cached_property
    def termijnen(self) -> tuple[Termijnregel, ...]:
        """All deadlines, by last day; those that lapsed are left out."""
        alle = termijnregels(self.rapport, self.inrichting, self.formulieren, vooruit=_ALLE)
        return tuple(termijn for termijn in alle if termijn.stand != "vervallen")

    @cached_property
    def antwoorden(self) -> Mapping[str, list[Antwoordregel]]:
        """The answers per file, when they were asked for."""
        per_bestand: dict[str, list[Antwoordregel]] = defaultdict(list)
        for regel in antwoordregels(self.rapport, self.formulieren) if self.met_antwoorden else ():
            per_bestand[regel.bestand].append(regel)
        return per_bestand

    @cached_property
    def dossiers(self) -> tuple[Dossierbeeld, ...]:
        """The dossiers, most urgent first."""
        beelden = sorted(self._dossiers(), key=Dossierbeeld.nood)
        return tuple(replace(beeld, anker=f"d{nr}") for nr, beeld in enumerate(beelden, 1))

    @cached_property
    def per_nummer(self) -> Mapping[str, Dossierbeeld]:
        """The dossiers by number, as `dossiersleutel` compares them."""
        return {dossiersleutel(beeld.dossier.nummer): beeld for beeld in self.dossiers}

    def _dossiers(self) -> Iterator[Dossierbeeld]:
        collegas = Collegas(self.rapport, self.formulieren)
        namen = {dossiersleutel(nummer): naam for nummer, naam in self.namen.items()}
        regels: dict[str, list[Werkregel]] = defaultdict(list)
        for regel in self.regels:
            regels[dossiersleutel(regel.dossier)].append(regel)
        termijnen: dict[str, list[Termijnregel]] = defaultdict(list)
        for termijn in self.termijnen:
            termijnen[dossiersleutel(termijn.dossier)].append(termijn)
        for dossier in self.rapport.dossiers:
            sleutel = dossiersleutel(dossier.nummer)
            eigen = tuple(regels[sleutel]), tuple(termijnen[sleutel])
            yield Dossierbeeld(dossier, collegas.begeleider(dossier.nummer), namen.get(sleutel, ""), *eigen,
                               cellen=tuple(self._cellen(dossier, *eigen)))  # fmt: skip

    def titel(self, formulier: str) -> str:
        """Return the title of a form as the organisation calls it, else its key."""
        definitie = self.formulieren.get(formulier)
        return definitie.titel if definitie else formulier

    def _fase(self, formulier: str, soort: str = "") -> str | None:
        """Return the fase of a form or a deadline."""
        definitie = self.formulieren.get(formulier)
        return "intake" if soort == "wachtlijst" else definitie.fase if definitie else None

    def _cellen(
        self, dossier: Dossier, regels: Sequence[Werkregel], termijnen: Sequence[Termijnregel]
    ) -> Iterator[Cel]:
        lopers = {fase.sleutel: self._loop(dossier, fase.sleutel) for fase in self.inrichting.fasen}
        begonnen = [loop.letter != NIET for loop in lopers.values()]
        for nr, (fase, loop) in enumerate(lopers.items()):
            if loop.letter == LOOPT and not loop.uitleg:
                loop = Cel(AF, "afgerond") if any(begonnen[nr + 1 :]) else Cel(LOOPT, "loopt")
            fouten = [r for r in regels if r.bevinding.ernst is Ernst.FOUT and self._fase(r.formulier) == fase]
            hier = [t for t in termijnen if self._fase(t.formulier, t.soort) == fase]
            yield _cel(loop, len(fouten), hier, dossier if fase == "intake" else None)

    def _loop(self, dossier: Dossier, fase: str) -> Cel:
        """Return whether a fase is done, runs or has not begun; without words when only a form shows that it began."""
        kring = [p.cyclus for p in dossier.verloop.perioden if p.fase in KERNFASEN and p.van <= self.peildatum]
        cyclus = max(kring, default=1) if fase in KERNFASEN else None
        perioden = [p for p in dossier.verloop.perioden if p.fase == fase and p.van <= self.peildatum
                    and cyclus in (None, p.cyclus)]  # fmt: skip
        if perioden:
            return _periode(perioden[-1], self.peildatum, dossier)
        delen = [d for d in dossier.invullingen if self._fase(d.formulier) == fase and _in_cyclus(d, cyclus)]
        return Cel(LOOPT, "") if delen else Cel(NIET, "nog niet")


def _in_cyclus(deel: Invulling, cyclus: int | None) -> bool:
    return cyclus is None or (deel.cyclus or 1) == cyclus


def _periode(periode: Faseperiode, peildatum: date, dossier: Dossier) -> Cel:
    if periode.tot is not None and periode.tot <= peildatum:
        return Cel(AF, "afgerond")
    if dossier.stand in _AF:
        return Cel(AF, "gestopt")
    return Cel(LOOPT, f"loopt sinds {dag(periode.van)}")


def _cel(loop: Cel, fouten: int, termijnen: Sequence[Termijnregel], wachtend: Dossier | None) -> Cel:
    """Return the heaviest of what there is to say, with the rest in words."""
    te_laat = [t for t in termijnen if t.stand == "te laat"]
    nadert = [t for t in termijnen if t.stand == "loopt" and t.dagen <= NADERT]
    delen = [aantal(fouten, "fout", "fouten")] if fouten else []
    delen += [f"termijn voorbij: {t.naam}, {dag(t.uiterlijk)}" for t in te_laat]
    delen += [f"termijn nadert: {t.naam}, {dag(t.uiterlijk)}" for t in nadert]
    wacht = _WACHT.get(wachtend.stand, "") if wachtend else ""
    delen += [wacht] if wacht else []
    letter = FOUT if fouten else TE_LAAT if te_laat else WACHT if nadert or wacht else loop.letter
    return Cel(letter, "; ".join([*delen, loop.uitleg]) if letter != NIET else loop.uitleg)
