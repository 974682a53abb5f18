"""The course of one dossier as things with a day: what the drawing and the table beside it both show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePath

from generator.dossier import hoofddatum
from generator.model import KERNFASEN, Ernst, Faseperiode, Invulling
from generator.report.html.beeld import ERNSTEN, Beeld, Dossierbeeld
from generator.report.html.bouw import aantal, dag
from generator.werklijst import Stand, Termijnregel

GESPREK, FORMULIER, INCIDENT = "gesprek", "formulier", "incident"
_SOORTEN = {"rapportage": GESPREK, "memo": GESPREK, "leefgebiedenwijzer": GESPREK, "incident": INCIDENT}
_TERUG, _VOORUIT, _MINST = timedelta(days=6 * 365), timedelta(days=183), timedelta(days=56)
ZEGT: dict[Stand, str] = {
    "te laat": "voorbij en nog open",
    "loopt": "loopt nog",
    "gehaald": "op tijd gedaan",
    "te laat gehaald": "te laat gedaan",
}
"""How a deadline stands → in words of the legend."""


@dataclass(frozen=True, slots=True)
class Balk:
    """A fase from day to day; ``loopt`` when it has no end yet."""

    fase: str
    cyclus: int
    van: date
    tot: date
    loopt: bool
    zin: str


@dataclass(frozen=True, slots=True)
class Punt:
    """A talk, a form or an incident."""

    dag: date
    soort: str
    zin: str


@dataclass(frozen=True, slots=True)
class Merk:
    """Findings of one weight on one day."""

    dag: date
    ernst: Ernst
    aantal: int
    zin: str


@dataclass(frozen=True, slots=True)
class Tijdlijn:
    """All that has a day.  From ``van`` to ``tot`` is what the drawing has room for."""

    van: date
    tot: date
    peildatum: date
    balken: tuple[Balk, ...]
    punten: tuple[Punt, ...]
    vlaggen: tuple[Termijnregel, ...]
    merken: tuple[Merk, ...]

    @property
    def cycli(self) -> dict[int, tuple[date, date]]:
        """From the first to the last day of each cycle, as far as it is known."""
        gevonden: dict[int, tuple[date, date]] = {}
        for balk in self.balken:
            if balk.fase in KERNFASEN:
                van, tot = gevonden.get(balk.cyclus, (balk.van, balk.tot))
                gevonden[balk.cyclus] = min(van, balk.van), max(tot, balk.tot)
        return gevonden

    def in_woorden(self) -> str:
        """Return what the drawing shows, in one or two sentences."""
        open_ = sum(vlag.stand == "loopt" for vlag in self.vlaggen)
        voorbij = sum(vlag.stand == "te laat" for vlag in self.vlaggen)
        delen = [
            aantal(len({balk.fase for balk in self.balken}), "fase", "fasen"),
            aantal(len(self.punten), "formulier of gesprek", "formulieren en gesprekken"),
            f"{aantal(open_, 'termijn', 'termijnen')} die nog {'loopt' if open_ == 1 else 'lopen'}",
            f"{voorbij} voorbij",
            aantal(sum(merk.aantal for merk in self.merken), "bevinding", "bevindingen"),
        ]
        return f"Van {dag(self.van)} tot {dag(self.tot)}: {', '.join(delen)}. Alles staat ook in de tabel eronder."


def tijdlijn_van(deel: Dossierbeeld, beeld: Beeld) -> Tijdlijn | None:
    """Return the timeline of a dossier; None when nothing in it has a day."""
    balken = tuple(_balk(p, beeld) for p in deel.dossier.verloop.perioden if p.van <= beeld.peildatum)
    punten = tuple(_punten(deel.dossier.invullingen, beeld))
    merken = tuple(_merken(deel, beeld))
    dagen = [d for balk in balken for d in (balk.van, balk.tot)] + [punt.dag for punt in punten]
    dagen += [vlag.uiterlijk for vlag in deel.termijnen]
    if not dagen:
        return None
    van, tot = _bereik([*dagen, beeld.peildatum], beeld.peildatum)
    return Tijdlijn(van, tot, beeld.peildatum, balken, punten, deel.termijnen, merken)


def _bereik(dagen: Sequence[date], peildatum: date) -> tuple[date, date]:
    """Return the first and last day to draw: a mistyped year must not push all the rest together."""
    van = max(min(dagen), peildatum - _TERUG)
    tot = min(max(dagen), peildatum + _VOORUIT)
    if tot - van < _MINST:
        van = tot - _MINST
    rand = max((tot - van) // 40, timedelta(days=2))
    return van - rand, tot + rand


def _balk(periode: Faseperiode, beeld: Beeld) -> Balk:
    tot = min(periode.tot or beeld.peildatum, beeld.peildatum)
    loopt = periode.tot is None or periode.tot > beeld.peildatum
    naam = fasenaam(periode.fase, beeld)
    cyclus = f", cyclus {periode.cyclus}" if periode.fase in KERNFASEN else ""
    eind = "loopt nog" if loopt else f"tot {dag(tot)}"
    lengte = aantal(max((tot - periode.van).days, 0), "dag", "dagen")
    zin = f"{naam}{cyclus}: van {dag(periode.van)}, {eind} ({lengte})"
    return Balk(periode.fase, periode.cyclus, periode.van, max(tot, periode.van), loopt, zin)


def fasenaam(sleutel: str, beeld: Beeld) -> str:
    """Return the short name of a fase."""
    return next((fase.kort for fase in beeld.inrichting.fasen if fase.sleutel == sleutel), sleutel)


def _punten(delen: Sequence[Invulling], beeld: Beeld) -> Iterator[Punt]:
    for deel in delen:
        if (wanneer := hoofddatum(deel)) is not None:
            soort = _SOORTEN.get(deel.formulier, FORMULIER)
            yield Punt(wanneer, soort, f"{beeld.titel(deel.formulier)}, {dag(wanneer)}")


def _merken(deel: Dossierbeeld, beeld: Beeld) -> Iterator[Merk]:
    """Yield the findings by day and weight: on the day of their form, else on the peildatum."""
    dagen = {d.bestand: hoofddatum(d) for d in deel.dossier.invullingen}
    groepen: dict[tuple[date, int], list[str]] = defaultdict(list)
    for regel in deel.regels:
        wanneer = dagen.get(regel.bestand) or beeld.peildatum
        groepen[wanneer, -regel.bevinding.ernst.gewicht].append(regel.bevinding.titel)
    for (wanneer, gewicht), titels in sorted(groepen.items()):
        ernst = next(e for e in Ernst if e.gewicht == -gewicht)
        soort = aantal(len(titels), *ERNSTEN[ernst][1:])
        yield Merk(wanneer, ernst, len(titels), f"{soort}, {dag(wanneer)}: {'; '.join(dict.fromkeys(titels))}")


# --------------------------------------------------------------------------
# The same in rows


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of the table beside the drawing."""

    dag: date | None
    soort: str
    zin: str
    bestand: str = ""


