"""What paragraph and table styles of a document amount to, in points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from generator.handboek.sjabloon import W

TWIP = 20.0


@dataclass(frozen=True, slots=True)
class Tabelmaat:
    """What counts of a table style, in points: margins inside a cell, lines under a row."""

    top: float = 0.0
    left: float = 5.4
    bottom: float = 0.0
    right: float = 5.4
    lijn: float = 0.0
    koplijn: float = 0.0


@dataclass(frozen=True, slots=True)
class Opmaak:
    """What counts of a paragraph style, in points."""

    maat: float = 10.5
    vet: bool = False
    voor: float = 0.0
    na: float = 0.0
    regel: float = 1.0
    vast: float = 0.0
    links: float = 0.0
    rechts: float = 0.0
    eerste: float = 0.0
    houd_bij: bool = False
    houd_heel: bool = False
    nieuwe_pagina: bool = False


def stijlopmaak(document: Any) -> dict[str, Opmaak]:
    """Return style id → what it amounts to, what it is based on included; ``""`` is the default."""
    wortel = document.styles.element
    elementen = {stijl.get(f"{W}styleId"): stijl for stijl in wortel.findall(f"{W}style")}
    basis = Opmaak()
    for naam in ("pPrDefault", "rPrDefault"):
        standaard = wortel.find(f"{W}docDefaults/{W}{naam}")
        basis = _met(basis, standaard) if standaard is not None else basis
    uit = {"": basis}
    inspringing = _inspringing(document)
    for naam in elementen:
        _los_op(naam, elementen, inspringing, uit)
    gewoon = next((naam for naam, stijl in elementen.items() if stijl.get(f"{W}default") == "1"), "")
    return {**uit, "": uit[gewoon]}


def _los_op(
    naam: str, elementen: Mapping[str, Any], inspringing: Mapping[str, float], uit: dict[str, Opmaak]
) -> Opmaak:
    """Add to *uit* what style *naam* amounts to, and what it is based on before that."""
    if naam in uit:
        return uit[naam]
    stijl = elementen.get(naam)
    if stijl is None:
        return uit[""]
    uit[naam] = uit[""]  # a style that is based on itself stops here
    ouder = stijl.find(f"{W}basedOn")
    opmaak = _los_op(ouder.get(f"{W}val"), elementen, inspringing, uit) if ouder is not None else uit[""]
    nummer = stijl.find(f"{W}pPr/{W}numPr/{W}numId")
    if nummer is not None:
        opmaak = replace(opmaak, links=inspringing.get(nummer.get(f"{W}val"), opmaak.links))
    uit[naam] = _met(opmaak, stijl)
    return uit[naam]


def _met(opmaak: Opmaak, stijl: Any) -> Opmaak:
    """Return *opmaak* with what *stijl* says itself."""
    nieuw: dict[str, Any] = {}
    if (maat := stijl.find(f"{W}rPr/{W}sz")) is not None:
        nieuw["maat"] = int(maat.get(f"{W}val")) / 2
    if (vet := stijl.find(f"{W}rPr/{W}b")) is not None:
        nieuw["vet"] = vet.get(f"{W}val") not in ("0", "false")
    if (ruimte := stijl.find(f"{W}pPr/{W}spacing")) is not None:
        nieuw |= _ruimte(ruimte)
    if (inspringing := stijl.find(f"{W}pPr/{W}ind")) is not None:
        for naam, sleutel in (("links", "left"), ("rechts", "right")):
            if (waarde := inspringing.get(f"{W}{sleutel}")) is not None:
                nieuw[naam] = int(waarde) / TWIP
    for naam, sleutel in (("houd_bij", "keepNext"), ("houd_heel", "keepLines"), ("nieuwe_pagina", "pageBreakBefore")):
        if (deel := stijl.find(f"{W}pPr/{W}{sleutel}")) is not None:
            nieuw[naam] = deel.get(f"{W}val") not in ("0", "false")
    return replace(opmaak, **nieuw)


def _ruimte(ruimte: Any) -> dict[str, float]:
    nieuw: dict[str, float] = {}
    for naam, sleutel in (("voor", "before"), ("na", "after")):
        if (waarde := ruimte.get(f"{W}{sleutel}")) is not None:
            nieuw[naam] = int(waarde) / TWIP
    if (regel := ruimte.get(f"{W}line")) is not None:
        vast = ruimte.get(f"{W}lineRule") in ("exact", "atLeast")
        nieuw |= {"vast": int(regel) / TWIP} if vast else {"regel": int(regel) / 240, "vast": 0.0}
    return nieuw


def _inspringing(document: Any) -> dict[str, float]:
    """Return numId → indent of its first level."""
    wortel = document.part.numbering_part.element
    soorten = wortel.findall(f"{W}abstractNum")
    per_soort = {soort.get(f"{W}abstractNumId"): soort.find(f"{W}lvl/{W}pPr/{W}ind") for soort in soorten}
    uit = {}
    for num in wortel.findall(f"{W}num"):
        deel = per_soort.get(num.find(f"{W}abstractNumId").get(f"{W}val"))
        uit[num.get(f"{W}numId")] = int(deel.get(f"{W}left") or 0) / TWIP if deel is not None else 0.0
    return uit


def tabelmaten(document: Any) -> dict[str, Tabelmaat]:
    """Return table style id → inner margins of its cells and thickness of its lines."""
    uit = {}
    for stijl in document.styles.element.findall(f"{W}style"):
        randen = stijl.find(f"{W}tblPr/{W}tblCellMar")
        if randen is not None:
            maten = {deel.tag.removeprefix(W): int(deel.get(f"{W}w")) / TWIP for deel in randen}
            tussen = _dikte(stijl.find(f"{W}tblPr/{W}tblBorders/{W}insideH"))
            kop = _dikte(stijl.find(f"{W}tblStylePr/{W}tcPr/{W}tcBorders/{W}bottom"))
            uit[stijl.get(f"{W}styleId")] = Tabelmaat(**maten, lijn=tussen, koplijn=max(kop, tussen))
    return uit


def _dikte(lijn: Any) -> float:
    return int(lijn.get(f"{W}sz") or 0) / 8 if lijn is not None else 0.0
