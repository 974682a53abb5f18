"""A returned Word document: its parts found, opened safely, and its texts read as a person sees them."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from generator.formats.veilig import Geweigerd, Pakket, ontleed
from generator.formats.word.bouw import Element
from generator.formats.word.namen import BRIEFMERK, CUSTOM, DC, EIGENSCHAP, MC, OPMERKER, RELS, W_STRIKT, W, q
from generator.veldsoorten import vergelijkbaar

_HOOFD = re.compile(r"/officeDocument$")
_VERHALEN = ("header", "footer", "footnotes", "endnotes")
_BOUWSTENEN = "word/glossary/document.xml"
_MACROS = (b"macroEnabled", b"vbaProject")
_SJABLOON = b"wordprocessingml.template"

T, TAB, BR, CR, P, R_, SDT = q("w:t"), q("w:tab"), q("w:br"), q("w:cr"), q("w:p"), q("w:r"), q("w:sdt")
TBL, TR, TC = q("w:tbl"), q("w:tr"), q("w:tc")
_KOPPELTEKEN, _SYMBOOL = q("w:noBreakHyphen"), q("w:sym")
_PPR = q("w:pPr")
# What a person does not see: deleted text, codes, spare drawings, and numbering tabs.
_ONZICHTBAAR = frozenset(
    {q(f"w:{naam}") for naam in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sdtPr", "tblPr", "trPr")}
    | {f"{{{MC}}}Fallback", q("w:tcPr")}
)
_VERWIJDERD, _TRPR = q("w:del"), q("w:trPr")
_WIJZIGINGEN = tuple(q(f"w:{naam}") for naam in ("ins", "del", "moveFrom", "moveTo"))
_OPMERKING, _TERUGVAL = q("w:commentReference"), f"{{{MC}}}Fallback"
_ZICHTBARE_VAKJES = {"F0FE": "☒", "F052": "☒", "F0A8": "☐", "F06F": "☐", "F0FC": "✓", "F0FB": "✗"}


@dataclass(frozen=True, slots=True)
class Eigenschappen:
    """The hidden identity of a document, and the program that saved it."""

    waarden: dict[str, str]
    onderwerp: str
    programma: str


class WordDocument:
    """The parts of a returned form that matter; everything else stays packed."""

    def __init__(self, inhoud: bytes) -> None:
        """Open the file; `Geweigerd` with the reason when it can't be read."""
        self.pakket = Pakket(inhoud)
        soorten = self.pakket.lees("[Content_Types].xml") if "[Content_Types].xml" in self.pakket else b""
        hoofd = self._hoofddeel(soorten)
        self.naam = hoofd
        self.ruw = self.pakket.lees(hoofd)
        self.hoofd = _ontleed_word(self.ruw)
        self._opmerkingen = ""
        self._naast = self._naastliggend(hoofd)

    def _hoofddeel(self, soorten: bytes) -> str:
        if "_rels/.rels" not in self.pakket:
            raise Geweigerd("L41", oorzaak="dit is geen Office-bestand")
        hoofd = ""
        for relatie in ontleed(self.pakket.lees("_rels/.rels")).iter(f"{{{RELS}}}Relationship"):
            if _HOOFD.search(str(relatie.get("Type"))):
                hoofd = posixpath.normpath(str(relatie.get("Target")).lstrip("/"))
        if not hoofd:
            raise Geweigerd("L41", oorzaak="het hoofddeel ontbreekt")
        if any(teken in soorten for teken in _MACROS) or "word/vbaProject.bin" in self.pakket:
            raise Geweigerd("L43")
        if _SJABLOON in soorten:
            raise Geweigerd("L44")
        if b"wordprocessingml" not in soorten:
            raise Geweigerd("L46")
        return hoofd

    def _naastliggend(self, hoofd: str) -> list[tuple[str, bytes]]:
        """Return headers, footers and notes: kind → bytes, through the relations of the main part."""
        map_, naam = posixpath.split(hoofd)
        rels = posixpath.join(map_, "_rels", naam + ".rels")
        if rels not in self.pakket:
            return []
        delen = []
        for relatie in ontleed(self.pakket.lees(rels)).iter(f"{{{RELS}}}Relationship"):
            soort = str(relatie.get("Type")).rpartition("/")[2]
            if soort not in (*_VERHALEN, "comments") or relatie.get("TargetMode") == "External":
                continue
            doel = str(relatie.get("Target"))
            pad = posixpath.normpath(doel.lstrip("/") if doel.startswith("/") else posixpath.join(map_, doel))
            if soort == "comments":
                self._opmerkingen = pad
            elif pad in self.pakket:
                delen.append((soort, self.pakket.lees(pad)))
        return delen

    def eigen_opmerkingen(self) -> int:
        """Return how many comments in the margin are our own (`generator.formats.word.opmerkingen`)."""
        if self._opmerkingen not in self.pakket:
            return 0
        delen = _ontleed_word(self.pakket.lees(self._opmerkingen)).iter(q("w:comment"))
        return sum(deel.get(q("w:author")) == OPMERKER for deel in delen)

    def verhalen(self) -> list[Element]:
        """Return every part that holds fields: the body, and headers, footers or notes with our tags."""
        anders = [_ontleed_word(ruw) for _, ruw in self._naast if b'"af:' in ruw or b'"af_' in ruw]
        return [self.hoofd, *anders]

    @cached_property
    def uitnodigingen(self) -> frozenset[str]:
        """The texts of the placeholders that this document brings along, as compared."""
        if _BOUWSTENEN not in self.pakket:
            return frozenset()
        delen = ontleed(self.pakket.lees(_BOUWSTENEN)).iter(q("w:docPartBody"))
        return frozenset(vergelijkbaar(zichtbare_tekst(deel)) for deel in delen)

    def gemaakt_als(self) -> str:
        """Return L51 for a handbook that achtfasen made (its annexes look like forms), L52 for a letter or overview."""
        if "docProps/core.xml" not in self.pakket:
            return ""
        kern = ontleed(self.pakket.lees("docProps/core.xml"))
        woorden = next((deel.text or "" for deel in kern if str(deel.tag).endswith("}keywords")), "")
        if woorden.startswith(BRIEFMERK):
            return "L52"
        return "L51" if woorden.startswith("achtfasen") else ""

    def voetteksten(self) -> list[str]:
        """Return the texts in which the printed identity line may stand."""
        kandidaten = [_ontleed_word(ruw) for _, ruw in self._naast if b"controle" in ruw]
        teksten = [zichtbare_tekst(element) for element in kandidaten]
        if not teksten and b"controle" in self.ruw:
            teksten = [zichtbare_tekst(self.hoofd)]
        return teksten

    def eigenschappen(self) -> Eigenschappen:
        """Return our own properties, the subject, and the program that saved the file."""
        waarden: dict[str, str] = {}
        if "docProps/custom.xml" in self.pakket:
            for eigenschap in ontleed(self.pakket.lees("docProps/custom.xml")).iter(f"{{{CUSTOM}}}property"):
                naam = str(eigenschap.get("name"))
                if naam.startswith(EIGENSCHAP):
                    waarden[naam.removeprefix(EIGENSCHAP)] = "".join(map(str, eigenschap.itertext())).strip()
        onderwerp = programma = ""
        if "docProps/core.xml" in self.pakket:
            element = ontleed(self.pakket.lees("docProps/core.xml")).find(f"{{{DC}}}subject")
            onderwerp = (element.text or "") if element is not None else ""
        if "docProps/app.xml" in self.pakket:
            treffer = re.search(rb"<(?:\w+:)?Application>([^<]*)<", self.pakket.lees("docProps/app.xml"))
            programma = treffer[1].decode("utf-8", "replace") if treffer else ""
        return Eigenschappen(waarden, onderwerp, programma)


