"""R67: how the way of working is brought in and kept (domein.md 3.17)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.checks.blik import niets
from generator.checks.inrichtingsblik import InrichtingBlik
from generator.checks.regel import Bronplek, Plek, Treffer, Uitkomst, regel
from generator.inrichting import woorden_van
from generator.model import Ernst, Invoering, Invulling
from generator.taal import opsomming, vul_in

RANDVOORWAARDEN = (
    "Visie", "Draagvlak", "Competenties", "Timing", "Begeleiding", "Coaching", "{Overleg}", "Tijd",
    "Rapportagesysteem", "Financiële middelen",
)  # fmt: skip
VERANKERPUNTEN = (
    "inwerken", "opfristraining", "evaluatie met tevredenheid", "kwaliteitssysteem en personeelsbeleid",
    "coaching en intervisie",
)  # fmt: skip
FORMULIEREN = ("randvoorwaarden", "implementatieplan", "eval_werkwijze", "verankering")
# About a year after the start; a quarter later is no longer about a year.
_JAAR, _UITERLIJK, _GEDULD = 365, 456, 30
_Plek = Bronplek | Plek


def _namen(blik: InrichtingBlik) -> tuple[str, ...]:
    """Return the ten conditions in the organisation's own words."""
    return tuple(vul_in(naam, woorden_van(blik.inrichting)) for naam in RANDVOORWAARDEN)


@dataclass(frozen=True, slots=True)
class _Punt:
    """What was said about one condition, and where."""

    plek: _Plek
    oordeel: str = ""
    actie: str = ""


@dataclass(frozen=True)
class _Stand:
    """The invoering as it stands: what the inrichting says, and over it what the latest forms say."""

    blik: InrichtingBlik

    @cached_property
    def formulieren(self) -> Mapping[str, Sequence[Invulling]]:
        delen = sorted(self.blik.invullingen, key=lambda deel: str(deel.waarden.get("of_datum") or ""))
        return {naam: [d for d in delen if d.formulier == naam] for naam in FORMULIEREN}

    @property
    def niets(self) -> bool:
        return self.blik.inrichting.invoering in (None, Invoering()) and not any(self.formulieren.values())

    @cached_property
    def voorwaarden(self) -> Mapping[int, _Punt]:
        invoering = self.blik.inrichting.invoering
        punten: dict[int, _Punt] = {}
        for plaats, deel in enumerate(invoering.randvoorwaarden if invoering else ()):
            if deel.oordeel:
                pad = ("invoering", "randvoorwaarden", plaats)
                punten[deel.nr] = _Punt(Bronplek(pad), deel.oordeel, deel.actie)
        for vel in self.formulieren["randvoorwaarden"]:
            for nr in range(1, len(RANDVOORWAARDEN) + 1):
                if not niets(oordeel := vel.waarden.get(f"rv_{nr}")):
                    actie = vel.waarden.get(f"rv_{nr}_actie")
                    punten[nr] = _Punt(Plek(vel, f"rv_{nr}_actie"), str(oordeel), "" if niets(actie) else str(actie))
        return punten

    @cached_property
    def verankerd(self) -> frozenset[int]:
        invoering = self.blik.inrichting.invoering
        gezegd = {punt.nr for punt in (invoering.verankering if invoering else ()) if punt.geregeld}
        for vel in self.formulieren["verankering"]:
            punten = range(1, len(VERANKERPUNTEN) + 1)
            gezegd |= {nr for nr in punten if not niets(vel.waarden.get(f"va_{nr}"))}
        return frozenset(gezegd)

    @property
    def criteria(self) -> bool:
        invoering = self.blik.inrichting.invoering
        eigen = [punt for punt in (invoering.criteria if invoering else ()) if punt.criterium.strip()]
        return bool(eigen) or any(vel.rijen("ip_criteria") for vel in self.formulieren["implementatieplan"])

    def datum(self, naam: str, veld: str, formulier: str = "implementatieplan") -> date | None:
        """Return the day that the latest form names in *veld*, else the inrichting in *naam*."""
        dagen = [d for vel in self.formulieren[formulier] if isinstance(d := vel.waarden.get(veld), date)]
        if dagen:
            return dagen[-1]
        tekst = getattr(self.blik.inrichting.invoering, naam, "")
        try:
            return date.fromisoformat(tekst)
        except ValueError:
            return None

    def plek(self, *namen: str, formulier: str = "implementatieplan", veld: str = "") -> _Plek:
        vellen = self.formulieren[formulier]
        return Plek(vellen[-1], veld) if vellen else Bronplek(("invoering", *namen))


