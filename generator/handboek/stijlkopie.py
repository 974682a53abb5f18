"""Styles of one document brought into another under names of their own, so that neither changes the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Any

from lxml import etree

from generator.handboek.sjabloon import W

_VERWIJZINGEN = tuple(f"{W}{naam}" for naam in ("basedOn", "link", "next"))
_STIJLVELDEN = tuple(f"{W}{naam}" for naam in ("pStyle", "rStyle", "tblStyle"))
_VAL, _ID, _NAAM = f"{W}val", f"{W}styleId", f"{W}name"
_WEG = tuple(f"{W}{naam}" for naam in ("aliases", "autoRedefine", "qFormat", "rsid", "uiPriority", "semiHidden",
                                       "unhideWhenUsed"))  # fmt: skip
# What a property is when nobody says anything about it.
_NIETS: Mapping[tuple[str, str], str] = {
    ("spacing", "line"): "240",
    ("spacing", "lineRule"): "auto",
    ("sz", "val"): "20",
    ("szCs", "val"): "20",
    ("color", "val"): "auto",
    ("jc", "val"): "left",
    ("u", "val"): "none",
}
_LETTER = "Times New Roman"
_PPR = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
).split()
_THEMA = re.compile(r"(major|minor)(?:HAnsi|Ascii|EastAsia|Bidi)")
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Stijlkopie:
    """The styles that are wanted of *bron*, for a document whose styles are *doel*."""

    def __init__(self, bron: Any, doel: Any, voorvoegsel: str, groep: str, thema: bytes = b"") -> None:
        """Take both ``w:styles``; ids get *voorvoegsel* and names *groep* in front."""
        self._doel, self._voor, self._groep = doel, voorvoegsel, groep
        self._stijlen = {stijl.get(_ID): stijl for stijl in bron.iter(f"{W}style")}
        self._standaard = {s.get(f"{W}type"): s.get(_ID) for s in self._stijlen.values() if _is_aan(s, "default")}
        self._bron, self._letters = bron, _letters_van(thema)
        self._nodig: set[str] = set()

    def hernoem(self, verhaal: Any) -> None:
        """Make *verhaal* use the copied styles; what has no style gets that of an ordinary paragraph."""
        gewoon = self._standaard.get("paragraph")
        for alinea in verhaal.iter(f"{W}p") if gewoon else ():
            eigen = alinea.find(f"{W}pPr")
            if eigen is None:
                eigen = etree.Element(f"{W}pPr")
                alinea.insert(0, eigen)
            if eigen.find(f"{W}pStyle") is None:
                eigen.insert(0, etree.Element(f"{W}pStyle", {_VAL: str(gewoon)}))
        _zonder_nummering(verhaal)
        for verwijzing in verhaal.iter(*_STIJLVELDEN):
            verwijzing.set(_VAL, self.naar(verwijzing.get(_VAL)))

    def naar(self, naam: str) -> str:
        """Return the id under which style *naam* will stand in the other document."""
        if naam in self._stijlen:
            self._nodig.add(naam)
        return f"{self._voor}{naam}"

    def zet(self) -> None:
        """Put the styles that are in use, and what they are based on, behind those of the other document."""
        rij = list(self._nodig)
        while rij:
            for soort in ("basedOn", "link"):
                ander = self._stijlen[rij[-1]].find(f"{W}{soort}")
                naam = ander.get(_VAL) if ander is not None else ""
                if naam in self._stijlen and naam not in self._nodig:
                    self._nodig.add(naam)
                    rij.insert(0, naam)
            rij.pop()
        verschil = _standaardverschil(self._bron, self._doel)
        for naam, stijl in self._stijlen.items():
            if naam in self._nodig:
                self._doel.append(self._kopie(stijl, verschil))

    def _kopie(self, stijl: Any, verschil: Mapping[str, list[Any]]) -> Any:
        kopie = deepcopy(stijl)
        kopie.tail = None
        kopie.attrib.pop(f"{W}default", None)
        kopie.set(_ID, f"{self._voor}{kopie.get(_ID)}")
        kopie.set(f"{W}customStyle", "1")
        naam = kopie.find(_NAAM)
        naam.set(_VAL, f"{self._groep} {naam.get(_VAL)}"[:250])
        for deel in [deel for deel in kopie if deel.tag in _WEG]:
            kopie.remove(deel)
        for deel in [deel for deel in kopie if deel.tag in _VERWIJZINGEN]:
            if deel.get(_VAL) in self._nodig:
                deel.set(_VAL, f"{self._voor}{deel.get(_VAL)}")
            else:
                kopie.remove(deel)
        _zonder_nummering(kopie)
        self._zonder_thema(kopie)
        _een_niveau_lager(kopie)
        if kopie.get(f"{W}type") == "paragraph" and kopie.find(f"{W}basedOn") is None:
            _leg_vast(kopie, verschil)
        return kopie

    def _zonder_thema(self, stijl: Any) -> None:
        """Name the fonts themselves: the other document has a theme of its own, or none."""
        for letters in stijl.iter(f"{W}rFonts"):
            for sleutel, waarde in list(letters.attrib.items()):
                if sleutel.endswith(("Theme", "theme")):
                    del letters.attrib[sleutel]
                    soort = _THEMA.match(waarde)
                    plek = sleutel.removesuffix("Theme").removesuffix("theme")
                    if soort and self._letters.get(soort[1]):
                        letters.set(plek, self._letters[soort[1]])


def _is_aan(element: Any, naam: str) -> bool:
    return element.get(f"{W}{naam}") in ("1", "true", "on")


def _letters_van(thema: bytes) -> dict[str, str]:
    """Return ``major`` and ``minor`` → the font that the theme names."""
    if not thema:
        return {}
    wortel = etree.fromstring(thema, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    gevonden = {soort: wortel.find(f".//{_A}{soort}Font/{_A}latin") for soort in ("major", "minor")}
    return {soort: str(deel.get("typeface")) for soort, deel in gevonden.items() if deel is not None}


def _zonder_nummering(element: Any) -> None:
    """Take out numbering: its number would mean another list here."""
    for nummer in list(element.iter(f"{W}numPr")):
        nummer.getparent().remove(nummer)


def _een_niveau_lager(stijl: Any) -> None:
    """A heading inside an annex stands below the heading of the annex."""
    for niveau in stijl.iter(f"{W}outlineLvl"):
        niveau.set(_VAL, str(min(8, int(niveau.get(_VAL)) + 1)))


def _standaardverschil(bron: Any, doel: Any) -> dict[str, list[Any]]:
    """Return for ``pPr`` and ``rPr`` the defaults of *bron* that those of *doel* would change."""
    uit: dict[str, list[Any]] = {}
    for soort in ("pPr", "rPr"):
        pad = f"{W}docDefaults/{W}{soort}Default/{W}{soort}"
        hier, daar = ({d.tag: d for d in (w.find(pad) if w.find(pad) is not None else ())} for w in (bron, doel))
        uit[soort] = [_vast(naam, hier.get(naam), daar.get(naam)) for naam in {**hier, **daar}
                      if naam != f"{W}lang" and _gelijk(hier.get(naam)) != _gelijk(daar.get(naam))]  # fmt: skip
    return uit


def _gelijk(element: Any) -> dict[str, str] | None:
    return None if element is None else dict(element.attrib)


def _vast(naam: str, hier: Any, daar: Any) -> Any:
    """Return property *naam* as it is here, said in full so that what stands there has no say."""
    heel = etree.Element(naam)
    kort = naam.removeprefix(W)
    for sleutel in daar.attrib if daar is not None else ():
        heel.set(sleutel, _NIETS.get((kort, sleutel.removeprefix(W)), _LETTER if kort == "rFonts" else "0"))
    if daar is not None and not daar.attrib and hier is None:
        heel.set(_VAL, "0")  # a switch, such as bold
    for sleutel, waarde in hier.attrib.items() if hier is not None else ():
        heel.set(sleutel, waarde)
    return heel


def _leg_vast(stijl: Any, verschil: Mapping[str, list[Any]]) -> None:
    """Write the defaults into a style that is based on nothing, where it doesn't say otherwise itself."""
    for soort, delen in verschil.items():
        plek = stijl.find(f"{W}{soort}")
        if plek is None and delen:
            plek = etree.Element(f"{W}{soort}")
            ander = stijl.find(f"{W}rPr") if soort == "pPr" else None
            stijl.append(plek) if ander is None else ander.addprevious(plek)
        for deel in delen:
            eigen = plek.find(deel.tag)
            if eigen is None:
                zet_op_plaats(plek, deepcopy(deel), _PPR if soort == "pPr" else ())
                continue
            for sleutel, waarde in deel.attrib.items():
                if sleutel not in eigen.attrib:
                    eigen.set(sleutel, waarde)


def zet_op_plaats(ouder: Any, deel: Any, volgorde: Iterable[str]) -> None:
    """Put *deel* into *ouder* where *volgorde* (names without prefix) wants it; unknown names go last."""
    namen = [f"{W}{naam}" for naam in volgorde]
    plek = namen.index(deel.tag) if deel.tag in namen else len(namen)
    later = set(namen[plek + 1 :])
    volgende = next((ander for ander in ouder if ander.tag in later), None)
    ouder.append(deel) if volgende is None else volgende.addprevious(deel)