def _ontleed_word(ruw: bytes) -> Element:
    """Parse a part; a strict-OOXML one is first brought to the common namespace."""
    strikt = W_STRIKT.encode()
    return ontleed(ruw.replace(strikt, W.encode()) if strikt in ruw else ruw)


def zonder_verwijderd(element: Element) -> Counter[str]:
    """Take out what a person does not see: deleted text and rows, and fallbacks; count the tracked changes."""
    gezien: Counter[str] = Counter()
    weg: list[Element] = []
    for deel in element.iter(*_WIJZIGINGEN, _OPMERKING, _TERUGVAL):
        gezien[str(deel.tag)] += 1
        ouder = deel.getparent()
        if deel.tag == _VERWIJDERD and ouder is not None and ouder.tag == _TRPR:
            weg.append(ouder.getparent())  # type: ignore[arg-type]
        elif deel.tag in _ONZICHTBAAR:
            weg.append(deel)
    for deel in weg:
        ouder = deel.getparent()
        if ouder is not None:
            ouder.remove(deel)
    return gezien


def herstel_regeleinden(element: Element) -> None:
    """Put line ends back where LibreOffice 7 left two texts side by side in one run (docs/analyse-word.md)."""
    for t in list(element.iter(T)):
        volgende = t.getnext()
        if volgende is not None and volgende.tag == T:
            t.addnext(etree.SubElement(t.getparent(), BR))  # type: ignore[arg-type]


def begint_met_regeleinde(cel: Element) -> bool:
    """Tell whether a line end stands before all text: there LibreOffice 7 puts those it took out of a control."""
    eerste = next(cel.iter(T, BR), None)
    return eerste is not None and eerste.tag == BR


def zichtbare_tekst(element: Element) -> str:
    """Return the text of *element* as a person sees it; paragraphs and breaks become line ends."""
    stukken: list[str] = []
    if element.tag not in _ONZICHTBAAR:
        _verzamel(element, stukken)
    return "".join(stukken).strip("\n")


def _verzamel(element: Element, stukken: list[str]) -> None:
    for deel in element:
        soort = deel.tag
        if soort == T:
            stukken.append(deel.text or "")
        elif soort in (BR, CR):
            stukken.append("\n")
        elif soort == TAB:
            stukken.append("\t")
        elif soort == _KOPPELTEKEN:
            stukken.append("-")
        elif soort == _SYMBOOL:
            stukken.append(_ZICHTBARE_VAKJES.get(str(deel.get(q("w:char"))).upper(), ""))
        elif soort in _ONZICHTBAAR:
            continue
        elif soort == P:
            if stukken and not stukken[-1].endswith("\n"):
                stukken.append("\n")
            _verzamel(deel, stukken)
            stukken.append("\n")
        elif isinstance(soort, str):
            _verzamel(deel, stukken)
