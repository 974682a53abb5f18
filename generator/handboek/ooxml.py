"""Blocks written as WordprocessingML: text in, text out; nothing here knows the domain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from generator.handboek.blokken import AANLOOP, TEKST, Alinea, Blok, Cel, Kop, Liggend, Regel, Stuk, Tabel, Tekening
from generator.handboek.fouten import Handboekfout
from generator.handboek.tekening import tekening_xml
from generator.handboek.xmltekst import schoon

NAMEN = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BREEDTE = 9524
_SMALLE_RAND = 850
_LANG = "Matrix"
_HEEL = 5
"""A table of at most so many rows stays together on one page."""


class Schrijver:
    """Writes blocks; keeps count of bookmarks and of lists that start anew."""

    def __init__(self, stijlen: Mapping[str, str], sectie: str, accent: str) -> None:
        """Take style name → id, the section properties and the accent colour."""
        self._stijlen = stijlen
        self._breedtes = (tekstbreedte(sectie), tekstbreedte(liggend(sectie)))
        self._breedte = self._breedtes[0]
        self._sectie = sectie
        self._accent = accent
        self._merknummer = 100
        self._lijsten: dict[str, tuple[int, str]] = {}
        self.koppen: list[tuple[Kop, str]] = []

    @property
    def lijsten(self) -> Iterator[tuple[int, str]]:
        """The lists that must start anew: number id and the id of their style."""
        return iter(self._lijsten.values())

    def stijl(self, naam: str) -> str:
        """Return the id of a style, known by its name."""
        try:
            return self._stijlen[naam.casefold()]
        except KeyError:
            raise Handboekfout(
                f"In het Word-sjabloon handleiding.docx ontbreekt de stijl ‘{naam}’. "
                "Zet die stijl terug, of begin opnieuw met het meegeleverde sjabloon."
            ) from None

    def blokken(self, blokken: Iterable[Blok]) -> str:
        """Return the XML of *blokken*, with room between a table and what follows it."""
        rij = list(blokken)
        delen = []
        for blok, volgende in zip(rij, [*rij[1:], None], strict=True):
            if isinstance(volgende, Tabel) and isinstance(blok, Alinea) and blok.stijl == TEKST:
                blok = replace(blok, stijl=AANLOOP)
            delen.append(self._blok(blok))
            if isinstance(blok, Tabel) and not isinstance(volgende, Kop):
                delen.append(self._alinea("", "Na tabel"))
        return "".join(delen)

    def _blok(self, blok: Blok) -> str:
        if isinstance(blok, Alinea):
            return self.alinea(blok)
        if isinstance(blok, Kop):
            return self._kop(blok)
        if isinstance(blok, Tabel):
            return self._tabel(blok)
        if isinstance(blok, Tekening):
            self._merknummer += 1
            return self._alinea(f"<w:r>{tekening_xml(blok, self._merknummer, self.stijl)}</w:r>", "Figuur")
        return self._liggend(blok)

    def alinea(self, blok: Alinea, houd_bij: bool = False) -> str:
        """Return a paragraph; *houd_bij* keeps it on the page of what follows."""
        meer = "<w:keepNext/>" if houd_bij else ""
        meer += "<w:pageBreakBefore/>" if blok.nieuwe_pagina else ""
        if blok.lijst:
            meer += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._lijst(blok)}"/></w:numPr>'
        return self._alinea(self.regel(blok.inhoud), blok.stijl, meer)

    def _alinea(self, inhoud: str, stijl: str, meer: str = "") -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.stijl(stijl)}"/>{meer}</w:pPr>{inhoud}</w:p>'

    def _lijst(self, blok: Alinea) -> int:
        if blok.lijst not in self._lijsten:
            self._lijsten[blok.lijst] = (1000 + len(self._lijsten), self.stijl(blok.stijl))
        return self._lijsten[blok.lijst][0]

    def regel(self, inhoud: Regel) -> str:
        """Return the runs of a line of text."""
        return "".join(map(self._stuk, inhoud))

    def _stuk(self, stuk: Stuk) -> str:
        opmaak = f'<w:rPr><w:rStyle w:val="{self.stijl(stuk.stijl)}"/></w:rPr>' if stuk.stijl else ""
        loop = "<w:r>" + opmaak + _tekst(stuk.tekst) + "</w:r>"
        if stuk.naar:
            loop = f'<w:hyperlink w:anchor="{schoon(stuk.naar)}" w:history="1">{loop}</w:hyperlink>'
        return self.merk(stuk.merk, loop) if stuk.merk else loop

    def merk(self, naam: str, inhoud: str) -> str:
        """Return *inhoud* with a bookmark round it."""
        self._merknummer += 1
        nr = self._merknummer
        return f'<w:bookmarkStart w:id="{nr}" w:name="{schoon(naam)}"/>{inhoud}<w:bookmarkEnd w:id="{nr}"/>'

    def _kop(self, kop: Kop) -> str:
        anker = f"_Toc{20260000 + len(self.koppen) + 1}"
        self.koppen.append((kop, anker))
        inhoud = self.merk(anker, self.regel(kop.inhoud))
        if kop.merk:
            inhoud = self.merk(kop.merk, inhoud)
        return self._alinea(inhoud, f"heading {kop.niveau}")

    def _tabel(self, tabel: Tabel) -> str:
        kolommen = _kolommen(tabel.breedtes, self._breedte)
        kop, kolom = int(tabel.kopregels > 0), int(tabel.eerste_kolom)
        uiterlijk = 0x0600 | 0x0020 * kop | 0x0080 * kolom
        omschrijving = tabel.omschrijving or _koppen_van(tabel)
        beschrijving = f'<w:tblDescription w:val="{schoon(omschrijving)}"/>' if omschrijving else ""
        eigenschappen = (
            f'<w:tblPr><w:tblStyle w:val="{self.stijl(tabel.stijl)}"/><w:tblW w:w="{sum(kolommen)}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{uiterlijk:04X}" w:firstRow="{kop}" w:lastRow="0" '
            f'w:firstColumn="{kolom}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{beschrijving}</w:tblPr>'
        )
        rooster = "".join(f'<w:gridCol w:w="{breedte}"/>' for breedte in kolommen)
        kort = len(tabel.rijen) if len(tabel.rijen) <= _HEEL and tabel.stijl != _LANG else 0
        rijen = "".join(
            self._rij(rij, kolommen, nr < tabel.kopregels, nr + 1 < kort) for nr, rij in enumerate(tabel.rijen)
        )
        return f"<w:tbl>{eigenschappen}<w:tblGrid>{rooster}</w:tblGrid>{rijen}</w:tbl>"

    def _rij(self, rij: tuple[Cel, ...], kolommen: list[int], kop: bool, houd_bij: bool) -> str:
        eigenschappen = "<w:trPr><w:cantSplit/>" + ("<w:tblHeader/>" if kop else "") + "</w:trPr>"
        cellen = "".join(self._cel(deel, breedte, houd_bij) for deel, breedte in zip(rij, kolommen, strict=True))
        return f"<w:tr>{eigenschappen}{cellen}</w:tr>"

    def _cel(self, deel: Cel, breedte: int, houd_bij: bool) -> str:
        vulling = f'<w:shd w:val="clear" w:color="auto" w:fill="{self._accent}"/>' if deel.nadruk else ""
        inhoud = "".join(self.alinea(alinea, houd_bij) for alinea in deel.alineas)
        return f'<w:tc><w:tcPr><w:tcW w:w="{breedte}" w:type="dxa"/>{vulling}</w:tcPr>{inhoud}</w:tc>'

    def _liggend(self, blok: Liggend) -> str:
        """Close the section before, and write *blok* as a landscape section of its own."""
        self._breedte = self._breedtes[1]
        inhoud = self.blokken(blok.blokken)
        self._breedte = self._breedtes[0]
        eerst, self._sectie = self._sectie, re.sub(r"<w:titlePg[^>]*/>", "", self._sectie)
        return self._sectie_einde(eerst) + inhoud + self._sectie_einde(liggend(self._sectie))

    def _sectie_einde(self, sectie: str) -> str:
        return self._alinea("", "Na tabel", sectie)


def _tekst(tekst: str) -> str:
    regels = schoon(tekst).replace("\r\n", "\n").split("\n")
    stukken = (f'<w:t xml:space="preserve">{regel}</w:t>' for regel in regels)
    return "<w:br/>".join(stukken).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


def _koppen_van(tabel: Tabel) -> str:
    """Return the headings of the columns: what a table without a description is about."""
    cellen = tabel.rijen[0] if tabel.rijen else ()
    woorden = ("".join(stuk.tekst for alinea in deel.alineas for stuk in alinea.inhoud).strip() for deel in cellen)
    return "; ".join(filter(None, woorden))


def _kolommen(aandelen: tuple[float, ...], breedte: int) -> list[int]:
    heel = sum(aandelen)
    return [int(breedte * aandeel / heel) for aandeel in aandelen]


def liggend(sectie: str) -> str:
    """Return section properties turned on their side, with room for a wide table."""
    wortel = etree.fromstring(sectie)
    maat, rand = wortel.find(f"{_W}pgSz"), wortel.find(f"{_W}pgMar")
    if maat is not None and rand is not None:
        breed, hoog = str(maat.get(f"{_W}w")), str(maat.get(f"{_W}h"))
        maat.attrib.update({f"{_W}w": hoog, f"{_W}h": breed, f"{_W}orient": "landscape"})
        for kant in ("left", "right", "top"):
            rand.set(f"{_W}{kant}", str(min(_SMALLE_RAND, int(rand.get(f"{_W}{kant}") or 0))))
    return etree.tostring(wortel, encoding="unicode")


def tekstbreedte(sectie: str) -> int:
    """Return the width of the text on a page, in twips."""
    wortel = etree.fromstring(sectie)
    maat, rand = wortel.find(f"{_W}pgSz"), wortel.find(f"{_W}pgMar")
    if maat is None or rand is None:
        return _BREEDTE
    return int(maat.get(f"{_W}w") or 0) - sum(int(rand.get(f"{_W}{kant}") or 0) for kant in ("left", "right"))
