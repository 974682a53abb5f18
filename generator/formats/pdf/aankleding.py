"""What a PDF form needs to know of the organisation; it goes along in the file, so that pages can be added later."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from generator.formats.identiteit import Identiteit, identiteit_van
from generator.model import Formulier, Inrichting
from generator.taal import opsomming


@dataclass(frozen=True, slots=True, kw_only=True)
class Aankleding:
    """Names and colour of the organisation, and the identity of the form; ``fasen`` are key and short name."""

    organisatie: str
    accentkleur: str
    fasen: tuple[tuple[str, str], ...]
    wie: str
    identiteit: Identiteit

    def als_tekst(self) -> str:
        """Return it as JSON, as it is kept in a file."""
        return json.dumps(asdict(self), ensure_ascii=True, sort_keys=True)


def aankleding_van(formulier: Formulier, inrichting: Inrichting) -> Aankleding:
    """Return what a form of this organisation shows of it."""
    return Aankleding(
        organisatie=inrichting.organisatie.naam,
        accentkleur=inrichting.organisatie.accentkleur,
        fasen=tuple((fase.sleutel, fase.kort) for fase in inrichting.fasen),
        wie=opsomming([inrichting.rolnaam(rol) for rol in formulier.ingevuld_door], "of"),
        identiteit=identiteit_van(formulier, inrichting),
    )


def uit_tekst(tekst: str) -> Aankleding | None:
    """Return what `Aankleding.als_tekst` wrote; None when it is something else."""
    try:
        ruw: Any = json.loads(tekst)
        return Aankleding(
            organisatie=str(ruw["organisatie"]),
            accentkleur=str(ruw["accentkleur"]),
            fasen=tuple((str(sleutel), str(kort)) for sleutel, kort in ruw["fasen"]),
            wie=str(ruw["wie"]),
            identiteit=Identiteit(**{veld.name: str(ruw["identiteit"][veld.name]) for veld in fields(Identiteit)}),
        )
    except (ValueError, KeyError, TypeError):
        return None
