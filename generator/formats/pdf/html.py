"""A form as a page of HTML, in the order and the words of the Word form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any, NamedTuple

from generator.formats.bladen import DEELLABELS, Blad, bladen_van, gebiedsbladen, kolomblad
from generator.formats.merken import VAST_STREEPJE, Merken
from generator.formats.opbouw import LANGE_LIJST, STER, hulpzin, lege_rijen, ster, tekenuitleg, vorm
from generator.formats.pdf import opmaak
from generator.formats.pdf.aankleding import Aankleding
from generator.formats.pdf.kolommen import keuzes_passen, kolombreedtes
from generator.formats.pdf.namen import NIET_GEKOZEN, celnaam, veldnaam
from generator.model import Formulier, Leefgebied, Rij, Sectie, Veld
from generator.taal import opsomming

_HALF_VANAF, _HALF_LANGST = 5, 30
_LANGSTE_KEUZES = 200
_KOPBREEDTES = (19, 31, 19, 31)
_TYPWIJZE = {"datum": "dd-mm-jjjj", "getal": "een getal"}
_ZELFSPREKEND = ("Klik en typ", "Kies een datum", "Typ een getal", "Kies ja of nee", "Maak een keuze", "…")


class Vak(NamedTuple):
    """One place to fill in: its name, its leaf, what a screen reader says, and what is filled in beforehand."""

    naam: str
    blad: Blad
    tip: str
    verplicht: bool = False
    in_cel: bool = False
    vooraf: Any = None


class Bladzijden(NamedTuple):
    """The HTML of a form, and its places to fill in by name, in order."""

    html: str
    vakken: Mapping[str, Vak]


class Kolomplek(NamedTuple):
    """A column of a table, and how high its places to fill in are."""

    blad: Blad
    hoog: float


def maak_html(
    formulier: Formulier, aankleding: Aankleding, rijen: Mapping[str, int] | None = None, merken: Merken | None = None
) -> Bladzijden:
    """Return a form as HTML; *rijen* says of some tables how many free rows they have, *merken* what to mark."""
    tekenaar = _Tekenaar(formulier, aankleding, rijen or {}, merken or Merken())
    lichaam = "".join(tekenaar.alles())
    voet = f"{formulier.titel} · versie {formulier.versie} · {aankleding.organisatie}"
    stijl = opmaak.stijlblad(aankleding.accentkleur, formulier.liggend == "ja", voet)
    kop = f'<meta charset="utf-8"><title>{_t(formulier.titel)}</title><style>{stijl}</style>'
    return Bladzijden(f'<html lang="nl"><head>{kop}</head><body>{lichaam}</body></html>', tekenaar.vakken)


def _t(tekst: str) -> str:
    return escape("".join(teken for teken in tekst if teken.isprintable() or teken == "\n"))


class _Tekenaar:
    """Draws one form; every method returns or yields pieces of HTML."""

    def __init__(self, formulier: Formulier, aankleding: Aankleding, rijen: Mapping[str, int], merken: Merken) -> None:
        self.formulier = formulier
        self.aankleding = aankleding
        self.rijen = rijen
        self.merken = merken
        self.velden = {veld.sleutel: veld for veld in formulier.velden}
        self.breed = opmaak.tekstbreedte(formulier.liggend == "ja")
        self.vakken: dict[str, Vak] = {}

    def alles(self) -> Iterator[str]:
        yield from self._titel()
        yield self._kop()
        delen = [f'<span class="ster">{teken}</span> {_t(zin)}' for teken, zin in tekenuitleg(self.formulier)]
        if delen:
            yield f'<p class="legenda">{" &nbsp; ".join(delen)}</p>'
        for regel in self.merken.boven:
            yield f'<p class="legenda">{_regel(regel)}</p>'
        for nr, sectie in enumerate(self.formulier.secties):
            nieuw = nr and self.formulier.liggend == "ja" and len(sectie.velden[0].rijen) >= LANGE_LIJST
            yield f"<h2{' class=nieuw' if nieuw else ''}>{_t(sectie.titel)}</h2>"
            if sectie.uitleg:
                yield f'<p class="uitleg">{_t(sectie.uitleg)}</p>'
            yield from self._sectie(sectie)

    # -- top of the form

    def _titel(self) -> Iterator[str]:
        formulier = self.formulier
        yield f'<p class="organisatie">{_t(self.aankleding.organisatie)}</p><h1>{_t(formulier.titel)}</h1>'
        if formulier.soort == "client":
            yield self._strook()
        yield f'<p class="inleiding">{_t(formulier.doel)}</p>'
        moment = formulier.moment.rstrip(".")
        yield f'<p class="wanneer">Wie vult in: {_t(self.aankleding.wie)}. Wanneer: {_t(moment)}.</p>'

    def _strook(self) -> str:
        cellen = []
        for nr, (sleutel, kort) in enumerate(self.aankleding.fasen, 1):
            hier = sleutel == self.formulier.fase
            cellen.append(f"<li{' class=hier' if hier else ''}>{'● ' if hier else ''}{nr}<br>{_t(kort)}</li>")
        return f'<ol class="strook">{"".join(cellen)}</ol>'

    def _kop(self) -> str:
        velden, rijen = self.formulier.kop, []
        for nr in range(0, len(velden), 2):
            paar = velden[nr : nr + 2]
            cellen = [f"<th scope=row>{self._kopnaam(veld)}</th>{self._kopcel(veld)}" for veld in paar]
            if len(paar) == 1:
                cellen.append("<td class=leeg></td><td class=leeg></td>")
            rijen.append(f"<tr>{''.join(cellen)}</tr>")
        return f'<table class="velden kop">{_kolommen(_KOPBREEDTES)}{"".join(rijen)}</table>'

    def _kopnaam(self, veld: Veld) -> str:
        return self._label(veld) + self._overgenomen([veld.sleutel])

    def _kopcel(self, veld: Veld) -> str:
        (blad,) = bladen_van(veld, self.formulier)
        return f"<td{self._balk(blad.sleutel)}>{self._invul(blad, _tip(blad), opmaak.HOOG_KORT)}</td>"

    # -- sections

    def _sectie(self, sectie: Sectie) -> Iterator[str]:
        for soort, groep in groupby(sectie.velden, key=vorm):
            velden = list(groep)
            if soort == "tabel":
                for veld in velden:
                    yield from self._tabelveld(veld)
            elif soort == "gebied":
                for gebied in self.formulier.leefgebieden:
                    yield from self._gebied(gebied, velden)
            elif soort == "handtekening":
                yield self._handtekeningen(velden)
            else:
                yield self._veldentabel([(veld, list(bladen_van(veld, self.formulier))) for veld in velden])

    def _veldentabel(self, velden: Sequence[tuple[Veld, list[Blad]]], gebied: str = "") -> str:
        rijen = []
        for veld, bladen in velden:
            links = f"<th scope=row>{self._label(veld)}{self._hulp(veld, bladen)}</th>"
            balk = self._balk(*(blad.sleutel for blad in bladen), veld.sleutel)
            rijen.append(f"<tr>{links}<td{balk}>{self._antwoord(veld, bladen, gebied)}</td></tr>")
        return f'<table class="velden">{_kolommen((1, 2))}{"".join(rijen)}</table>'

    def _antwoord(self, veld: Veld, bladen: list[Blad], gebied: str) -> str:
        if bladen and bladen[0].soort == "vakje":
            half = len(bladen) >= _HALF_VANAF and all(len(blad.label) <= _HALF_LANGST for blad in bladen)
            return "".join(self._vakje(blad, gebied, "half" if half else "heel") for blad in bladen)
        uit = [f'<div class="wenk">{_t(_wenk(blad))}</div>' for blad in bladen if _wenk(blad)]
        hoog_lang = opmaak.HOOG_GEBIED if gebied else opmaak.HOOG_LANG
        if self.formulier.liggend == "ja":
            hoog_lang = opmaak.HOOG_LIGGEND
        for blad in bladen:
            hoog = hoog_lang if blad.soort == "lang" else opmaak.HOOG_KORT
            uit.append(self._invul(blad, _tip(blad, gebied), hoog))
        return "".join(uit)

    def _vakje(self, blad: Blad, gebied: str, maat: str) -> str:
        tip = _samen(_label_bij(blad, gebied), ":", blad.label)
        vak = Vak(veldnaam(blad.sleutel), blad, tip)
        self.vakken[vak.naam] = vak
        invoer = f'<input type="checkbox" name="{vak.naam}" title="{_t(tip)}">'
        return f'<div class="vak {maat}">{invoer}{_t(blad.label)}</div>'

    def _invul(self, blad: Blad, tip: str, hoog: float) -> str:
        verplicht = blad.veld.verplicht == "ja" and not blad.deel
        return self._vak(Vak(veldnaam(blad.sleutel), blad, tip, verplicht), hoog)

    def _vak(self, vak: Vak, hoog: float) -> str:
        """Return the place itself; a text in a cell may take several lines, whatever its kind."""
        self.vakken[vak.naam] = vak
        naam = f'name="{vak.naam}" title="{_t(vak.tip)}" style="height:{hoog:g}pt"'
        if vak.blad.soort in ("keuze", "ja_nee"):
            keuzes = (NIET_GEKOZEN, *(optie.label for optie in vak.blad.opties))
            opties = "".join(f'<option value="{_t(keuze)}">{_t(keuze)}</option>' for keuze in keuzes)
            return f"<select {naam}>{opties}</select>"
        if meerregelig(vak):
            return f"<textarea {naam}></textarea>"
        return f"<input {naam}>"

    def _label(self, veld: Veld) -> str:
        """Return a label with its mark, which stays on the line of the last word."""
        teken = ster(veld)
        if not teken:
            return _t(veld.label)
        begin, _, eind = veld.label.rpartition(" ")
        voor = f"{_t(begin)} " if begin else ""
        return f'{voor}<span class="heel">{_t(eind)} <span class="ster">{teken}</span></span>'

    def _hulp(self, veld: Veld, bladen: Sequence[Blad] = ()) -> str:
        zin = " ".join(filter(None, (hulpzin(veld, self.velden), _keuzes_bij(bladen))))
        uit = f'<div class="hulp">{_t(zin)}</div>' if zin else ""
        return uit + self._overgenomen(dict.fromkeys((*(blad.sleutel for blad in bladen), veld.sleutel)))

    def _overgenomen(self, sleutels: Iterable[str]) -> str:
        """Return where a place that was filled in beforehand has its answer from."""
        regels = (regel for sleutel in sleutels for regel in self.merken.onder_label.get(sleutel, ()))
        return "".join(f'<div class="overgenomen">{_regel(regel)}</div>' for regel in regels)

    def _balk(self, *sleutels: str) -> str:
        """Return a bar for a place that was filled in beforehand; it prints in black and white too."""
        if not any(sleutel in self.merken.vakken for sleutel in sleutels):
            return ""
        return f' class=balk style="border-left-color:#{_t(self.merken.kleur)}"'

    # -- per leefgebied

    def _gebied(self, gebied: Leefgebied, velden: list[Veld]) -> Iterator[str]:
        paren = [(veld, list(gebiedsbladen(veld, gebied))) for veld in velden]
        paren = [(veld, bladen) for veld, bladen in paren if bladen]
        yield f'<h3>{_t(gebied.naam)}</h3><p class="gebied">{_t(gebied.reikwijdte)}</p>'
        if gebied.vragen:
            yield f'<p class="vraag">{_t(" ".join(gebied.vragen[:2]))}</p>'
        yield self._veldentabel(paren, gebied.naam)

    # -- tables

    def _tabelveld(self, veld: Veld) -> Iterator[str]:
        yield f"<h4>{self._label(veld)}</h4>"
        if zin := hulpzin(veld, self.velden):
            yield f'<p class="hulp">{_t(zin)}</p>'
        sleutels = dict.fromkeys((veld.sleutel, *(f"{veld.sleutel}.{kolom.sleutel}" for kolom in veld.kolommen)))
        for regel in (regel for sleutel in sleutels for regel in self.merken.boven_tabel.get(sleutel, ())):
            yield f'<p class="hulp overgenomen">{_regel(regel)}</p>'
        bladen = [kolomblad(veld, kolom) for kolom in veld.kolommen]
        if keuzes := _keuzes_op_papier(bladen):
            yield f'<p class="hulp">{_t(keuzes)}</p>'
        breedtes = kolombreedtes(veld, bladen, self.breed)
        hoog = opmaak.HOOG_RUIME_CEL if any(blad.soort == "lang" for blad in bladen) else opmaak.HOOG_CEL
        kolommen = [
            Kolomplek(blad, _celhoogte(blad, breed, hoog)) for blad, breed in zip(bladen, breedtes, strict=True)
        ]
        rijen = [self._gedrukte_rij(veld, nr, regel, kolommen) for nr, regel in enumerate(veld.rijen, 1)]
        vrij = max(lege_rijen(veld), self.rijen.get(veld.sleutel, 0))
        rijen += [self._vrije_rij(veld, nr, kolommen, hoog) for nr in range(1, vrij + 1)]
        inhoud = f"{_kolommen(breedtes)}{_koppen(bladen)}<tbody>{''.join(rijen)}</tbody>"
        yield f'<table class="lijst{" laag" if hoog == opmaak.HOOG_CEL else ""}">{inhoud}</table>'

    def _vrije_rij(self, veld: Veld, nr: int, kolommen: Sequence[Kolomplek], ruim: float) -> str:
        cellen = []
        for blad, hoog in kolommen:
            tip = _samen(_samen(veld.label, ",", f"rij {len(veld.rijen) + nr}"), ":", _met_vorm(blad.label, blad))
            naam = celnaam(veld.sleutel, nr, blad.sleutel.rpartition(".")[2])
            cellen.append(self._vak(Vak(naam, blad, tip, in_cel=True), hoog))
        # A table cell is at least as high as it says; the places in it may be lower.
        eerste, *rest = cellen
        gevuld = [f'<td style="height:{ruim:g}pt">{eerste}</td>', *(f"<td>{cel}</td>" for cel in rest)]
        return self._rij(veld, len(veld.rijen) + nr, gevuld)

    def _gedrukte_rij(self, veld: Veld, nr: int, regel: Rij, kolommen: Sequence[Kolomplek]) -> str:
        cellen = []
        for blad, hoog in kolommen:
            kolom = blad.sleutel.rpartition(".")[2]
            if blad.soort == "voorgedrukt":
                cellen.append(f"<th scope=row>{_t(regel.tekst)}</th>")
                continue
            naam = celnaam(veld.sleutel, regel.sleutel, kolom)
            vak = Vak(naam, blad, _samen(regel.tekst, ":", _met_vorm(blad.label, blad)), in_cel=True,
                      vooraf=regel.vooraf.get(kolom))  # fmt: skip
            cellen.append(f"<td>{self._vak(vak, hoog)}</td>")
        return self._rij(veld, nr, cellen)

    def _rij(self, veld: Veld, nr: int, cellen: list[str]) -> str:
        """Return a row; with a bar when it was filled in beforehand."""
        if any(
            nr <= aantal for sleutel, aantal in self.merken.rijen.items() if sleutel.partition(".")[0] == veld.sleutel
        ):
            balk = f"border-left:3pt solid #{_t(self.merken.kleur)}"
            cellen[0] = re.sub(r"^<(t[hd])(?: style=\"([^\"]*)\")?", rf'<\1 style="{balk};\2"', cellen[0])
        return f"<tr>{''.join(cellen)}</tr>"

    # -- signatures

    def _handtekeningen(self, velden: list[Veld]) -> str:
        koppen = "".join(f"<th>{kop}</th>" for kop in ("Wie", *DEELLABELS.values()))
        rijen = []
        for veld in velden:
            bladen = list(bladen_van(veld, self.formulier))
            cellen = [f"<th scope=row class=wie>{self._label(veld)}{self._hulp(veld, bladen)}</th>"]
            for blad in bladen:
                naam = veldnaam(blad.sleutel)
                tip = _samen(veld.label, ":", _met_vorm(DEELLABELS[blad.deel].lower(), blad))
                vak = Vak(naam, blad, tip, in_cel=True)
                hoog = opmaak.HOOG_HANDTEKENING if blad.soort == "kort" else opmaak.HOOG_REGEL
                cellen.append(f"<td{self._balk(blad.sleutel)}>{self._vak(vak, hoog)}</td>")
            rijen.append(f"<tr>{''.join(cellen)}</tr>")
        kop = f"<thead><tr>{koppen}</tr></thead>"
        return f'<table class="lijst samen">{_kolommen((34, 32, 18, 16))}{kop}<tbody>{"".join(rijen)}</tbody></table>'


def meerregelig(vak: Vak) -> bool:
    """Tell whether a place takes several lines: long answers do, and every text in a narrow cell."""
    soort = vak.blad.soort
    return soort == "lang" or (vak.in_cel and soort in ("kort", "voorgedrukt"))


def _celhoogte(blad: Blad, breed: float, hoog: float) -> float:
    """Return how high a place in a cell is: texts take the whole cell, what fits on one line stays at its top."""
    if blad.soort in ("kort", "lang", "voorgedrukt"):
        return hoog
    if blad.soort in ("keuze", "ja_nee") and not keuzes_passen(blad, breed):
        return max(hoog, opmaak.HOOG_KORT + 6)
    return min(hoog, opmaak.HOOG_REGEL) if hoog > opmaak.HOOG_CEL else hoog


def _keuzes_op_papier(bladen: Sequence[Blad]) -> str:
    """Say which choices the columns have: on paper there is no list to open."""
    zinnen = []
    for blad in bladen:
        if blad.soort == "keuze" and blad.kolom and blad.kolom.opties_uit is None:
            keuzes = opsomming([optie.label for optie in blad.opties], "of")
            if len(keuzes) <= _LANGSTE_KEUZES:
                zinnen.append(f"{blad.label.rstrip('?')}: {keuzes}.")
    return " ".join(zinnen)


def _koppen(bladen: Sequence[Blad]) -> str:
    koppen = []
    for blad in bladen:
        teken = f'<span class="ster">{STER}</span>' if blad.kolom and blad.kolom.verplicht == "ja" else ""
        koppen.append(f"<th scope=col>{_t(blad.label)}{teken}</th>")
    return f"<thead><tr>{''.join(koppen)}</tr></thead>"


def _kolommen(delen: Sequence[float]) -> str:
    som = sum(delen)
    return "<colgroup>" + "".join(f'<col style="width:{100 * deel / som:.3f}%">' for deel in delen) + "</colgroup>"


def _regel(regel: str) -> str:
    return _t(regel).replace(VAST_STREEPJE, "‑")


def _wenk(blad: Blad) -> str:
    """Return the invitation above an answer; dates and numbers say how to write them."""
    if blad.plaatshouder in _ZELFSPREKEND or blad.deel:
        return _TYPWIJZE.get(blad.soort, "") if blad.soort == "datum" else ""
    return blad.plaatshouder


def _keuzes_bij(bladen: Sequence[Blad]) -> str:
    """Name the choices of a question whose invitation doesn't: on paper there is no list to open."""
    for blad in bladen[:1]:
        if blad.soort == "keuze" and blad.plaatshouder == "Maak een keuze":
            keuzes = opsomming([optie.label for optie in blad.opties], "of")
            return f"Kies: {keuzes}." if len(keuzes) <= _LANGSTE_KEUZES else ""
    return ""


def _label_bij(blad: Blad, gebied: str) -> str:
    return f"{blad.veld.label} ({gebied})" if gebied else blad.veld.label


def _tip(blad: Blad, gebied: str = "") -> str:
    """Return what a screen reader says, and what shows when the mouse rests on a field."""
    return _met_vorm(_label_bij(blad, gebied), blad)


def _samen(eerst: str, teken: str, dan: str) -> str:
    """Return two texts with a sign between them, which a question or sentence doesn't need behind its own."""
    return f"{eerst} {dan}" if eerst.endswith(("?", "!", ".", ":")) else f"{eerst}{teken} {dan}"


def _met_vorm(label: str, blad: Blad) -> str:
    vorm_ = _TYPWIJZE.get(blad.soort, "")
    return f"{label} ({vorm_})" if vorm_ else label
