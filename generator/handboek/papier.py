"""A blank form as it lies on the table in print: no controls, no marks for reading back, choices in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from generator.formats.identiteit import lees_regel
from generator.formats.word.besturing import VAKLETTER
from generator.formats.word.bouw import run
from generator.formats.word.namen import LEEG_VAKJE, q
from generator.handboek.letters import breedte
from generator.handboek.opmaak import TWIP

# Invitations that say what to do with a mouse; on paper there is just room to write.
_ALLEEN_OP_SCHERM = frozenset(("Klik en typ", "…"))
_DATUM = "dd-mm-jjjj"
_TUSSEN = "   "
_CELRANDEN = 10.0
"""Margins inside a cell of a form, left and right together, in points, and a little to spare."""
_VAKJE = 0.5
"""What a box to tick is wider than an unknown letter, as a share of the letter size."""
_SDT, _INHOUD, _TOONT, _LIJST = q("w:sdt"), q("w:sdtContent"), q("w:showingPlcHdr"), q("w:dropDownList")
_P, _T, _R, _TC = q("w:p"), q("w:t"), q("w:r"), q("w:tc")
_MERKEN = (q("w:bookmarkStart"), q("w:bookmarkEnd"))
_VAL = q("w:val")

Maat = Callable[[str], float]
"""Style id of a paragraph → size of its letters in points."""


def als_papier(verhaal: Any, maat: Maat) -> None:
    """Turn the controls in *verhaal* (a body or header) into plain content, in place."""
    for besturing in list(verhaal.iter(_SDT)):
        _op_papier(besturing, maat)
        _pak_uit(besturing)
    for merk in list(verhaal.iter(*_MERKEN)):
        merk.getparent().remove(merk)
    for alinea in [p for p in verhaal.iter(_P) if _is_herkenning(p)]:
        _haal_weg(alinea)


def _is_herkenning(alinea: Any) -> bool:
    """True for the printed line by which a returned form is known."""
    tekst = "".join(deel.text or "" for deel in alinea.iter(_T))
    return "controle" in tekst and lees_regel(tekst) is not None


def _haal_weg(alinea: Any) -> None:
    """Remove a paragraph, or empty it where a paragraph must stand."""
    ouder = alinea.getparent()
    if len(ouder.findall(_P)) > 1:
        ouder.remove(alinea)
        return
    for deel in alinea.findall(_R):
        alinea.remove(deel)


def _pak_uit(besturing: Any) -> None:
    """Put the content of a control in the place of the control."""
    inhoud = besturing.find(_INHOUD)
    for deel in [] if inhoud is None else list(inhoud):
        besturing.addprevious(deel)
    besturing.getparent().remove(besturing)


def _op_papier(besturing: Any, maat: Maat) -> None:
    """Replace an invitation to click by what serves on paper; other invitations stay as they are."""
    eigenschappen, inhoud = besturing[0], besturing[-1]
    if eigenschappen.find(_TOONT) is None:
        return
    lijst = eigenschappen.find(_LIJST)
    if lijst is not None:
        _toon_keuzes(inhoud, [deel.get(q("w:displayText")) for deel in lijst if deel.get(q("w:value"))], maat)
    elif eigenschappen.find(q("w:date")) is not None:
        if _past(inhoud, _DATUM, maat):
            _vervang_tekst(inhoud, _DATUM)
    elif "".join(deel.text or "" for deel in inhoud.iter(_T)) in _ALLEEN_OP_SCHERM:
        _vervang_tekst(inhoud, "")


def _vervang_tekst(inhoud: Any, tekst: str) -> None:
    eerste, *rest = list(inhoud.iter(_T))
    eerste.text = tekst
    for deel in rest:
        deel.text = ""


def _toon_keuzes(inhoud: Any, keuzes: list[str], maat: Maat) -> None:
    """Show the choices of a drop-down with a box to tick, where they fit on the one line that it has."""
    heel = _TUSSEN.join(f"{LEEG_VAKJE} {keuze}" for keuze in keuzes)
    if not keuzes or not _past(inhoud, heel, maat):
        return
    for deel in list(inhoud):
        inhoud.remove(deel)
    for nr, keuze in enumerate(keuzes):
        inhoud.append(run(LEEG_VAKJE, lettertype=VAKLETTER))
        inhoud.append(run(f" {keuze}{_TUSSEN if nr + 1 < len(keuzes) else ''}"))


def _past(inhoud: Any, tekst: str, maat: Maat) -> bool:
    """True when *tekst* fits on one line of the cell round *inhoud*."""
    cel = next(inhoud.iterancestors(_TC), None)
    alinea = next(inhoud.iterancestors(_P), None)
    if cel is None or alinea is None:
        return False
    breed = cel.find(f"{q('w:tcPr')}/{q('w:tcW')}")
    stijl = alinea.find(f"{q('w:pPr')}/{q('w:pStyle')}")
    letters = maat(stijl.get(_VAL) if stijl is not None else "")
    ruimte = (int(breed.get(q("w:w")) or 0) if breed is not None else 0) / TWIP - _CELRANDEN
    return (breedte(tekst) / 1000 + tekst.count(LEEG_VAKJE) * _VAKJE) * letters <= ruimte


def lettermaten(stijlen: Any) -> Maat:
    """Return a function that gives the size of the letters of a paragraph style of *stijlen*."""
    elementen: Mapping[str, Any] = {s.get(q("w:styleId")): s for s in stijlen.iter(q("w:style"))}
    gewoon = stijlen.find(f"{q('w:docDefaults')}//{q('w:sz')}")
    standaard = int(gewoon.get(_VAL)) / 2 if gewoon is not None else 10.0
    bekend: dict[str, float] = {}

    def maat(naam: str) -> float:
        if naam not in bekend:
            bekend[naam] = _maat(naam, elementen, standaard)
        return bekend[naam]

    return maat


def _maat(naam: str, elementen: Mapping[str, Any], standaard: float) -> float:
    for _ in range(12):  # a style that is based on itself must end somewhere
        stijl = elementen.get(naam)
        if stijl is None:
            break
        grootte, basis = stijl.find(f"{q('w:rPr')}/{q('w:sz')}"), stijl.find(q("w:basedOn"))
        if grootte is not None:
            return int(grootte.get(_VAL)) / 2
        naam = basis.get(_VAL) if basis is not None else ""
    return standaard
