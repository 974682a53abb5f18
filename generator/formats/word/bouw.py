"""Small bricks of WordprocessingML: elements, paragraphs, tables.  No knowledge of forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TypeAlias

from lxml import etree

from generator.formats.word.namen import MC, W14, W15, XML_SPACE, R, W, q

Element: TypeAlias = "etree._Element"
NSMAP = {"w": W, "r": R, "mc": MC, "w14": W14, "w15": W15}
_q = cache(q)


def el(naam: str, *kinderen: Element, **attributen: object) -> Element:
    """Return element *naam* (``w:p``) with children; attributes are in the ``w`` namespace."""
    element = etree.Element(_q(naam), nsmap=_ruimte(naam))
    for sleutel, waarde in attributen.items():
        element.set(_q(f"w:{sleutel}"), str(waarde))
    element.extend(kinderen)
    return element


@cache
def _ruimte(naam: str) -> dict[str, str]:
    """Return the one namespace of an element: the fewer there are to settle, the faster a tree grows."""
    voorvoegsel = naam.partition(":")[0]
    return {voorvoegsel: NSMAP[voorvoegsel]}


def wortel(naam: str, *kinderen: Element) -> Element:
    """Return the root of a part, with all namespaces declared and the extensions marked as such."""
    element = etree.Element(_q(naam), nsmap=NSMAP)
    element.set(_q("mc:Ignorable"), "w14 w15")
    element.extend(kinderen)
    return element


def tekstdelen(tekst: str) -> list[Element]:
    """Return the children of a run for *tekst*: ``w:t`` with ``w:br`` for line ends and ``w:tab`` for tabs."""
    delen: list[Element] = []
    for nr, regel in enumerate(tekst.split("\n")):
        if nr:
            delen.append(el("w:br"))
        for plek, stuk in enumerate(regel.split("\t")):
            if plek:
                delen.append(el("w:tab"))
            if stuk:
                t = el("w:t")
                t.text = stuk
                if stuk != stuk.strip() or "  " in stuk:
                    t.set(XML_SPACE, "preserve")
                delen.append(t)
    return delen


def run(tekst: str, stijl: str = "", lettertype: str = "") -> Element:
    """Return a run with *tekst*, in a character style or font when one is named."""
    r = el("w:r")
    if stijl:
        r.append(el("w:rPr", el("w:rStyle", val=stijl)))
    elif lettertype:
        vast = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), lettertype)
        r.append(el("w:rPr", el("w:rFonts", **vast)))
    r.extend(tekstdelen(tekst))
    return r


def alinea(stijl: str, *delen: Element | str) -> Element:
    """Return a paragraph in a named style; plain texts become runs."""
    p = el("w:p", el("w:pPr", el("w:pStyle", val=stijl)))
    p.extend(run(deel) if isinstance(deel, str) else deel for deel in delen)
    return p


def lucht(p: Element, hoogte: int) -> Element:
    """Return paragraph *p* with *hoogte* (twentieths of a point) free above and below it."""
    p[0].append(el("w:spacing", before=hoogte, after=hoogte))
    return p


def cel(
    breedte: int, inhoud: Sequence[Element], vulling: str = "", verticaal: str = "", strak: bool = False
) -> Element:
    """Return a table cell; *breedte* in twentieths of a point, *vulling* a hex colour.

    *strak* leaves out the left margin, so that labels stand under the headings.
    """
    eigenschappen = el("w:tcPr", el("w:tcW", w=breedte, type="dxa"))
    if vulling:
        eigenschappen.append(el("w:shd", val="clear", color="auto", fill=vulling))
    if strak:
        eigenschappen.append(el("w:tcMar", el("w:left", w=0, type="dxa")))
    if verticaal:
        eigenschappen.append(el("w:vAlign", val=verticaal))
    return el("w:tc", eigenschappen, *inhoud)


def rij(cellen: Iterable[Element], kop: bool = False) -> Element:
    """Return a table row that does not break over pages; *kop* repeats it on every page.

    Never with a least height: LibreOffice 7.4 then lays out pages without end while somebody types
    (5 of 12 positions measured), or leaves the row out.  Room is made with `lucht`.
    """
    eigenschappen = el("w:trPr", el("w:cantSplit"))
    if kop:
        eigenschappen.append(el("w:tblHeader"))
    return el("w:tr", eigenschappen, *cellen)


def tabel(stijl: str, breedtes: Sequence[int], rijen: Iterable[Element], omschrijving: str, kop: bool) -> Element:
    """Return a table of fixed column widths with an accessible name."""
    eigenschappen = el(
        "w:tblPr",
        el("w:tblStyle", val=stijl),
        el("w:tblW", w=sum(breedtes), type="dxa"),
        el("w:tblLayout", type="fixed"),
        el("w:tblLook", val="0020" if kop else "0000", firstRow=int(kop), lastRow=0, firstColumn=0, lastColumn=0,
           noHBand=1, noVBand=1),
        el("w:tblCaption", val=omschrijving[:250]),
    )  # fmt: skip
    rooster = el("w:tblGrid", *(el("w:gridCol", w=breedte) for breedte in breedtes))
    return el("w:tbl", eigenschappen, rooster, *rijen)
