"""The handleiding as plain blocks: what stands there, not yet how Word writes it.

Styles are named as people see them in Word ("List Bullet", "Kadertekst"), never
by their id: a Dutch Word renames the ids when somebody saves the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

TEKST = "Body Text"
AANLOOP = "Aanloop"
"""Text that leads in a list or table and stays with it on the page."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """A piece of running text: character style, link to a bookmark, or a bookmark itself."""

    tekst: str
    stijl: str = ""
    naar: str = ""
    merk: str = ""


Regel = tuple[Stuk, ...]


@dataclass(frozen=True, slots=True)
class Alinea:
    """A paragraph.  Paragraphs with the same ``lijst`` count on; a new one starts at 1."""

    inhoud: Regel
    stijl: str = TEKST
    lijst: str = ""
    nieuwe_pagina: bool = False


@dataclass(frozen=True, slots=True)
class Kop:
    """A heading of level 1 to 3; ``merk`` is a bookmark besides the one for the contents."""

    niveau: int
    inhoud: Regel
    merk: str = ""

    @property
    def tekst(self) -> str:
        """The words of the heading."""
        return "".join(stuk.tekst for stuk in self.inhoud)


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell of a table; ``nadruk`` fills it with the accent colour."""

    alineas: tuple[Alinea, ...]
    nadruk: bool = False


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table; ``breedtes`` are shares of the width of the text."""

    breedtes: tuple[float, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    stijl: str = "Handleidingtabel"
    kopregels: int = 1
    omschrijving: str = ""
    eerste_kolom: bool = False
    versiering: bool = False


@dataclass(frozen=True, slots=True)
class Vorm:
    """A shape of a picture, measured in points; a line runs from (x, y) over (breedte, hoogte)."""

    soort: str
    x: float
    y: float
    breedte: float
    hoogte: float
    vulling: str = ""
    lijn: str = ""
    dikte: float = 1.0
    pijl: bool = False
    streep: bool = False
    regels: tuple[str, ...] = ()
    grootte: float = 9.0
    vet: bool = False
    kleur: str = ""
    links: bool = False


@dataclass(frozen=True, slots=True)
class Tekening:
    """A picture made of shapes, with what it shows in words."""

    vormen: tuple[Vorm, ...]
    breedte: float
    hoogte: float
    omschrijving: str


@dataclass(frozen=True, slots=True)
class Liggend:
    """Blocks on landscape pages."""

    blokken: tuple[Blok, ...] = field(default=())


Blok = Alinea | Kop | Tabel | Tekening | Liggend


def alinea(tekst: str, stijl: str = TEKST, teken: str = "") -> Alinea:
    """Return a paragraph of one piece of text."""
    return Alinea((Stuk(tekst, teken),), stijl)


def alineas(tekst: str, stijl: str = TEKST) -> tuple[Alinea, ...]:
    """Return one paragraph per non-empty line of *tekst*."""
    return tuple(alinea(regel.strip(), stijl) for regel in tekst.splitlines() if regel.strip())


def lijst(teksten: Iterable[str], stijl: str = "List Bullet") -> tuple[Alinea, ...]:
    """Return a bullet paragraph for every text."""
    return tuple(alinea(tekst, stijl) for tekst in teksten)


def cel(*delen: Alinea | str | Regel, stijl: str = "Tabeltekst") -> Cel:
    """Return a cell from texts, pieces and paragraphs; an empty one keeps an empty paragraph."""
    gevuld = tuple(_celalinea(deel, stijl) for deel in delen if deel)
    return Cel(gevuld or (Alinea((), stijl),))


def _celalinea(deel: Alinea | str | Regel, stijl: str) -> Alinea:
    if isinstance(deel, Alinea):
        return deel
    return alinea(deel, stijl) if isinstance(deel, str) else Alinea(deel, stijl)


def koprij(*namen: str) -> tuple[Cel, ...]:
    """Return a header row."""
    return tuple(cel(alinea(naam, "Tabelkop")) for naam in namen)


def is_inhoud(blok: Blok) -> bool:
    """True when a block is something to read, not a heading or the dress of a page."""
    if isinstance(blok, Tabel):
        return not blok.versiering
    if isinstance(blok, Liggend):
        return any(map(is_inhoud, blok.blokken))
    return not isinstance(blok, Kop) and not (isinstance(blok, Alinea) and blok.stijl == "Paginakop")


def zonder_lege_koppen(blokken: Iterable[Blok]) -> list[Blok]:
    """Return the blocks without headings under which nothing stands."""
    behouden: list[Blok] = []
    dekt = 0  # headings above this level have something under them
    for blok in reversed(list(blokken)):
        if isinstance(blok, Kop):
            if blok.niveau > dekt:
                continue
            dekt = blok.niveau - 1
        elif is_inhoud(blok):
            dekt = 9
        behouden.append(blok)
    return behouden[::-1]


def alle_koppen(blokken: Iterable[Blok]) -> Iterator[Kop]:
    """Yield the headings in order, those on landscape pages too."""
    for blok in blokken:
        if isinstance(blok, Kop):
            yield blok
        elif isinstance(blok, Liggend):
            yield from alle_koppen(blok.blokken)
