"""Durations, frequencies and deadlines in words (domein.md 2.5), read as numbers.

Understood are, among others: ``1 dag tot 1 week``, ``een tot twee weken``,
``maximaal 2 weken na persoonsbeschrijving``, ``binnen 5 werkdagen na besluit``,
``gemiddeld 8 weken``, ``volgens het plan``, ``enkele dagen voor vertrek``,
``minimaal 1 keer per 2 weken``, ``gemiddeld 1 keer per week``.  Several of these may
be joined by a comma; each part adds what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

ANKERS = {
    "aanmelddatum": ("aanmelding", "aanmelddatum", "de aanmelding"),
    "aanmeldingsbesluit": ("aanmeldingsbesluit", "besluit bij aanmelding", "het aanmeldingsbesluit"),
    "intakegesprek": ("intakegesprek", "het intakegesprek", "intake"),
    "intakebesluit": ("intakebesluit", "het intakebesluit", "besluit bij intake"),
    "startdatum": ("start", "startdatum", "opname", "opnamedatum", "de start", "de opname", "de opnamedatum"),
    "persoonsbeschrijving_datum": ("persoonsbeschrijving", "de persoonsbeschrijving", "beschrijving"),
    "plan_datum": ("plan", "plandatum", "begeleidingsplan", "het plan", "het begeleidingsplan", "ondertekening"),
    "plan_termijn": ("plantermijn", "de termijn van het plan", "einde van het plan"),
    "evaluatiegesprek": ("evaluatie", "evaluatiegesprek", "het evaluatiegesprek"),
    "evaluatiebesluit": ("evaluatiebesluit", "het evaluatiebesluit", "besluit bij evaluatie"),
    "vertrekdatum": ("vertrek", "vertrekdatum", "het vertrek"),
    "handleiding_versiedatum": ("versiedatum", "handleiding", "de vorige versie", "vorige herziening"),
}
_ANKER = {woord: sleutel for sleutel, woorden in ANKERS.items() for woord in (sleutel, *woorden)}

_WOORDEN = "een één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()
_GETALWOORD = {woord: max(1.0, float(nr)) for nr, woord in enumerate(_WOORDEN)} | {
    "half": 0.5,
    "halve": 0.5,
    "anderhalf": 1.5,
    "anderhalve": 1.5,
}
_EENHEID = {
    "minuut": ("minuut", "minuten", "min"),
    "uur": ("uur", "uren"),
    "dag": ("dag", "dagen", "kalenderdag", "kalenderdagen"),
    "werkdag": ("werkdag", "werkdagen"),
    "week": ("week", "weken"),
    "maand": ("maand", "maanden"),
    "jaar": ("jaar", "jaren"),
}
_EENHEID_VAN = {woord: naam for naam, woorden in _EENHEID.items() for woord in woorden}
_DAGEN = {"minuut": 1 / 1440, "uur": 1 / 24, "dag": 1.0, "werkdag": 1.4, "week": 7.0, "maand": 30.4375, "jaar": 365.25}

_G = r"(?P<{0}>\d+(?:[.,]\d+)?|" + "|".join(sorted(_GETALWOORD, key=len, reverse=True)) + ")"
_E = r"(?P<{0}>" + "|".join(sorted(_EENHEID_VAN, key=len, reverse=True)) + ")"
_ANKERDEEL = r"(?:\s+(?P<richting>na|voor|vóór|vanaf)\s+(?P<anker>[a-zé_ ]+?))?"
_BEREIK = re.compile(
    _G.format("g1")
    + r"(?:\s+"
    + _E.format("e1")
    + r")?\s*(?:tot|-|–|t/m)\s*(?:ongeveer\s+)?"
    + _G.format("g2")
    + r"\s+"
    + _E.format("e2")
    + _ANKERDEEL
)
_GRENS = re.compile(
    r"(?P<soort>maximaal|max\.?|binnen|uiterlijk|hooguit|minimaal|min\.?|minstens|ten minste|gemiddeld|gem\.?)?\s*"
    + _G.format("g1")
    + r"\s+"
    + _E.format("e1")
    + _ANKERDEEL
)
_KEER = re.compile(
    r"(?P<soort>minimaal|minstens|ten minste|gemiddeld|maximaal)?\s*(?:"
    + _G.format("g1")
    + r"\s+(?:keer|maal|gesprek|gesprekken)|(?P<eens>eens|wekelijks|maandelijks|jaarlijks))"
    + r"(?:\s+per\s+(?:"
    + _G.format("g2")
    + r"\s+)?"
    + _E.format("e2")
    + r")?"
    + _ANKERDEEL
)
_PER = re.compile(_G.format("g1") + r"\s+" + _E.format("e1") + r"\s+per\s+(?P<per>\w+)")
_ENKELE = re.compile(r"(?:enkele|een paar)\s+" + _E.format("e1") + _ANKERDEEL)
_PLAN = re.compile(r"(?:volgens|afhankelijk van)\s+(?:het|de afspraken in het)\s+(?:\w+)|zolang het plan loopt")
_OPEN = re.compile(r"niet vastgelegd|zo vaak als nodig|zeer vaak|doorlopend|direct|stelselmatig")
_MAX = {"maximaal", "max", "max.", "binnen", "uiterlijk", "hooguit"}
_MIN = {"minimaal", "min", "min.", "minstens", "ten minste"}


@dataclass(frozen=True, slots=True)
class Maat:
    """A length of time: a number of units."""

    getal: float
    eenheid: str

    @property
    def dagen(self) -> float:
        """Length in calendar days; a month counts 30.4 days, five werkdagen a week."""
        return self.getal * _DAGEN[self.eenheid]


@dataclass(frozen=True, slots=True)
class Duur:
    """What a duration in words says, as numbers.

    ``keer`` is set for a frequency: so many times per ``per``.  ``anker`` is the
    event from which is counted (a key of `ANKERS`), ``richting`` na or voor.
    """

    tekst: str
    min: Maat | None = None
    max: Maat | None = None
    gemiddeld: Maat | None = None
    keer: float | None = None
    per: Maat | None = None
    anker: str | None = None
    richting: str = "na"
    volgens_plan: bool = False
    open: bool = False


@cache
def lees_duur(tekst: str) -> Duur | None:
    """Read a duration in words; None when a part of it can't be understood."""
    duur: Duur | None = Duur(tekst)
    for deel in _gesplitst(tekst):
        if duur is None:
            return None
        duur = _deel(duur, deel)
    return duur


