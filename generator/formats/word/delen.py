"""The parts around the body of a form: page, colours, footer, properties, placeholders."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import fields
from xml.sax.saxutils import escape

from lxml import etree

from generator.formats.identiteit import Identiteit, een_regel, lees_regel
from generator.formats.word.bouw import Element, alinea, el, run
from generator.formats.word.namen import BRIEFMERK, CP, CUSTOM, DC, EIGENSCHAP, RELS, TAG, TYPES, VT, q
from generator.formats.word.pakket import HOOFDDEEL, als_xml
from generator.kleuren import vervangingen

_KOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_VERHAAL = re.compile(r"word/(?:document|footer\d*|header\d*)\.xml")
_CUSTOM = "docProps/custom.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SOORT_EIGENSCHAPPEN = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_SOORT_BOUWSTENEN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.glossary+xml"
_SOORT_STIJLEN = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_BOUWSTEEN_ID = "{{00000000-0000-4000-8000-{:012X}}}"


def herhaaltag(sleutel: str) -> str:
    """Return the tag of the repeating section of a table; it is no leaf of its own."""
    return f"{TAG}{sleutel}"


def kleur_in(stijlen: bytes, accentkleur: str) -> bytes:
    """Replace the accent colour of the template, and its tints, by that of the organisation (``#RRGGBB``)."""
    kleuren = vervangingen(accentkleur)
    patroon = re.compile("|".join(kleuren).encode(), re.IGNORECASE)
    return patroon.sub(lambda treffer: kleuren[treffer[0].decode().upper()].encode(), stijlen)


def pagina(document: Element, liggend: bool) -> Element:
    """Return the page set-up of the template, turned when the form is wide."""
    gevonden = document.find(f".//{q('w:sectPr')}")
    slot = deepcopy(gevonden) if gevonden is not None else el("w:sectPr")
    maat = slot.find(q("w:pgSz"))
    if liggend and maat is not None:
        breed, hoog = maat.get(q("w:w")), maat.get(q("w:h"))
        maat.set(q("w:w"), hoog or "16838")
        maat.set(q("w:h"), breed or "11906")
        maat.set(q("w:orient"), "landscape")
    return slot


def tekstbreedte(slot: Element) -> int:
    """Return the room between the margins, in twentieths of a point."""
    maat, marge = slot.find(q("w:pgSz")), slot.find(q("w:pgMar"))
    if maat is None or marge is None:
        return 9638
    links, rechts = marge.get(q("w:left"), "1134"), marge.get(q("w:right"), "1134")
    return int(maat.get(q("w:w"), "11906")) - int(links) - int(rechts)


def rek_voet(stijlen: bytes, breedte: int) -> bytes:
    """Put the right tab of the footer style at the edge of the text: wide forms are wider."""
    wortel = etree.fromstring(stijlen)
    for stijl in wortel.iter(q("w:style")):
        if stijl.get(q("w:styleId")) == "AFVoet":
            for tab in stijl.iter(q("w:tab")):
                tab.set(q("w:pos"), str(breedte))
    return als_xml(wortel)


def vullingen(stijlen: bytes) -> dict[str, str]:
    """Return style → ground colour, looked up along the styles it is based on."""
    eigen: dict[str, str] = {}
    ouder: dict[str, str] = {}
    for stijl in etree.fromstring(stijlen).iter(q("w:style")):
        naam = stijl.get(q("w:styleId")) or ""
        grond = stijl.find(f"{q('w:pPr')}/{q('w:shd')}")
        basis = stijl.find(q("w:basedOn"))
        if grond is not None:
            eigen[naam] = grond.get(q("w:fill")) or ""
        if basis is not None:
            ouder[naam] = basis.get(q("w:val")) or ""
    return {naam: kleur for naam in (*eigen, *ouder) if (kleur := _langs_basis(naam, eigen, ouder))}


def _langs_basis(naam: str, eigen: dict[str, str], ouder: dict[str, str]) -> str:
    for _ in range(10):
        if naam in eigen or naam not in ouder:
            break
        naam = ouder[naam]
    return eigen.get(naam, "")


def zet_identiteit(pakket: dict[str, bytes], identiteit: Identiteit, titel: str) -> None:
    """Write the identity in all three places: properties, subject and footer."""
    regel = identiteit.regel()
    pakket[_CUSTOM] = eigenschappen(identiteit)
    _voeg_deel_toe(pakket, "/" + _CUSTOM, _SOORT_EIGENSCHAPPEN)
    _voeg_verwijzing_toe(pakket, "_rels/.rels", f"{_OFFICE}/custom-properties", _CUSTOM)
    pakket["docProps/core.xml"] = kern(pakket["docProps/core.xml"], titel, regel)
    woorden = {
        "{titel}": titel,
        "{versie}": identiteit.versie,
        "{organisatie}": identiteit.organisatie,
        "{herkenning}": regel,
    }
    gevonden = False
    for naam in [naam for naam in pakket if re.fullmatch(r"word/(?:footer|header)\d*\.xml", naam)]:
        pakket[naam], raak = vul_voet(pakket[naam], woorden, regel)
        gevonden = gevonden or raak
    if not gevonden:
        _zet_eigen_voet(pakket, regel)


def eigenschappen(identiteit: Identiteit) -> bytes:
    """Return docProps/custom.xml with one property per fact."""
    regels = [
        f'<property fmtid="{_FMTID}" pid="{nr}" name="{EIGENSCHAP}{veld.name}">'
        f"<vt:lpwstr>{escape(een_regel(getattr(identiteit, veld.name)))}</vt:lpwstr></property>"
        for nr, veld in enumerate(fields(identiteit), 2)
    ]
    return f'{_KOP}<Properties xmlns="{CUSTOM}" xmlns:vt="{VT}">{"".join(regels)}</Properties>'.encode()


def kern(deel: bytes, titel: str, regel: str) -> bytes:
    """Return docProps/core.xml with title and subject set."""
    wortel = etree.fromstring(deel)
    for naam, tekst in (("title", titel), ("subject", regel)):
        element = wortel.find(f"{{{DC}}}{naam}")
        if element is None:
            element = etree.SubElement(wortel, f"{{{DC}}}{naam}")
        element.text = tekst
    return als_xml(wortel)


def briefkern(deel: bytes, titel: str) -> bytes:
    """Return docProps/core.xml of a letter: a title, and the mark by which a reader knows that it is no form."""
    wortel = etree.fromstring(kern(deel, titel, ""))
    element = etree.SubElement(wortel, f"{{{CP}}}keywords")
    element.text = BRIEFMERK
    return als_xml(wortel)


def vernieuw_identiteit(pakket: dict[str, bytes], oud: Identiteit, nieuw: Identiteit) -> None:
    """Put a new identity in the three places where a blank holds the old one."""
    if oud == nieuw:
        return
    pakket[_CUSTOM] = eigenschappen(nieuw)
    was, wordt = escape(oud.regel()).encode(), escape(nieuw.regel()).encode()
    for naam in [naam for naam in pakket if naam == "docProps/core.xml" or _VERHAAL.fullmatch(naam)]:
        ruw = pakket[naam]
        if was in ruw:
            pakket[naam] = ruw.replace(was, wordt)
        elif b"controle" in ruw and naam != HOOFDDEEL:
            pakket[naam] = _vervang_gesplitst(ruw, nieuw)


def _vervang_gesplitst(ruw: bytes, nieuw: Identiteit) -> bytes:
    """Replace an identity line that Word cut into several runs."""
    wortel = etree.fromstring(ruw)
    for p in wortel.iter(q("w:p")):
        teksten = list(p.iter(q("w:t")))
        if lees_regel("".join(t.text or "" for t in teksten)) is None:
            continue
        teksten[0].text = nieuw.regel()
        for rest in teksten[1:]:
            rest.text = ""
    return als_xml(wortel)


def vul_voet(deel: bytes, woorden: dict[str, str], regel: str) -> tuple[bytes, bool]:
    """Fill in a header or footer; words that Word cut into several runs are joined first."""
    wortel = etree.fromstring(deel)
    for p in wortel.iter(q("w:p")):
        teksten = list(p.iter(q("w:t")))
        heel = "".join(t.text or "" for t in teksten)
        if not any(woord in heel for woord in woorden):
            continue
        if not any(woord in (t.text or "") for woord in woorden for t in teksten):
            teksten[0].text = heel
            for rest in teksten[1:]:
                rest.text = ""
        for t in teksten:
            for woord, waarde in woorden.items():
                t.text = (t.text or "").replace(woord, waarde)
    uit = als_xml(wortel)
    return uit, regel in "".join(map(str, wortel.itertext()))


def _zet_eigen_voet(pakket: dict[str, bytes], regel: str) -> None:
    """A house style without a place for the identity gets one: it is how printed forms are known."""
    slot = etree.fromstring(pakket["word/document.xml"])
    lichaam = slot[0]
    lichaam.insert(len(lichaam) - 1, alinea("AFHerkenning", regel))
    pakket["word/document.xml"] = als_xml(slot)


def _voeg_deel_toe(pakket: dict[str, bytes], naam: str, soort: str) -> None:
    wortel = etree.fromstring(pakket["[Content_Types].xml"])
    if not any(deel.get("PartName") == naam for deel in wortel):
        etree.SubElement(wortel, f"{{{TYPES}}}Override", PartName=naam, ContentType=soort)
    pakket["[Content_Types].xml"] = als_xml(wortel)


def _voeg_verwijzing_toe(pakket: dict[str, bytes], rels: str, soort: str, doel: str) -> None:
    wortel = etree.fromstring(pakket.get(rels) or f'<Relationships xmlns="{RELS}"/>'.encode())
    if not any(relatie.get("Type") == soort for relatie in wortel):
        nummer = f"rIdAf{len(wortel) + 1}"
        etree.SubElement(wortel, f"{{{RELS}}}Relationship", Id=nummer, Type=soort, Target=doel)
    pakket[rels] = als_xml(wortel)


def zet_bouwstenen(pakket: dict[str, bytes], plaatshouders: dict[str, str]) -> None:
    """Write the glossary: a field that is emptied in Word shows its invitation again."""
    delen = [_bouwsteen(nr, naam, tekst) for nr, (tekst, naam) in enumerate(plaatshouders.items(), 1)]
    pakket["word/glossary/document.xml"] = als_xml(el("w:glossaryDocument", el("w:docParts", *delen)))
    pakket["word/glossary/styles.xml"] = pakket["word/styles.xml"]
    _voeg_deel_toe(pakket, "/word/glossary/document.xml", _SOORT_BOUWSTENEN)
    _voeg_deel_toe(pakket, "/word/glossary/styles.xml", _SOORT_STIJLEN)
    rels = "word/_rels/document.xml.rels"
    _voeg_verwijzing_toe(pakket, rels, f"{_OFFICE}/glossaryDocument", "glossary/document.xml")
    _voeg_verwijzing_toe(pakket, "word/glossary/_rels/document.xml.rels", f"{_OFFICE}/styles", "styles.xml")


def _bouwsteen(nr: int, naam: str, tekst: str) -> Element:
    return el(
        "w:docPart",
        el(
            "w:docPartPr",
            el("w:name", val=naam),
            el("w:category", el("w:name", val="General"), el("w:gallery", val="placeholder")),
            el("w:types", el("w:type", val="bbPlcHdr")),
            el("w:behaviors", el("w:behavior", val="content")),
            el("w:guid", val=_BOUWSTEEN_ID.format(nr)),
        ),
        el("w:docPartBody", el("w:p", run(tekst, "PlaceholderText"))),
    )
