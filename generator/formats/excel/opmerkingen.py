"""Notes at the cells of a returned form; everything else in the file stays what it was.

Only the notes, how they are drawn, and what refers to them are written: every other part is kept byte for byte.
Notes of people stay; our own of an earlier round make room for the new ones.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from lxml import etree

from generator.formats.delen import SOORTEN, alle_delen, als_xml, schrijf_delen
from generator.formats.excel.boek import Werkboek, doelpad, is_van_ons
from generator.formats.excel.maten import aantal_regels
from generator.formats.excel.namen import (
    MAX_TEKENS,
    OPMERKER,
    R_STRIKT,
    RELS,
    S_STRIKT,
    TYPES,
    XML_SPACE,
    Element,
    R,
    S,
    celnaam,
    plek_van,
)
from generator.formats.excel.opmerkplek import Plekzoeker
from generator.formats.excel.plekken import Cel
from generator.formats.excel.sleuven import past
from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking
from generator.formats.veilig import ontleed
from generator.veldsoorten import schone_tekst

_SOORT = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_SOORT_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
# What stands behind the reference to the drawing of the notes, in this order.
_ERACHTER = ("legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
_VORM = re.compile(r"<v:shape\b(?![a-z]).*?</v:shape>", re.S)
_RIJ, _KOLOM = re.compile(r"<x:Row>\s*(\d+)"), re.compile(r"<x:Column>\s*(\d+)")
_NIET_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WERKBLAD = re.compile(rb"<((?:\w+:)?)worksheet\b")
_BREED, _REGELHOOGTE = 46, 13
_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{nr}"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)


def zet_opmerkingen(inhoud: bytes, plan: Leesplan, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
    """Return a returned form with notes where they belong; what lands in one cell becomes one note.

    *plan* is what the form is read with, *dag* the date, that stands under each note. A cell with a note of somebody
    else keeps that: ours comes beside it. The same input gives the same bytes.
    Raises `Geweigerd` when the file can't be opened.
    """
    boek = Werkboek(inhoud)
    zoeker = Plekzoeker(boek, plan)
    per_cel: dict[Cel, list[str]] = {}
    for deel in opmerkingen:
        per_cel.setdefault(zoeker.plek(deel.sleutel, deel.zoals_gelezen), []).extend(deel.alineas)
    delen = alle_delen(inhoud)
    for vel in boek.opbouw.vellen:
        hier = {(cel.rij, cel.kolom): alineas for cel, alineas in per_cel.items() if cel.blad == vel.naam}
        _Blad(delen, vel.deel, posixpath.dirname(boek.naam)).zet(hier, dag)
    return schrijf_delen(delen)


class _Blad:
    """One sheet with its notes."""

    def __init__(self, delen: dict[str, bytes], deel: str, map_: str) -> None:
        self.delen, self.deel, self.boekmap = delen, deel, map_
        self.map, naam = posixpath.split(deel)
        self.rels = posixpath.join(self.map, "_rels", f"{naam}.rels")
        self.strikt = S_STRIKT.encode() in delen.get(deel, b"")[:2000]
        self.ruimte = S_STRIKT if self.strikt else S

    def zet(self, hier: Mapping[tuple[int, int], list[str]], dag: date) -> None:
        """Take our earlier notes away and put these in."""
        naam = self._doel("comments")
        if not naam and not hier:
            return
        wortel = ontleed(self.delen[naam]) if naam else self._nieuwe_lijst()
        lijst = wortel.find(self._q("commentList"))
        auteurs = wortel.find(self._q("authors"))
        if lijst is None or auteurs is None:
            return
        weg = self._ruim_op(lijst, auteurs)
        if not weg and not hier:
            return
        bezet = {plek_van(deel.get("ref") or "") for deel in lijst}
        nieuw = {}
        for plek, alineas in sorted(hier.items()):
            vrij = _vrije_plek(plek, bezet)
            bezet.add(vrij)
            nieuw[vrij] = self._tekst(alineas, dag)
        nummer = self._auteur(auteurs) if nieuw else 0
        for plek, tekst in nieuw.items():
            lijst.append(self._opmerking(plek, tekst, nummer))
        if not naam:
            naam = self._nieuw_deel("comments", "xml", f"{self._relatie}/comments", _SOORT)
        self.delen[naam] = als_xml(wortel)
        self._teken(weg, nieuw)

    # -- the notes

    def _q(self, naam: str) -> str:
        return f"{{{self.ruimte}}}{naam}"

    @property
    def _relatie(self) -> str:
        return R_STRIKT if self.strikt else R

    def _nieuwe_lijst(self) -> Element:
        return etree.fromstring(f'<comments xmlns="{self.ruimte}"><authors/><commentList/></comments>')

    def _ruim_op(self, lijst: Element, auteurs: Element) -> set[tuple[int, int]]:
        """Take our own notes out; return where they stood."""
        namen = [(auteur.text or "").strip() for auteur in auteurs]
        weg = set()
        for deel in list(lijst):
            nummer = deel.get("authorId") or ""
            auteur = namen[int(nummer)] if nummer.isdecimal() and int(nummer) < len(namen) else ""
            if is_van_ons(auteur, deel) and (plek := plek_van(deel.get("ref") or "")):
                lijst.remove(deel)
                weg.add(plek)
        return weg

    def _auteur(self, auteurs: Element) -> int:
        for nr, auteur in enumerate(auteurs):
            if (auteur.text or "").strip() == OPMERKER:
                return nr
        etree.SubElement(auteurs, self._q("author")).text = OPMERKER
        return len(auteurs) - 1

    def _opmerking(self, plek: tuple[int, int], tekst: str, auteur: int) -> Element:
        opmerking = etree.Element(self._q("comment"), ref=celnaam(*plek), authorId=str(auteur))
        run = etree.SubElement(etree.SubElement(opmerking, self._q("text")), self._q("r"))
        eigenschappen = etree.SubElement(run, self._q("rPr"))
        etree.SubElement(eigenschappen, self._q("sz"), val="10")
        etree.SubElement(eigenschappen, self._q("rFont"), val="Calibri")
        t = etree.SubElement(run, self._q("t"))
        t.text = tekst
        t.set(XML_SPACE, "preserve")
        return opmerking

    @staticmethod
    def _tekst(alineas: Iterable[str], dag: date) -> str:
        regels = [_NIET_IN_XML.sub("", schone_tekst(alinea)) for alinea in alineas]
        tekst = "\n".join([*regels, f"({OPMERKER}, {dag:%d-%m-%Y})"])
        return tekst if past(tekst, MAX_TEKENS) else tekst[: MAX_TEKENS // 2]

    # -- how they are drawn

    def _teken(self, weg: set[tuple[int, int]], nieuw: Mapping[tuple[int, int], str]) -> None:
        naam = self._doel("vmlDrawing")
        if not naam or not self._verwijst():
            naam = naam or self._nieuw_deel("drawings/vmlDrawing", "vml", f"{self._relatie}/vmlDrawing", "")
            self.delen.setdefault(naam, _VML.replace("{nr}", str(_deelnummer(naam))).encode())
            self._zet_verwijzing(naam)
        tekst = self.delen[naam].decode("utf-8", "surrogateescape")
        tekst = _VORM.sub(lambda vorm: "" if _plek_van_vorm(vorm[0]) in weg else vorm[0], tekst)
        # Each sheet numbers its drawings from a thousand of its own.
        bezet = [int(nr) for nr in re.findall(r'id="_x0000_s(\d+)"', tekst)]
        eerste = max(bezet, default=1024 * _deelnummer(naam)) + 1
        vormen = "".join(_vorm(nr, plek, wat) for nr, (plek, wat) in enumerate(nieuw.items(), eerste))
        begin, slot, einde = tekst.rpartition("</xml>")
        self.delen[naam] = (begin + vormen + slot + einde).encode("utf-8", "surrogateescape")

    def _verwijst(self) -> bool:
        return re.search(rb"<(?:\w+:)?legacyDrawing\b(?!HF)", self.delen[self.deel]) is not None

    def _zet_verwijzing(self, naam: str) -> None:
        """Let the sheet refer to the drawing of its notes; nothing else in the sheet changes."""
        nummer = next(str(r.get("Id")) for r in self._relaties() if doelpad(self.map, str(r.get("Target"))) == naam)
        ruw = self.delen[self.deel]
        begin = _WERKBLAD.search(ruw)
        voor = begin[1].decode() if begin else ""
        element = f'<{voor}legacyDrawing xmlns:r="{self._relatie}" r:id="{nummer}"/>'.encode()
        plek = _einde_van_blad(ruw)
        self.delen[self.deel] = ruw[:plek] + element + ruw[plek:]

    # -- the package

    def _relaties(self) -> Element:
        return ontleed(self.delen.get(self.rels) or f'<Relationships xmlns="{RELS}"/>'.encode())

    def _doel(self, soort: str) -> str:
        for relatie in self._relaties():
            naam = doelpad(self.map, str(relatie.get("Target")))
            van_soort = str(relatie.get("Type")).rpartition("/")[2] == soort
            if van_soort and relatie.get("TargetMode") != "External" and naam in self.delen:
                return naam
        return ""

    def _nieuw_deel(self, stam: str, achtervoegsel: str, soort: str, inhoudssoort: str) -> str:
        """Refer to a new part; return its name."""
        kandidaten = (f"{stam}{nr}.{achtervoegsel}" for nr in range(1, len(self.delen) + 2))
        naam = next(p for n in kandidaten if (p := posixpath.join(self.boekmap, n)) not in self.delen)
        relaties = self._relaties()
        bezet = {relatie.get("Id") for relatie in relaties}
        nummer = next(n for nr in range(1, len(bezet) + 2) if (n := f"rIdAf{nr}") not in bezet)
        etree.SubElement(relaties, f"{{{RELS}}}Relationship", Id=nummer, Type=soort, Target=f"/{naam}")
        self.delen[self.rels] = als_xml(relaties)
        soorten = ontleed(self.delen[SOORTEN])
        if inhoudssoort:
            etree.SubElement(soorten, f"{{{TYPES}}}Override", PartName=f"/{naam}", ContentType=inhoudssoort)
        elif not any((deel.get("Extension") or "").casefold() == achtervoegsel for deel in soorten):
            soorten.insert(0, soorten.makeelement(f"{{{TYPES}}}Default", {"Extension": achtervoegsel,
                                                                         "ContentType": _SOORT_VML}))  # fmt: skip
        self.delen[SOORTEN] = als_xml(soorten)
        return naam


def _einde_van_blad(ruw: bytes) -> int:
    """Return the byte at which the reference to the drawing belongs: its place among the rest is fixed."""
    wortel = ontleed(ruw)
    erna = next((deel for deel in wortel if etree.QName(deel).localname in _ERACHTER), None)
    if erna is None:
        return ruw.rfind(b"</")
    # The same word may stand deeper in the sheet: count how many come before.
    nummer = list(wortel.iter(erna.tag)).index(erna)
    naam = etree.QName(erna).localname.encode()
    return [treffer.start() for treffer in re.finditer(rb"<(?:\w+:)?" + naam + rb"\b", ruw)][nummer]


def _deelnummer(naam: str) -> int:
    """Return the number at the end of the name of a part."""
    return int(re.sub(r"\D", "", posixpath.basename(naam)) or 1)


def _vrije_plek(plek: tuple[int, int], bezet: set[tuple[int, int] | None]) -> tuple[int, int]:
    """Return the cell, or the nearest in its row without a note: a cell holds but one."""
    rij, kolom = plek
    kandidaten = [kolom, kolom - 1, *range(kolom + 1, kolom + 200)]
    return next((rij, k) for k in kandidaten if k > 0 and (rij, k) not in bezet)


def _plek_van_vorm(vorm: str) -> tuple[int, int] | None:
    rij, kolom = _RIJ.search(vorm), _KOLOM.search(vorm)
    return (int(rij[1]) + 1, int(kolom[1]) + 1) if rij and kolom else None


def _vorm(nummer: int, plek: tuple[int, int], tekst: str) -> str:
    """Return the box of a note: as high as its text, hidden until somebody points at the cell."""
    rij, kolom = plek
    hoog = max(4, aantal_regels(tekst, _BREED, 10.0) + 1)
    anker = f"{kolom}, 12, {max(rij - 2, 0)}, 8, {kolom + 4}, 12, {rij + hoog}, 4"
    return (
        f'<v:shape id="_x0000_s{nummer}" type="#_x0000_t202" style="position:absolute;width:240pt;'
        f'height:{hoog * _REGELHOOGTE}pt;z-index:{nummer % 1024};visibility:hidden" fillcolor="#FFFFE1" '
        'o:insetmode="auto"><v:fill color2="#FFFFE1"/><v:shadow on="t" color="black" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"/>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anker}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{rij - 1}</x:Row><x:Column>{kolom - 1}</x:Column></x:ClientData>"
        "</v:shape>"
    )
