"""Finding the places of a form in a document: by tag, by bookmark, by label."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.formats.bladen import Blad
from generator.formats.leesplan import Leesplan, Plaats
from generator.formats.word.bouw import Element
from generator.formats.word.document import SDT, TBL, TC, TR, P, zichtbare_tekst
from generator.formats.word.namen import BLADWIJZER, TAG, q
from generator.veldsoorten import vergelijkbaar

_TAG, _VAL, _START, _NAAM = q("w:tag"), q("w:val"), q("w:bookmarkStart"), q("w:name")
_HERHAALD = re.compile(r"_\d+$")
_STERREN = re.compile(r"[\s\u00a0]*\(?\*\)?$")


@dataclass(slots=True)
class Tags:
    """Our controls in a document: of single leaves, and of rows of tables."""

    los: dict[str, list[Element]] = field(default_factory=dict)
    rijen: dict[Element, dict[str, Element]] = field(default_factory=dict)
    vreemd: list[tuple[str, Element]] = field(default_factory=list)
    rijnamen: dict[Element, str] = field(default_factory=dict)


def vind_tags(verhalen: Iterable[Element], plan: Leesplan) -> Tags:
    """Sort the controls with our tags: known leaves, cells of rows, and names the plan doesn't have."""
    tags = Tags()
    los, rijen = tags.los, tags.rijen
    bladen, kolommen, tabellen = plan.bladen, plan.kolommen, plan.tabellen
    for naam, sdt in _eigen_vakken(verhalen):
        if naam in bladen:
            los.setdefault(naam, []).append(sdt)
        elif (kolom := _kolom(naam, kolommen)) is not None:
            rij = eerste_voorouder(sdt, TR)
            if rij is not None and kolom not in (vakken := rijen.setdefault(rij, {})):
                vakken[kolom] = sdt
                if kolom != naam:
                    tags.rijnamen[rij] = naam.rpartition(".")[2]
            else:  # torn from its table, or twice in one row: kept apart, never lost
                tags.vreemd.append((naam, sdt))
        elif naam not in tabellen:
            tags.vreemd.append((naam, sdt))
    return tags


def _eigen_vakken(verhalen: Iterable[Element]) -> Iterator[tuple[str, Element]]:
    """Yield key and control of every control with a tag of ours; those of other programs don't count."""
    for verhaal in verhalen:
        for merk in verhaal.iter(_TAG):
            naam = merk.get(_VAL) or ""
            if not naam.startswith(TAG):
                continue
            eigenschappen = merk.getparent()
            sdt = eigenschappen.getparent() if eigenschappen is not None else None
            if sdt is not None and sdt.tag == SDT:
                yield naam[len(TAG) :], sdt


def _kolom(naam: str, kolommen: Mapping[str, Blad]) -> str | None:
    """Return the column of a cell; ``taken.taak.rondleiding`` is a preprinted cell of ``taken.taak``."""
    if naam in kolommen:
        return naam
    kort = naam.rpartition(".")[0]
    return kort if kort in kolommen else None


def eerste_voorouder(element: Element, soort: str) -> Element | None:
    """Return the nearest ancestor of a kind, or None."""
    ouder = element.getparent()
    while ouder is not None and ouder.tag != soort:
        ouder = ouder.getparent()
    return ouder


def vind_bladwijzers(verhalen: Iterable[Element]) -> dict[str, Element]:
    """Return bookmark name → its start; programs that copy add ``_1`` to names, which is taken off."""
    gevonden: dict[str, Element] = {}
    for verhaal in verhalen:
        for start in verhaal.iter(_START):
            naam = start.get(_NAAM) or ""
            if naam.startswith(BLADWIJZER):
                gevonden.setdefault(naam, start)
                gevonden.setdefault(_HERHAALD.sub("", naam), start)
    return gevonden


def labelnaam(tekst: str) -> str:
    """Return the text of a label as it is compared: without marks for required."""
    return vergelijkbaar(_STERREN.sub("", tekst.strip()))


@dataclass(slots=True)
class Labels:
    """Where labels stand: place → answer cell, and header rows of tables."""

    cellen: dict[Plaats, Element] = field(default_factory=dict)
    tabellen: list[tuple[Plaats, Element]] = field(default_factory=list)


def vind_labels(hoofd: Element, plan: Leesplan) -> Labels:
    """Walk the body in order; the last section title and leefgebied seen give a label its place."""
    labels = Labels()
    secties = {vergelijkbaar(sectie.titel) for sectie in plan.formulier.secties}
    gebieden = {vergelijkbaar(gebied.naam) for gebied in plan.formulier.leefgebieden}
    bekend = {plaats[2] for plaats in plan.plaatsen.values()}
    sectie = gebied = laatste = ""
    for blok in _blokken(hoofd):
        if blok.tag == TBL:
            _uit_tabel(blok, (sectie, gebied, laatste), bekend, labels)
            continue
        tekst = labelnaam(zichtbare_tekst(blok))
        if tekst in secties:
            sectie, gebied = tekst, ""
        elif tekst in gebieden:
            gebied = tekst
        if tekst in bekend:
            laatste = tekst
    return labels


def _blokken(element: Element) -> Iterator[Element]:
    """Yield paragraphs and tables in order, through controls and other wrappings."""
    for deel in element:
        if deel.tag in (P, TBL):
            yield deel
        elif isinstance(deel.tag, str) and deel.tag.endswith(("}body", "}sdt", "}sdtContent", "}ins", "}smartTag")):
            yield from _blokken(deel)


def _uit_tabel(tabel: Element, plek: Plaats, bekend: set[str], labels: Labels) -> None:
    sectie, gebied, laatste = plek
    labels.tabellen.append(((sectie, gebied, laatste), tabel))
    for rij in tabel_rijen(tabel):
        cellen = rij_cellen(rij)
        for nr, cel in enumerate(cellen[:-1]):
            tekst = eerste_regel(cel)
            if tekst in bekend:
                labels.cellen.setdefault((sectie, gebied, tekst), cellen[nr + 1])


def tabel_rijen(tabel: Element) -> list[Element]:
    """Return the rows of a table itself, not of tables inside it; deleted rows are left out."""
    return [
        rij
        for rij in tabel.iter(TR)
        if eerste_voorouder(rij, TBL) is tabel and rij.find(f"{q('w:trPr')}/{q('w:del')}") is None
    ]


def rij_cellen(rij: Element) -> list[Element]:
    """Return the cells of a row, also those that a program put inside a control."""
    return [cel for cel in rij.iter(TC) if eerste_voorouder(cel, TR) is rij]


def eerste_regel(cel: Element) -> str:
    """Return the first paragraph of a cell as a label is compared."""
    alinea = next(cel.iter(P), None)
    return "" if alinea is None else labelnaam(zichtbare_tekst(alinea))
