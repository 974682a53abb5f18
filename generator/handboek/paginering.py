"""On which page a heading stands: an estimate from letter widths and the styles in use.

Word can't be asked without Word.  This walks the finished document the way a
word processor does: lines from letter widths, heights from the styles, headings
kept with what follows, rows kept whole, table headers repeated.  It reads the sizes
from the document itself, so a restyled template is measured as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.handboek.letters import REGELHOOGTE, breedte, breek
from generator.handboek.opmaak import TWIP, Opmaak, Tabelmaat, stijlopmaak, tabelmaten
from generator.handboek.sjabloon import W

_SPELING = 1.0
"""Rounding adds up to about a point on a full page."""
_PPR, _PSTYLE, _VAL = f"{W}pPr", f"{W}pStyle", f"{W}val"
_NIEUW, _BIJ = f"{W}pageBreakBefore", f"{W}keepNext"
_T, _BR, _TAB, _MERK, _NAAM = f"{W}t", f"{W}br", f"{W}tab", f"{W}bookmarkStart", f"{W}name"
_TEKENING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAAT, _ZWEEFT = f"{_TEKENING}extent", f"{_TEKENING}anchor"


@dataclass(slots=True)
class Vak:
    """Something that takes height on a page: a paragraph or a row of a table."""

    hoogte: float
    voor: float = 0.0
    na: float = 0.0
    regels: int = 1
    regelhoogte: float = 0.0
    houd_bij: bool = False
    nieuwe_pagina: bool = False
    herhaal: float = 0.0
    ankers: tuple[str, ...] = ()
    deelbaar: bool = True


def paginas_van(document: Any) -> dict[str, int]:
    """Return bookmark → page for every heading of *document* (a python-docx document)."""
    return _Zetter(document).paginas()


def ruimte_over(document: Any) -> float:
    """Return how many points are left on the page of a document of one section; less than 0 when it is too small."""
    return _Zetter(document).over()


def hoogtes_van_rijen(document: Any, tabel: Any) -> list[float]:
    """Return how high the rows of a table become, in points."""
    return [vak.hoogte for vak in _Zetter(document).rijen(tabel)]


class _Zetter:
    def __init__(self, document: Any) -> None:
        self._body = document.element.body
        self._stijlen = stijlopmaak(document)
        self._tabelmaten = tabelmaten(document)

    def paginas(self) -> dict[str, int]:
        uit: dict[str, int] = {}
        pagina = 1
        for sectie, elementen in self._secties():
            breed, hoog = _zetspiegel(sectie)
            vakken = [vak for element in elementen for vak in self._vakken(element, breed)]
            pagina = _verdeel(vakken, hoog, _begin(sectie, pagina), uit) + 1
        return uit

    def over(self) -> float:
        sectie, elementen = next(self._secties())
        breed, hoog = _zetspiegel(sectie)
        return hoog - _stapel([vak for element in elementen for vak in self._vakken(element, breed)])

    def rijen(self, tabel: Any) -> Iterator[Vak]:
        return self._tabel(tabel)

    def _secties(self) -> Iterator[tuple[Any, list[Any]]]:
        elementen: list[Any] = []
        for element in self._body:
            if element.tag == f"{W}sectPr":
                yield element, elementen
                return
            elementen.append(element)
            sectie = element.find(f"{W}pPr/{W}sectPr") if element.tag == f"{W}p" else None
            if sectie is not None:
                yield sectie, elementen
                elementen = []

    def _vakken(self, element: Any, breed: float) -> Iterator[Vak]:
        if element.tag == f"{W}p":
            yield self._alinea(element, breed)
        elif element.tag == f"{W}tbl":
            yield from self._tabel(element)

    def _opmaak(self, alinea: Any) -> Opmaak:
        naam, eigen = "", set()
        if len(alinea) and alinea[0].tag == _PPR:
            for deel in alinea[0]:
                if deel.tag == _PSTYLE:
                    naam = deel.get(_VAL)
                else:
                    eigen.add(deel.tag)
        opmaak = self._stijlen.get(naam) or self._stijlen[""]
        if _NIEUW in eigen:
            opmaak = replace(opmaak, nieuwe_pagina=True)
        return replace(opmaak, houd_bij=True) if _BIJ in eigen and not opmaak.houd_bij else opmaak

    def _alinea(self, alinea: Any, breed: float) -> Vak:
        opmaak = self._opmaak(alinea)
        tekst, ankers, beeld = _gelezen(alinea)
        hoog = opmaak.vast or (beeld + opmaak.maat * 0.3 if beeld else opmaak.maat * REGELHOOGTE) * opmaak.regel
        ruimte = max(1000.0, (breed - opmaak.links - opmaak.rechts) / opmaak.maat * 1000)
        regels = 1 if beeld else max(1, sum(_tekstregels(deel, ruimte, opmaak.vet) for deel in tekst.split("\n")))
        return Vak(
            regels * hoog,
            opmaak.voor,
            opmaak.na,
            regels,
            hoog,
            opmaak.houd_bij,
            opmaak.nieuwe_pagina,
            ankers=ankers,
            deelbaar=not (beeld or opmaak.houd_heel),
        )

    def _tabel(self, tabel: Any) -> Iterator[Vak]:
        stijl = tabel.find(f"{W}tblPr/{W}tblStyle")
        naam = stijl.get(f"{W}val") if stijl is not None else ""
        maat = self._tabelmaten.get(naam, Tabelmaat())
        zij = maat.left + maat.right
        breedtes = [int(kolom.get(f"{W}w")) / TWIP - zij for kolom in tabel.iter(f"{W}gridCol")]
        kop, boven = 0.0, maat.lijn
        for rij in tabel.iterchildren(f"{W}tr"):
            is_kop = rij.find(f"{W}trPr/{W}tblHeader") is not None
            lijn = maat.koplijn if is_kop else maat.lijn
            vak = self._rij(rij, breedtes, maat.top + maat.bottom + lijn + boven)
            vak.houd_bij = vak.houd_bij or is_kop
            vak.herhaal = 0.0 if is_kop else kop
            kop += vak.hoogte if is_kop else 0.0
            boven = 0.0
            yield vak

    def _rij(self, rij: Any, breedtes: list[float], randen: float) -> Vak:
        cellen = list(rij.iterchildren(f"{W}tc"))
        hoogtes, ankers, nieuw, bij = [], [], False, False
        for cel, breed in zip(cellen, breedtes, strict=False):
            vakken = [self._alinea(alinea, breed) for alinea in cel.iterchildren(f"{W}p")]
            hoogtes.append(_stapel(vakken))
            ankers += [anker for vak in vakken for anker in vak.ankers]
            nieuw = nieuw or any(vak.nieuwe_pagina for vak in vakken)
            bij = bij or vakken[0].houd_bij
        hoogte = max(hoogtes, default=0.0) + randen
        return Vak(hoogte, houd_bij=bij, nieuwe_pagina=nieuw, ankers=tuple(ankers), deelbaar=False)


def _begin(sectie: Any, pagina: int) -> int:
    """Return the number of the first page of a section: its own, or *pagina*, the next one."""
    nummering = sectie.find(f"{W}pgNumType")
    eigen = nummering.get(f"{W}start") if nummering is not None else None
    return int(eigen) if eigen else pagina


def _gelezen(alinea: Any) -> tuple[str, tuple[str, ...], float]:
    """Return the text of a paragraph, its bookmarks, and the height of a picture in it."""
    delen, ankers = [], []
    for deel in alinea.iter(_T, _BR, _TAB, _MERK, _MAAT):
        soort = deel.tag
        if soort == _T:
            delen.append(deel.text or "")
        elif soort == _MERK:
            ankers.append(deel.get(_NAAM))
        elif soort == _MAAT and deel.getparent().tag == _ZWEEFT:
            continue  # beside the text, not in it
        elif soort == _MAAT:
            return "", tuple(ankers), int(deel.get("cy")) / 12700
        else:
            delen.append("\n" if soort == _BR else " ")
    return "".join(delen), tuple(ankers), 0.0


def _tekstregels(tekst: str, ruimte: float, vet: bool) -> int:
    if len(tekst) * 1000 < ruimte or breedte(tekst, vet) <= ruimte:
        return 1
    return len(breek(tekst, ruimte, vet))


def _verdeel(vakken: list[Vak], hoog: float, pagina: int, uit: dict[str, int]) -> int:
    """Place *vakken* on pages of *hoog* points from *pagina* on; return the last page."""
    y, vorige_na, begin = 0.0, 0.0, True
    for nr, vak in enumerate(vakken):
        if not begin and (vak.nieuwe_pagina or y + _samen(vakken, nr, vorige_na) > hoog + _SPELING):
            pagina, y, vorige_na, begin = pagina + 1, vak.herhaal, 0.0, True
        y += _tussen(vorige_na, vak.voor) if not begin or vak.nieuwe_pagina else 0.0
        for anker in vak.ankers:
            uit[anker] = pagina
        if vak.deelbaar and y + vak.hoogte > hoog + _SPELING:
            pagina, y = _over_paginas(vak, y, hoog, pagina)
        else:
            y += vak.hoogte
        vorige_na, begin = vak.na, False
    return pagina


def _over_paginas(vak: Vak, y: float, hoog: float, pagina: int) -> tuple[int, float]:
    """Break a paragraph over pages, never with one line alone at the top."""
    over = vak.regels
    while over:
        passen = int((hoog - y + _SPELING) / vak.regelhoogte)
        if passen >= over:
            return pagina, y + over * vak.regelhoogte
        passen = max(1, min(passen, over - 2) if over > 2 else passen)
        over -= passen
        pagina, y = pagina + 1, 0.0
    return pagina, y


def _stapel(vakken: list[Vak]) -> float:
    """Height of the paragraphs in a cell."""
    hoogte, na = 0.0, 0.0
    for vak in vakken:
        hoogte += _tussen(na, vak.voor) + vak.hoogte
        na = vak.na
    return hoogte + na


def _tussen(na: float, voor: float) -> float:
    """Space between two paragraphs: the larger of the two, as Word and LibreOffice do by default."""
    return max(na, voor)


def _samen(vakken: list[Vak], nr: int, na: float) -> float:
    """Return the height that must stay together from *nr* on, the space after *na* included."""
    hoogte = 0.0
    for plek, vak in enumerate(vakken[nr:]):
        if plek and vak.nieuwe_pagina:
            return hoogte
        hoogte += _tussen(na, vak.voor)
        if not vak.houd_bij:
            return hoogte + _begin_van(vak)
        hoogte, na = hoogte + vak.hoogte, vak.na
    return hoogte


def _begin_van(vak: Vak) -> float:
    """Return the least of a paragraph that may stand at the foot of a page: two lines."""
    if not vak.deelbaar or vak.regels <= 3:
        return vak.hoogte
    return 2 * vak.regelhoogte


def _zetspiegel(sectie: Any) -> tuple[float, float]:
    maat, rand = sectie.find(f"{W}pgSz"), sectie.find(f"{W}pgMar")

    def punten(deel: Any, naam: str) -> float:
        return int(deel.get(f"{W}{naam}")) / TWIP

    breed = punten(maat, "w") - punten(rand, "left") - punten(rand, "right")
    return breed, punten(maat, "h") - punten(rand, "top") - punten(rand, "bottom")
