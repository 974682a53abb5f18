"""Content controls: made for a leaf, and filled with a value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Any

from generator.formats.bladen import Blad
from generator.formats.word.bouw import Element, el, run, tekstdelen
from generator.formats.word.namen import KRUISJE, LEEG_VAKJE, bladwijzer, q, tag
from generator.model import Onleesbaar
from generator.veldsoorten import VELDSOORTEN

VAKLETTER = "MS Gothic"
NIET_GEKOZEN = "(nog niet gekozen)"
_PLAATSHOUDERSTIJL = "PlaceholderText"
_RUN, _TOONT = q("w:r"), q("w:showingPlcHdr")
_DATE, _FULLDATE, _LIJST, _LASTVALUE = q("w:date"), q("w:fullDate"), q("w:dropDownList"), q("w:lastValue")


class Nummers:
    """Hands out the numbers of one document: of controls and bookmarks, and the names of placeholders."""

    def __init__(self) -> None:
        """Start at the first numbers."""
        self._besturing: Iterator[int] = count(1001)
        self._bladwijzer: Iterator[int] = count(1)
        self.plaatshouders: dict[str, str] = {}

    def besturing(self) -> int:
        """Return the next number of a control."""
        return next(self._besturing)

    def bladwijzer(self) -> int:
        """Return the next number of a bookmark."""
        return next(self._bladwijzer)

    def bouwsteen(self, tekst: str) -> str:
        """Return the name of the glossary entry that holds this placeholder."""
        return self.plaatshouders.setdefault(tekst, f"AfTekst{len(self.plaatshouders) + 1}")


def met_bladwijzer(sleutel: str, inhoud: Element, nummers: Nummers) -> list[Element]:
    """Return *inhoud* between the two ends of the bookmark of a leaf."""
    nummer = nummers.bladwijzer()
    return [
        el("w:bookmarkStart", id=nummer, name=bladwijzer(sleutel)),
        inhoud,
        el("w:bookmarkEnd", id=nummer),
    ]


def invulvak(blad: Blad, nummers: Nummers, naam: str = "", slot: bool = True) -> Element:
    """Return the empty content control of a leaf; *naam* is what a screen reader says.

    Long answers have no kind of control (rich text): in a plain-text control LibreOffice 7
    deletes line ends, in one without a kind it keeps them (docs/analyse-word.md).
    """
    eigenschappen = el("w:sdtPr", el("w:alias", val=(naam or blad.label)[:64]), el("w:tag", val=tag(blad.sleutel)))
    eigenschappen.append(el("w:id", val=nummers.besturing()))
    if slot:
        eigenschappen.append(el("w:lock", val="sdtLocked"))
    if blad.soort == "vakje":
        eigenschappen.append(_vakjeseigenschappen())
        return el("w:sdt", eigenschappen, el("w:sdtContent", run(LEEG_VAKJE, lettertype=VAKLETTER)))
    eigenschappen.append(el("w:placeholder", el("w:docPart", val=nummers.bouwsteen(blad.plaatshouder))))
    eigenschappen.append(el("w:showingPlcHdr"))
    if blad.soort != "lang":
        eigenschappen.append(_soort(blad))
    return el("w:sdt", eigenschappen, el("w:sdtContent", run(blad.plaatshouder, _PLAATSHOUDERSTIJL)))


def vast_vak(sleutel: str, tekst: str, naam: str, nummers: Nummers) -> Element:
    """Return a locked control around printed text, such as the name of a preprinted row."""
    eigenschappen = el(
        "w:sdtPr",
        el("w:alias", val=naam[:64]),
        el("w:tag", val=tag(sleutel)),
        el("w:id", val=nummers.besturing()),
        el("w:lock", val="sdtContentLocked"),
        el("w:text"),
    )
    return el("w:sdt", eigenschappen, el("w:sdtContent", run(tekst)))


def _vakjeseigenschappen() -> Element:
    vakje = el("w14:checkbox", el("w14:checked"), el("w14:checkedState"), el("w14:uncheckedState"))
    vakje[0].set(q("w14:val"), "0")
    for toestand, teken in zip(list(vakje)[1:], (KRUISJE, LEEG_VAKJE), strict=True):
        toestand.set(q("w14:val"), f"{ord(teken):04X}")
        toestand.set(q("w14:font"), VAKLETTER)
    return vakje


def _soort(blad: Blad) -> Element:
    if blad.soort == "datum":
        return el(
            "w:date",
            el("w:dateFormat", val="dd-MM-yyyy"),
            el("w:lid", val="nl-NL"),
            el("w:storeMappedDataAs", val="date"),
            el("w:calendar", val="gregorian"),
        )
    if blad.soort in ("keuze", "ja_nee"):
        keuzes = [(NIET_GEKOZEN, ""), *((optie.label, optie.sleutel) for optie in blad.opties)]
        return el("w:dropDownList", *(el("w:listItem", displayText=label, value=w) for label, w in keuzes))
    return el("w:text")


def vul_vak(sdt: Element, blad: Blad, waarde: Any) -> None:
    """Put *waarde* (regular, or `Onleesbaar`) into a control; None leaves it empty."""
    if blad.soort == "vakje":
        _vul_vakje(sdt, bool(waarde))
    elif waarde is not None:
        _vul_tekst(sdt, blad, waarde)


def _vul_vakje(sdt: Element, aan: bool) -> None:
    for aangevinkt in sdt.iter(q("w14:checked")):
        aangevinkt.set(q("w14:val"), "1" if aan else "0")
    for t in sdt.iter(q("w:t")):
        t.text = KRUISJE if aan else LEEG_VAKJE


def _vul_tekst(sdt: Element, blad: Blad, waarde: Any) -> None:
    eigenschappen, inhoud = sdt[0], sdt[-1]
    _zonder_plaatshouder(eigenschappen)
    _zet_tekst(inhoud, VELDSOORTEN[blad.soort].toon(waarde, blad.omgeving))
    soort = eigenschappen[-1]
    if soort.tag == _DATE and isinstance(waarde, date):
        soort.set(_FULLDATE, f"{waarde.isoformat()}T00:00:00Z")
    elif soort.tag == _LIJST and not isinstance(waarde, Onleesbaar):
        soort.set(_LASTVALUE, str(waarde))


def _zet_tekst(inhoud: Element, tekst: str) -> None:
    """Replace what a control shows; its one run is used again, which is most of the speed."""
    r = inhoud[0] if len(inhoud) == 1 and inhoud[0].tag == _RUN else None
    if r is None:
        for oud in list(inhoud):
            inhoud.remove(oud)
        r = el("w:r")
        inhoud.append(r)
    for deel in list(r):
        r.remove(deel)
    r.extend(tekstdelen(tekst))


def leeg_vak(sdt: Element, blad: Blad) -> None:
    """Empty a control: it shows its invitation again."""
    if blad.soort == "vakje":
        _vul_vakje(sdt, aan=False)
        return
    eigenschappen, inhoud = sdt[0], sdt[-1]
    plaatshouder = eigenschappen.find(q("w:placeholder"))
    if eigenschappen.find(q("w:showingPlcHdr")) is not None:
        return
    if plaatshouder is not None:
        plaatshouder.addnext(el("w:showingPlcHdr"))
    for kenmerk in (q("w:fullDate"), q("w:lastValue")):
        if kenmerk in eigenschappen[-1].attrib:
            del eigenschappen[-1].attrib[kenmerk]
    for oud in list(inhoud):
        inhoud.remove(oud)
    inhoud.append(run("") if plaatshouder is None else run(blad.plaatshouder, _PLAATSHOUDERSTIJL))


def _zonder_plaatshouder(eigenschappen: Element) -> None:
    for toont in list(eigenschappen.iterchildren(_TOONT)):
        eigenschappen.remove(toont)
