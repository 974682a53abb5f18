"""Two posters on A3, one page each: the matrix and the flowchart, in the house style of the handleiding."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from generator import content
from generator.bestanden import schrijf_veilig
from generator.handboek.blokken import Alinea, Blok, Kop, Stuk, Tabel, Tekening, alinea
from generator.handboek.boek import Boek, datum_in_woorden
from generator.handboek.letters import breedte
from generator.handboek.maken import SJABLOON, context_van, eigenschappen
from generator.handboek.matrix import matrix
from generator.handboek.ooxml import NAMEN, Schrijver
from generator.handboek.opmaak import TWIP
from generator.handboek.paginering import hoogtes_van_rijen, ruimte_over
from generator.handboek.schema import BREEDTE, teken
from generator.handboek.sjabloon import W, gekleurd, gevuld, stijlnamen
from generator.handboek.xmltekst import geldig
from generator.kleuren import leesbaar
from generator.model import Inrichting

MATRIX, STROOMSCHEMA = "poster-matrix.docx", "poster-stroomschema.docx"
_KORT, _LANG, _RAND = 16838, 23811, 850  # A3 in twips
_KOP, _ONDERKOP = 30.0, 14.0
_GROOTST, _NOOD, _KLEINST, _ALLERKLEINST = 16.0, 10.0, 9.0, 6.0
"""Largest letters; where to begin when a word is too long for its column; as they should be; and the very least."""
_LOGO_HOOG, _LOGO_BREED = 20, 80  # mm
_ZEKER = 0.02
"""Share of the page that stays free: Word and LibreOffice break lines a little otherwise than we reckon."""
_CELMARGE = 7.0
_BREEKPUNT = re.compile(r"(?<=[-/–])")
# Style of the matrix → its size against that of the cells.
_VERHOUDING = {"Matrixtekst": 1.0, "Matrixkop": 1.2, "Matrixrij": 1.2, "Tabel klein": 0.85, "Opmerking": 0.85}


def maak_posters(inrichting: Inrichting, map_: Path, *, sjabloon: Path | None = None) -> list[Path]:
    """Write both posters in *map_* and return their files.

    Raises `Handboekfout` when the template or logo can't be used, `SchrijfFout` when writing fails.
    """
    boek = Boek.van(inrichting, {})
    gemaakt = []
    for naam, maak in ((MATRIX, matrixposter), (STROOMSCHEMA, schemaposter)):
        inhoud = io.BytesIO()
        maak(boek, sjabloon).save(inhoud)
        schrijf_veilig(map_ / naam, inhoud.getvalue())
        gemaakt.append(map_ / naam)
    return gemaakt


def matrixposter(boek: Boek, sjabloon: Path | None = None) -> Any:
    """Return the matrix as a document: A3 landscape, letters as large as fit."""
    document, schrijver = _leeg(boek, sjabloon, liggend=True)
    eigenschappen(document, boek, "Poster: de matrix van het 8-fasenmodel")
    _zet_kop(document, schrijver, boek, "Acht fasen op één blad")
    tabel, *verder = matrix(boek)
    assert isinstance(tabel, Tabel)
    _zet_passend(document, schrijver, tabel, verder)
    _vul_blad(document)
    return document


def schemaposter(boek: Boek, sjabloon: Path | None = None) -> Any:
    """Return the flowchart as a document: A3 portrait, as large as fits."""
    document, schrijver = _leeg(boek, sjabloon, liggend=False)
    eigenschappen(document, boek, "Poster: het stroomschema van het 8-fasenmodel")
    _zet_kop(document, schrijver, boek, "De weg door de acht fasen")
    hoog = ruimte_over(document) - _hoogte(document) * _ZEKER
    factor = (_KORT - 2 * _RAND) / TWIP / BREEDTE
    _zet(document, schrijver.blokken([vergroot(teken(boek, hoog / factor), factor)]))
    return document


def vergroot(tekening: Tekening, factor: float) -> Tekening:
    """Return a picture *factor* times as large, its letters too."""
    vormen = tuple(
        replace(
            vorm,
            x=vorm.x * factor,
            y=vorm.y * factor,
            breedte=vorm.breedte * factor,
            hoogte=vorm.hoogte * factor,
            dikte=vorm.dikte * factor,
            grootte=math.floor(vorm.grootte * factor * 2) / 2,
        )
        for vorm in tekening.vormen
    )
    return replace(tekening, vormen=vormen, breedte=tekening.breedte * factor, hoogte=tekening.hoogte * factor)


# --------------------------------------------------------------------------
# The sheet


def _leeg(boek: Boek, sjabloon: Path | None, liggend: bool) -> tuple[Any, Schrijver]:
    """Return the template of the handleiding as an empty sheet of A3, and a writer for it."""
    organisatie = boek.inrichting.organisatie
    pad = sjabloon or content.woordsjabloon(SJABLOON)
    document = gevuld(gekleurd(pad, organisatie.accentkleur), context_van(boek), organisatie.logo, str(pad))
    sectie = document.element.body.sectPr
    for deel in list(document.element.body):
        if deel is not sectie:
            document.element.body.remove(deel)
    _maak_a3(sectie, liggend)
    xml = etree.tostring(sectie, encoding="unicode", with_tail=False)
    accent = leesbaar(organisatie.accentkleur.lstrip("#").upper())
    schrijver = Schrijver(stijlnamen(document), xml, accent)
    _zet_stijl(document, schrijver.stijl("heading 1"), _KOP, na=60)
    _zet_stijl(document, schrijver.stijl("Subtitle"), _ONDERKOP, na=200)
    return document, schrijver


def _maak_a3(sectie: Any, liggend: bool) -> None:
    for deel in list(sectie):
        if deel.tag in (f"{W}headerReference", f"{W}footerReference", f"{W}titlePg"):
            sectie.remove(deel)
    breed, hoog = (_LANG, _KORT) if liggend else (_KORT, _LANG)
    maat, rand = sectie.find(f"{W}pgSz"), sectie.find(f"{W}pgMar")
    maat.attrib.clear()
    maat.attrib.update({f"{W}w": str(breed), f"{W}h": str(hoog)})
    if liggend:
        maat.set(f"{W}orient", "landscape")
    for kant in ("top", "right", "bottom", "left"):
        rand.set(f"{W}{kant}", str(_RAND))


def _zet_stijl(document: Any, naam: str, maat: float, na: int | None = None) -> None:
    """Give a style another size; with *na* (twips) it is a heading that stands at the top of the sheet."""
    stijl = _stijl(document, naam)
    letters = stijl.get_or_add_rPr()
    grootte = letters.get_or_add_sz()
    if letters.find(f"{W}szCs") is None:
        grootte.addnext(etree.Element(f"{W}szCs"))
    for deel in (grootte, letters.find(f"{W}szCs")):
        deel.set(f"{W}val", str(round(maat * 2)))
    if na is not None:
        vorm = stijl.get_or_add_pPr()
        for deel in vorm.findall(f"{W}pageBreakBefore"):
            vorm.remove(deel)
        vorm.get_or_add_spacing().attrib.update({f"{W}before": "0", f"{W}after": str(na)})


def _stijl(document: Any, naam: str) -> Any:
    return next(deel for deel in document.styles.element.findall(f"{W}style") if deel.get(f"{W}styleId") == naam)


def _zet(document: Any, xml: str) -> None:
    wortel = etree.fromstring(f"<w:body {NAMEN}>{xml}</w:body>".encode())
    for nieuw in wortel:
        document.element.body.sectPr.addprevious(nieuw)


def _zet_kop(document: Any, schrijver: Schrijver, boek: Boek, titel: str) -> None:
    """Put title, organisation and version at the top, with the logo beside them."""
    handleiding, organisatie = boek.inrichting.handleiding, boek.inrichting.organisatie
    regel = f"{organisatie.naam}. Versie {handleiding.versie}, {datum_in_woorden(handleiding.datum)}."
    _zet(document, schrijver.blokken([Kop(1, (Stuk(titel),)), alinea(boek.tekst(regel), "Subtitle")]))
    if organisatie.logo:
        breed = _zet_logo(document, organisatie.logo, f"Logo van {organisatie.naam}")
        for stijl in ("heading 1", "Subtitle"):
            _stijl(document, schrijver.stijl(stijl)).get_or_add_pPr().get_or_add_ind().set(f"{W}right", str(breed))


def _zet_logo(document: Any, pad: str, omschrijving: str) -> int:
    """Put the logo at the top right and return the room it takes, in twips; `gevuld` has seen that it can be read.

    It floats: LibreOffice loses the words of the flowchart when a table with a picture stands before it.
    """
    from docx.shared import Mm

    alinea_ = document.paragraphs[0]
    beeld = alinea_.add_run().add_picture(pad, height=Mm(_LOGO_HOOG))
    if beeld.width > Mm(_LOGO_BREED):
        beeld.height, beeld.width = int(beeld.height * Mm(_LOGO_BREED) / beeld.width), Mm(_LOGO_BREED)
    beeld._inline.docPr.set("descr", geldig(omschrijving))
    breed = int(beeld.width) // 635 + 200
    _laat_zweven(beeld._inline)
    return breed


def _laat_zweven(regelbeeld: Any) -> None:
    """Turn a picture in a line of text into one at the top right of the page."""
    plaats = "".join(
        f'<wp:position{as_} relativeFrom="margin"><wp:align>{kant}</wp:align></wp:position{as_}>'
        for as_, kant in (("H", "right"), ("V", "top"))
    )
    zwevend = etree.fromstring(
        f'<wp:anchor {NAMEN} distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        f'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>{plaats}</wp:anchor>'
    )
    omvang, *rest = list(regelbeeld)
    niets = etree.fromstring(f'<wp:effectExtent {NAMEN} l="0" t="0" r="0" b="0"/>')
    zwevend.extend([omvang, niets, etree.fromstring(f"<wp:wrapNone {NAMEN}/>")])
    zwevend.extend(deel for deel in rest if not deel.tag.endswith("}effectExtent"))
    regelbeeld.getparent().replace(regelbeeld, zwevend)


# --------------------------------------------------------------------------
# Letters as large as fit


def _zet_passend(document: Any, schrijver: Schrijver, tabel: Tabel, verder: list[Blok]) -> None:
    """Put the table on the sheet in the largest letters that fit; rather too small than on a second sheet."""
    stijlen = {schrijver.stijl(naam): deel for naam, deel in _VERHOUDING.items()}
    kop = len(document.element.body) - 1
    for maat, heel in _maten():
        if (breedtes := _kolommen(tabel, maat, heel)) is None:
            continue
        for deel in list(document.element.body)[kop:-1]:
            document.element.body.remove(deel)
        for stijl, verhouding in stijlen.items():
            _zet_stijl(document, stijl, max(maat * verhouding, min(maat, _KLEINST)))
        _zet(document, schrijver.blokken([replace(tabel, breedtes=breedtes), *verder]))
        if ruimte_over(document) >= _hoogte(document) * _ZEKER:
            return


def _maten() -> Iterator[tuple[float, bool]]:
    """Yield letter sizes from large to small: first with whole words only, then with words that are cut."""
    for heel, grootst, kleinst in ((True, _GROOTST, _KLEINST), (False, _NOOD, _ALLERKLEINST)):
        yield from ((halven / 2, heel) for halven in range(int(grootst * 2), int(kleinst * 2) - 1, -1))


def _kolommen(tabel: Tabel, maat: float, heel: bool) -> tuple[float, ...] | None:
    """Return the widths of the columns in points: alike, but each with room for its longest word.

    None when there is no room for all those words and they have to stay whole.
    """
    breed = (_LANG - 2 * _RAND) / TWIP
    nodig = [_langste_woord(tabel, kolom) * maat / 1000 + _CELMARGE for kolom in range(len(tabel.breedtes))]
    nodig[0] = max(nodig[0], breed * tabel.breedtes[0] / sum(tabel.breedtes))
    if sum(nodig) > breed:
        return None if heel else tuple(tabel.breedtes)
    ruim: set[int] = {0}
    while True:
        gelijk = (breed - sum(nodig[nr] for nr in ruim)) / (len(nodig) - len(ruim))
        meer = {nr for nr, punten in enumerate(nodig) if punten > gelijk} - ruim
        if not meer:
            return tuple(punten if nr in ruim else gelijk for nr, punten in enumerate(nodig))
        ruim |= meer


def _langste_woord(tabel: Tabel, kolom: int) -> float:
    """Return the width of the longest word of a column, in thousandths of the size of a cell's letters."""
    regels = [regel for rij in tabel.rijen for regel in rij[kolom].alineas]
    return max(
        (_lengte(woord) * _VERHOUDING.get(regel.stijl, 1.0) for regel in regels for woord in _woorden(regel)), default=0
    )


def _woorden(regel: Alinea) -> Iterator[str]:
    for stuk in regel.inhoud:
        yield from (deel for woord in stuk.tekst.split() for deel in _BREEKPUNT.split(woord))


def _lengte(woord: str) -> float:
    """Return the width of a word at its widest, with a little to spare for slanted letters."""
    return max(breedte(woord), breedte(woord, vet=True)) * 1.02


def _hoogte(document: Any) -> float:
    return int(document.element.body.sectPr.find(f"{W}pgSz").get(f"{W}h")) / TWIP


def _vul_blad(document: Any) -> None:
    """Divide what is left of the sheet over the rows: room to breathe, and to write."""
    over = ruimte_over(document) - _hoogte(document) * _ZEKER
    tabel = document.element.body.findall(f"{W}tbl")[-1]
    rijen = tabel.findall(f"{W}tr")[1:]
    hoogtes = hoogtes_van_rijen(document, tabel)[1:]
    for rij, hoog in zip(rijen, hoogtes, strict=True) if over > 0 else ():
        hoogte = round((hoog + over / len(rijen)) * TWIP)
        etree.SubElement(rij.find(f"{W}trPr"), f"{W}trHeight", {f"{W}val": str(hoogte), f"{W}hRule": "atLeast"})
