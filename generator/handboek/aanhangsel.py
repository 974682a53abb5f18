"""The blank forms bound in behind the handleiding: each an annex on pages of its own.

The handleiding and the forms come from different templates.  A form brings its styles along
under names of its own (`stijlkopie`), its page size and margins as a section, and its header;
the footer is that of the handleiding with the number of the annex in front of the page.  What
only serves a form that comes back (controls, marks, identity) stays behind (`papier`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from generator.formats.register import Formaatnaam
from generator.formats.word.bouw import run
from generator.formats.word.namen import RELS
from generator.formats.word.pakket import HOOFDDEEL, lees_delen
from generator.handboek.bijlagen import formulier_van
from generator.handboek.boek import Boek
from generator.handboek.fouten import Handboekfout
from generator.handboek.nummers import merk_van
from generator.handboek.papier import Maat, als_papier, lettermaten
from generator.handboek.secties import SECTIEVOLGORDE, R, nummer_vanaf_een, omschrijf, paginaveld, sluit_sectie
from generator.handboek.sjabloon import W
from generator.handboek.stijlkopie import Stijlkopie, zet_op_plaats
from generator.handboek.xmltekst import geldig
from generator.model import Formulier, Inrichting

Blanco = Callable[[Formulier], bytes]
"""Gives the blank form of a definition."""
MERK_BIJLAGEN = "handleiding_bijlagen"
KOPSTIJL = "Bijlagekop"
_VOORVOEGSEL, _GROEP = "Fm", "Formulier"
_TITEL = "Title"
_EERSTE_MERK, _EERSTE_DEEL = 70_000, 101
_MAP = "/word/"
_VOET = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
_KOP = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEGE_KOP = (
    f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:hdr xmlns:w="{W[1:-1]}"><w:p/></w:hdr>'.encode()
)


@dataclass(frozen=True, slots=True)
class Bijlage:
    """An annex that is bound in: its number, instrument and form."""

    nr: int
    sleutel: str
    formulier: Formulier

    @property
    def kop(self) -> str:
        """How the annex is headed: ``Bijlage 7: Begeleidingsplan``."""
        return geldig(f"Bijlage {self.nr}: {self.formulier.titel}")

    @property
    def merk(self) -> str:
        """The bookmark at its heading."""
        return merk_van(self.sleutel)


def gebonden_bijlagen(boek: Boek) -> list[Bijlage]:
    """Return the annexes that are bound in, in order of number: those that are a form."""
    instrumenten = ((nr, boek.inrichting.instrument(sleutel)) for sleutel, nr in boek.nummers.items())
    vormen = ((nr, deel.sleutel, formulier_van(boek, deel)) for nr, deel in instrumenten if deel is not None)
    return [Bijlage(nr, sleutel, formulier) for nr, sleutel, formulier in vormen if formulier is not None]


def blanco_maker(inrichting: Inrichting, huisstijl: Path | None = None, soort: Formaatnaam = "word") -> Blanco:
    """Return a maker of blank forms of one format that makes each but once.

    It raises `Handboekfout` when the house style of the forms can't be used, or this computer can't make the format.
    """
    from generator.formats import Geweigerd, formaat_met, reden_van
    from generator.inrichting import ingevuld

    gevuld, maak_formulier = ingevuld(inrichting), formaat_met(soort).maak_formulier
    gemaakt: dict[str, bytes] = {}

    def blanco(formulier: Formulier) -> bytes:
        if formulier.sleutel not in gemaakt:
            try:
                gemaakt[formulier.sleutel] = maak_formulier(formulier, gevuld, huisstijl)
            except Geweigerd as fout:
                waarom = f"De huisstijl ‘{huisstijl}’ kan ik niet gebruiken. " if soort == "word" else ""
                raise Handboekfout(waarom + reden_van(fout)) from fout
        return gemaakt[formulier.sleutel]

    return blanco


def bind_in(document: Any, bijlagen: list[Bijlage], blanco: Blanco) -> None:
    """Put the blank forms of *bijlagen* behind *document* (a python-docx document)."""
    if bijlagen:
        _Binder(document, lees_delen(blanco(bijlagen[0].formulier))).bind(bijlagen, blanco)


class _Binder:
    """Binds forms into one document; keeps count of parts and marks."""

    def __init__(self, document: Any, voorbeeld: Mapping[str, bytes]) -> None:
        """Take styles and theme from *voorbeeld*, the parts of any of the forms: they share a house style."""
        self._document, self._deel = document, document.part
        self._lichaam = document.element.body
        self._slot = self._lichaam.sectPr
        stijlen = etree.fromstring(voorbeeld["word/styles.xml"])
        thema = voorbeeld.get("word/theme/theme1.xml", b"")
        self._stijlen = Stijlkopie(stijlen, document.styles.element, _VOORVOEGSEL, _GROEP, thema)
        self._maat: Maat = lettermaten(stijlen)
        self._merk, self._nummer = _EERSTE_MERK, _EERSTE_DEEL
        self._koppen: dict[tuple[bytes, bytes], str] = {}
        self._beelden: dict[bytes, Any] = {}

    def bind(self, bijlagen: list[Bijlage], blanco: Blanco) -> None:
        eigen_slot = deepcopy(self._slot)
        sluit_sectie(self._slot.getprevious(), eigen_slot)
        begin = self._merkteken("Start", MERK_BIJLAGEN)
        self._slot.addprevious(begin)
        for bijlage in bijlagen:
            delen = lees_delen(blanco(bijlage.formulier))
            lichaam: Any = etree.fromstring(delen[HOOFDDEEL])[0]
            sectie = lichaam.find(f"{W}sectPr")
            nieuw = self._sectie(sectie, delen, bijlage)
            lichaam.remove(sectie)
            self._inhoud(lichaam, bijlage)
            sluit_sectie(self._slot.getprevious(), nieuw)
        self._slot.addprevious(etree.Element(f"{W}bookmarkEnd", {f"{W}id": begin.get(f"{W}id")}))
        self._laatste_sectie()
        self._zet_kopstijl()
        self._stijlen.zet()

    def _laatste_sectie(self) -> None:
        """The section of the last form is that of the document: it stands at the very end."""
        *_, laatste = (sectie for sectie in self._lichaam.iter(f"{W}sectPr") if sectie is not self._slot)
        self._lichaam.replace(self._slot, laatste)

    def _inhoud(self, lichaam: Any, bijlage: Bijlage) -> None:
        als_papier(lichaam, self._maat)
        titel = next((p for p in lichaam.iter(f"{W}p") if _stijl_van(p) == _TITEL), None)
        self._stijlen.hernoem(lichaam)
        kop = self._kop(bijlage)
        if titel is None:
            lichaam.insert(0, kop)
        else:
            titel.getparent().replace(titel, kop)
        for element in list(lichaam):
            self._slot.addprevious(element)

    def _kop(self, bijlage: Bijlage) -> Any:
        alinea = etree.Element(f"{W}p")
        eigen = etree.SubElement(alinea, f"{W}pPr")
        etree.SubElement(eigen, f"{W}pStyle", {f"{W}val": KOPSTIJL})
        begin = self._merkteken("Start", bijlage.merk)
        alinea.extend([begin, run(bijlage.kop), etree.Element(f"{W}bookmarkEnd", {f"{W}id": begin.get(f"{W}id")})])
        return alinea

    def _merkteken(self, soort: str, naam: str) -> Any:
        self._merk += 1
        return etree.Element(f"{W}bookmark{soort}", {f"{W}id": str(self._merk), f"{W}name": naam})

    def _zet_kopstijl(self) -> None:
        """Add the style of the headings, the title of a form on the level of a chapter; a template may have its own."""
        stijlen = self._document.styles.element
        if any(stijl.get(f"{W}styleId") == KOPSTIJL for stijl in stijlen.iter(f"{W}style")):
            return
        stijl = etree.SubElement(stijlen, f"{W}style")
        stijl.attrib.update({f"{W}type": "paragraph", f"{W}customStyle": "1", f"{W}styleId": KOPSTIJL})
        etree.SubElement(stijl, f"{W}name", {f"{W}val": KOPSTIJL})
        etree.SubElement(stijl, f"{W}basedOn", {f"{W}val": self._stijlen.naar(_TITEL)})
        etree.SubElement(stijl, f"{W}qFormat")
        etree.SubElement(etree.SubElement(stijl, f"{W}pPr"), f"{W}outlineLvl", {f"{W}val": "0"})

    # -- section, header and footer

    def _sectie(self, bron: Any, delen: Mapping[str, bytes], bijlage: Bijlage) -> Any:
        """Return the section of a form: its own page and header, the footer of the handleiding."""
        sectie = deepcopy(bron)
        for deel in list(sectie):
            if deel.tag.endswith(("Reference", "}pgNumType", "}type")):
                sectie.remove(deel)
        voet = self._voet(bijlage)
        for soort in self._soorten(sectie):
            koppen = (v for v in bron.findall(f"{W}headerReference") if v.get(f"{W}type", "default") == soort)
            kop = self._kop_van(next(koppen, None), delen)
            for naam, rid in (("header", kop), ("footer", voet)):
                if rid:
                    verwijzing = etree.Element(f"{W}{naam}Reference", {f"{W}type": soort, f"{R}id": rid})
                    zet_op_plaats(sectie, verwijzing, SECTIEVOLGORDE)
        zet_op_plaats(sectie, etree.Element(f"{W}type", {f"{W}val": "nextPage"}), SECTIEVOLGORDE)
        nummer_vanaf_een(sectie)
        return sectie

    def _soorten(self, sectie: Any) -> Iterator[str]:
        yield "default"
        if self._document.settings.element.find(f"{W}evenAndOddHeaders") is not None:
            yield "even"
        if sectie.find(f"{W}titlePg") is not None:
            yield "first"

    def _voet(self, bijlage: Bijlage) -> str:
        """Return the relation of the footer of an annex: that of the handleiding, with *bijlage 7* before the page."""
        verwijzingen = self._slot.findall(f"{W}footerReference")
        eigen = next((v for v in verwijzingen if v.get(f"{W}type", "default") == "default"), None)
        bron = self._deel.rels[eigen.get(f"{R}id")].target_part if eigen is not None else None
        voet = deepcopy(bron.element) if bron is not None else etree.Element(f"{W}ftr")
        _zet_plaats(voet, f"bijlage {bijlage.nr}, ")
        deel = self._nieuw_deel("footer", _VOET, etree.tostring(voet, encoding="UTF-8", standalone=True))
        for rid, relatie in sorted(bron.rels.items()) if bron is not None else ():
            deel.load_rel(relatie.reltype, relatie._target, rid, relatie.is_external)
        return str(self._deel.relate_to(deel, f"{_OFFICE}/footer"))

    def _kop_van(self, verwijzing: Any, delen: Mapping[str, bytes]) -> str:
        """Return the relation of the header of a form; an empty one where that of the handleiding would show."""
        if verwijzing is None:
            heeft = any(True for _ in self._lichaam.iter(f"{W}headerReference"))
            return self._kopdeel(_LEGE_KOP, b"", {}) if heeft else ""
        doel = dict(_relaties(delen, "word/_rels/document.xml.rels"))[verwijzing.get(f"{R}id")][1]
        naam = doel.rpartition("/")[2]
        return self._kopdeel(delen[f"word/{naam}"], delen.get(f"word/_rels/{naam}.rels", b""), delen)

    def _kopdeel(self, inhoud: bytes, rels: bytes, delen: Mapping[str, bytes]) -> str:
        verhaal = etree.fromstring(inhoud)
        als_papier(verhaal, self._maat)
        omschrijf(verhaal, "Logo")
        self._stijlen.hernoem(verhaal)
        inhoud = etree.tostring(verhaal, encoding="UTF-8", standalone=True)
        if (inhoud, rels) not in self._koppen:
            deel = self._nieuw_deel("header", _KOP, inhoud)
            for rid, (soort, doel, buiten) in _rels_in(rels):
                naar = doel if buiten else self._beeld(f"word/{doel}", delen)
                if naar is not None:
                    deel.load_rel(soort, naar, rid, buiten)
            self._koppen[inhoud, rels] = str(self._deel.relate_to(deel, f"{_OFFICE}/header"))
        return self._koppen[inhoud, rels]

    def _beeld(self, naam: str, delen: Mapping[str, bytes]) -> Any:
        """Return the picture *naam* of a form as a part of this document; None when it isn't there."""
        inhoud = delen.get(naam)
        if inhoud is None:
            return None
        if inhoud not in self._beelden:
            achter = naam.rpartition(".")[2].lower()
            soort = "image/" + {"jpg": "jpeg", "emf": "x-emf", "wmf": "x-wmf", "svg": "svg+xml"}.get(achter, achter)
            self._beelden[inhoud] = self._deel_van(f"media/formulier{self._volgnummer()}.{achter}", soort, inhoud)
        return self._beelden[inhoud]

    def _nieuw_deel(self, soort: str, type_: str, inhoud: bytes) -> Any:
        return self._deel_van(f"{soort}{self._volgnummer()}.xml", type_, inhoud)

    def _volgnummer(self) -> int:
        self._nummer += 1
        return self._nummer

    def _deel_van(self, naam: str, type_: str, inhoud: bytes) -> Any:
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        return Part(PackURI(_MAP + naam), type_, inhoud, self._deel.package)


