"""Sections of the document: title page and contents in roman numbers, the text from 1, annexes each from 1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from generator.handboek.sjabloon import W
from generator.handboek.stijlkopie import zet_op_plaats

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SECTIEVOLGORDE = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
).split()
_TOTAAL = re.compile(r"(?:\s|^)(?:van|uit|of|/)\s*$")
_TEKEN, _SOORT, _OPDRACHT = f"{W}fldChar", f"{W}fldCharType", f"{W}instrText"


def scheid_voorwerk(document: Any, begin: Any) -> None:
    """Give what stands before *begin*, the first element of the text, a section of its own; number the sections.

    A template that has such a section already keeps it.
    """
    lichaam = document.element.body
    vorige = begin.getprevious()
    if vorige is not None and not _is_sectie_einde(vorige):
        eerste = next(lichaam.iter(f"{W}sectPr"))
        sluit_sectie(vorige, deepcopy(eerste))
    secties = list(lichaam.iter(f"{W}sectPr"))
    for nr, sectie in enumerate(secties):
        for deel in sectie.findall(f"{W}pgNumType") + (sectie.findall(f"{W}titlePg") if nr else []):
            sectie.remove(deel)
    if vorige is not None:
        nummer_vanaf_een(secties[0], "lowerRoman")
    nummer_vanaf_een(secties[min(1, len(secties) - 1)])


def _is_sectie_einde(element: Any) -> bool:
    return element.find(f"{W}pPr/{W}sectPr") is not None


def sluit_sectie(element: Any, sectie: Any) -> None:
    """End a section after *element*: in it when it is a paragraph, else in a small one behind it."""
    if element.tag != f"{W}p" or _is_sectie_einde(element):
        klein = etree.Element(f"{W}p")
        element.addnext(klein)
        element = klein
    eigen = element.find(f"{W}pPr")
    if eigen is None:
        eigen = etree.Element(f"{W}pPr")
        element.insert(0, eigen)
    zet_op_plaats(eigen, sectie, ("sectPr", "pPrChange"))


def nummer_vanaf_een(sectie: Any, soort: str = "") -> None:
    """Let the pages of *sectie* count from 1, in figures or another kind."""
    nummering = etree.Element(f"{W}pgNumType")
    if soort:
        nummering.set(f"{W}fmt", soort)
    nummering.set(f"{W}start", "1")
    zet_op_plaats(sectie, nummering, SECTIEVOLGORDE)


def zonder_totaal(document: Any) -> None:
    """Take "van 60" out of headers and footers: pages count per part, so a total of the file says nothing."""
    for verhaal in kop_en_voetteksten(document):
        for alinea in list(verhaal.iter(f"{W}p")):
            _zonder_totaal(alinea)


def kop_en_voetteksten(document: Any) -> Iterator[Any]:
    """Yield the headers and footers of a document."""
    for relatie in document.part.rels.values():
        soort = "" if relatie.is_external else relatie.reltype.rpartition("/")[2]
        element = getattr(relatie.target_part, "element", None) if soort in ("footer", "header") else None
        if element is not None:
            yield element


def omschrijf_beelden(document: Any, anders: str) -> None:
    """Give every picture without a description one: *anders*, what a picture in a template nearly always is."""
    for verhaal in (document.element.body, *kop_en_voetteksten(document)):
        omschrijf(verhaal, anders)


def omschrijf(verhaal: Any, anders: str) -> None:
    """Give the pictures in one story that have no description *anders*."""
    for beeld in verhaal.iter("{*}docPr"):
        if not (beeld.get("descr") or "").strip():
            beeld.set("descr", anders)


def _zonder_totaal(alinea: Any) -> None:
    for veld in list(velden(alinea)):
        if "NUMPAGES" not in _opdracht_van(veld):
            continue
        voor = veld[0].getprevious()
        teksten = [] if voor is None else list(voor.iter(f"{W}t"))
        if teksten:
            teksten[-1].text = _TOTAAL.sub("", teksten[-1].text or "")
        for deel in veld:
            deel.getparent().remove(deel)


def velden(alinea: Any) -> Iterator[list[Any]]:
    """Yield the fields of a paragraph, each as the elements that it is made of; none inside another."""
    open_: list[Any] = []
    for deel in alinea:
        if deel.tag == f"{W}fldSimple":
            yield [deel]
            continue
        soorten = [teken.get(_SOORT) for teken in deel.iter(_TEKEN)]
        if open_ or "begin" in soorten:
            open_.append(deel)
        if open_ and "end" in soorten:
            yield open_
            open_ = []


def _opdracht_van(veld: list[Any]) -> str:
    los = "".join(deel.text or "" for element in veld for deel in element.iter(_OPDRACHT))
    return los or str(veld[0].get(f"{W}instr") or "")


def paginaveld(verhaal: Any) -> Any:
    """Return the first element of the field that prints the page number, or None."""
    gevonden = (veld[0] for p in verhaal.iter(f"{W}p") for veld in velden(p) if _opdracht_van(veld).split() == ["PAGE"])
    return next(gevonden, None)
