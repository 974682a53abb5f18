"""Reading one place: a control, a cell, a box.  What stands there, and what is odd about it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple

from generator.formats.bladen import Blad
from generator.formats.word.besturing import NIET_GEKOZEN
from generator.formats.word.bouw import Element
from generator.formats.word.document import R_, SDT, TC, P, T, zichtbare_tekst
from generator.formats.word.namen import AANGEVINKT, KRUISJE, LEEG_VAKJE, TAG, q
from generator.formats.word.vondsten import eerste_voorouder
from generator.model import Onleesbaar, Route
from generator.veldsoorten import VELDSOORTEN, schone_tekst, vergelijkbaar

_TOONT, _STIJL, _RPR = q("w:showingPlcHdr"), q("w:rStyle"), q("w:rPr")
_DATUM, _HELE_DATUM, _KEUZES = q("w:date"), q("w:fullDate"), q("w:listItem")
_AAN, _W14_VAL, _VAL, _TAG = q("w14:checked"), q("w14:val"), q("w:val"), q("w:tag")
_INHOUD, _BLADWIJZER = q("w:sdtContent"), q("w:bookmarkStart")
# A remnant shorter than this may as well be an answer.
_KORTSTE_REST = 12


Opvallend = tuple[tuple[str, dict[str, str]], ...]


class Lezing(NamedTuple):
    """What was read at one place: the text, the route, and the codes of what was odd with their facts."""

    ruw: str
    route: Route
    opvallend: tuple[tuple[str, dict[str, str]], ...] = ()
    verborgen_datum: str = ""
    vak: Element | None = None


_LEEG = Lezing("", Route.TAG)
Uitnodigingen = Callable[[], Collection[str]]


def inhoud_van(sdt: Element) -> Element | None:
    """Return the content of a control."""
    laatste = sdt[-1]
    return laatste if laatste.tag == _INHOUD else sdt.find(_INHOUD)


def vaktekst(sdt: Element) -> str:
    """Return the text inside a control; the plain case of one run with one text is fast."""
    inhoud = inhoud_van(sdt)
    if inhoud is None:
        return ""
    if len(inhoud) == 1 and inhoud[0].tag == R_:
        r = inhoud[0]
        if len(r) == 1 and r[0].tag == T:
            return r[0].text or ""
        if len(r) == 2 and r[1].tag == T and r[0].tag == _RPR:
            return r[1].text or ""
    return zichtbare_tekst(inhoud)


def lees_vak(sdt: Element, blad: Blad, uitnodigingen: Uitnodigingen) -> Lezing:
    """Read the control of a leaf, and what a person typed beside it.

    *uitnodigingen* gives the invitations that the document itself brings along; it
    is only asked when a control claims to show one that this form doesn't have.
    """
    if blad.soort == "vakje":
        return _lees_vakje(sdt)
    tekst = vaktekst(sdt)
    lezing = _LEEG if tekst == blad.plaatshouder else _gevuld(sdt, blad, tekst, uitnodigingen)
    return _met_wat_ernaast_staat(sdt, blad, lezing) if _kan_iets_naast_staan(sdt) else lezing


def _gevuld(sdt: Element, blad: Blad, tekst: str, uitnodigingen: Uitnodigingen) -> Lezing:
    uitnodiging = blad.plaatshouder
    opvallend: Opvallend = ()
    if len(tekst) < len(uitnodiging) + 20 or uitnodiging in tekst:  # else no invitation can be in it
        tekst, opvallend = _zonder_rest(tekst, blad)
    if tekst and next(sdt[0].iterchildren(_TOONT), None) is not None:
        # Programs leave this mark behind on text that a person typed: only a known invitation is empty.
        if not tekst.strip() or vergelijkbaar(tekst) in uitnodigingen():
            return _LEEG
        if _in_plaatshouderstijl(sdt):
            opvallend = (*opvallend, ("L17", {}))
    verborgen = _verborgen_datum(sdt) if blad.soort == "datum" and tekst else ""
    return Lezing(tekst, Route.TAG, opvallend, verborgen, sdt)


def _in_plaatshouderstijl(sdt: Element) -> bool:
    return any(stijl.get(_VAL) == "PlaceholderText" for stijl in sdt.iter(_STIJL))


def _zonder_rest(tekst: str, blad: Blad) -> tuple[str, tuple[tuple[str, dict[str, str]], ...]]:
    """Take an invitation out of the text: a whole one means empty, a remnant is reported."""
    uitnodiging = blad.plaatshouder
    if not tekst or not uitnodiging:
        return tekst, ()
    if tekst in (uitnodiging, NIET_GEKOZEN) or _zelfde(tekst, uitnodiging):
        return "", ()
    if len(uitnodiging) < _KORTSTE_REST or uitnodiging not in tekst:
        return tekst, ()
    return schone_tekst(tekst.replace(uitnodiging, "", 1)), (("L05", {}),)


def _zelfde(tekst: str, uitnodiging: str) -> bool:
    """Compare as people do, but only when the lengths make it possible: this runs for every field."""
    return abs(len(tekst) - len(uitnodiging)) < 6 and vergelijkbaar(tekst) == vergelijkbaar(uitnodiging)


def _verborgen_datum(sdt: Element) -> str:
    datum = next(sdt[0].iterchildren(_DATUM), None)
    return (datum.get(_HELE_DATUM) or "")[:10] if datum is not None else ""


def keuzes_van(sdt: Element) -> dict[str, str]:
    """Return the list of a drop-down as the document has it: label → key."""
    return {str(i.get(q("w:displayText"))): str(i.get(q("w:value"))) for i in sdt[0].iter(_KEUZES)}


# -- boxes


def _lees_vakje(sdt: Element) -> Lezing:
    teken = vaktekst(sdt).strip()[:1]
    zichtbaar = KRUISJE if is_aangevinkt(teken) or teken in ("x", "X") else LEEG_VAKJE
    stand = next(sdt[0].iter(_AAN), None)
    if stand is not None:
        verborgen = KRUISJE if stand.get(_W14_VAL) in ("1", "true") else LEEG_VAKJE
        if verborgen != zichtbaar:
            gelezen = "aangekruist" if zichtbaar == KRUISJE else "niet aangekruist"
            return Lezing(zichtbaar, Route.TAG, (("L02", {"gelezen": gelezen}),))
    return Lezing(zichtbaar, Route.TAG)


def is_aangevinkt(teken: str) -> bool:
    """Tell whether a character is a crossed or ticked box."""
    return teken in AANGEVINKT if teken else False


def vakje_in_tekst(tekst: str, label: str) -> Lezing | None:
    """Read a box from a line such as ``☒ Wonen`` or ``[x] Wonen``; None when the line is another's."""
    kern = tekst.strip()
    teken, rest = kern[:1], kern[1:]
    if kern[:2] in ("[]", "()"):
        teken, rest = LEEG_VAKJE, kern[2:]
    elif kern[:1] in "[(" and kern[2:3] in ("]", ")"):
        teken, rest = (KRUISJE if kern[1:2].strip() else LEEG_VAKJE), kern[3:]
    elif kern[:2].casefold() == "x ":
        teken, rest = KRUISJE, kern[2:]
    elif not is_aangevinkt(teken) and teken != LEEG_VAKJE:
        teken, rest = LEEG_VAKJE, kern
    if vergelijkbaar(rest) != vergelijkbaar(label):
        return None
    return Lezing(KRUISJE if is_aangevinkt(teken) else LEEG_VAKJE, Route.LABEL)


