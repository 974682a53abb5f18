"""What people and programs do to a form: small operations on the XML of a filled document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from generator.formats.word.namen import q

Element = Any
Bewerking = Callable[[Element], None]
HOOFD = "word/document.xml"


def delen_van(inhoud: bytes) -> dict[str, bytes]:
    """Return the parts of a document: name → bytes."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def ingepakt(delen: dict[str, bytes]) -> bytes:
    """Return the document of *delen*."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pakket:
        for naam, deel in delen.items():
            pakket.writestr(naam, deel)
    return uit.getvalue()


def bewerk(inhoud: bytes, *bewerkingen: Bewerking, deel: str = HOOFD) -> bytes:
    """Return the document after the operations on one of its parts, in order."""
    delen = delen_van(inhoud)
    wortel = etree.fromstring(delen[deel])
    for bewerking in bewerkingen:
        bewerking(wortel)
    delen[deel] = etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", standalone=True)
    return ingepakt(delen)


def vervang(inhoud: bytes, deel: str, oud: str, nieuw: str) -> bytes:
    """Return the document with a text in the XML of one part replaced; it must be there."""
    delen = delen_van(inhoud)
    assert oud.encode() in delen[deel]
    delen[deel] = delen[deel].replace(oud.encode(), nieuw.encode())
    return ingepakt(delen)


# -- finding


def vakken(wortel: Element, sleutel: str) -> list[Element]:
    """Return the controls of a leaf, or of the cells of a column, in order."""
    merken = [merk for merk in wortel.iter(q("w:tag")) if merk.get(q("w:val")) == f"af:{sleutel}"]
    gevonden = [merk.getparent().getparent() for merk in merken]
    assert gevonden, sleutel
    return gevonden


def vak(wortel: Element, sleutel: str, nr: int = 0) -> Element:
    """Return one control of a leaf."""
    return vakken(wortel, sleutel)[nr]


def om(element: Element, naam: str) -> Element:
    """Return the nearest ancestor with a name such as ``w:tr``."""
    return next(element.iterancestors(q(naam)))


def gewone_vakken(wortel: Element) -> Iterator[Element]:
    """Yield the controls that hold an answer: those at run level."""
    for sdt in list(wortel.iter(q("w:sdt"))):
        if sdt.getparent().tag == q("w:p"):
            yield sdt


# -- making


def run(tekst: str) -> Element:
    """Return a plain run."""
    r = etree.Element(q("w:r"))
    t = etree.SubElement(r, q("w:t"))
    t.text = tekst
    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return r


def alinea(*delen: Element) -> Element:
    """Return a paragraph of runs."""
    p = etree.Element(q("w:p"))
    p.extend(delen)
    return p


def om_heen(naam: str, *delen: Element, **kenmerken: str) -> Element:
    """Return ``<w:naam>`` around *delen*."""
    element = etree.Element(q(naam), {q(f"w:{sleutel}"): waarde for sleutel, waarde in kenmerken.items()})
    element.extend(delen)
    return element


def wijziging(soort: str, *delen: Element) -> Element:
    """Return a tracked change around *delen*."""
    return om_heen(f"w:{soort}", *delen, id="900", author="Sam", date="2026-11-21T10:00:00Z")


# -- changing


def zet_inhoud(sdt: Element, *delen: Element) -> None:
    """Put runs into a control, as someone who types: it no longer shows its invitation."""
    for toont in sdt[0].findall(q("w:showingPlcHdr")):
        sdt[0].remove(toont)
    for oud in list(sdt[-1]):
        sdt[-1].remove(oud)
    sdt[-1].extend(delen)


def typ(sleutel: str, tekst: str, nr: int = 0) -> Bewerking:
    """Type *tekst* into the control of a leaf."""
    return lambda wortel: zet_inhoud(vak(wortel, sleutel, nr), run(tekst))


def pel(sdt: Element) -> None:
    """Take a control away and leave its content."""
    for deel in list(sdt[-1]):
        sdt.addprevious(deel)
    sdt.getparent().remove(sdt)


def pel_alles(wortel: Element) -> None:
    """Take every control away, those of repeating sections too."""
    for sdt in reversed(list(wortel.iter(q("w:sdt")))):
        pel(sdt)


def zonder_bladwijzers(wortel: Element) -> None:
    """Take every bookmark away."""
    for merk in list(wortel.iter(q("w:bookmarkStart"), q("w:bookmarkEnd"))):
        merk.getparent().remove(merk)


def vreemde_tags(wortel: Element) -> None:
    """Rename every tag, as Google Docs does."""
    for nr, merk in enumerate(wortel.iter(q("w:tag"))):
        merk.set(q("w:val"), f"goog_rdk_{nr}")


def vreemde_omhulsels(wortel: Element) -> None:
    """Wrap every ordinary run in a control of another program, as Google Docs does."""
    for nr, r in enumerate(list(wortel.iter(q("w:r")))):
        ouder = r.getparent()
        if ouder.tag != q("w:p"):
            continue
        sdt = om_heen("w:sdt", om_heen("w:sdtPr", om_heen("w:tag", val=f"goog_rdk_{nr}"), om_heen("w:id", val=f"{nr}")))
        ouder.replace(r, sdt)
        sdt.append(om_heen("w:sdtContent", r))


def knip_runs(wortel: Element) -> None:
    """Cut every text in pieces of three characters, with the marks that Word leaves behind."""
    for t in list(wortel.iter(q("w:t"))):
        r, tekst = t.getparent(), t.text or ""
        if len(tekst) < 4 or [deel.tag for deel in r if deel.tag != q("w:rPr")] != [q("w:t")]:
            continue
        stukken = [tekst[plek : plek + 3] for plek in range(0, len(tekst), 3)]
        for nr, stuk in enumerate(stukken):
            kopie = deepcopy(r)
            kopie.set(q("w:rsidR"), f"00{nr:06X}")
            kopie.find(q("w:t")).text = stuk
            kopie.find(q("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            r.addprevious(kopie)
            r.addprevious(om_heen("w:proofErr", type="spellStart" if nr % 2 else "spellEnd"))
        r.getparent().remove(r)


def opmerkingen(wortel: Element) -> None:
    """Put a comment on the first control."""
    sdt = next(gewone_vakken(wortel))
    sdt.addprevious(om_heen("w:commentRangeStart", id="0"))
    sdt.addnext(om_heen("w:r", om_heen("w:commentReference", id="0")))
    sdt.addnext(om_heen("w:commentRangeEnd", id="0"))


def weg(*namen: str) -> Callable[[bytes], bytes]:
    """Leave parts out of a document, and what refers to them."""

    def zonder(inhoud: bytes) -> bytes:
        delen = {naam: deel for naam, deel in delen_van(inhoud).items() if naam not in namen}
        for naam in [naam for naam in delen if naam.endswith(".rels")]:
            rels = etree.fromstring(delen[naam])
            for relatie in list(rels):
                if any(doel.endswith(relatie.get("Target")) for doel in namen):
                    rels.remove(relatie)
            delen[naam] = etree.tostring(rels)
        return ingepakt(delen)

    return zonder


def zonder_herkenning(inhoud: bytes) -> bytes:
    """Take the identity out of all three places."""
    inhoud = weg("docProps/custom.xml", "docProps/core.xml")(inhoud)

    def maak_leeg(wortel: Element) -> None:
        for t in wortel.iter(q("w:t")):
            t.text = (t.text or "").partition("Formulier ")[0]

    return bewerk(inhoud, maak_leeg, deel="word/footer1.xml")


def plak_nog_eens(wortel: Element) -> None:
    """Paste the whole form behind itself; bookmarks of the copy get lost, as in Word."""
    lichaam = wortel[0]
    slot = lichaam[-1]
    for blok in list(lichaam)[:-1]:
        kopie = deepcopy(blok)
        zonder_bladwijzers(kopie)
        slot.addprevious(kopie)
