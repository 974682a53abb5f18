"""A chapter in Markdown made into blocks.

Markdown does the text: headings, paragraphs, lists, bold, italic, tables.  A line
``:::naam`` calls in a part that is made from the inrichting, wherever it stands.  Words in
braces are filled in after parsing, so that a value with ``*`` or ``<`` never becomes markup.
In a chapter of the organisation itself (``streng``) everything that would get lost is a mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from generator.handboek.blokken import AANLOOP, TEKST, Alinea, Blok, Cel, Kop, Regel, Stuk, Tabel
from generator.handboek.boek import Boek
from generator.handboek.fouten import Handboekfout, Hoofdstukfout
from generator.handboek.tekstkeuring import gebreken

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


def lees_markdown(tekst: str, boek: Boek, oproep: Oproep, bestand: str, streng: bool = False) -> list[Blok]:
    """Return the blocks of a chapter; *oproep* makes the part that a ``:::`` line names.

    Raises `Hoofdstukfout` with every mistake: file, line and remedy.
    """
    return _Lezer(boek, oproep, bestand, streng).blokken(tekst)


def lees_passage(tekst: str, boek: Boek) -> list[Blok]:
    """Return the blocks of a passage inside a chapter: it calls in no parts and adds no headings."""
    blokken = _Lezer(boek, None, "").blokken(tekst)
    return [Alinea(_vet(blok.inhoud), AANLOOP) if isinstance(blok, Kop) else blok for blok in blokken]


class _Lezer:
    def __init__(self, boek: Boek, oproep: Oproep | None, bestand: str, streng: bool = False) -> None:
        self._boek, self._oproep, self._bestand, self._streng = boek, oproep, bestand, streng
        self._open: list[tuple[bool, int]] = []  # of every open condition: doesn't it hold, and its line
        self._fouten: list[str] = []

    @property
    def _stil(self) -> bool:
        return any(stil for stil, _ in self._open)

    def blokken(self, tekst: str) -> list[Blok]:
        if self._oproep is None:
            return self._tekst(tekst, 1)
        uit: list[Blok] = []
        for regelnr, deel in _delen(tekst):
            if deel.startswith(OPROEP):
                uit += self._roep(deel, regelnr, self._oproep)
            elif not self._stil:
                uit += self._tekst(deel, regelnr)
        for _, regelnr in self._open:
            self._meld(regelnr, f"‘{OPROEP}als’ heeft geen einde. Zet ‘{OPROEP}eind’ waar het stuk ophoudt.")
        if self._fouten:
            raise Hoofdstukfout(self._fouten)
        return uit

    def _tekst(self, tekst: str, regelnr: int) -> list[Blok]:
        tokens = _tokens(tekst)
        if self._streng:
            for nr, bericht in gebreken(tokens, self._boek.woorden):
                self._meld(regelnr + nr, bericht)
        uit: list[Blok] = []
        plek = 0
        while plek < len(tokens):
            einde = _einde(tokens, plek)
            uit += self._blok(tokens[plek : einde + 1])
            plek = einde + 1
        return uit

    def _meld(self, regelnr: int, bericht: str) -> None:
        self._fouten.append(f"{self._bestand}, regel {regelnr}: {bericht}")

    def _blok(self, deel: Sequence[Token]) -> list[Blok]:
        soort = deel[0].type
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

    def _roep(self, regel: str, regelnr: int, oproep: Oproep) -> list[Blok]:
        naam, _, rest = regel.removeprefix(OPROEP).strip().partition(" ")
        try:
            if naam == "als":
                self._begin(rest.strip(), regelnr)
            elif naam == "eind":
                self._eind()
            elif not self._stil:
                return oproep(naam, rest.strip())
        except Hoofdstukfout as fout:  # from a chapter that is called in here: it says where by itself
            self._fouten += fout.fouten
        except Handboekfout as fout:
            self._meld(regelnr, str(fout))
        return []

    def _begin(self, instelling: str, regelnr: int) -> None:
        self._open.append((not self._boek.aan(instelling), regelnr))
        if self._streng and not self._boek.kent(instelling):
            voorbeeld = f"{OPROEP}als organisatie.minderjarigen"
            raise Handboekfout(f"De instelling ‘{instelling}’ ken ik niet. Schrijf bijvoorbeeld: {voorbeeld}.")

    def _eind(self) -> None:
        if not self._open:
            raise Handboekfout(f"‘{OPROEP}eind’ staat hier zonder ‘{OPROEP}als’. Haal deze regel weg.")
        self._open.pop()

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
        adres = ""
        for kind in token.children or ():
            if kind.type in ("strong_open", "em_open"):
                stijlen.append("Strong" if kind.type == "strong_open" else "Emphasis")
            elif kind.type in ("strong_close", "em_close"):
                stijlen.pop()
            elif kind.type == "link_open":
                adres = "" if kind.markup == "autolink" else str(kind.attrs["href"]).removeprefix("mailto:")
            elif kind.type == "link_close":
                stukken += [Stuk(f" ({adres})")] if adres else []
            elif kind.type == "softbreak":
                stukken.append(Stuk(" "))
            elif kind.type == "hardbreak":
                stukken.append(Stuk("\n"))
            elif kind.content:
                stukken += self._boek.regel(kind.content, stijlen[-1] if stijlen else "")
        return _samen(stukken)


def _delen(tekst: str) -> Iterator[tuple[int, str]]:
    """Yield number of the first line and text of every ``:::`` line and of what stands between."""
    begin, regels = 1, list[str]()
    for nr, regel in enumerate(tekst.split("\n"), 1):
        if not regel.lstrip().startswith(OPROEP):
            regels.append(regel)
            continue
        yield begin, "\n".join(regels)
        yield nr, regel.strip()
        begin, regels = nr + 1, []
    yield begin, "\n".join(regels)


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
