"""Who a form says it is: the same facts in properties, in the subject and in a printed line.

The printed line survives every program, print and scan; two check digits tell
whether someone changed it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from generator.model import Formulier, Inrichting
from generator.veldsoorten import schone_tekst

LEEG = "–"
_REGEL = re.compile(
    r"Formulier (?P<formulier>[a-z][a-z0-9_]*) \| versie (?P<versie>[^|]+?) \| (?P<organisatie>[^|]+?) \| "
    r"handleiding (?P<handleiding>[^|]+?) \| dossier (?P<dossier>[^|]+?) \| cyclus (?P<cyclus>[^|]+?) \| "
    r"(?P<uitgangsmodel>[A-Za-z0-9_-]+) \| controle (?P<controle>\d\d)"
)
_SPATIES = re.compile(r"[\s\u00a0]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Identiteit:
    """The identity of one form; ``dossier`` and ``cyclus`` are empty in a blank."""

    formulier: str = ""
    versie: str = ""
    organisatie: str = ""
    handleiding: str = ""
    dossier: str = ""
    cyclus: str = ""
    uitgangsmodel: str = ""

    def regel(self) -> str:
        """Return the line that is printed in the footer and kept as the subject."""
        deel = {veld.name: _veilig(getattr(self, veld.name)) for veld in fields(self)}
        kern = (
            f"Formulier {deel['formulier']} | versie {deel['versie']} | {deel['organisatie']} | "
            f"handleiding {deel['handleiding']} | dossier {deel['dossier']} | cyclus {deel['cyclus']} | "
            f"{deel['uitgangsmodel']}"
        )
        return f"{kern} | controle {controlecijfers(kern)}"


def identiteit_van(formulier: Formulier, inrichting: Inrichting) -> Identiteit:
    """Return what a blank of this form says about itself."""
    return Identiteit(
        formulier=formulier.sleutel,
        versie=formulier.versie,
        organisatie=inrichting.organisatie.naam,
        handleiding=inrichting.handleiding.versie,
        uitgangsmodel=inrichting.uitgangsmodel,
    )


@dataclass(frozen=True, slots=True)
class Regellezing:
    """An identity line that was found in a text, and whether its check digits are right."""

    identiteit: Identiteit
    klopt: bool


def _veilig(tekst: str) -> str:
    return een_regel(tekst).replace("|", "/") or LEEG


def een_regel(tekst: str) -> str:
    """Return *tekst* on one line, without characters that no document can hold."""
    return _SPATIES.sub(" ", schone_tekst(tekst))


def controlecijfers(tekst: str) -> str:
    """Return two check digits, 00 to 96: the bytes of the text as one number, its remainder by 97.

    One changed letter or digit always shows: no two differ by 97.
    """
    return f"{int.from_bytes(tekst.encode('utf-8', 'replace'), 'big') % 97:02d}"


def lees_regel(tekst: str) -> Regellezing | None:
    """Return the identity line inside *tekst*, or None when there is none."""
    treffer = _REGEL.search(_SPATIES.sub(" ", tekst))
    if treffer is None:
        return None
    waarden = {naam: "" if waarde == LEEG else waarde for naam, waarde in treffer.groupdict().items()}
    controle = waarden.pop("controle")
    kern = treffer[0].rpartition(" | ")[0]
    return Regellezing(Identiteit(**waarden), controlecijfers(kern) == controle)
