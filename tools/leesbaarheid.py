"""How easy the Dutch of achtfasen reads: sentence length, word length and the score of Flesch-Douma.

Usage: python tools/leesbaarheid.py    (prints a table; docs/leesbaarheid.md is that table)

The score is 206.84 - 0.93 × words per sentence - 77 × syllables per word (W.H. Douma, 1960). As a rule of thumb
60 and up is plain language (B1), 45 to 60 is newspaper Dutch. It counts lengths only: whether a text is
kind and clear takes a reader.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from generator import content
from generator.bron import lees_yaml
from generator.checks.berichten import BERICHTEN, REDENEN
from generator.formats.meldingen import LEESMELDINGEN
from generator.formulier import definities, kopvelden
from generator.inrichting import alle_teksten

_ZIN = re.compile(r"(?<=[.!?…])\s+|\n+")
_WOORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# Two vowels are one sound, unless a trema parts them.
_KLANK = re.compile(r"aai|ooi|oei|eeuw|ieuw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyáéíóúàèäëïöü]")
_OPMAAK = re.compile(r"<!--[\s\S]*?-->|^:::.*$|[*`#>]|\[([^\]]*)\]\([^)]*\)", re.MULTILINE)
# A line that goes on where the one above it stopped.
_VERVOLGREGEL = re.compile(r"\n(?!\s*(?:[-*#|:>\n]|\d+\.|$))")
_VERWIJZING = re.compile(r"\{[^{}]*\}")
# Left out: keys, sources and words that are names of things, not sentences.
_GEEN_TEKST = {"bron", "sleutel", "vervolg", "synoniemen", "basisgebied", "soort", "parameter", "schema", "voorstel"}
ZIN_LANG = 30


@dataclass(frozen=True, slots=True)
class Maat:
    """The measures of a text: sentences, words, syllables, and its longest sentence in words."""

    naam: str
    zinnen: int
    woorden: int
    klanken: int
    langste: int

    @property
    def zinslengte(self) -> float:
        """Words per sentence."""
        return self.woorden / max(1, self.zinnen)

    @property
    def score(self) -> float:
        """The reading ease of Flesch-Douma; higher reads easier."""
        return 206.84 - 0.93 * self.zinslengte - 77 * self.klanken / max(1, self.woorden)


def klanken(woord: str) -> int:
    """Return the number of syllables of a Dutch word, counted by its vowels."""
    return max(1, len(_KLANK.findall(woord.lower())))


def zinnen(tekst: str) -> list[list[str]]:
    """Return the sentences of a text as lists of words; a reference in braces counts as one plain word."""
    kaal = _VERWIJZING.sub("dingen", _OPMAAK.sub(r"\1", tekst))
    return [woorden for zin in _ZIN.split(kaal) if (woorden := _WOORD.findall(zin))]


def meet(naam: str, teksten: Iterable[str]) -> Maat:
    """Return the measures of *teksten* together; headings and loose labels of one or two words don't count."""
    alle = [zin for tekst in teksten for zin in zinnen(tekst) if len(zin) > 2]
    woorden = [woord for zin in alle for woord in zin]
    return Maat(naam, len(alle), len(woorden), sum(map(klanken, woorden)), max(map(len, alle), default=0))


def bronnen() -> Iterator[tuple[str, list[str]]]:
    """Yield every part of what users read: its name and its texts."""
    for pad in sorted(content.hoofdstukken().rglob("*.md")):
        tekst = pad.read_text(encoding="utf-8")
        yield f"handleiding/{pad.relative_to(content.hoofdstukken())}", [_lopende_tekst(tekst)]
    yield "de kop van formulieren", [*_teksten((kopvelden(), kopvelden("organisatie")))]
    for sleutel, formulier in definities().items():
        yield f"formulier {sleutel}", [*_teksten(formulier)]
    for naam, pad in content.uitgangsmodellen().items():
        yield f"uitgangsmodel {naam}", [*_bladen(lees_yaml(pad).gegevens)]
    yield "meldingen van regels", [tekst for delen in BERICHTEN.values() for tekst in delen.values()]
    yield "meldingen bij het lezen", [soort.tekst for soort in LEESMELDINGEN.values()]
    yield "redenen van overslaan", [*REDENEN.values()]


def _lopende_tekst(tekst: str) -> str:
    """Return a chapter without its tables and calls, each paragraph on one line."""
    regels = [regel for regel in tekst.splitlines() if not regel.startswith(("|", ":::"))]
    return _VERVOLGREGEL.sub(" ", "\n".join(regels))


def _teksten(record: Any) -> Iterator[str]:
    for pad, tekst in alle_teksten(record, ()):
        if not _GEEN_TEKST.intersection(map(str, pad)):
            yield tekst


def _bladen(gegevens: Any) -> Iterator[str]:
    if isinstance(gegevens, dict):
        for sleutel, deel in gegevens.items():
            if sleutel not in _GEEN_TEKST:
                yield from _bladen(deel)
    elif isinstance(gegevens, list):
        for deel in gegevens:
            yield from _bladen(deel)
    elif isinstance(gegevens, str):
        yield gegevens


def lange_zinnen(teksten: Iterable[str]) -> list[str]:
    """Return the sentences that are longer than anyone should have to read."""
    return [" ".join(zin) for tekst in teksten for zin in zinnen(tekst) if len(zin) > ZIN_LANG]


def tabel() -> str:
    """Return the measures of every part as a Markdown table, the hardest part last."""
    maten = sorted((meet(naam, teksten) for naam, teksten in bronnen()), key=lambda maat: -maat.score)
    heel = meet("**alles samen**", [tekst for _, teksten in bronnen() for tekst in teksten])
    kop = "| Deel | Woorden | Woorden per zin | Langste zin | Score |\n|---|---:|---:|---:|---:|\n"
    return kop + "".join(
        f"| {m.naam} | {m.woorden} | {m.zinslengte:.1f} | {m.langste} | {m.score:.0f} |\n" for m in (heel, *maten)
    )


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(tabel())
    for deel, inhoud in bronnen():
        for lang in lange_zinnen(inhoud):
            print(f"lang: {deel}: {lang}", file=sys.stderr)
