"""A picture of shapes written as DrawingML: sharp at any size, its words can be searched."""

from __future__ import annotations

from collections.abc import Callable

from generator.handboek.blokken import Tekening, Vorm
from generator.handboek.xmltekst import schoon

_PER_PUNT = 12700
_GROEP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_AFRONDING = 18000


def tekening_xml(tekening: Tekening, nummer: int, stijl: Callable[[str], str]) -> str:
    """Return a picture that stands in a line of text, with its alternative text."""
    maat = f'cx="{_emu(tekening.breedte)}" cy="{_emu(tekening.hoogte)}"'
    vormen = "".join(_vorm(vorm, nr, stijl) for nr, vorm in enumerate(tekening.vormen, nummer * 1000))
    omschrijving = schoon(tekening.omschrijving)
    return (
        '<mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {maat}/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{nummer}" name="Stroomschema" descr="{omschrijving}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_GROEP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {maat}/><a:chOff x="0" y="0"/><a:chExt {maat}/></a:xfrm></wpg:grpSpPr>'
        f"{vormen}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:t>{omschrijving}</w:t></mc:Fallback></mc:AlternateContent>"
    )


def _vorm(vorm: Vorm, nummer: int, stijl: Callable[[str], str]) -> str:
    recht = vorm.soort == "line"
    eigenschappen = _plaats(vorm) + _omtrek(vorm) + ("" if recht else _vulling(vorm.vulling)) + _lijn(vorm)
    soort = "<wps:cNvCnPr/>" if recht else "<wps:cNvSpPr/>"
    tekst = f"<wps:txbx><w:txbxContent>{_tekst(vorm, stijl)}</w:txbxContent></wps:txbx>" if vorm.regels else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{nummer}" name="Vorm {nummer}"/>{soort}<wps:spPr>{eigenschappen}</wps:spPr>{tekst}'
        '<wps:bodyPr rot="0" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr" anchorCtr="0">'
        "<a:noAutofit/></wps:bodyPr></wps:wsp>"
    )


def _plaats(vorm: Vorm) -> str:
    x, y = min(vorm.x, vorm.x + vorm.breedte), min(vorm.y, vorm.y + vorm.hoogte)
    spiegel = (' flipH="1"' if vorm.breedte < 0 else "") + (' flipV="1"' if vorm.hoogte < 0 else "")
    return (
        f'<a:xfrm{spiegel}><a:off x="{_emu(x)}" y="{_emu(y)}"/>'
        f'<a:ext cx="{_emu(abs(vorm.breedte))}" cy="{_emu(abs(vorm.hoogte))}"/></a:xfrm>'
    )


def _omtrek(vorm: Vorm) -> str:
    hoek = f'<a:gd name="adj" fmla="val {_AFRONDING}"/>' if vorm.soort == "roundRect" else ""
    return f'<a:prstGeom prst="{vorm.soort}"><a:avLst>{hoek}</a:avLst></a:prstGeom>'


def _vulling(kleur: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{kleur}"/></a:solidFill>' if kleur else "<a:noFill/>"


def _lijn(vorm: Vorm) -> str:
    if not vorm.lijn:
        return "<a:ln><a:noFill/></a:ln>"
    streep = '<a:prstDash val="dash"/>' if vorm.streep else ""
    pijl = '<a:tailEnd type="triangle" w="med" len="med"/>' if vorm.pijl else ""
    return f'<a:ln w="{_emu(vorm.dikte)}">{_vulling(vorm.lijn)}{streep}{pijl}</a:ln>'


def _tekst(vorm: Vorm, stijl: Callable[[str], str]) -> str:
    naam = "Schematekst links" if vorm.links else "Schematekst"
    maat = round(vorm.grootte * 2)
    opmaak = ("<w:b/>" if vorm.vet else "") + (f'<w:color w:val="{vorm.kleur}"/>' if vorm.kleur else "")
    opmaak += f'<w:sz w:val="{maat}"/><w:szCs w:val="{maat}"/>'
    regels = (f'<w:t xml:space="preserve">{schoon(regel)}</w:t>' for regel in vorm.regels)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{stijl(naam)}"/></w:pPr>'
        f"<w:r><w:rPr>{opmaak}</w:rPr>{'<w:br/>'.join(regels)}</w:r></w:p>"
    )


def _emu(punten: float) -> int:
    return round(punten * _PER_PUNT)
