"""The text of a YAML file with only what changed in its data; comments and order stay.

Blocks are put together again from pieces: every key or item with the comment above it and
the rest of its last line.  What did not change keeps its piece to the letter.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from generator.bron import OngeldigeBron, lees_yaml
from generator.werkboek import yamltekst
from generator.werkboek.paren import gepaard
from generator.werkboek.yamlboom import Deel, Knoop, Vreemd, kolom, lees_boom, regeleind

_ADEM = re.compile(r".*\n[ \t]*\n", re.DOTALL)


def pas_toe(tekst: str, gegevens: dict[str, Any]) -> str | None:
    """Return *tekst* changed so that it holds *gegevens*; None when that can't be done in place.

    Nothing changed gives the text itself, to the letter.
    """
    try:
        oud = lees_yaml(Path("inrichting.yaml"), tekst.removeprefix("\ufeff")).gegevens
    except OngeldigeBron:
        return None
    if oud == gegevens:
        return tekst
    regeleinde = "\r\n" if "\r\n" in tekst else "\n"
    bom = "\ufeff" if tekst.startswith("\ufeff") else ""
    kaal = tekst.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    nieuw = _gewijzigd(kaal, oud, gegevens)
    return None if nieuw is None else bom + nieuw.replace("\n", regeleinde)


def _gewijzigd(tekst: str, oud: Any, nieuw: dict[str, Any]) -> str | None:
    slot = "" if tekst.endswith("\n") else "\n"
    try:
        boom = lees_boom(tekst + slot)
        if boom.soort != "groep" or boom.in_regel:
            return None
        wijziger = _Wijziger(tekst + slot, boom)
        einde = regeleind(tekst + slot, boom.eind)
        uit = tekst[: boom.begin] + wijziger.blok(boom, oud, nieuw) + (tekst + slot)[einde:]
        if lees_yaml(Path("inrichting.yaml"), uit).gegevens == nieuw:
            return uit.removesuffix(slot) if slot else uit
    except (Vreemd, OngeldigeBron):
        pass
    return None


class _Wijziger:
    def __init__(self, tekst: str, boom: Knoop) -> None:
        self.tekst = tekst
        self.lijst_in = _inspringing(tekst, boom)

    # -- blocks: a key or item on every line

    def blok(self, knoop: Knoop, oud: Any, nieuw: Any) -> str:
        """Return a block from its first character up to the line after it."""
        inspring = kolom(self.tekst, knoop.begin)
        stukken: list[str] = []
        for boven, rest in self._stukken(knoop, oud, nieuw, inspring):
            stukken.append((boven if stukken else boven.lstrip(" \n")) + rest)
        return "".join(stukken)

    def _stukken(self, knoop: Knoop, oud: Any, nieuw: Any, inspring: int) -> list[tuple[str, str]]:
        """Return for every key or item what stands above it, and its own lines."""
        plan = gepaard(oud, nieuw)
        weg = set(range(len(knoop.delen))) - {was for was, _, _ in plan if was is not None}
        stukken: list[tuple[str, str]] = []
        for was, sleutel, waarde in plan:
            if was is None:
                adem = "\n" if not inspring and isinstance(waarde, dict | list) and knoop.soort == "groep" else ""
                stukken.append((adem + " " * inspring, self._nieuw(knoop, sleutel, waarde, inspring)))
                continue
            boven = self._boven(knoop, was, inspring)
            if was - 1 in weg:
                boven = self._losse_opmerkingen(knoop, was - 1) + boven
            stukken.append((boven, self._deel(knoop, was, oud, waarde, inspring)))
        return stukken

    def _boven(self, knoop: Knoop, nr: int, inspring: int) -> str:
        """Return the comments above a part, with the indent of the part itself."""
        if nr == 0:
            return " " * inspring
        return self.tekst[self._einde(knoop.delen[nr - 1]) : knoop.delen[nr].begin]

    def _losse_opmerkingen(self, knoop: Knoop, nr: int) -> str:
        """Return the comments above a part that goes away, but that an empty line sets apart from it."""
        los = _ADEM.match(self._boven(knoop, nr, 0)) if nr else None
        return los[0] if los else ""

    def _einde(self, deel: Deel) -> int:
        return regeleind(self.tekst, max(deel.waarde.eind, deel.begin))

    def _deel(self, knoop: Knoop, nr: int, oud: Any, nieuw: Any, inspring: int) -> str:
        """Return the lines of one key or item, from the key or the dash."""
        deel = knoop.delen[nr]
        was = oud[deel.sleutel] if knoop.soort == "groep" else oud[nr]
        begin, einde, waarde = deel.begin, self._einde(deel), deel.waarde
        if gelijk(was, nieuw):
            return self.tekst[begin:einde]
        blok = not waarde.in_regel and waarde.soort != "waarde"
        kop, staart = self.tekst[begin : waarde.begin], self.tekst[waarde.eind : einde]
        if blok and nieuw and type(nieuw) is type(was):
            return kop + self.blok(waarde, was, nieuw)
        if not blok and (waarde.soort == "waarde" or not isinstance(nieuw, type(was)) or not nieuw):
            return self._waarde(kop, waarde, was, nieuw, staart, inspring)
        if blok:
            sleutel, opmerkingen = _sleutelkop(kop, inspring)
            return sleutel + yamltekst.achter(nieuw, inspring, self.lijst_in) + opmerkingen
        return kop + self.in_haken(waarde, was, nieuw) + staart

    def _waarde(self, kop: str, knoop: Knoop, was: Any, nieuw: Any, staart: str, inspring: int) -> str:
        """Return a key with another value; what stood behind the old one stays on the same line."""
        if knoop.stijl == ">" and isinstance(nieuw, str) and isinstance(was, str):
            gevouwen = _herschik(self.tekst[knoop.begin : knoop.eind], nieuw)
            if gevouwen is not None:
                return kop + gevouwen + staart
        stijl = knoop.stijl if isinstance(was, str) else None
        regels = yamltekst.achter(nieuw, inspring, self.lijst_in, stijl)
        sleutel, opmerkingen = _sleutelkop(kop, inspring)
        if "\n" in regels[:-1]:
            eerste, _, rest = regels.partition("\n")
            return f"{sleutel}{eerste}{_opmerking(staart)}\n{rest}{opmerkingen}"
        return sleutel + regels[:-1] + self._uitgelijnd(staart, knoop, regels) + opmerkingen

    def _uitgelijnd(self, staart: str, knoop: Knoop, regels: str) -> str:
        """Keep a comment behind a value in its column, as far as there is room."""
        los = re.match(r"( +)#", staart)
        if not los or len(los[1]) < 2:
            return staart
        verschil = len(regels) - 2 - (knoop.eind - knoop.begin)
        return " " * max(1, len(los[1]) - verschil) + staart.lstrip(" ")

    def _nieuw(self, knoop: Knoop, sleutel: str, waarde: Any, inspring: int) -> str:
        """Return a new key or item, written like those beside it."""
        buren = [deel.waarde for deel in knoop.delen]
        regel = (
            bool(buren) and all(buur.in_regel for buur in buren) and isinstance(waarde, dict | list) and bool(waarde)
        )
        if knoop.soort == "groep":
            if regel:
                return f"{yamltekst.regeltekst(sleutel)}: {yamltekst.in_regel(waarde)}\n"
            return yamltekst.paar(sleutel, waarde, inspring, self.lijst_in)
        return f"- {yamltekst.in_regel(waarde)}\n" if regel else yamltekst.punt(waarde, inspring, self.lijst_in)

    # -- lists and groups on one line

    def in_haken(self, knoop: Knoop, oud: Any, nieuw: Any) -> str:
        """Return what stands between [ ] or { }, changed where its data changed."""
        if gelijk(oud, nieuw):
            return self.tekst[knoop.begin : knoop.eind]
        if knoop.soort == "waarde" or not nieuw or type(oud) is not type(nieuw) or not oud:
            return _in_haken(nieuw, knoop.stijl)
        plan = gepaard(oud, nieuw)
        volgorde = [was for was, _, _ in plan if was is not None]
        if volgorde != sorted(volgorde):
            return yamltekst.in_regel(nieuw)
        delen = [self._haakdeel(knoop, was, sleutel, oud, waarde) for was, sleutel, waarde in plan]
        eerste, laatste = knoop.delen[0], knoop.delen[-1]
        begin, slot = self.tekst[knoop.begin : eerste.begin], self.tekst[laatste.waarde.eind : knoop.eind]
        return begin + "".join(self._met_komma(knoop, plan, delen)) + slot

    def _met_komma(self, knoop: Knoop, plan: list[tuple[int | None, str, Any]], delen: list[str]) -> list[str]:
        """Put what stood between two parts between them again, and a comma before new ones."""
        uit: list[str] = []
        for nr, ((was, _, _), deel) in enumerate(zip(plan, delen, strict=True)):
            tussen = ", "
            if was:
                tussen = self.tekst[knoop.delen[was - 1].waarde.eind : knoop.delen[was].begin]
            uit.append((tussen if nr else "") + deel)
        return uit

    def _haakdeel(self, knoop: Knoop, was: int | None, sleutel: str, oud: Any, nieuw: Any) -> str:
        if was is None:
            waarde = yamltekst.in_regel(nieuw)
            return f"{yamltekst.in_regel(sleutel)}: {waarde}" if knoop.soort == "groep" else waarde
        deel = knoop.delen[was]
        kop = self.tekst[deel.begin : deel.waarde.begin]
        oude = oud[deel.sleutel] if knoop.soort == "groep" else oud[was]
        ruimte = " " if kop.endswith(":") and nieuw is not None else ""
        return kop + ruimte + self.in_haken(deel.waarde, oude, nieuw)


def gelijk(oud: Any, nieuw: Any) -> bool:
    """Tell whether two values are the same: 1 and "1" are not."""
    return bool(oud == nieuw)


def _in_haken(waarde: Any, stijl: str | None) -> str:
    if isinstance(waarde, str) and stijl in ('"', "'"):
        return yamltekst.regeltekst(waarde, stijl)
    return yamltekst.in_regel(waarde)


def _sleutelkop(kop: str, inspring: int) -> tuple[str, str]:
    """Return ``sleutel:`` or ``-``, and the comments that stood between it and its value."""
    eerste, *rest = kop.rstrip().split("\n")
    gevonden = re.fullmatch(r"(.*?[:-])[ \t]*(#.*)?", eerste)
    if gevonden is None:
        raise Vreemd
    opmerkingen = [gevonden[2] or "", *(regel.strip() for regel in rest)]
    return gevonden[1], "".join(" " * inspring + regel + "\n" for regel in opmerkingen if regel)


def _opmerking(staart: str) -> str:
    """Return the comment on the rest of a line, if there is one."""
    gevonden = re.match(r"[ \t]*(#[^\n]*)", staart)
    return f"  {gevonden[1]}" if gevonden else ""


def _herschik(was: str, nieuw: str) -> str | None:
    """Return folded text with new words; lines before and after the change stay as they were."""
    kop, *regels = was.split("\n")
    inspring = len(regels[0]) - len(regels[0].lstrip(" ")) if regels else 0
    eenvoudig = kop == ">-" and all(
        regel.strip() and regel[:inspring].isspace() and regel[inspring] != " " for regel in regels
    )
    if not regels or not inspring or not eenvoudig or not yamltekst.kan_vouwen(nieuw):
        return None
    oude, woorden = [regel.split() for regel in regels], nieuw.split(" ")
    voor = 0
    while voor < len(oude) and woorden[: len(oude[voor])] == oude[voor]:
        woorden = woorden[len(oude[voor]) :]
        voor += 1
    na = 0
    while na < len(oude) - voor and woorden[-len(oude[-1 - na]) :] == oude[-1 - na]:
        woorden = woorden[: -len(oude[-1 - na])]
        na += 1
    breed = max(yamltekst.BREED - inspring, *(len(regel) - inspring for regel in regels))
    midden = [" " * inspring + regel for regel in yamltekst.vouw(" ".join(woorden), breed)]
    return "\n".join([kop, *regels[:voor], *midden, *regels[len(regels) - na :]])


def _inspringing(tekst: str, boom: Knoop) -> int:
    """Return how far the dashes of a list stand to the right of their key: mostly 2, for some 0."""
    for deel in boom.delen:
        if deel.waarde.soort == "lijst" and not deel.waarde.in_regel and deel.waarde.delen:
            return kolom(tekst, deel.waarde.begin) - kolom(tekst, deel.begin)
    return 2
