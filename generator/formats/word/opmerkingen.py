"""Comments in the margin of a returned form; everything else in the file stays what it was.

Only the comments, what refers to them, and the marks in the text are written: every other part is kept byte for
byte.  Comments of people stay, with their answers; our own of an earlier round make room for the new ones.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lxml import etree

from generator.formats.delen import alle_delen, als_xml, schrijf_delen
from generator.formats.leesplan import Leesplan
from generator.formats.opmerking import Opmerking
from generator.formats.veilig import ontleed
from generator.formats.word.bouw import Element
from generator.formats.word.document import WordDocument
from generator.formats.word.namen import OPMERKER, RELS, TYPES, W_STRIKT, XML_SPACE, W, q
from generator.formats.word.opmerkplek import Plekzoeker
from generator.veldsoorten import schone_tekst

INITIALEN = "8F"
_SOORTEN = "[Content_Types].xml"
_SOORT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRIKT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_UITBREIDINGEN = ("commentsExtended", "commentsIds", "commentsExtensible")
# Styles by their name in Word, and the id that they have when a document doesn't know them yet.
_STIJLEN = {"annotation reference": "CommentReference", "annotation text": "CommentText"}
_NIET_IN_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def zet_opmerkingen(inhoud: bytes, plan: Leesplan, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
    """Return a returned form with comments in its margin; what lands at one place becomes one comment.

    *plan* is what the form is read with, *dag* the date of the comments.  The same input gives the same bytes.
    Raises `Geweigerd` when the file can't be opened.
    """
    document = WordDocument(inhoud)
    zoeker = Plekzoeker(document, plan)
    per_plek: dict[int, list[str]] = {}
    for deel in opmerkingen:
        nummer = zoeker.nummer(deel.sleutel, deel.zoals_gelezen)
        if nummer is not None:
            per_plek.setdefault(nummer, []).extend(deel.alineas)
    pakket = _Pakket(alle_delen(inhoud), document.naam)
    hoofd = ontleed(document.ruw)
    elementen = list(hoofd.iter())
    bij = _Kantlijn(pakket, hoofd)
    bij.ruim_eigen_op()
    for nummer, alineas in sorted(per_plek.items()):
        bij.zet(elementen[nummer], alineas, dag)
    bij.bewaar()
    return schrijf_delen(pakket.delen)


# --------------------------------------------------------------------------
# The package


class _Pakket:
    """The parts of a document, and what its main part refers to."""

    def __init__(self, delen: dict[str, bytes], hoofdnaam: str) -> None:
        self.delen = delen
        self.hoofdnaam = hoofdnaam
        self.map, naam = posixpath.split(hoofdnaam)
        self._rels = posixpath.join(self.map, "_rels", f"{naam}.rels")

    def doel(self, soort: str) -> str:
        """Return the part of a kind that the main part refers to, or nothing."""
        for relatie in self._relaties():
            if str(relatie.get("Type")).rpartition("/")[2] == soort and relatie.get("TargetMode") != "External":
                pad = str(relatie.get("Target"))
                heel = pad.lstrip("/") if pad.startswith("/") else posixpath.join(self.map, pad)
                if (naam := posixpath.normpath(heel)) in self.delen:
                    return naam
        return ""

    def _relaties(self) -> Element:
        return ontleed(self.delen.get(self._rels) or f'<Relationships xmlns="{RELS}"/>'.encode())

    def nieuw_opmerkingendeel(self, strikt: bool) -> str:
        """Refer to a new part for comments; return its name."""
        kandidaten = (f"comments{nr or ''}.xml" for nr in range(len(self.delen) + 1))
        naam = next(n for n in kandidaten if posixpath.join(self.map, n) not in self.delen)
        pad = posixpath.join(self.map, naam)
        relaties = self._relaties()
        bezet = {relatie.get("Id") for relatie in relaties}
        nummer = next(n for nr in range(1, len(bezet) + 2) if (n := f"rIdAf{nr}") not in bezet)
        soort = f"{_OFFICE_STRIKT if strikt else _OFFICE}/comments"
        # A reference that points nowhere would be a second one.
        for relatie in [r for r in relaties if str(r.get("Type")).rpartition("/")[2] == "comments"]:
            relaties.remove(relatie)
        etree.SubElement(relaties, f"{{{RELS}}}Relationship", Id=nummer, Type=soort, Target=naam)
        self.delen[self._rels] = als_xml(relaties)
        soorten = ontleed(self.delen[_SOORTEN])
        etree.SubElement(soorten, f"{{{TYPES}}}Override", PartName=f"/{pad}", ContentType=_SOORT)
        self.delen[_SOORTEN] = als_xml(soorten)
        return pad


# --------------------------------------------------------------------------
# The margin


class _Kantlijn:
    """The comments of one document: those that are there, and those that are added."""

    def __init__(self, pakket: _Pakket, hoofd: Element) -> None:
        self._pakket, self._hoofd = pakket, hoofd
        self._ruimte = etree.QName(hoofd).namespace or W
        self._deel = pakket.doel("comments")
        self._opmerkingen = ontleed(pakket.delen[self._deel]) if self._deel else self._nieuw()
        self._stijlen = self._stijlnamen()
        self._volgende = 0

    def _nieuw(self) -> Element:
        return etree.Element(self._q("w:comments"), nsmap={"w": self._ruimte})

    def _q(self, naam: str) -> str:
        """Return a name in the namespace of this document: strict OOXML has another."""
        return q(naam).replace(W, self._ruimte)

    def _el(self, naam: str, *kinderen: Element, **kenmerken: object) -> Element:
        element = etree.Element(self._q(f"w:{naam}"), {self._q(f"w:{k}"): str(w) for k, w in kenmerken.items()})
        element.extend(kinderen)
        return element

    def _stijlnamen(self) -> dict[str, str]:
        """Return our two styles by the ids of this document; Word gives them ids in the language of the user."""
        namen, deel = dict(_STIJLEN), self._pakket.doel("styles")
        for stijl in ontleed(self._pakket.delen[deel]).iter(self._q("w:style")) if deel else ():
            naam = stijl.find(self._q("w:name"))
            soort = (naam.get(self._q("w:val")) or "").casefold() if naam is not None else ""
            if soort in namen:
                namen[soort] = stijl.get(self._q("w:styleId")) or namen[soort]
        return namen

    # -- what was there

    def ruim_eigen_op(self) -> None:
        """Take our own comments of an earlier round away, but for those that somebody answered."""
        eigen = [deel for deel in self._lijst() if deel.get(self._q("w:author")) == OPMERKER]
        alineas = {deel: _alineanummers(deel) for deel in eigen}
        beantwoord = self._beantwoord({nr for nummers in alineas.values() for nr in nummers})
        weg = [deel for deel in eigen if not alineas[deel] & beantwoord]
        self._haal_uit_tekst({str(deel.get(self._q("w:id"))) for deel in weg})
        self._haal_uit_uitbreidingen({nr for deel in weg for nr in alineas[deel]})
        for deel in weg:
            self._opmerkingen.remove(deel)
        merken = self._hoofd.iter(*(self._q(f"w:comment{soort}") for soort in ("RangeStart", "RangeEnd", "Reference")))
        nummers = [str(merk.get(self._q("w:id"))) for merk in (*self._lijst(), *merken)]
        self._volgende = max((int(nr) for nr in nummers if nr.isdecimal()), default=-1) + 1

    def _lijst(self) -> list[Element]:
        return list(self._opmerkingen.iterchildren(self._q("w:comment")))

    def _beantwoord(self, eigen: set[str]) -> set[str]:
        """Return the paragraphs of ours under which somebody else wrote an answer."""
        deel = self._pakket.doel("commentsExtended")
        draden = list(ontleed(self._pakket.delen[deel])) if deel and eigen else []
        return {
            ouder
            for draad in draden
            if (ouder := _kenmerk(draad, "paraIdParent")) and _kenmerk(draad, "paraId") not in eigen
        }

    def _haal_uit_tekst(self, nummers: set[str]) -> None:
        soorten = (self._q("w:commentRangeStart"), self._q("w:commentRangeEnd"), self._q("w:commentReference"))
        for merk in list(self._hoofd.iter(*soorten)):
            ouder = merk.getparent()
            if merk.get(self._q("w:id")) not in nummers or ouder is None:
                continue
            ouder.remove(merk)
            run = ouder if ouder.tag == self._q("w:r") else None
            if run is not None and all(deel.tag == self._q("w:rPr") for deel in run):
                run.getparent().remove(run)  # type: ignore[union-attr]

    def _haal_uit_uitbreidingen(self, weg: set[str]) -> None:
        """Take comments out of the parts that say more about them."""
        for soort in _UITBREIDINGEN if weg else ():
            if not (deel := self._pakket.doel(soort)):
                continue
            wortel = ontleed(self._pakket.delen[deel])
            over = [post for post in wortel if {_kenmerk(post, "paraId"), _kenmerk(post, "durableId")} & weg]
            weg = weg | {durend for post in over if (durend := _kenmerk(post, "durableId"))}
            for post in over:
                wortel.remove(post)
            if over:
                self._pakket.delen[deel] = als_xml(wortel)

    # -- what is added

    def zet(self, element: Element, alineas: Iterable[str], dag: date) -> None:
        """Put one comment at a place."""
        if (grens := self._grens(element)) is None:
            return
        nummer, (eerste, laatste) = self._volgende, grens
        self._volgende += 1
        begin, einde = self._el("commentRangeStart", id=nummer), self._el("commentRangeEnd", id=nummer)
        if eerste.tag == self._q("w:p"):
            eigenschappen = len(eerste) > 0 and eerste[0].tag == self._q("w:pPr")
            eerste.insert(1 if eigenschappen else 0, begin)
            laatste.append(einde)
        else:
            eerste.addprevious(begin)
            laatste.addnext(einde)
        einde.addnext(self._el("r", self._stijl("annotation reference"), self._el("commentReference", id=nummer)))
        self._opmerkingen.append(self._opmerking(nummer, alineas, dag))

    def _grens(self, element: Element) -> tuple[Element, Element] | None:
        """Return between what the marks come: round a control in a line of text, else in the first and last paragraph.

        Never inside a control of that line: it may be locked, or hold plain text only.
        """
        p, cel, sdt = self._q("w:p"), self._q("w:tc"), self._q("w:sdt")
        if element.tag == sdt and (buitenste := _kind_van(element, p, cel)) is not None:
            return buitenste, buitenste
        binnen = [deel for deel in element.iter(p) if not _ligt_dieper(deel, element, (p, cel))]
        return (binnen[0], binnen[-1]) if binnen else None

    def _stijl(self, naam: str) -> Element:
        return self._el("rPr", self._el("rStyle", val=self._stijlen[naam]))

    def _opmerking(self, nummer: int, alineas: Iterable[str], dag: date) -> Element:
        delen = []
        for nr, tekst in enumerate(alineas):
            p = self._el("p", self._el("pPr", self._el("pStyle", val=self._stijlen["annotation text"])))
            if not nr:
                p.append(self._el("r", self._stijl("annotation reference"), self._el("annotationRef")))
            p.append(self._el("r", *self._tekst(tekst)))
            delen.append(p)
        kenmerken = {"id": nummer, "author": OPMERKER, "date": f"{dag.isoformat()}T00:00:00Z", "initials": INITIALEN}
        return self._el("comment", *delen, **kenmerken)

    def _tekst(self, tekst: str) -> Iterator[Element]:
        for nr, regel in enumerate(_NIET_IN_XML.sub("", schone_tekst(tekst)).split("\n")):
            if nr:
                yield self._el("br")
            t = self._el("t")
            t.text = regel.replace("\t", " ")
            t.set(XML_SPACE, "preserve")
            yield t

    def bewaar(self) -> None:
        """Put text and comments into the package."""
        if not self._deel:
            self._deel = self._pakket.nieuw_opmerkingendeel(self._ruimte == W_STRIKT)
        self._pakket.delen[self._deel] = als_xml(self._opmerkingen)
        self._pakket.delen[self._pakket.hoofdnaam] = als_xml(self._hoofd)


def _kind_van(element: Element, ouder: str, grens: str) -> Element | None:
    """Return the child of the nearest *ouder* that holds *element*; None when it stands in no such thing."""
    boven = element.getparent()
    while boven is not None and boven.tag not in (ouder, grens):
        element, boven = boven, boven.getparent()
    return element if boven is not None and boven.tag == ouder else None


def _ligt_dieper(alinea: Element, element: Element, lagen: tuple[str, str]) -> bool:
    """Tell whether a paragraph lies in a table, box or drawing inside *element*."""
    boven = alinea.getparent()
    while alinea is not element and boven is not None and boven is not element:
        if boven.tag in lagen:
            return True
        boven = boven.getparent()
    return False


def _alineanummers(opmerking: Element) -> set[str]:
    """Return by what other parts know a comment: the numbers of its paragraphs."""
    return {nummer for deel in opmerking.iter() if (nummer := _kenmerk(deel, "paraId"))}


def _kenmerk(element: Element, naam: str) -> str:
    """Return an attribute by its bare name, whatever its namespace."""
    return next((str(w) for k, w in element.attrib.items() if str(k).rpartition("}")[2] == naam), "")
