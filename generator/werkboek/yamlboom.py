"""Where everything stands in the text of a YAML file: the nodes with their first and last character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

_NIETS_EERST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*[ ]*")


class Vreemd(Exception):
    """YAML that we don't edit in place: anchors, tags, more documents, keys with a question mark."""


@dataclass(slots=True)
class Knoop:
    """A node: a text, or a group or list with its parts; ``begin`` and ``eind`` are places in the text."""

    soort: str  # waarde, groep, lijst
    begin: int
    eind: int
    stijl: str | None = None
    in_regel: bool = False
    delen: list[Deel] = field(default_factory=list)


@dataclass(slots=True)
class Deel:
    """A part of a group or list: where its key or dash is, its key, and its value."""

    begin: int
    sleutel: str
    waarde: Knoop


def lees_boom(tekst: str) -> Knoop:
    """Return the top node of a YAML text; `Vreemd` when it holds what we don't edit in place."""
    from ruamel.yaml import YAML

    gebeurtenissen = iter(YAML(typ="safe").parse(tekst))
    for gebeurtenis in gebeurtenissen:
        if type(gebeurtenis).__name__ in ("StreamStartEvent", "DocumentStartEvent"):
            if getattr(gebeurtenis, "explicit", False):
                raise Vreemd
            continue
        return _knoop(gebeurtenis, gebeurtenissen, tekst)
    raise Vreemd


def _knoop(gebeurtenis: Any, rest: Iterator[Any], tekst: str) -> Knoop:
    soort = type(gebeurtenis).__name__
    if getattr(gebeurtenis, "anchor", None) or getattr(gebeurtenis, "tag", None) or soort == "AliasEvent":
        raise Vreemd
    begin, eind = gebeurtenis.start_mark.index, gebeurtenis.end_mark.index
    if soort == "ScalarEvent":
        if gebeurtenis.style in ("|", ">"):
            eind = begin + len(tekst[begin:eind].rstrip())
        return Knoop("waarde", begin, eind, gebeurtenis.style or None)
    if soort == "MappingStartEvent":
        return _groep(Knoop("groep", begin, eind, in_regel=bool(gebeurtenis.flow_style)), rest, tekst)
    if soort == "SequenceStartEvent":
        return _lijst(Knoop("lijst", begin, eind, in_regel=bool(gebeurtenis.flow_style)), rest, tekst)
    raise Vreemd


def _groep(knoop: Knoop, rest: Iterator[Any], tekst: str) -> Knoop:
    for gebeurtenis in rest:
        if type(gebeurtenis).__name__ == "MappingEndEvent":
            return _af(knoop, gebeurtenis)
        sleutel = _knoop(gebeurtenis, rest, tekst)
        if sleutel.soort != "waarde" or sleutel.begin == sleutel.eind or sleutel.stijl in ("|", ">"):
            raise Vreemd
        waarde = _knoop(next(rest), rest, tekst)
        if not re.match(r"\s*:", tekst[sleutel.eind :][:10]):
            raise Vreemd
        knoop.delen.append(Deel(sleutel.begin, str(gebeurtenis.value), waarde))
    raise Vreemd


def _lijst(knoop: Knoop, rest: Iterator[Any], tekst: str) -> Knoop:
    na = knoop.begin
    for gebeurtenis in rest:
        if type(gebeurtenis).__name__ == "SequenceEndEvent":
            return _af(knoop, gebeurtenis)
        waarde = _knoop(gebeurtenis, rest, tekst)
        begin = waarde.begin if knoop.in_regel else _streepje(tekst, na)
        knoop.delen.append(Deel(begin, "", waarde))
        na = regeleind(tekst, waarde.eind)
    raise Vreemd


def _streepje(tekst: str, na: int) -> int:
    """Return where the dash of the next item is; only comments stand before it."""
    gevonden = _NIETS_EERST.match(tekst, na)
    plek = gevonden.end() if gevonden else na
    if tekst[plek : plek + 1] != "-":
        raise Vreemd
    return plek


def _af(knoop: Knoop, gebeurtenis: Any) -> Knoop:
    if knoop.in_regel:
        knoop.eind = gebeurtenis.end_mark.index
    elif knoop.delen:
        knoop.begin = knoop.delen[0].begin
        knoop.eind = knoop.delen[-1].waarde.eind
    return knoop


def regeleind(tekst: str, plek: int) -> int:
    """Return where the line after the one with *plek* begins."""
    einde = tekst.find("\n", plek)
    return len(tekst) if einde < 0 else einde + 1


def kolom(tekst: str, plek: int) -> int:
    """Return how many characters stand before *plek* on its line."""
    return plek - (tekst.rfind("\n", 0, plek) + 1)