def _stijl_van(alinea: Any) -> str:
    stijl = alinea.find(f"{W}pPr/{W}pStyle")
    return str(stijl.get(f"{W}val")) if stijl is not None else ""


def _zet_plaats(voet: Any, plaats: str) -> None:
    """Put *plaats* before the page number; a footer without one gets a line of its own."""
    nummer = paginaveld(voet)
    if nummer is None:
        nummer = etree.SubElement(etree.SubElement(voet, f"{W}p"), f"{W}fldSimple", {f"{W}instr": " PAGE "})
        etree.SubElement(etree.SubElement(nummer, f"{W}r"), f"{W}t").text = "1"
    vorige = nummer.getprevious()
    woorden = [] if vorige is None else list(vorige.iter(f"{W}t"))
    if woorden and (woorden[-1].text or "").strip().lower() in ("pagina", "bladzijde", "blad", "p."):
        woorden[-1].text = plaats + (woorden[-1].text or "").lstrip()
        return
    nummer.addprevious(run(f"{plaats}pagina "))


def _relaties(delen: Mapping[str, bytes], naam: str) -> Iterator[tuple[str, tuple[str, str, bool]]]:
    yield from _rels_in(delen.get(naam, b""))


def _rels_in(rels: bytes) -> Iterator[tuple[str, tuple[str, str, bool]]]:
    """Yield relation id → kind, goal, and whether the goal is outside the file."""
    for relatie in etree.fromstring(rels).iter(f"{{{RELS}}}Relationship") if rels else ():
        buiten = relatie.get("TargetMode") == "External"
        yield str(relatie.get("Id")), (str(relatie.get("Type")), str(relatie.get("Target")), buiten)