@regel("R67", "Randvoorwaarden en invoering", ernst=Ernst.WAARSCHUWING, bron="S4:669-695, 735-745; S0:282, 699-711",
       niveau="inrichting")  # fmt: skip
def randvoorwaarden_en_invoering(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Een van de tien randvoorwaarden is niet beoordeeld, of de invoering mist criteria of een evaluatie.

    Gekeken wordt naar ‘invoering’ in de inrichting en naar ingevulde formulieren van de organisatie (--ingevuld);
    wat op het laatste formulier staat, gaat voor. Is er nog niets vastgelegd, of zijn er verankerpunten leeg, dan
    is het een aandachtspunt.

    Slecht: randvoorwaarde 7 (Cliëntenoverleg) is ‘nee’, en er staat geen actie bij.
    Goed: alle tien zijn beoordeeld, en bij ‘nee’ en ‘deels’ staat wat jullie gaan doen.
    """
    stand = _Stand(blik)
    if stand.niets:
        yield Treffer("niets", (Bronplek(("invoering",)),), {}, Ernst.AANDACHTSPUNT)
        return
    yield from _voorwaarden(stand)
    if not stand.criteria:
        yield Treffer("geen_criteria", (stand.plek("criteria", veld="ip_criteria"),), {})
    yield from _evaluatie(stand)
    open_ = [naam for nr, naam in enumerate(VERANKERPUNTEN, 1) if nr not in stand.verankerd]
    if open_:
        plek = stand.plek("verankering", formulier="verankering")
        yield Treffer("verankering", (plek,), {"punten": opsomming(open_)}, Ernst.AANDACHTSPUNT)


def _voorwaarden(stand: _Stand) -> Iterator[Treffer]:
    open_ = [f"{nr} ({naam})" for nr, naam in enumerate(_namen(stand.blik), 1) if nr not in stand.voorwaarden]
    if open_:
        plek = stand.plek("randvoorwaarden", formulier="randvoorwaarden")
        alle = len(open_) == len(RANDVOORWAARDEN)
        yield Treffer("niet_beoordeeld", (plek,), {"punten": "alle tien" if alle else opsomming(open_)})
    for nr, punt in sorted(stand.voorwaarden.items()):
        if punt.oordeel in ("nee", "deels") and not punt.actie.strip():
            feiten = {"nr": nr, "naam": _namen(stand.blik)[nr - 1], "oordeel": punt.oordeel}
            yield Treffer("geen_actie", (punt.plek,), feiten)


def _evaluatie(stand: _Stand) -> Iterator[Treffer]:
    vandaag = stand.blik.peildatum
    gehouden = stand.datum("evaluatie_gehouden", "of_datum", "eval_werkwijze")
    gepland = stand.datum("evaluatie_gepland", "ip_evaluatie_datum")
    gestart = stand.datum("gestart", "ip_gestart")
    plek = stand.plek("evaluatie_gepland", veld="ip_evaluatie_datum")
    if gehouden is not None:
        return
    if gepland is None:
        wanneer = f", bijvoorbeeld rond {_plus_jaar(gestart):%d-%m-%Y}" if gestart else ""
        yield Treffer("geen_evaluatie", (plek,), {"wanneer": wanneer})
    elif (vandaag - gepland).days > _GEDULD:
        yield Treffer("evaluatie_voorbij", (plek,), {"gepland": gepland})
    elif gestart is not None and (gepland - gestart).days > _UITERLIJK:
        feiten = {"gestart": gestart, "gepland": gepland, "voorstel": _plus_jaar(gestart)}
        yield Treffer("evaluatie_laat", (plek,), feiten)


def _plus_jaar(dag: date) -> date:
    return date.fromordinal(dag.toordinal() + _JAAR)


REGELS = (randvoorwaarden_en_invoering,)
