"""A chapter in Markdown made into blocks.

Markdown does the text: headings, paragraphs, lists, bold, italic, tables.  A line
``:::naam`` calls in a part that is made from the inrichting.  Words in braces are
filled in after parsing, so that a value with ``*`` or ``<`` never becomes markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from generator.handboek.blokken import AANLOOP, TEKST, Alinea, Blok, Cel, Kop, Regel, Stuk, Tabel
from generator.handboek.boek import Boek
from generator.handboek.fouten import Handboekfout

if TYPE_CHECKING:
    from markdown_it.token import Token

Oproep = Callable[[str, str], list[Blok]]
OPROEP = ":::"
_lijstnummers = count(1)


@cache
def _tokens(tekst: str) -> tuple[Token, ...]:
    from markdown_it import MarkdownIt

    lezer = MarkdownIt("commonmark", {"html": False}).disable(["html_block", "html_inline", "code"]).enable("table")
    return tuple(lezer.parse(tekst))


def lees_markdown(tekst: str, boek: Boek, oproep: Oproep, bestand: str) -> list[Blok]:
    """Return the blocks of a chapter; *oproep* makes the part that a ``:::`` line names."""
    return _Lezer(boek, oproep, bestand).blokken(tekst)


def lees_passage(tekst: str, boek: Boek) -> list[Blok]:
    """Return the blocks of a passage inside a chapter: it calls in no parts and adds no headings."""
    blokken = _Lezer(boek, None, "").blokken(tekst)
    return [Alinea(_vet(blok.inhoud), AANLOOP) if isinstance(blok, Kop) else blok for blok in blokken]


class _Lezer:
    def __init__(self, boek: Boek, oproep: Oproep | None, bestand: str) -> None:
        self._boek, self._oproep, self._bestand = boek, oproep, bestand
        self._stil = 0  # how many conditions that don't hold we are inside of
        self._open: list[bool] = []

    def blokken(self, tekst: str) -> list[Blok]:
        tokens = _tokens(tekst)
        uit: list[Blok] = []
        plek = 0
        while plek < len(tokens):
            einde = _einde(tokens, plek)
            uit += self._blok(tokens[plek : einde + 1])
            plek = einde + 1
        return uit

    def _blok(self, deel: Sequence[Token]) -> list[Blok]:
        soort = deel[0].type
        if self._oproep is not None and soort == "paragraph_open" and deel[1].content.startswith(OPROEP):
            return [blok for regel in deel[1].content.splitlines() for blok in self._roep(regel, self._oproep)]
        if self._stil:
            return []
        if soort == "heading_open":
            return [Kop(int(deel[0].tag[1:]), self._regel(deel[1]))]
        if soort == "paragraph_open":
            return [Alinea(self._regel(deel[1]), AANLOOP if deel[1].content.rstrip("*").endswith(":") else TEKST)]
        if soort in ("bullet_list_open", "ordered_list_open"):
            return list(self._lijst(deel, 0))
        if soort == "table_open":
            return [self._tabel(deel)]
        if soort == "blockquote_open":
            return [Alinea(self._regel(t), "Aanhef") for t in deel if t.type == "inline"]
        # Anything else, such as a block of code, is text as it was typed.
        return [Alinea((Stuk(self._boek.tekst(token.content.strip())),)) for token in deel if token.content.strip()]

    def _roep(self, regel: str, oproep: Oproep) -> list[Blok]:
        naam, _, rest = regel.removeprefix(OPROEP).strip().partition(" ")
        if naam not in ("als", "eind"):
            return [] if self._stil else oproep(naam, rest.strip())
        if naam == "als":
            self._open.append(not self._boek.aan(rest.strip()))
        elif not self._open:
            raise self._fout(f"‘{OPROEP}eind’ staat hier zonder ‘{OPROEP}als’.")
        else:
            self._open.pop()
        self._stil = sum(self._open)
        return []

    def _lijst(self, deel: Sequence[Token], diepte: int) -> Iterator[Alinea]:
        genummerd = deel[0].type.startswith("ordered")
        stijl = "List Number" if genummerd else ("List Bullet", "List Bullet 2")[min(diepte, 1)]
        naam = f"md{next(_lijstnummers)}" if genummerd else ""
        plek, eerste = 1, True
        while plek < len(deel) - 1:
            token = deel[plek]
            if token.type == "list_item_open":
                eerste = True
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                einde = plek + _einde(deel[plek:], 0)
                yield from self._lijst(deel[plek : einde + 1], diepte + 1)
                plek = einde
            elif token.type == "inline":
                yield Alinea(self._regel(token), stijl if eerste else TEKST, naam if eerste else "")
                eerste = False
            plek += 1

    def _tabel(self, deel: Sequence[Token]) -> Tabel:
        rijen: list[list[Cel]] = []
        for token in deel:
            if token.type == "tr_open":
                rijen.append([])
            elif token.type == "inline":
                stijl = "Tabelkop" if len(rijen) == 1 else "Tabeltekst"
                rijen[-1].append(Cel((Alinea(self._regel(token), stijl),)))
        breedtes = _aandelen(rijen)
        return Tabel(breedtes, tuple(map(tuple, rijen)))

    def _regel(self, token: Token) -> Regel:
        stukken: list[Stuk] = []
        stijlen: list[str] = []
        for kind in token.children or ():
            if kind.type in ("strong_open", "em_open"):
                stijlen.append("Strong" if kind.type == "strong_open" else "Emphasis")
            elif kind.type in ("strong_close", "em_close"):
                stijlen.pop()
            elif kind.type == "softbreak":
                stukken.append(Stuk(" "))
            elif kind.type == "hardbreak":
                stukken.append(Stuk("\n"))
            elif kind.content:
                stukken += self._boek.regel(kind.content, stijlen[-1] if stijlen else "")
        return _samen(stukken)

    def _fout(self, bericht: str) -> Handboekfout:
        return Handboekfout(f"{self._bestand}: {bericht}")


def _vet(regel: Regel) -> Regel:
    return tuple(Stuk(stuk.tekst, stuk.stijl or "Strong", stuk.naar) for stuk in regel)


def _samen(stukken: list[Stuk]) -> Regel:
    """Join neighbours of one style: fewer runs, easier to edit in Word."""
    uit: list[Stuk] = []
    for stuk in stukken:
        if uit and (uit[-1].stijl, uit[-1].naar, stuk.naar) == (stuk.stijl, "", ""):
            uit[-1] = Stuk(uit[-1].tekst + stuk.tekst, stuk.stijl)
        else:
            uit.append(stuk)
    return tuple(uit)


def _einde(tokens: Sequence[Token], plek: int) -> int:
    """Return the place of the token that closes the one at *plek*."""
    diepte = 0
    for nr in range(plek, len(tokens)):
        diepte += tokens[nr].nesting
        if diepte <= 0:
            return nr
    return len(tokens) - 1


def _aandelen(rijen: Sequence[Sequence[Cel]]) -> tuple[float, ...]:
    """Give each column room by the text in it, within bounds."""
    kolommen = zip(*rijen, strict=False)
    lengtes = [max(sum(len(s.tekst) for a in deel.alineas for s in a.inhoud) for deel in kolom) for kolom in kolommen]
    return tuple(min(max(lengte, 12), 48) ** 0.8 for lengte in lengtes)