def lees_delen(tekst: str) -> tuple[Duur, ...]:
    """Read each part of a duration by itself: a length and a deadline may stand side by side."""
    gelezen = (_deel(Duur(deel), deel) for deel in _gesplitst(tekst))
    return tuple(duur for duur in gelezen if duur is not None)


def _gesplitst(tekst: str) -> list[str]:
    delen = re.split(r"\s*[,;](?!\d)\s*(?:en\s+)?|\s+maar\s+", tekst.casefold().strip(" ."))
    return [deel.strip() for deel in delen]


def _deel(duur: Duur, tekst: str) -> Duur | None:
    for vorm, lees in _VORMEN:
        if treffer := vorm.fullmatch(tekst):
            return lees(duur, treffer)
    return None


def _getal(woord: str) -> float:
    return _GETALWOORD.get(woord) or float(woord.replace(",", "."))


def _maat(getal: str, eenheid: str) -> Maat:
    return Maat(_getal(getal), _EENHEID_VAN[eenheid])


def _met_anker(duur: Duur, treffer: re.Match[str]) -> Duur | None:
    woord = treffer.groupdict().get("anker")
    if not woord:
        return duur
    woord = woord.strip().removeprefix("het opstellen van ")
    if woord not in _ANKER:
        woord = re.sub(r"^(?:het|de) ", "", woord)
    if woord not in _ANKER:
        return None
    richting = "voor" if treffer["richting"] in ("voor", "vóór") else "na"
    return replace(duur, anker=_ANKER[woord], richting=richting)


def _bereik(duur: Duur, treffer: re.Match[str]) -> Duur | None:
    eenheid = treffer["e1"] or treffer["e2"]
    van, tot = _maat(treffer["g1"], eenheid), _maat(treffer["g2"], treffer["e2"])
    return _met_anker(replace(duur, min=van, max=tot), treffer)


def _grens(duur: Duur, treffer: re.Match[str]) -> Duur | None:
    maat, soort = _maat(treffer["g1"], treffer["e1"]), treffer["soort"] or ""
    if soort in _MAX:
        duur = replace(duur, max=maat)
    elif soort in _MIN:
        duur = replace(duur, min=maat)
    elif soort:
        duur = replace(duur, gemiddeld=maat)
    else:
        duur = replace(duur, min=maat, max=maat)
    return _met_anker(duur, treffer)


def _keer(duur: Duur, treffer: re.Match[str]) -> Duur | None:
    vast = {"wekelijks": "week", "maandelijks": "maand", "jaarlijks": "jaar"}.get(treffer["eens"] or "")
    per = Maat(1, vast) if vast else _maat(treffer["g2"] or "1", treffer["e2"]) if treffer["e2"] else None
    if per is None and treffer["eens"] == "eens":
        return None
    keer = _getal(treffer["g1"]) if treffer["g1"] else 1.0
    return _met_anker(replace(duur, keer=keer, per=per), treffer)


def _per(duur: Duur, treffer: re.Match[str]) -> Duur:
    return replace(duur, min=_maat(treffer["g1"], treffer["e1"]))


def _enkele(duur: Duur, treffer: re.Match[str]) -> Duur | None:
    eenheid = _EENHEID_VAN[treffer["e1"]]
    return _met_anker(replace(duur, min=Maat(1, eenheid), max=Maat(7, eenheid)), treffer)


def _plan(duur: Duur, _: re.Match[str]) -> Duur:
    return replace(duur, volgens_plan=True)


def _open(duur: Duur, _: re.Match[str]) -> Duur:
    return replace(duur, open=True)


_VORMEN = (
    (_BEREIK, _bereik),
    (_GRENS, _grens),
    (_KEER, _keer),
    (_PER, _per),
    (_ENKELE, _enkele),
    (_PLAN, _plan),
    (_OPEN, _open),
)