def vakje_bij_bladwijzer(tekst: str, label: str) -> Lezing:
    """Read a box of which the bookmark is known: what stands behind it more than its label is reported."""
    lezing = vakje_in_tekst(tekst, label)
    if lezing is not None:
        return Lezing(lezing.ruw, Route.BLADWIJZER)
    kern = tekst.strip()
    aan = is_aangevinkt(kern[:1]) or kern[:2].casefold() == "x " or kern[:3].casefold() in ("[x]", "(x)")
    return Lezing(KRUISJE if aan else LEEG_VAKJE, Route.BLADWIJZER, (("L07", {"ernaast": kern}),))


# -- beside the control


def _kan_iets_naast_staan(sdt: Element) -> bool:
    """Tell quickly that a cell holds only the control, its bookmark and paragraph settings."""
    p = sdt.getparent()
    if p is None or p.tag != P:
        return True
    cel = p.getparent()
    if cel is None or cel.tag != TC or len(cel) > 2:
        return True
    aantal = len(p)
    if aantal == 2:  # settings, control
        return p[1] is not sdt
    return not (aantal == 4 and p[2] is sdt and p[1].tag == _BLADWIJZER)


def _met_wat_ernaast_staat(sdt: Element, blad: Blad, lezing: Lezing) -> Lezing:
    cel = eerste_voorouder(sdt, TC)
    if cel is None:
        return lezing
    ernaast = schone_tekst(buiten_vakken(cel))
    if not ernaast or vergelijkbaar(ernaast) == vergelijkbaar(blad.plaatshouder):
        return lezing
    naast = (*lezing.opvallend, ("L07", {"ernaast": ernaast}))
    if not lezing.ruw:
        return Lezing(ernaast, Route.NAAST, naast)
    geheel = _zonder_rest(schone_tekst(zichtbare_tekst(cel)), blad)[0]
    if blad.soort in ("kort", "lang", "voorgedrukt") or _leest_beter(geheel, lezing.ruw, blad):
        return Lezing(geheel, lezing.route, naast, lezing.verborgen_datum)
    return Lezing(lezing.ruw, lezing.route, naast, lezing.verborgen_datum)


def _leest_beter(geheel: str, binnen: str, blad: Blad) -> bool:
    """Tell whether a date, number or choice was cut in two by the edge of its control."""
    omgeving, soort = blad.omgeving, VELDSOORTEN[blad.soort]
    return isinstance(soort.parse(binnen, omgeving), Onleesbaar) and not isinstance(
        soort.parse(geheel, omgeving), Onleesbaar
    )


def buiten_vakken(cel: Element) -> str:
    """Return the text of a cell that stands outside our controls."""
    stukken: list[str] = []
    _buiten(cel, stukken)
    return "".join(stukken)


def _buiten(element: Element, stukken: list[str]) -> None:
    for deel in element:
        if deel.tag == SDT and is_van_ons(deel):
            continue
        if next(deel.iter(SDT), None) is None:
            stukken.append(zichtbare_tekst(deel))
        else:
            _buiten(deel, stukken)
        if deel.tag == P:
            stukken.append("\n")


def is_van_ons(sdt: Element) -> bool:
    """Tell whether a control carries a tag of ours."""
    merk = next(sdt[0].iter(_TAG), None)
    return merk is not None and (merk.get(_VAL) or "").startswith(TAG)


def celtekst(cel: Element, blad: Blad) -> tuple[str, tuple[tuple[str, dict[str, str]], ...]]:
    """Return the whole text of a cell as an answer, without its invitation."""
    return _zonder_rest(schone_tekst(zichtbare_tekst(cel)), blad)
