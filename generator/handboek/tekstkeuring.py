"""What would get lost or look odd in a chapter that somebody wrote: said instead of printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.bron import bedoelde
from generator.taal import losse_accolade, onbekende_verwijzingen

if TYPE_CHECKING:
    from markdown_it.token import Token

DIEPSTE_KOP = 3
_HTML = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|!--|!\[|\?)")


def gebreken(tokens: Sequence[Token], woorden: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield line (from 0) and message of every mistake in *tokens*."""
    begin = 0
    for token in tokens:
        begin = token.map[0] if token.map else begin
        if token.type == "heading_open" and int(token.tag[1:]) > DIEPSTE_KOP:
            yield begin, "Een kop heeft hier hoogstens drie hekjes (###)."
        if token.type in ("inline", "fence"):
            eerste = begin + int(token.type == "fence")
            for nr, regel in enumerate(token.content.split("\n"), eerste):
                yield from ((nr, bericht) for bericht in _in_regel(regel, woorden))
        if any(kind.type == "image" for kind in token.children or ()):
            yield begin, "Een plaatje kan hier niet. Beschrijf in woorden wat erop staat."


def _in_regel(regel: str, woorden: Mapping[str, str]) -> Iterator[str]:
    if treffer := _HTML.search(regel):
        yield f"Hier staat HTML: ‘{_kort(treffer[0])}’. Haal dat weg; vet schrijf je als **vet**, schuin als *schuin*."
    for naam in onbekende_verwijzingen(regel, woorden):
        yield f"{{{naam}}} verwijst nergens naar.{bedoelde(naam, woorden) or ' Kijk welke woorden je kunt gebruiken.'}"
    if los := losse_accolade(regel):
        yield f"Hier staat een losse ‘{los}’. Schrijf een woord dat ingevuld wordt zo: {{client}}."


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= 30 else tekst[:29] + "…"
