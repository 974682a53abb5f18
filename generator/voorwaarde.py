"""Conditions in form definitions, in words a projectleider can read.

``als besluit = doorverwijzing``, ``als aanmelder ≠ client``, ``als cyclus_nr > 1``,
``als besluit = toelating|proef``, ``als kopie_op is leeg``, ``als niet (a = ja en b = nee)``,
``als organisatie.groepswonen = ja``, ``als leeftijd < parameter.leeftijd_toestemming``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from functools import cache, reduce
from typing import Any

Opzoeker = Callable[[str], Any]
Test = Callable[[Opzoeker], bool]


class Voorwaardefout(ValueError):
    """A condition that can't be read; the message is Dutch and says where."""


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """A condition that was read: names it looks at, the values it compares, and its test."""

    tekst: str
    namen: tuple[str, ...]
    vergelijkingen: tuple[tuple[str, tuple[str, ...]], ...]
    test: Test

    def geldt(self, opzoeker: Opzoeker) -> bool:
        """Judge with *opzoeker*: name → value (None when empty)."""
        return self.test(opzoeker)


_TEKEN = re.compile(r"\s*(?:(\(|\)|!=|≠|>=|<=|≥|≤|=|>|<|\|)|([^\s()!≠<>=≤≥|]+))")
_TEKENS = frozenset("( ) != ≠ >= <= ≥ ≤ = > < |".split())
_GELIJK = {"=", "!=", "≠"}
_GROTER = {">": "gt", "<": "lt", ">=": "ge", "≥": "ge", "<=": "le", "≤": "le"}


@cache
def lees_voorwaarde(tekst: str) -> Voorwaarde:
    """Read a condition, with or without ``als`` in front.

    Raises `Voorwaardefout` with a Dutch message when it can't be read.
    """
    kern = re.sub(r"^\s*als\s+", "", tekst)
    if over := _TEKEN.sub("", kern).strip():
        raise Voorwaardefout(f"In ‘{kern}’ staat een teken dat er niet hoort: ‘{over[0]}’.")
    lezer = _Lezer([a or b for a, b in _TEKEN.findall(kern)])
    test = lezer.of()
    if lezer.rest:
        raise Voorwaardefout(f"Na ‘{kern}’ staat iets dat er niet hoort: ‘{lezer.rest[0]}’.")
    return Voorwaarde(tekst, tuple(dict.fromkeys(lezer.namen)), tuple(lezer.vergelijkingen), test)


class _Lezer:
    """Recursive descent over the words of a condition; builds one closure."""

    def __init__(self, woorden: list[str]) -> None:
        self.rest = woorden
        self.namen: list[str] = []
        self.vergelijkingen: list[tuple[str, tuple[str, ...]]] = []

    def _neem(self, *verwacht: str) -> str | None:
        if self.rest and (not verwacht or self.rest[0] in verwacht):
            return self.rest.pop(0)
        return None

    def _neem_naam(self) -> str | None:
        """Take the next word unless it is a sign."""
        return None if self.rest and self.rest[0] in _TEKENS else self._neem()

    def of(self) -> Test:
        delen = [self.en()]
        while self._neem("of"):
            delen.append(self.en())
        return reduce(_of, delen)

    def en(self) -> Test:
        delen = [self.deel()]
        while self._neem("en"):
            delen.append(self.deel())
        return reduce(_en, delen)

    def deel(self) -> Test:
        if self._neem("niet"):
            binnen = self.deel()
            return lambda zoek: not binnen(zoek)
        if self._neem("("):
            binnen = self.of()
            if not self._neem(")"):
                raise Voorwaardefout("Er ontbreekt een haakje ‘)’.")
            return binnen
        return self.vergelijking()

    def vergelijking(self) -> Test:
        naam = self._neem_naam()
        if naam is None:
            hier = f"staat ‘{self.rest[0]}’" if self.rest else "houdt de voorwaarde op"
            raise Voorwaardefout(f"Waar de naam van een veld hoort, {hier}.")
        self.namen.append(naam)
        if self._neem("is"):
            return self._gevuld(naam)
        teken = self._neem(*_GELIJK, *_GROTER)
        if teken is None:
            raise Voorwaardefout(f"Na ‘{naam}’ hoort =, ≠, <, > of ‘is leeg’ / ‘is gevuld’.")
        waarden = self._waarden()
        if teken in _GELIJK:
            self.vergelijkingen.append((naam, waarden))
            gelijk = teken == "="
            return lambda zoek: _bevat(zoek(naam), waarden) is gelijk
        return _grootte(naam, _GROTER[teken], waarden[0])

    def _waarden(self) -> tuple[str, ...]:
        waarden = [self._neem_naam() or ""]
        while self._neem("|"):
            waarden.append(self._neem_naam() or "")
        if "" in waarden:
            raise Voorwaardefout("Achter het teken ontbreekt een waarde.")
        return tuple(waarden)

    def _gevuld(self, naam: str) -> Test:
        woord = self._neem("leeg", "gevuld")
        if woord is None:
            raise Voorwaardefout(f"Na ‘{naam} is’ hoort ‘leeg’ of ‘gevuld’.")
        leeg = woord == "leeg"
        return lambda zoek: is_niets(zoek(naam)) is leeg


def _of(een: Test, ander: Test) -> Test:
    return lambda zoek: een(zoek) or ander(zoek)


def _en(een: Test, ander: Test) -> Test:
    return lambda zoek: een(zoek) and ander(zoek)


def is_niets(waarde: Any) -> bool:
    """Return True for None, empty text and empty collections; 0 and False are something."""
    return waarde is None or (isinstance(waarde, (str, Collection)) and not waarde)


def _bevat(waarde: Any, keuzes: tuple[str, ...]) -> bool:
    if waarde.__class__ is str:
        return waarde in keuzes
    if isinstance(waarde, (tuple, list, set, frozenset)):
        return any(str(deel) in keuzes for deel in waarde)
    return str(waarde) in keuzes


def _grootte(naam: str, soort: str, grens: str) -> Test:
    import operator

    vergelijk = getattr(operator, soort)

    def test(zoek: Opzoeker) -> bool:
        links, rechts = _getal(zoek(naam)), _getal(grens)
        if rechts is None:
            rechts = _getal(zoek(grens))
        return links is not None and rechts is not None and bool(vergelijk(links, rechts))

    return test


def _getal(waarde: Any) -> float | None:
    if isinstance(waarde, date):
        return float(waarde.toordinal())
    try:
        return float(waarde)
    except (TypeError, ValueError):
        return None
