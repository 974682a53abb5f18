"""Fill a blank Word form from answers: a copy of the blank in which only answers change."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from itertools import count
from typing import Any

from generator.formats.bladen import Blad, bladen_van, bladwaarde
from generator.formats.merken import Merken
from generator.formats.veilig import ontleed
from generator.formats.word import delen as onderdelen
from generator.formats.word.besturing import leeg_vak, vul_vak
from generator.formats.word.bouw import Element
from generator.formats.word.inlezen import herken_word
from generator.formats.word.merken import zet_merken
from generator.formats.word.namen import TAG, q
from generator.formats.word.pakket import HOOFDDEEL, als_xml, lees_delen, schrijf_delen, vul_aan
from generator.model import Formulier, Veld

# The answers, and the three places of the identity.
_WISSELT = re.compile(r"word/(?:document|footer\d*|header\d*)\.xml|docProps/(?:custom|core)\.xml")
_SDT, _TR, _TBL, _TAG, _VAL = q("w:sdt"), q("w:tr"), q("w:tbl"), q("w:tag"), q("w:val")


class Vuller:
    """Fills one blank many times: it is opened and parsed once."""

    def __init__(self, blanco: bytes, formulier: Formulier) -> None:
        """Open a blank of *formulier*; raises `generator.formats.veilig.Geweigerd` when that can't be done."""
        self._delen = lees_delen(blanco)
        self._document = ontleed(self._delen[HOOFDDEEL])
        self._formulier = formulier
        self._identiteit = herken_word(blanco).identiteit
        self._namen = tuple(map(_naam, self._document.iter(_SDT)))
        # What is the same in every form that is filled: packed once.
        vast = {naam: deel for naam, deel in self._delen.items() if not _WISSELT.fullmatch(naam)}
        self._vast = schrijf_delen(vast, niveau=1)

    def vul(
        self, antwoorden: Mapping[str, Any], dossier: str = "", cyclus: int | None = None, merken: Merken | None = None
    ) -> bytes:
        """Return the filled form.

        *antwoorden* are regular (`generator.veldsoorten.normaliseer_antwoorden`).
        Tables grow when there are more answers than rows.  *dossier* and *cyclus*
        become part of the identity.  *merken* say what was filled in beforehand.
        """
        document = deepcopy(self._document)
        vakken, rijen = _vakken(document, self._namen)
        nummers = count(2_000_000)  # far from those of the blank
        for veld in self._formulier.velden:
            if veld.sleutel not in antwoorden:
                continue
            if veld.soort == "tabel":
                _vul_tabel(veld, rijen.get(veld.sleutel, []), antwoorden[veld.sleutel], self._formulier, nummers)
                continue
            for blad in bladen_van(veld, self._formulier):
                if (sdt := vakken.get(blad.sleutel)) is not None:
                    vul_vak(sdt, blad, bladwaarde(blad, antwoorden[veld.sleutel]))
        if merken is not None:
            zet_merken(document, vakken, merken)
        delen = self._delen | {HOOFDDEEL: als_xml(document)}
        nieuw = replace(self._identiteit, dossier=dossier, cyclus="" if cyclus is None else str(cyclus))
        onderdelen.vernieuw_identiteit(delen, self._identiteit, nieuw)
        wisselend = {naam: deel for naam, deel in delen.items() if _WISSELT.fullmatch(naam)}
        return vul_aan(self._vast, wisselend, niveau=1)


def vul(
    blanco: bytes, formulier: Formulier, antwoorden: Mapping[str, Any], dossier: str = "", cyclus: int | None = None
) -> bytes:
    """Fill one blank once; see `Vuller.vul`."""
    return Vuller(blanco, formulier).vul(antwoorden, dossier, cyclus)


def _vakken(document: Element, namen: Iterable[str | None]) -> tuple[dict[str, Element], dict[str, list[Element]]]:
    """Return leaf → control, and table → its rows with controls; *namen* are those of all controls, in order."""
    vakken: dict[str, Element] = {}
    rijen: dict[str, list[Element]] = {}
    for naam, sdt in zip(namen, document.iter(_SDT), strict=True):
        if naam is None:
            continue
        vakken.setdefault(naam, sdt)
        rij = next(sdt.iterancestors(_TR), None) if "." in naam else None
        if rij is not None:
            lijst = rijen.setdefault(naam.partition(".")[0], [])
            if not lijst or lijst[-1] is not rij:
                lijst.append(rij)
    return vakken, rijen


def _naam(sdt: Element) -> str | None:
    for deel in sdt[0]:
        if deel.tag == _TAG:
            naam = str(deel.get(_VAL))
            return naam[len(TAG) :] if naam.startswith(TAG) else None
    return None


def _vul_tabel(veld: Veld, rijen: list[Element], regels: Any, formulier: Formulier, nummers: Iterator[int]) -> None:
    bladen = {blad.sleutel: blad for blad in bladen_van(veld, formulier)}
    if not rijen or not isinstance(regels, tuple):
        return
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    gedrukt = {rij.sleutel: element for rij, element in zip(veld.rijen, rijen, strict=False)}
    vrij = iter(rijen[len(veld.rijen) :])
    plek = _herhaald_deel(rijen[-1])
    leeg = deepcopy(plek)
    for regel in regels:
        doel = gedrukt.pop(str(regel.get(drager)), None) if drager else None
        if doel is None:
            doel = next(vrij, None)
        if doel is None:
            plek, doel = _extra_rij(leeg, plek, bladen, nummers)
        _vul_rij(doel, bladen, regel)


def _vul_rij(rij: Element, bladen: Mapping[str, Blad], regel: Mapping[str, Any]) -> None:
    for sdt in list(rij.iter(_SDT)):
        blad = bladen.get(_naam(sdt) or "")
        if blad is None:
            continue
        waarde = regel.get(blad.sleutel.partition(".")[2])
        if waarde is None:
            leeg_vak(sdt, blad)
        else:
            vul_vak(sdt, blad, waarde)


def _herhaald_deel(rij: Element) -> Element:
    """Return what is copied for one more row: the row, or the item of the repeating section around it."""
    deel = rij
    while (ouder := deel.getparent()) is not None and ouder.tag != _TBL and not _is_herhaling(ouder):
        deel = ouder
    return deel


def _extra_rij(
    leeg: Element, plek: Element, bladen: Mapping[str, Blad], nummers: Iterator[int]
) -> tuple[Element, Element]:
    """Put a copy of the empty row behind *plek*; its controls get numbers of their own."""
    kopie = deepcopy(leeg)
    plek.addnext(kopie)
    for nummer in kopie.iter(q("w:id")):
        nummer.set(_VAL, str(next(nummers)))
    for merk in list(kopie.iter(q("w:bookmarkStart"), q("w:bookmarkEnd"))):
        merk.getparent().remove(merk)  # type: ignore[union-attr]
    for sdt in kopie.iter(_SDT):
        naam = _naam(sdt) or ""
        if naam not in bladen and (kolom := ".".join(naam.split(".")[:2])) in bladen:
            # A form without spare rows: the copy of a preprinted row becomes a free one.
            next(sdt.iter(_TAG)).set(_VAL, TAG + kolom)
    return kopie, kopie if kopie.tag == _TR else next(kopie.iter(_TR))


def _is_herhaling(element: Element) -> bool:
    """Tell the content of a repeating section: a copy of one item belongs inside it."""
    eigenschappen = element.getprevious()
    if element.tag != q("w:sdtContent") or eigenschappen is None:
        return False
    return eigenschappen.find(q("w15:repeatingSection")) is not None
