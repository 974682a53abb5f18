"""What a code means, on a terminal or in a pipe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from generator.model import Uitleg

_VOORBEELD = re.compile(r"\s*\n(?=(?:Slecht|Goed):)")


def toon_uitleg(deel: Uitleg, console: Console) -> None:
    """Print the explanation of one code."""
    console.print(Text(f"{deel.code} {deel.titel}", style="bold"))
    console.print(f"Weegt als {deel.ernst.value}; gaat over {deel.kijkt}.")
    console.print()
    for alinea in _alineas(deel.wanneer):
        console.print(Text(alinea))
    _blok("Afspraken", [f"{naam}: {waarde}" if waarde else naam for naam, waarde in deel.parameters], console)
    if deel.parameters and not any(waarde for _, waarde in deel.parameters):
        console.print("  Met --inrichting zie je wat er bij jullie staat.")
    _blok("Wat je in het rapport leest", deel.meldingen, console)
    staart = [deel.uit, f"Bron: {deel.bron}." if deel.bron else ""]
    if any(staart):
        console.print()
    for zin in filter(None, staart):
        console.print(Text(zin))


def _alineas(tekst: str) -> Iterator[str]:
    """Yield paragraphs as one line each; an example is a paragraph."""
    for deel in re.split(r"\n\s*\n", _VOORBEELD.sub("\n\n", tekst)):
        yield " ".join(deel.split())


def _blok(kop: str, regels: Sequence[str], console: Console) -> None:
    if not regels:
        return
    console.print()
    console.print(Text(kop, style="bold"))
    for regel in regels:
        console.print(Padding(Text(regel), (0, 0, 0, 2)) if console.is_terminal else f"  {regel}")
