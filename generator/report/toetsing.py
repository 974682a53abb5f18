"""What `toets` found, on a terminal or in a pipe: what was looked at, findings by weight, a summary."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import PurePath

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from generator.model import Bevinding, Ernst, Rapport, Vindplaats

_KOP = {Ernst.FOUT: "Fouten", Ernst.WAARSCHUWING: "Waarschuwingen", Ernst.AANDACHTSPUNT: "Aandachtspunten"}
_MEERVOUD = {"fout": "fouten", "waarschuwing": "waarschuwingen", "aandachtspunt": "aandachtspunten"}
_KLEUR = {Ernst.FOUT: "bold red", Ernst.WAARSCHUWING: "yellow", Ernst.AANDACHTSPUNT: "cyan"}
_OOK = 4


def toon_toetsing(rapport: Rapport, bekeken: Sequence[str], console: Console) -> None:
    """Print the outcome; *bekeken* says in sentences what was looked at."""
    console.print(Text(rapport.organisatie, style="bold"))
    for zin in bekeken:
        console.print(zin)
    for ernst, groep in groupby(rapport.bevindingen, key=lambda deel: deel.ernst):
        console.print()
        console.print(Text(_KOP[ernst], style=_KLEUR[ernst]))
        for bevinding in groep:
            _toon(bevinding, console)
    _niet_getoetst(rapport, console)
    console.print()
    console.print(Text(_samen(rapport), style="bold"))


def _toon(deel: Bevinding, console: Console) -> None:
    waar = waar_staat(deel.vindplaatsen[0]) if deel.vindplaatsen else ""
    kop = f"  {deel.code} {deel.ernst.value}{f' · {waar}' if waar else ''}:"
    if console.is_terminal:
        console.print(Text(kop, style=_KLEUR[deel.ernst]))
        console.print(Padding(Text(deel.bericht), (0, 0, 0, 6)))
    else:
        console.print(f"{kop} {deel.bericht}")
    if ook := [waar_staat(plek) for plek in deel.vindplaatsen[1 : 1 + _OOK]]:
        rest = len(deel.vindplaatsen) - 1 - len(ook)
        console.print(f"      ook: {'; '.join(ook)}{f'; en nog {rest}' if rest else ''}")


def waar_staat(plek: Vindplaats) -> str:
    """Return ``inrichting.yaml, regel 212 (fasen[2].besluiten[3])``."""
    sleutel = plek.veld if plek.plek.endswith(plek.veld) else ""
    woorden = plek.plek.removesuffix(sleutel).rstrip(", ") if sleutel else plek.plek
    delen = ", ".join(filter(None, (PurePath(plek.bestand).name, woorden)))
    return f"{delen} ({sleutel})" if sleutel and delen else delen or sleutel


def _niet_getoetst(rapport: Rapport, console: Console) -> None:
    redenen = [f"{deel.code}: {deel.reden}" for deel in rapport.overgeslagen]
    redenen += [f"{PurePath(b.pad).name}: {b.reden}" for b in rapport.bestanden if b.status == "overgeslagen"]
    if redenen:
        console.print()
        console.print(Text("Niet bekeken", style="bold"))
    for reden in redenen:
        console.print(f"  {reden}")


def _samen(rapport: Rapport) -> str:
    tellingen = [(rapport.telling(ernst), ernst.value) for ernst in Ernst]
    delen = [f"{getal} {woord if getal == 1 else _MEERVOUD[woord]}" for getal, woord in tellingen if getal]
    samen = f"Gevonden: {', '.join(delen)}." if delen else "Er is niets gevonden om na te kijken."
    if rapport.geldig:
        return f"{samen} Deze inrichting is te gebruiken."
    return f"{samen} Los de fouten op voor je de handleiding en de formulieren gebruikt."
