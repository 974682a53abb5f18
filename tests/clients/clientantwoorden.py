"""Answers for every field of a form, what a person types for them, and a comparison leaf by leaf."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import count
from typing import Any

from generator.formats.bladen import Blad, bladen_van, bladwaarde
from generator.formulier import opties_van
from generator.model import Formulier, Invulling, Kolom, Veld
from generator.veldsoorten import VELDSOORTEN, Omgeving, normaliseer_antwoorden

DOSSIER, CYCLUS = "D-0042", 2
_LANG = (
    'Zoë belde haar zus over de "huur" & de <energie> 🙂, voor het eerst in jaren.\n'
    "Ze wil dat zelf doen, mét hulp van d'r begeleider.\n"
    "Punt {nr} bespreken we volgende week weer.",
    "Eén ding telt: een eigen sleutel.\nDe rest komt later, zei José. Dat is nummer {nr}.",
    "Het gaat beter dan vorig jaar: 100% opgelet, €\u00a025 gespaard, niets 'vergeten'. ({nr})",
)
_KORT = ('André & Zoë <"{nr}">', "Ínge d'Hondt – {nr} 🙂", "Çelik/De Vries nr. {nr}")


def antwoorden_voor(formulier: Formulier) -> dict[str, Any]:
    """Return regular answers that touch every field, the same every time."""
    nummers = count(1)
    ruw = {veld.sleutel: _antwoord(veld, formulier, nummers) for veld in formulier.velden}
    if "dossier_nr" in ruw:
        ruw["dossier_nr"] = DOSSIER
    if "cyclus_nr" in ruw:
        ruw["cyclus_nr"] = CYCLUS
    waarden, fouten = normaliseer_antwoorden(formulier, ruw)
    assert not fouten
    return waarden


def _antwoord(veld: Veld, formulier: Formulier, nummers: Iterator[int]) -> Any:
    if veld.soort == "tabel":
        return [_rij(veld, nr, nummers) for nr in _rijnummers(veld)]
    if veld.soort == "handtekening":
        nr = next(nummers)
        return {"naam": _KORT[nr % 3].format(nr=nr), "datum": _dag(nr), "getekend": "ja" if nr % 2 else "nee"}
    if veld.per_leefgebied == "ja":
        return {g.sleutel: _los(veld, opties_van(veld, g), next(nummers)) for g in formulier.leefgebieden}
    return _los(veld, veld.opties, next(nummers))


def _rijnummers(veld: Veld) -> list[int]:
    """Return which rows are filled: the first printed ones, and the first spare ones."""
    gedrukt = len(veld.rijen)
    leeg = veld.reserve if veld.rijen else max(veld.reserve, veld.min_rijen, 1)
    return [*range(min(3, gedrukt)), *range(gedrukt, gedrukt + min(leeg, 1 if gedrukt else 3))]


def _rij(veld: Veld, plek: int, nummers: Iterator[int]) -> dict[str, Any]:
    rij = {kolom.sleutel: _los(kolom, kolom.opties, next(nummers)) for kolom in veld.kolommen}
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
    if drager:
        rij[drager] = veld.rijen[plek].sleutel if plek < len(veld.rijen) else f"Eigen regel nummer {plek}"
    return rij


def _los(veld: Veld | Kolom, opties: tuple[Any, ...], nr: int) -> Any:
    if veld.soort == "kort":
        return _KORT[nr % 3].format(nr=nr)
    if veld.soort == "lang":
        return _LANG[nr % 3].format(nr=nr)
    if veld.soort == "datum":
        return _dag(nr)
    if veld.soort == "getal":
        laag = getattr(veld, "minimum", None) or 0
        hoog = getattr(veld, "maximum", None) or laag + 9
        return min(laag + nr % 7 + (0.5 if nr % 2 else 0), hoog)
    if veld.soort == "meerkeuze":
        return [optie.sleutel for plek, optie in enumerate(opties) if plek % 2 == nr % 2]
    return opties[nr % len(opties)].sleutel if opties else None


def _dag(nr: int) -> date:
    return date(2025, 1, 6) + timedelta(days=nr)


# -- what a person types


def te_typen(formulier: Formulier, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Return tag → what goes in: text, label, box; for columns a list with one entry per row on paper."""
    vulling: dict[str, Any] = {}
    for veld in formulier.velden:
        if veld.soort == "tabel":
            vulling |= _tabelvulling(veld, formulier, waarden.get(veld.sleutel, ()))
            continue
        for blad in bladen_van(veld, formulier):
            vulling[blad.sleutel] = _getypt(blad, bladwaarde(blad, waarden.get(veld.sleutel)))
    return {sleutel: waarde for sleutel, waarde in vulling.items() if waarde is not None}


def _tabelvulling(veld: Veld, formulier: Formulier, rijen: Any) -> dict[str, list[Any]]:
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
    gedrukt = [rij.sleutel for rij in veld.rijen]
    op_papier: list[Mapping[str, Any]] = [{} for _ in gedrukt]
    for rij in rijen:
        if drager and rij[drager] in gedrukt:
            op_papier[gedrukt.index(rij[drager])] = rij
        else:
            op_papier.append(rij)
    vulling = {}
    for blad in bladen_van(veld, formulier):
        kolom = blad.sleutel.partition(".")[2]
        # The name of a printed row has a tag of its own: only spare rows carry that of the column.
        eigen = op_papier[len(gedrukt) :] if kolom == drager else op_papier
        vulling[blad.sleutel] = [_getypt(blad, rij.get(kolom)) for rij in eigen]
    return vulling


def _getypt(blad: Blad, waarde: Any) -> Any:
    if blad.soort == "vakje" or waarde is None:
        return waarde
    return VELDSOORTEN[blad.soort].toon(waarde, Omgeving(blad.opties))


# -- what came back


def platgeslagen(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Return leaf → value; rows of tables by number, as reading messages name them."""
    plat: dict[str, Any] = {}
    for sleutel, waarde in waarden.items():
        if isinstance(waarde, Mapping):
            plat |= {f"{sleutel}.{deel}": w for deel, w in waarde.items()}
        elif isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Mapping):
            for nr, rij in enumerate(waarde, 1):
                plat |= {f"{sleutel}[{nr}].{kolom}": w for kolom, w in rij.items()}
        else:
            plat[sleutel] = waarde
    return plat


def vergelijk(verwacht: Mapping[str, Any], gelezen: Invulling) -> tuple[int, list[str], list[str]]:
    """Return how many leaves are right, which lost only their line ends, and which are wrong (in words)."""
    hoort, is_ = platgeslagen(verwacht), platgeslagen(gelezen.waarden)
    goed, geplakt, fout = 0, [], []
    for sleutel in hoort | is_:
        wel, nu = hoort.get(sleutel), is_.get(sleutel)
        if wel == nu:
            goed += 1
        elif isinstance(wel, str) and isinstance(nu, str) and "\n" in wel and wel.replace("\n", "") == nu:
            geplakt.append(sleutel)
        else:
            fout.append(f"{sleutel}: {wel!r} werd {nu!r}")
    return goed, geplakt, fout
