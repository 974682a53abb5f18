"""Which leaf stands in which cell: worked out once per kind of workbook, from its names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from generator.formats.excel.boek import Gebied, Opbouw
from generator.formats.excel.indeling import bladlabel, labeltekst
from generator.formats.excel.namen import NAAM, RIJNAAM, naam_van, rijnaam
from generator.formats.leesplan import Leesplan
from generator.formats.opbouw import hulpzin, ster
from generator.veldsoorten import vergelijkbaar


@dataclass(slots=True)
class Celplan:
    """Where the names of a workbook say that the leaves of a form stand."""

    los: dict[str, tuple[Gebied, ...]] = field(default_factory=dict)
    kolommen: dict[str, tuple[Gebied, ...]] = field(default_factory=dict)
    rijsleutels: dict[str, Gebied] = field(default_factory=dict)
    vreemd: tuple[tuple[str, tuple[Gebied, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Verwachting:
    """What the form prints beside a leaf: the label alone, and with star and help; and whether no other has it."""

    label: str
    gedrukt: str
    uniek: bool


class _Zelf:
    """Something that is compared by being the same thing: for a cache of what can't be hashed."""

    __slots__ = ("wat",)

    def __init__(self, wat: object) -> None:
        self.wat = wat

    def __hash__(self) -> int:
        return id(self.wat)

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Zelf) and self.wat is ander.wat


def celplan(opbouw: Opbouw, plan: Leesplan) -> Celplan:
    """Return where the leaves of *plan* stand in a workbook that is built like this."""
    return _celplan(_Zelf(opbouw), _Zelf(plan))


@lru_cache(maxsize=256)
def _celplan(opbouw: _Zelf, plan: _Zelf) -> Celplan:
    assert isinstance(opbouw.wat, Opbouw)
    assert isinstance(plan.wat, Leesplan)
    return _maak(opbouw.wat, plan.wat)


def _maak(opbouw: Opbouw, plan: Leesplan) -> Celplan:
    bladen = {naam_van(sleutel).casefold(): sleutel for sleutel in plan.bladen}
    kolommen = {naam_van(sleutel).casefold(): sleutel for sleutel in plan.kolommen}
    rijen = {rijnaam(sleutel).casefold(): sleutel for sleutel in plan.tabellen}
    vellen = {vel.naam.casefold(): vel.naam for vel in opbouw.vellen}
    uit = Celplan()
    vreemd: dict[str, tuple[Gebied, ...]] = {}
    for naam, overal in opbouw.namen:
        klein = naam.casefold()
        if not klein.startswith((NAAM, RIJNAAM)):
            continue
        gebieden = tuple(g._replace(blad=vellen[g.blad.casefold()]) for g in overal if g.blad.casefold() in vellen)
        if klein in bladen:
            uit.los[bladen[klein]] = uit.los.get(bladen[klein], ()) + gebieden
        elif klein in kolommen:
            uit.kolommen[kolommen[klein]] = uit.kolommen.get(kolommen[klein], ()) + gebieden
        elif klein in rijen and gebieden:
            uit.rijsleutels.setdefault(rijen[klein], gebieden[0])
        elif klein.startswith(NAAM) and gebieden:
            vreemd[naam[len(NAAM) :].replace("__", ".")] = gebieden
    uit.vreemd = tuple(vreemd.items())
    return uit


def verwachtingen(plan: Leesplan) -> Mapping[str, Verwachting]:
    """Return leaf → what the form prints beside it."""
    return _verwachtingen(_Zelf(plan))


@lru_cache(maxsize=256)
def _verwachtingen(plan: _Zelf) -> Mapping[str, Verwachting]:
    wat = plan.wat
    assert isinstance(wat, Leesplan)
    velden = {veld.sleutel: veld for veld in wat.formulier.velden}
    uit = {}
    hoe_vaak = Counter(vergelijkbaar(bladlabel(blad)) for blad in wat.bladen.values())
    for sleutel, blad in wat.bladen.items():
        label = bladlabel(blad)
        met_hulp = blad.soort != "vakje" and blad.deel in ("", "naam")
        teken, hulp = (ster(blad.veld), hulpzin(blad.veld, velden)) if met_hulp else ("", "")
        uit[sleutel] = Verwachting(label, labeltekst(label, teken, hulp), hoe_vaak[vergelijkbaar(label)] == 1)
    return uit