def rijen_van(deel: Dossierbeeld, lijn: Tijdlijn | None, beeld: Beeld) -> list[Rij]:
    """Return everything of a dossier in order of time; what has no day comes last."""
    rijen = [Rij(balk.van, "Fase", balk.zin) for balk in lijn.balken] if lijn else []
    rijen += [Rij(hoofddatum(d), _SOORTEN.get(d.formulier, FORMULIER).capitalize(), _formulierzin(d, beeld),
                  PurePath(d.bestand).name) for d in deel.dossier.invullingen]  # fmt: skip
    rijen += [Rij(t.uiterlijk, "Termijn", termijnzin(t)) for t in deel.termijnen if t.stand in ZEGT]
    return sorted(rijen, key=lambda rij: rij.dag or date.max)


def _formulierzin(deel: Invulling, beeld: Beeld) -> str:
    cyclus = f", cyclus {deel.cyclus}" if deel.cyclus else ""
    return f"{beeld.titel(deel.formulier)}{cyclus}"


def termijnzin(termijn: Termijnregel) -> str:
    """Return ``Voortgangsgesprek: loopt nog, tot en met 3-4-2026``."""
    gedaan = f" ({dag(termijn.gedaan)})" if termijn.gedaan else ""
    return f"{termijn.naam}: {ZEGT[termijn.stand]}{gedaan}, uiterlijk {dag(termijn.uiterlijk)}"
