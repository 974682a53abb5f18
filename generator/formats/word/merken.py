"""Marks in a Word form: a bar before what was filled in beforehand, and in small print where it comes from.

They stand outside the places to fill in, in styles of the form itself: reading back passes them by.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.formats.merken import VAST_STREEPJE, Merken
from generator.formats.word.bouw import Element, alinea, el, run
from generator.formats.word.namen import q

_TBL, _TC, _TR, _TCPR, _TCW = q("w:tbl"), q("w:tc"), q("w:tr"), q("w:tcPr"), q("w:tcW")
_STIJL, _VAL = q("w:pStyle"), q("w:val")
_EERSTE_KOP = "Heading1"
_BALK = 24  # eighths of a point
_REGELSTIJL = "AFHulp"


def zet_merken(document: Element, vakken: Mapping[str, Element], merken: Merken) -> None:
    """Put marks into a filled document; *vakken* knows the control of each leaf, for a table that of a column."""
    for sleutel, regels in merken.onder_label.items():
        if (cel := _cel(vakken, sleutel)) is not None:
            _onder_label(cel, regels)
    for sleutel, regels in merken.boven_tabel.items():
        if (tabel := _tabel(vakken, sleutel)) is not None:
            _boven_tabel(tabel, regels)
    for sleutel in merken.vakken:
        if (cel := _cel(vakken, sleutel)) is not None:
            _balk(cel, merken.kleur)
    for sleutel, aantal in merken.rijen.items():
        if (tabel := _tabel(vakken, sleutel)) is not None:
            for rij in list(tabel.iter(_TR))[1 : aantal + 1]:
                _balk(next(rij.iter(_TC)), merken.kleur)
    if merken.boven:
        _bovenaan(document, merken.boven)


def _cel(vakken: Mapping[str, Element], sleutel: str) -> Element | None:
    vak = vakken.get(sleutel)
    return next(vak.iterancestors(_TC), None) if vak is not None else None


def _tabel(vakken: Mapping[str, Element], sleutel: str) -> Element | None:
    vak = vakken.get(sleutel)
    return next(vak.iterancestors(_TBL), None) if vak is not None else None


def _regels(regels: Iterable[str], bij_elkaar: bool) -> list[Element]:
    alineas = [alinea(_REGELSTIJL, _run(regel)) for regel in regels]
    for p in alineas if bij_elkaar else ():
        p[0].append(el("w:keepNext"))
    return alineas


def _run(regel: str) -> Element:
    """Return a run in which a date isn't cut in two at the end of a line."""
    eerste, *rest = (run(stuk) for stuk in regel.split(VAST_STREEPJE))
    for stuk in rest:
        eerste.append(el("w:noBreakHyphen"))
        eerste.extend(stuk)
    return eerste


def _onder_label(cel: Element, regels: Iterable[str]) -> None:
    """Add lines to the cell left of an answer."""
    links = cel.getprevious()
    if links is not None and links.tag == _TC:
        links.extend(_regels(regels, bij_elkaar=False))


def _boven_tabel(tabel: Element, regels: Iterable[str]) -> None:
    for p in _regels(regels, bij_elkaar=True):
        tabel.addprevious(p)


def _balk(cel: Element, kleur: str) -> None:
    """Draw a bar at the left of a cell; it prints in black and white too."""
    eigenschappen = cel[0]
    if eigenschappen.tag == _TCPR:
        rand = el("w:tcBorders", el("w:left", val="single", sz=_BALK, space=0, color=kleur))
        eigenschappen.insert(1 if len(eigenschappen) and eigenschappen[0].tag == _TCW else 0, rand)


def _bovenaan(document: Element, regels: Iterable[str]) -> None:
    for stijl in document.iter(_STIJL):
        if stijl.get(_VAL) == _EERSTE_KOP:
            kop = next(stijl.iterancestors(q("w:p")))
            for regel in regels:
                kop.addprevious(alinea("AFLegenda", _run(regel)))
            return
