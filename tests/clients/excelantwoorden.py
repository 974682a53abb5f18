"""Which cell of an Excel form a person types what in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.formats.bladen import Blad, bladen_van, bladwaarde
from generator.formats.excel.boek import Werkboek
from generator.formats.excel.namen import celnaam, naam_van
from generator.model import Formulier, Veld
from generator.veldsoorten import VELDSOORTEN

Getypt = list[list[str]]


def te_typen_in_excel(inhoud: bytes, formulier: Formulier, waarden: Mapping[str, Any]) -> Getypt:
    """Return ``[sheet, cell, text]`` for every answer, as a person in the Netherlands types it."""
    return [[blad, plek, _tekst(deel, waarde)] for blad, plek, deel, waarde in plekken(inhoud, formulier, waarden)]


def te_zetten(inhoud: bytes, formulier: Formulier, waarden: Mapping[str, Any]) -> list[list[Any]]:
    """Return ``[sheet, cell, value]`` for every answer, as a program puts it in."""
    return [[blad, plek, _waarde(deel, waarde)] for blad, plek, deel, waarde in plekken(inhoud, formulier, waarden)]


def plekken(inhoud: bytes, formulier: Formulier, waarden: Mapping[str, Any]) -> Iterator[tuple[str, str, Blad, Any]]:
    """Yield sheet, cell, leaf and value of every answer that isn't printed."""
    namen = {naam: gebieden[0] for naam, gebieden in Werkboek(inhoud).opbouw.namen if gebieden}
    for veld in formulier.velden:
        if veld.sleutel not in waarden:
            continue
        for blad in bladen_van(veld, formulier):
            gebied = namen[naam_van(blad.sleutel)]
            if veld.soort == "tabel":
                kolom = blad.sleutel.partition(".")[2]
                for rij, regel in _rijen(veld, waarden[veld.sleutel]):
                    waarde = regel.get(kolom)
                    if waarde is not None and not (blad.soort == "voorgedrukt" and rij < len(veld.rijen)):
                        yield gebied.blad, celnaam(gebied.rij + rij, gebied.kolom), blad, waarde
                continue
            waarde = bladwaarde(blad, waarden[veld.sleutel])
            if waarde is not None and waarde is not False:
                yield gebied.blad, celnaam(gebied.rij, gebied.kolom), blad, waarde


def _rijen(veld: Veld, regels: tuple[Mapping[str, Any], ...]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Yield each row with its place: a printed row has its own, the others come behind."""
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    gedrukt = {rij.sleutel: nr for nr, rij in enumerate(veld.rijen)}
    vrij = len(veld.rijen)
    for regel in regels:
        plek = gedrukt.get(str(regel.get(drager))) if drager else None
        if plek is None:
            plek, vrij = vrij, vrij + 1
        yield plek, regel


def _tekst(blad: Blad, waarde: Any) -> str:
    if blad.soort == "vakje":
        return "x"
    if isinstance(waarde, date):
        return f"{waarde.day}-{waarde.month}-{waarde.year}"
    return VELDSOORTEN[blad.soort].toon(waarde, blad.omgeving)


def _waarde(blad: Blad, waarde: Any) -> Any:
    if isinstance(waarde, date):
        return {"datum": waarde.isoformat()}
    return waarde if isinstance(waarde, (int, float)) and not isinstance(waarde, bool) else _tekst(blad, waarde)


def letters(plek: str) -> str:
    """Return ``D`` for ``D7``."""
    return re.sub(r"\d", "", plek)
