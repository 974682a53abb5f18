"""The table of contents: a real field, filled in beforehand, so that Word asks nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.handboek.blokken import Kop
from generator.handboek.ooxml import Schrijver
from generator.handboek.sjabloon import W
from generator.handboek.xmltekst import schoon

DIEPTE = 2
_VELD = ' TOC \\o "1-2" \\h \\z \\u '


def inhoudsopgave(schrijver: Schrijver, koppen: Sequence[tuple[Kop, str]]) -> str:
    """Return the paragraphs of the contents: every heading of level 1 and 2; pages follow later."""
    regels = [(kop, anker) for kop, anker in koppen if kop.niveau <= DIEPTE]
    if not regels:
        return ""
    begin = _veldteken("begin") + _opdracht(_VELD) + _veldteken("separate")
    delen = []
    for nr, (kop, anker) in enumerate(regels):
        voor = begin if nr == 0 else ""
        na = _veldteken("end") if nr == len(regels) - 1 else ""
        delen.append(_regel(schrijver, kop, anker, voor, na))
    return "".join(delen)


def _regel(schrijver: Schrijver, kop: Kop, anker: str, voor: str, na: str) -> str:
    verwijzing = (
        _veldteken("begin")
        + _opdracht(f" PAGEREF {anker} \\h ")
        + _veldteken("separate")
        + "<w:r><w:t>1</w:t></w:r>"
        + _veldteken("end")
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{schrijver.stijl(f"toc {kop.niveau}")}"/></w:pPr>{voor}'
        f'<w:hyperlink w:anchor="{anker}" w:history="1">'
        f'<w:r><w:t xml:space="preserve">{schoon(kop.tekst)}</w:t></w:r><w:r><w:tab/></w:r>{verwijzing}'
        f"</w:hyperlink>{na}</w:p>"
    )


def zet_paginas(document: Any, paginas: Mapping[str, int]) -> None:
    """Fill in the page of every heading in the contents."""
    for verwijzing in document.element.body.iter(f"{W}hyperlink"):
        pagina = paginas.get(verwijzing.get(f"{W}anchor") or "")
        opdracht = next(verwijzing.iter(f"{W}instrText"), None)
        if pagina is not None and opdracht is not None:
            *_, getal = verwijzing.iter(f"{W}t")
            getal.text = str(pagina)


def _veldteken(soort: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{soort}"/></w:r>'


def _opdracht(tekst: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{schoon(tekst)}</w:instrText></w:r>'
