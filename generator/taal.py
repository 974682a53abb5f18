"""The organisation's own words in every text: simple substitution, no template language.

Texts may hold ``{client}``, ``{clienten}``, ``{de_client}``, ``{deze_client}``,
``{begeleider}``, ``{fase.opstart}``, ``{formulier.evaluatie}``, ``{leefgebied.wonen}``,
``{instrument.sociale_kaart}``, ``{parameter.planning_max}``, ``{organisatie}``,
``{aantal_leefgebieden}``, ``{gespreksmethode}``.  A capital (``{Client}``) gives a capital.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from generator.model import Inrichting, Term

T = TypeVar("T")
VERWIJZING = re.compile(r"\{([A-Za-zÀ-ÿ_][\w.]*)\}")
_GETALLEN = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()


STANDAARDTERMEN: Mapping[str, Term] = {
    "teamleider": Term(enkelvoud="teamleider", meervoud="teamleiders"),
    "team": Term(enkelvoud="team", meervoud="teams", lidwoord="het"),
    "overleg": Term(enkelvoud="teamoverleg", meervoud="teamoverleggen", lidwoord="het"),
    "plan": Term(enkelvoud="begeleidingsplan", meervoud="begeleidingsplannen", lidwoord="het"),
    "beschrijving": Term(enkelvoud="persoonsbeschrijving", meervoud="persoonsbeschrijvingen"),
}
"""Words that forms and chapters need, for an organisation that has none of its own."""


def standaardwoorden() -> dict[str, str]:
    """Return every way in which texts may name a standard term."""
    return {
        naam: woord for sleutel, term in STANDAARDTERMEN.items() for naam, woord in termwoorden(sleutel, term).items()
    }


def woordenlijst(inrichting: Inrichting, formuliertitels: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return every name that texts may refer to, with the organisation's own words for it."""
    woorden = {"organisatie": inrichting.organisatie.naam, **standaardwoorden()}
    for rol in inrichting.rollen:
        if rol.naam:
            woorden |= termwoorden(rol.sleutel, Term(enkelvoud=rol.naam, meervoud=rol.naam))
    for sleutel, term in inrichting.termen.items():
        woorden |= termwoorden(sleutel, term)
    for fase in inrichting.fasen:
        woorden[f"fase.{fase.sleutel}"] = fase.naam
        woorden[f"fase.{fase.sleutel}.kort"] = fase.kort
    for gebied in inrichting.leefgebieden:
        woorden[f"leefgebied.{gebied.sleutel}"] = gebied.naam
    for instrument in inrichting.instrumenten:
        woorden[f"instrument.{instrument.sleutel}"] = instrument.naam
    for sleutel, titel in (formuliertitels or {}).items():
        woorden[f"formulier.{sleutel}"] = titel
    parameters = inrichting.parameters
    woorden |= {f"parameter.{veld.name}": str(getattr(parameters, veld.name)) for veld in fields(parameters)}
    woorden["gespreksmethode"] = parameters.gespreksmethode
    woorden["aantal_leefgebieden"] = getalwoord(len(inrichting.leefgebieden))
    woorden["versie"] = inrichting.handleiding.versie
    return woorden


def getalwoord(getal: int) -> str:
    """Return a small number as a word, a larger one in digits."""
    return _GETALLEN[getal] if 0 <= getal < len(_GETALLEN) else str(getal)


def termwoorden(sleutel: str, term: Term) -> dict[str, str]:
    """Return every way in which texts may name a term: ``client``, ``clienten``, ``de_client`` …"""
    de = term.lidwoord == "de"
    woord = term.enkelvoud
    return {
        sleutel: woord,
        f"{sleutel}en": term.meervoud,
        f"{sleutel}s": term.meervoud,
        f"de_{sleutel}": f"{term.lidwoord} {woord}",
        f"deze_{sleutel}": f"{'deze' if de else 'dit'} {woord}",
        f"die_{sleutel}": f"{'die' if de else 'dat'} {woord}",
        f"elke_{sleutel}": f"{'elke' if de else 'elk'} {woord}",
        f"onze_{sleutel}": f"{'onze' if de else 'ons'} {woord}",
    }


def vul_in(tekst: str, woorden: Mapping[str, str]) -> str:
    """Replace every known ``{naam}`` in *tekst*; an unknown one stays as it is."""

    def woord(treffer: re.Match[str]) -> str:
        naam = treffer[1]
        if naam in woorden:
            return woorden[naam]
        klein = naam[0].lower() + naam[1:]
        return _hoofdletter(woorden[klein]) if klein in woorden else treffer[0]

    return VERWIJZING.sub(woord, tekst) if "{" in tekst else tekst


def _hoofdletter(woord: str) -> str:
    return woord[:1].upper() + woord[1:]


def onbekende_verwijzingen(tekst: str, woorden: Mapping[str, str]) -> list[str]:
    """Return the names in braces that `vul_in` would leave standing."""
    return [n for n in VERWIJZING.findall(tekst) if n not in woorden and n[0].lower() + n[1:] not in woorden]


def losse_accolade(tekst: str) -> str:
    """Return a brace that belongs to no reference, or nothing."""
    rest = VERWIJZING.sub("", tekst)
    return next((teken for teken in rest if teken in "{}"), "")


def vul_record_in(record: T, woorden: Mapping[str, str]) -> T:
    """Return *record* with every text in it, however deep, filled in."""
    return _diep(record, woorden)  # type: ignore[no-any-return]


def _diep(waarde: Any, woorden: Mapping[str, str]) -> Any:
    if isinstance(waarde, str):
        return vul_in(waarde, woorden)
    if isinstance(waarde, tuple):
        return tuple(_diep(deel, woorden) for deel in waarde)
    if isinstance(waarde, Mapping):
        return {sleutel: _diep(deel, woorden) for sleutel, deel in waarde.items()}
    if is_dataclass(waarde) and not isinstance(waarde, type):
        return replace(waarde, **{v.name: _diep(getattr(waarde, v.name), woorden) for v in fields(waarde)})
    return waarde


def opsomming(delen: list[str] | tuple[str, ...], voegwoord: str = "en") -> str:
    """Return ``a, b en c``."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} {voegwoord} {delen[-1]}"
