"""Horizontal bars as shapes in Word: sharp, printed with their numbers, clear in black and white."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.handboek.blokken import Tekening, Vorm
from generator.handboek.letters import REGELHOOGTE, breek
from generator.jaaroverzicht.cijfers import Looptijd
from generator.jaaroverzicht.geheim import Getal
from generator.jaaroverzicht.verhaal import Staat, Waarde
from generator.jaaroverzicht.woorden import dagen
from generator.kleuren import tint

BREEDTE = 474.0
_NAAM, _TUSSEN, _GETAL = 168.0, 8.0, 62.0
_STAAF_X, _STAAF_B = _NAAM + _TUSSEN, BREEDTE - _NAAM - _TUSSEN - _GETAL
_LETTER, _STAAF_H, _LUCHT = 9.0, 11.0, 4.0
_REGEL = _LETTER * REGELHOOGTE
_INKT, _WIT = "1F1F1F", "FFFFFF"
_KLEINSTE, _ONDER = 1.5, 6.0


def teken(staat: Staat, accent: str) -> Tekening | None:
    """Return the chart of a table; None when there is none, or no two numbers to compare."""
    kolommen = staat.reeksen()
    if not kolommen:
        return None
    if staat.grafiek == "tijden":
        return _tijden([deel for deel in staat.looptijden if deel.midden is not None], staat.titel, accent)
    rijen = staat.rijen[:-1] if staat.samen else staat.rijen
    groepen = [(str(rij[0]), [_getal(rij[nr]) for nr in kolommen]) for rij in rijen]
    hoogste = max(getal.waarde or 0 for _, getallen in groepen for getal in getallen)
    return _staven(staat.titel, groepen, [staat.koppen[nr] for nr in kolommen], hoogste, accent)


def _getal(waarde: Waarde) -> Getal:
    return waarde if isinstance(waarde, Getal) else Getal(None)


def _staven(
    titel: str, groepen: Sequence[tuple[str, list[Getal]]], namen: Sequence[str], hoogste: int, accent: str
) -> Tekening:
    """Draw a bar per number; of two the second is light with a rim, and both are named."""
    vormen: list[Vorm] = []
    y = 2.0
    for naam, getallen in groepen:
        regels = breek(naam, _NAAM / _LETTER * 1000)
        hoog = max(len(regels) * _REGEL, len(getallen) * (_STAAF_H + 2))
        vormen.append(_tekst(0, y, _NAAM, hoog, regels))
        eerste = y + (hoog - len(getallen) * (_STAAF_H + 2)) / 2
        for nr, getal in enumerate(getallen):
            achter = f" {namen[nr].lower()}" if len(getallen) > 1 else ""
            vormen += _balk(eerste + nr * (_STAAF_H + 2), getal, achter, hoogste, accent, nr > 0)
        y += hoog + _LUCHT
    woorden = "; ".join(f"{naam}: {_in_woorden(getallen, namen)}" for naam, getallen in groepen)
    return Tekening(tuple(vormen), BREEDTE, y + _ONDER, f"Staafdiagram. {titel}. {woorden}.")


def _in_woorden(getallen: Sequence[Getal], namen: Sequence[str]) -> str:
    if len(getallen) == 1:
        return getallen[0].toon
    return ", ".join(f"{getal.toon} {naam.lower()}" for getal, naam in zip(getallen, namen, strict=True))


def _balk(y: float, getal: Getal, achter: str, hoogste: int, accent: str, licht: bool) -> Iterator[Vorm]:
    lang = max(_KLEINSTE, (getal.waarde or 0) / hoogste * _STAAF_B) if getal.waarde else 0.0
    if lang:
        vulling = _WIT if licht else accent
        yield Vorm("rect", _STAAF_X, y + 1, lang, _STAAF_H, vulling=vulling, lijn=accent, dikte=1.0)
    yield _tekst(_STAAF_X + lang + 5, y, _GETAL + _STAAF_B - lang - 5, _STAAF_H + 2, [getal.toon + achter])


def _tekst(x: float, y: float, breed: float, hoog: float, regels: Sequence[str], vet: bool = False) -> Vorm:
    return Vorm("rect", x, y, breed, hoog, regels=tuple(regels), grootte=_LETTER, kleur=_INKT, links=True, vet=vet)


# --------------------------------------------------------------------------
# Lengths of time


def _tijden(gemeten: Sequence[Looptijd], titel: str, accent: str) -> Tekening:
    """Draw per fase from the first to the last quarter, with the middle in it and what was agreed beside it."""
    hoogste = max(1, *(max(deel.driekwart or 0, deel.hooguit or 0) for deel in gemeten))

    def plek(dag: int) -> float:
        return _STAAF_X + dag / hoogste * (_STAAF_B - 20)

    vormen: list[Vorm] = []
    y = 2.0
    for deel in gemeten:
        regels = breek(deel.naam, _NAAM / _LETTER * 1000)
        hoog = max(len(regels) * _REGEL, _STAAF_H + 6)
        vormen.append(_tekst(0, y, _NAAM, hoog, regels))
        vormen += _looptijd(deel, y + (hoog - _STAAF_H) / 2, plek, accent)
        y += hoog + _LUCHT
    vormen += _sleutel(y, accent)
    woorden = "; ".join(_tijd_in_woorden(deel) for deel in gemeten)
    return Tekening(tuple(vormen), BREEDTE, y + _STAAF_H + _ONDER, f"Diagram. {titel}. {woorden}.")


def _looptijd(deel: Looptijd, y: float, plek: Callable[[int], float], accent: str) -> Iterator[Vorm]:
    van, midden, tot = (plek(dag or 0) for dag in (deel.kwart, deel.midden, deel.driekwart))
    yield Vorm("rect", van, y, max(_KLEINSTE, tot - van), _STAAF_H, vulling=tint(accent, 0.2), lijn=accent, dikte=0.75)
    yield Vorm("rect", midden - 1.5, y - 1.5, 3.0, _STAAF_H + 3, vulling=accent)
    einde = tot
    if deel.hooguit is not None:
        yield _grens(plek(deel.hooguit), y)
        einde = max(tot, plek(deel.hooguit))
    yield _tekst(einde + 6, y - 1, BREEDTE - einde - 6, _STAAF_H + 2, [dagen(deel.midden)])


def _grens(x: float, y: float) -> Vorm:
    return Vorm("line", x, y - 3, 0, _STAAF_H + 6, lijn=_INKT, dikte=1.25, streep=True)


def _sleutel(y: float, accent: str) -> Iterator[Vorm]:
    """Say what the signs mean."""
    x = _STAAF_X
    yield Vorm("rect", x, y + 1, 16, _STAAF_H - 2, vulling=tint(accent, 0.2), lijn=accent, dikte=0.75)
    yield _tekst(x + 21, y, 75, _STAAF_H, ["de middelste helft"])
    yield Vorm("rect", x + 104, y - 0.5, 3, _STAAF_H + 1, vulling=accent)
    yield _tekst(x + 112, y, 50, _STAAF_H, ["middelste"])
    yield _grens(x + 166, y)
    yield _tekst(x + 172, y, 122, _STAAF_H, ["hooguit afgesproken"])


def _tijd_in_woorden(deel: Looptijd) -> str:
    hooguit = f", afgesproken hooguit {dagen(deel.hooguit)}" if deel.hooguit is not None else ""
    return (
        f"{deel.naam}: middelste {dagen(deel.midden)}, tussen {dagen(deel.kwart)} en {dagen(deel.driekwart)}{hooguit}"
    )
