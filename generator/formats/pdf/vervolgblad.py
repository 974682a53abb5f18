"""Pages behind a filled form with the whole of answers that don't fit in their field: on paper nothing is lost.

They hold no fields: who reads the form back doesn't see them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from generator.formats.pdf.afwerking import VOETGRIJS, VOETMAAT
from generator.formats.pdf.letters import Lettertype
from generator.formats.pdf.opmaak import A4, MARGE
from generator.formats.pdf.vlakken import REGELAFSTAND, breek_af

_TITEL = "Vervolgblad"
_UITLEG = "Hier staan de antwoorden die niet helemaal in hun vak pasten."
_REST = "De rest past ook hier niet. Alles staat wel in de invulvakken van het pdf-bestand."
# More is no form any more; in the fields all of it is kept.
_MEESTE_BLADEN = 100
_MAAT, _KOPMAAT, _TITELMAAT = 10.0, 11.0, 16.0
_BOVEN, _ONDER, _VOETHOOGTE = 50.0, 60.0, 26.0
_GEWOON, _VET = "0 g 0 Tr", "0 g 0 G 0.35 w 2 Tr"  # a line around letters stands in for a bold font

Regel = tuple[float, str, str]  # size, manner, text


def zet_vervolgbladen(
    pdf: Pdf, antwoorden: Sequence[tuple[str, str]], letters: Lettertype, bronnen: Object, voet: str
) -> None:
    """Add as many pages as these answers take; each has a name for people and its text.

    *voet* stands at the foot of each page: who the form is about. Above it stands which of these pages it is;
    the numbers of the pages of the form itself stay as they are.
    """
    bladen = _verdeel(_regels(antwoorden, letters))
    for nr, regels in enumerate(bladen, 1):
        _zet_blad(pdf, regels, letters, bronnen, (f"vervolgblad {nr} van {len(bladen)}", voet))


def _verdeel(alle: Iterator[Regel]) -> list[list[Regel]]:
    """Divide lines over pages."""
    hoogte = _BOVEN
    bladen: list[list[Regel]] = [[]]
    for regel in alle:
        hoogte += regel[0] * REGELAFSTAND
        if hoogte > A4[1] - _ONDER:
            if len(bladen) == _MEESTE_BLADEN:
                return [*bladen, [(_MAAT, _GEWOON, _REST)]]
            hoogte = _BOVEN + regel[0] * REGELAFSTAND
            bladen.append([])
        bladen[-1].append(regel)
    return bladen


def _regels(antwoorden: Sequence[tuple[str, str]], letters: Lettertype) -> Iterator[Regel]:
    yield _TITELMAAT, _VET, _TITEL
    yield _MAAT, _GEWOON, _UITLEG
    for naam, tekst in antwoorden:
        yield _MAAT, _GEWOON, ""
        for maat, manier, deel in ((_KOPMAAT, _VET, naam), (_MAAT, _GEWOON, tekst)):
            ruimte = (A4[0] - 2 * MARGE) * 1000 / maat
            yield from ((maat, manier, regel) for regel in breek_af(deel, ruimte, letters))


def _zet_blad(pdf: Pdf, regels: Sequence[Regel], letters: Lettertype, bronnen: Object, voet: tuple[str, str]) -> None:
    y = A4[1] - _BOVEN
    delen = ["/P << /MCID 0 >> BDC"]
    for maat, manier, tekst in regels:
        y -= maat * REGELAFSTAND
        delen.append(_regel(tekst, maat, manier, y, letters))
    for deel, hoog in zip(voet, (_VOETHOOGTE + VOETMAAT * REGELAFSTAND, _VOETHOOGTE), strict=True):
        delen.append(_regel(deel, VOETMAAT, f"{VOETGRIJS} 0 Tr", hoog, letters))
    inhoud = Stream(pdf, "\n".join([*filter(None, delen), "EMC"]).encode())
    pdf.add_blank_page(page_size=A4)
    blad = pdf.pages[-1].obj
    blad.Contents, blad.Resources, blad.Tabs = inhoud, bronnen, Name.S
    _merk(pdf, blad)


def _regel(tekst: str, maat: float, manier: str, y: float, letters: Lettertype) -> str:
    codes = "".join(letters.codes.get(teken, "0000") for teken in tekst if teken >= " ")
    return f"BT {manier} /AFU {maat:g} Tf {MARGE:g} {y:.2f} Td <{codes}> Tj ET" if codes else ""


def _merk(pdf: Pdf, blad: Object) -> None:
    """Put the text of a page at the end of the tree of tags."""
    wortel = pdf.Root.get("/StructTreeRoot")
    if wortel is None:
        return
    document = wortel.K[0]
    deel = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, K=0, P=document, Pg=blad))
    document.K.append(deel)
    nummers = wortel.ParentTree.Nums
    nummer = int(nummers[len(nummers) - 2]) + 1
    paar: list[Any] = [nummer, Array([deel])]
    nummers.extend(paar)
    blad.StructParents = nummer
