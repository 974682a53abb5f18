"""The table of contents: a real field, filled in beforehand, so that Word asks nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lxml import etree

from generator.handboek.aanhangsel import MERK_BIJLAGEN
from generator.handboek.blokken import Kop
from generator.handboek.ooxml import Schrijver
from generator.handboek.sjabloon import W
from generator.handboek.xmltekst import schoon

DIEPTE = 2
_ACHTERIN = "Achterin, op nummer: de formulieren"
_MERK_TEKST = "handleiding_tekst"
_VELD = f' TOC \\b {_MERK_TEKST} \\o "1-2" \\h \\z \\u '
# Annexes count their pages each from 1: a page number (\\n leaves it out) would say nothing here.
_BIJLAGENVELD = f' TOC \\b {MERK_BIJLAGEN} \\o "1-1" \\n \\h \\z \\u '


def inhoudsopgave(schrijver: Schrijver, koppen: Sequence[tuple[Kop, str]]) -> str:
    """Return the paragraphs of the contents: every heading of level 1 and 2; pages follow later."""
    regels = [(kop, anker) for kop, anker in koppen if kop.niveau <= DIEPTE]
    if not regels:
        return ""
    return _veld(_VELD, [_regel(schrijver, kop, anker) for kop, anker in regels])


def bijlagenopgave(schrijver: Schrijver, bijlagen: Sequence[tuple[str, str]]) -> str:
    """Return the contents of the annexes: heading and bookmark of each; where it is, is its number."""
    if not bijlagen:
        return ""
    stijl = schrijver.stijl("toc 2")
    begin = _koppeling(bijlagen[0][1], _loop(_ACHTERIN))
    regels = [(stijl, _koppeling(merk, _loop(kop))) for kop, merk in bijlagen]
    eerst = f'<w:p><w:pPr><w:pStyle w:val="{schrijver.stijl("toc 1")}"/></w:pPr>{begin}</w:p>'
    return eerst + _veld(_BIJLAGENVELD, regels)


def merk_tekst(tekst: Sequence[Any]) -> None:
    """Put the bookmark round the text of which the contents tell: the annexes have contents of their own."""
    tekst[0].addprevious(etree.Element(f"{W}bookmarkStart", {f"{W}id": "99", f"{W}name": _MERK_TEKST}))
    tekst[-1].addnext(etree.Element(f"{W}bookmarkEnd", {f"{W}id": "99"}))


def _veld(opdracht: str, regels: Sequence[tuple[str, str]]) -> str:
    """Return paragraphs (style and content) as the result of a field."""
    begin, eind = _veldteken("begin") + _opdracht(opdracht) + _veldteken("separate"), _veldteken("end")
    delen = [f'<w:p><w:pPr><w:pStyle w:val="{stijl}"/></w:pPr>' for stijl, _ in regels]
    for nr, (_, inhoud) in enumerate(regels):
        delen[nr] += f"{begin if nr == 0 else ''}{inhoud}{eind if nr == len(regels) - 1 else ''}</w:p>"
    return "".join(delen)


def _regel(schrijver: Schrijver, kop: Kop, anker: str) -> tuple[str, str]:
    verwijzing = (
        _veldteken("begin")
        + _opdracht(f" PAGEREF {anker} \\h ")
        + _veldteken("separate")
        + "<w:r><w:t>1</w:t></w:r>"
        + _veldteken("end")
    )
    return schrijver.stijl(f"toc {kop.niveau}"), _koppeling(anker, f"{_loop(kop.tekst)}<w:r><w:tab/></w:r>{verwijzing}")


def _koppeling(anker: str, inhoud: str) -> str:
    return f'<w:hyperlink w:anchor="{schoon(anker)}" w:history="1">{inhoud}</w:hyperlink>'


def _loop(tekst: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{schoon(tekst)}</w:t></w:r>'


def zet_paginas(document: Any, paginas: Mapping[str, int]) -> None:
    """Fill in the page of every heading in the contents."""
    vul_paginas(document.element.body, paginas)


def vul_paginas(lichaam: Any, paginas: Mapping[str, int]) -> bool:
    """Fill in the pages; True when that changed anything."""
    anders = False
    for verwijzing in lichaam.iter(f"{W}hyperlink"):
        pagina = paginas.get(verwijzing.get(f"{W}anchor") or "")
        opdracht = next(verwijzing.iter(f"{W}instrText"), None)
        if pagina is not None and opdracht is not None:
            *_, getal = verwijzing.iter(f"{W}t")
            anders = anders or getal.text != str(pagina)
            getal.text = str(pagina)
    return anders


def _veldteken(soort: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>'


def _opdracht(tekst: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{schoon(tekst)}</w:instrText></w:r>'
