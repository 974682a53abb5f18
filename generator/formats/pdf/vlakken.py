"""What a field shows: the drawing of a text, a choice or a cross, made for one field of one size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.formats.pdf.letters import Lettertype

GROOTSTE, LEESBAAR, KLEINSTE = 10.0, 8.0, 6.0
REGELAFSTAND = 1.17
_RAND_X, _RAND_Y = 2.5, 1.5
_STAP = 0.5
_SMALST = 180
_VERDER, _VERDER_KORT = "… (lees verder op het vervolgblad)", "…"
# A line alone in a field as low as this stands in the middle.
_LAAG = 22


class Vlak(NamedTuple):
    """The size of a field, whether its text may take several lines, and the largest size of its letters."""

    breed: float
    hoog: float
    regels: bool
    grootst: float = GROOTSTE


class Zetsel(NamedTuple):
    """A text in lines at a size; ``past`` when all of it fits."""

    regels: list[str]
    grootte: float
    past: bool


def zet(tekst: str, vlak: Vlak, letters: Lettertype) -> Zetsel:
    """Break a text into lines, in the largest letters that let all of it be seen."""
    alineas = tekst.expandtabs(4).split("\n")
    if not vlak.regels and len(alineas) > 1:
        alineas = [" ".join(alineas)]
    if len(tekst) > _hoogstens(vlak):  # far too much: there is no need to try
        return _op_maat(alineas, vlak, letters, KLEINSTE)
    stappen = int((vlak.grootst - KLEINSTE) / _STAP)
    laag, hoog = 0, stappen  # the number of steps down: the fewest with which it fits
    beste: Zetsel | None = None
    while laag <= hoog:
        midden = (laag + hoog) // 2 if beste or laag else 0  # nearly always the largest size will do
        zetsel = _op_maat(alineas, vlak, letters, vlak.grootst - midden * _STAP)
        if zetsel.past:
            beste, hoog = zetsel, midden - 1
        else:
            laag = midden + 1
    return beste or _op_maat(alineas, vlak, letters, KLEINSTE)


def _hoogstens(vlak: Vlak) -> int:
    """Return how many of the narrowest letters a field may hold in the smallest size."""
    regels = vlak.hoog / (KLEINSTE * REGELAFSTAND) + 1 if vlak.regels else 1
    return int(regels * (vlak.breed * 1000 / KLEINSTE / _SMALST + 1))


def _op_maat(alineas: Sequence[str], vlak: Vlak, letters: Lettertype, grootte: float) -> Zetsel:
    ruimte = (vlak.breed - 2 * _RAND_X) * 1000 / grootte
    meeste = max(1, int((vlak.hoog - 2 * _RAND_Y + 0.17 * grootte) / (grootte * REGELAFSTAND)))
    if not vlak.regels:
        return Zetsel(list(alineas), grootte, letters.breedte(alineas[0]) <= ruimte)
    regels: list[str] = []
    for alinea in alineas:
        for regel in _regels(alinea, ruimte, letters):
            regels.append(regel)
            if len(regels) > meeste:
                return Zetsel(regels[:meeste], grootte, False)
    return Zetsel(regels, grootte, True)


def breek_af(tekst: str, ruimte: float, letters: Lettertype) -> Iterator[str]:
    """Yield the lines of a text; *ruimte* is how wide they may be, in thousandths of the size."""
    for alinea in tekst.expandtabs(4).split("\n"):
        yield from _regels(alinea, ruimte, letters)


def _regels(alinea: str, ruimte: float, letters: Lettertype) -> Iterator[str]:
    """Yield the lines of a paragraph; a word that is wider than a line is cut."""
    if len(alinea) * 450 < ruimte and letters.breedte(alinea) <= ruimte:
        yield alinea
        return
    spatie = letters.breedtes.get(" ", 250)
    regel: list[str] = []
    vol = 0
    for woord in alinea.split(" "):
        breed = letters.breedte(woord)
        if regel and vol + spatie + breed > ruimte:
            yield " ".join(regel)
            regel, vol = [], 0
        if breed > ruimte:
            *heel, woord = _stukken(woord, ruimte, letters)
            yield from heel
            breed = letters.breedte(woord)
        vol += breed + (spatie if regel else 0)
        regel.append(woord)
    yield " ".join(regel)


def _stukken(woord: str, ruimte: float, letters: Lettertype) -> list[str]:
    stukken, begin, vol = [], 0, 0
    onbekend = letters.alle_breedtes[0]
    for plek, teken in enumerate(woord):
        breed = letters.breedtes.get(teken, onbekend)
        if vol + breed > ruimte and plek > begin:
            stukken.append(woord[begin:plek])
            begin, vol = plek, 0
        vol += breed
    return [*stukken, woord[begin:]]


def _met_verwijzing(zetsel: Zetsel, vlak: Vlak, letters: Lettertype) -> Zetsel:
    """Say at the end of what can be seen that there is more."""
    ruimte = (vlak.breed - 2 * _RAND_X) * 1000 / zetsel.grootte
    merk = _VERDER if letters.breedte(_VERDER) <= ruimte and len(zetsel.regels) > 1 else _VERDER_KORT
    *voor, laatste = zetsel.regels
    if merk == _VERDER_KORT:
        laatste = laatste[: int(ruimte / _SMALST) + 1]
        while laatste and letters.breedte(f"{laatste} {merk}") > ruimte:
            laatste = laatste[:-1]
        merk = f"{laatste} {merk}"
    return zetsel._replace(regels=[*voor, merk])


def tekstvlak(tekst: str, vlak: Vlak, letters: Lettertype, kleur: str = "0 g") -> tuple[bytes, bool]:
    """Return the drawing of a text, and whether all of it can be seen."""
    if not tekst:
        return b"/Tx BMC EMC", True
    zetsel = zet(tekst, vlak, letters)
    if not zetsel.past:
        alineas = tekst.expandtabs(4).split("\n")  # what can be seen of it is seen well
        zetsel = _met_verwijzing(_op_maat(alineas, vlak, letters, LEESBAAR) if vlak.regels else zetsel, vlak, letters)
    grootte = zetsel.grootte
    hoogte = (letters.stijging - letters.daling) * grootte / 1000
    midden_in = not vlak.regels or (len(zetsel.regels) == 1 and vlak.hoog <= _LAAG)
    boven = (vlak.hoog + hoogte) / 2 if midden_in else vlak.hoog - _RAND_Y
    basis = boven - letters.stijging * grootte / 1000
    stap = grootte * REGELAFSTAND
    codes = letters.codes
    regels = [
        "<" + "".join([codes.get(teken, "0000") for teken in regel if teken >= " "]) + "> Tj" for regel in zetsel.regels
    ]
    midden = f"\n0 {-stap:.2f} Td ".join(regels)
    tekening = (
        f"/Tx BMC q 1 1 {vlak.breed - 2:.2f} {vlak.hoog - 2:.2f} re W n BT /AFU {grootte:g} Tf {kleur} "
        f"{_RAND_X:g} {basis:.2f} Td {midden} ET Q EMC"
    )
    return tekening.encode(), zetsel.past


def vakje(breed: float, hoog: float, aan: bool) -> bytes:
    """Return the drawing of a box, with a cross in it or empty."""
    maat = min(breed, hoog) - 1
    x, y = (breed - maat) / 2, (hoog - maat) / 2
    rand = f"q 0.9 w 0.25 G 1 g {x:.2f} {y:.2f} {maat:.2f} {maat:.2f} re B"
    if not aan:
        return f"{rand} Q".encode()
    a, b, c, d = x + 2, y + 2, x + maat - 2, y + maat - 2
    kruis = f"1.3 w 0 G {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l {a:.2f} {d:.2f} m {c:.2f} {b:.2f} l S"
    return f"{rand} {kruis} Q".encode()
