"""Where everything of a form stands in its workbook: the rows of the first sheet, and a sheet per table.

The first sheet has two columns, question and answer. A table has a sheet of its own, so that each of its
columns can be as wide as what goes in it, and rows can be put in between, sorted or taken out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.formats.bladen import DEELLABELS, Blad, bladen_van, gebiedsbladen, kolomblad
from generator.formats.excel.namen import HOOFDBLAD, LIJSTBLAD, METABLAD, PLEKBLAD
from generator.formats.opbouw import hulpzin, lege_rijen, ster, tekenuitleg
from generator.model import Formulier, Inrichting, Leefgebied, Sectie, Veld
from generator.taal import opsomming

_VERBODEN = re.compile(r"[\[\]:*?/\\'|\x00-\x1f]+")
_LANGSTE_BLADNAAM = 31
# From this many columns on a table goes on a page that lies.
_BREDE_TABEL = 5
KOPRIJ, EERSTE_RIJ = 5, 6
"""On the sheet of a table: the row with column labels, and the first row of answers."""
LABELKOLOM, ANTWOORDKOLOM, HOOGTEKOLOM = 1, 2, 3
"""On the first sheet; the last holds what keeps a row as high as a few lines."""
SLEUTELKOLOM, EERSTE_KOLOM = 1, 2
"""On the sheet of a table: hidden, the keys of its preprinted rows; then its columns."""
EIGEN_RIJEN = 8


@dataclass(frozen=True, slots=True)
class Regel:
    """One row of the first sheet: what it is, what is printed, and which leaf is answered in it."""

    vorm: str
    tekst: str = ""
    ster: str = ""
    hulp: str = ""
    blad: Blad | None = None
    veld: Veld | None = None

    @property
    def gedrukt(self) -> str:
        """The whole printed text of the label."""
        return labeltekst(self.tekst, self.ster, self.hulp)


@dataclass(frozen=True, slots=True)
class Tabelblad:
    """The sheet of one table."""

    veld: Veld
    naam: str
    bladen: tuple[Blad, ...]
    lege: int
    liggend: bool

    @property
    def rijen(self) -> int:
        """How many rows there are to fill in, preprinted ones too."""
        return len(self.veld.rijen) + self.lege


@dataclass(frozen=True, slots=True)
class Indeling:
    """All that is drawn of one form."""

    regels: tuple[Regel, ...]
    tabellen: tuple[Tabelblad, ...]


def labeltekst(tekst: str, ster: str, hulp: str) -> str:
    """Return a label as it is printed: with its star, and its help on the next line."""
    kop = f"{tekst}\u00a0{ster}" if ster else tekst
    return f"{kop}\n{hulp}" if hulp else kop


def bladlabel(blad: Blad) -> str:
    """Return the label that stands beside the cell of a leaf."""
    if blad.deel:
        return f"{blad.veld.label}: {DEELLABELS[blad.deel].lower()}"
    return blad.label if blad.soort == "vakje" else blad.veld.label


def maak_indeling(formulier: Formulier, inrichting: Inrichting) -> Indeling:
    """Return where everything stands in the workbook of a tailored form."""
    tabellen = tuple(_tabelbladen(formulier))
    return Indeling(tuple(_Regels(formulier, inrichting, tabellen).alle()), tabellen)


def vrije_rijen(veld: Veld) -> int:
    """Return how many empty rows a table has: more than on paper, as its sheet is a page of its own."""
    return lege_rijen(veld) if veld.rijen else max(EIGEN_RIJEN, 2 * lege_rijen(veld))


def _tabelbladen(formulier: Formulier) -> Iterator[Tabelblad]:
    bezet = {naam.casefold() for naam in (HOOFDBLAD, METABLAD, PLEKBLAD, LIJSTBLAD, "history")}
    for veld in formulier.velden:
        if veld.soort != "tabel":
            continue
        naam = _bladnaam(veld.label, bezet)
        bezet.add(naam.casefold())
        bladen = tuple(kolomblad(veld, kolom) for kolom in veld.kolommen)
        liggend = formulier.liggend == "ja" or len(bladen) >= _BREDE_TABEL
        yield Tabelblad(veld, naam, bladen, vrije_rijen(veld), liggend)


def _bladnaam(label: str, bezet: set[str]) -> str:
    """Return a name for a sheet: as much of the label as fits, whole words, and no name twice."""
    schoon = " ".join(_VERBODEN.sub(" ", label).split()) or "Tabel"
    naam = schoon
    while len(naam) > _LANGSTE_BLADNAAM:
        naam = naam.rpartition(" ")[0] or naam[:_LANGSTE_BLADNAAM]
    naam = naam.rstrip(" ,.;") or "Tabel"
    nr = 2
    basis = naam[: _LANGSTE_BLADNAAM - 4]
    while naam.casefold() in bezet:
        naam, nr = f"{basis} {nr}", nr + 1
    return naam


class _Regels:
    """Makes the rows of the first sheet, in printed order."""

    def __init__(self, formulier: Formulier, inrichting: Inrichting, tabellen: tuple[Tabelblad, ...]) -> None:
        self.formulier, self.inrichting = formulier, inrichting
        self.velden = {veld.sleutel: veld for veld in formulier.velden}
        self.bladnaam = {tabel.veld.sleutel: tabel.naam for tabel in tabellen}

    def alle(self) -> Iterator[Regel]:
        formulier, inrichting = self.formulier, self.inrichting
        yield Regel("organisatie", inrichting.organisatie.naam)
        yield Regel("titel", formulier.titel)
        if formulier.soort == "client":
            yield Regel("strook", self._strook())
        yield Regel("doel", formulier.doel)
        wie = opsomming([inrichting.rolnaam(rol) for rol in formulier.ingevuld_door], "of")
        yield Regel("wanneer", f"Wie vult in: {wie}. Wanneer: {formulier.moment.rstrip('.')}.")
        for veld in formulier.kop:
            yield from self._veld(veld, list(bladen_van(veld, formulier)))
        if merken := tekenuitleg(formulier):
            yield Regel("legenda", "     ".join(f"{merk} {betekenis}" for merk, betekenis in merken))
        yield Regel("merk")
        for sectie in formulier.secties:
            yield from self._sectie(sectie)
        yield Regel("tussen")
        yield Regel("identiteit")

    def _strook(self) -> str:
        """Return the eight fasen; the writer makes the current one stand out (`STROOK_HIER`)."""
        hier = self.formulier.fase
        delen = [f"● {nr} {fase.kort}" if fase.sleutel == hier else f"{nr} {fase.kort}"
                 for nr, fase in enumerate(self.inrichting.fasen, 1)]  # fmt: skip
        return "   ".join(deel.replace(" ", "\u00a0") for deel in delen)

    def _sectie(self, sectie: Sectie) -> Iterator[Regel]:
        yield Regel("sectie", sectie.titel)
        if sectie.uitleg:
            yield Regel("uitleg", sectie.uitleg)
        for per_gebied, groep in groupby(sectie.velden, key=lambda veld: veld.per_leefgebied == "ja"):
            velden = list(groep)
            if per_gebied:
                for gebied in self.formulier.leefgebieden:
                    yield from self._gebied(gebied, velden)
                continue
            for veld in velden:
                yield from self._veld(veld, list(bladen_van(veld, self.formulier)))

    def _gebied(self, gebied: Leefgebied, velden: list[Veld]) -> Iterator[Regel]:
        yield Regel("gebied", gebied.naam)
        yield Regel("reikwijdte", gebied.reikwijdte)
        if gebied.vragen:
            yield Regel("vraag", " ".join(gebied.vragen[:2]))
        for veld in velden:
            yield from self._veld(veld, list(gebiedsbladen(veld, gebied)))

    def _veld(self, veld: Veld, bladen: list[Blad]) -> Iterator[Regel]:
        teken, hulp = ster(veld), hulpzin(veld, self.velden)
        if veld.soort == "tabel":
            yield Regel("tabel", veld.label, teken, hulp, veld=veld)
        elif veld.soort == "meerkeuze":
            if bladen:
                yield Regel("vraagkop", veld.label, teken, hulp, veld=veld)
            yield from (Regel("optie", blad.label, blad=blad, veld=veld) for blad in bladen)
        elif veld.soort == "handtekening":
            for nr, blad in enumerate(bladen):
                yield Regel("veld", bladlabel(blad), "" if nr else teken, "" if nr else hulp, blad, veld)
        else:
            yield from (Regel("veld", veld.label, teken, hulp, blad, veld) for blad in bladen)
