"""The report on a terminal or in a pipe: what was done, then what needs attention, grouped."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePath
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from generator.dossier import STANDEN
from generator.model import Bestand, Bevinding, Dossier, Ernst, Invulling, Onleesbaar, Rapport, Vindplaats

_KLEUR = {Ernst.FOUT: "bold red", Ernst.WAARSCHUWING: "yellow", Ernst.AANDACHTSPUNT: "cyan"}
_BREED_GENOEG = 100
_REGELS = 32
_KLEINSTE_GROEP = 4
_MEERVOUD = {
    "bestand": "bestanden",
    "dossier": "dossiers",
    "fout": "fouten",
    "waarschuwing": "waarschuwingen",
    "aandachtspunt": "aandachtspunten",
    "bevinding": "bevindingen",
}


def scherm(uit: IO[str] | None = None) -> Console:
    """Return a console: colour and wrapping on a terminal, plain whole lines in a pipe."""
    doel = uit or sys.stdout
    console = Console(file=doel, highlight=False, soft_wrap=not doel.isatty(), emoji=False, markup=False)
    if console.is_terminal:
        console.width = min(console.width, _BREED_GENOEG)
    return console


def toon_rapport(rapport: Rapport, console: Console, alles: bool = False) -> None:
    """Print the report; at most about a screenful, unless *alles*."""
    _gedaan(rapport, console)
    if not rapport.bevindingen:
        console.print(Text("Er is niets gevonden om na te kijken.", style="green"))
    getoond = _bevindingen(rapport, console, alles)
    rest = len(rapport.bevindingen) - getoond
    if rest:
        console.print()
        console.print(f"… en nog {_aantal(rest, 'bevinding')}. Met --alles zie je alles.")
    if alles:
        _niet_gelezen(rapport, console)
        _overgeslagen(rapport, console)


def _aantal(getal: int, woord: str) -> str:
    return f"{getal} {woord if getal == 1 else _MEERVOUD[woord]}"


def _gedaan(rapport: Rapport, console: Console) -> None:
    per_status = Counter(bestand.status for bestand in rapport.bestanden)
    delen = [f"{_aantal(per_status['gelezen'], 'bestand')} gelezen"]
    delen += [f"{per_status[status]} {status}" for status in ("geweigerd", "overgeslagen") if per_status[status]]
    jaar, maand, dag = rapport.peildatum.split("-")
    console.print(Text(rapport.organisatie, style="bold"))
    console.print(f"{', '.join(delen)}; {_aantal(len(rapport.dossiers), 'dossier')}; peildatum {dag}-{maand}-{jaar}.")
    tellingen = [_aantal(rapport.telling(ernst), ernst.value) for ernst in Ernst if rapport.telling(ernst)]
    if tellingen:
        console.print(Text(", ".join(tellingen) + ".", style="bold"))


def _bevindingen(rapport: Rapport, console: Console, alles: bool) -> int:
    """Print findings by dossier and form, as far as there is room; return how many."""
    dossiers = {dossier.nummer: dossier for dossier in rapport.dossiers}
    ruimte = sys.maxsize if alles else _REGELS
    getoond = 0
    for nummer, groep in groupby(rapport.bevindingen, key=lambda deel: deel.dossier):
        if ruimte < _KLEINSTE_GROEP:
            break
        console.print()
        console.print(Text(_dossierkop(nummer, dossiers.get(nummer)), style="bold"))
        ruimte -= 2
        for plek, delen in groupby(groep, key=_waar):
            lijst = sorted(delen, key=lambda deel: -deel.ernst.gewicht)[: max(0, ruimte - 1)]
            if lijst:
                _formulier(plek, lijst, console)
                getoond += len(lijst)
                ruimte -= 1 + len(lijst)
    return getoond


def _dossierkop(nummer: str, dossier: Dossier | None) -> str:
    if dossier is None:
        return f"Dossier {nummer}" if nummer else "Zonder dossier"
    return f"Dossier {nummer}: {STANDEN.get(dossier.stand, dossier.stand)}, cyclus {dossier.cyclus}"


def _waar(deel: Bevinding) -> tuple[str, str]:
    eerste = deel.vindplaatsen[0] if deel.vindplaatsen else Vindplaats("")
    return str(deel.context.get("formulier", "")), eerste.bestand


def _formulier(plek: tuple[str, str], delen: list[Bevinding], console: Console) -> None:
    titel, bestand = plek
    kop = f"{titel} ({PurePath(bestand).name})" if titel else bestand
    console.print(f"  {kop}")
    if console.is_terminal:
        console.print(Padding(_tabel(delen, titel), (0, 0, 0, 4)))
        return
    for deel in delen:
        console.print(f"    {deel.ernst.value} {deel.code}: {_zonder_titel(deel.bericht, titel)}")


def _tabel(delen: Iterable[Bevinding], titel: str) -> Table:
    tabel = Table.grid(padding=(0, 1))
    tabel.add_column(no_wrap=True)
    tabel.add_column(no_wrap=True)
    tabel.add_column(ratio=1)
    for deel in delen:
        tabel.add_row(Text(deel.ernst.value, style=_KLEUR[deel.ernst]), deel.code,
                      Text(_zonder_titel(deel.bericht, titel)))  # fmt: skip
    return tabel


def _zonder_titel(bericht: str, titel: str) -> str:
    """Leave out the title of the form where it stands right above."""
    rest = bericht.removeprefix(f"{titel}: ") if titel else bericht
    return rest[:1].upper() + rest[1:]


def _niet_gelezen(rapport: Rapport, console: Console) -> None:
    overgeslagen = [bestand for bestand in rapport.bestanden if bestand.status == "overgeslagen"]
    if overgeslagen:
        console.print()
        console.print(Text("Overgeslagen bestanden", style="bold"))
    for bestand in overgeslagen:
        console.print(f"  {bestand.pad}: {bestand.reden}")


def _overgeslagen(rapport: Rapport, console: Console) -> None:
    if not rapport.overgeslagen:
        return
    console.print()
    console.print(Text("Niet te beoordelen", style="bold"))
    per_reden: dict[tuple[str, str], list[str]] = {}
    for deel in rapport.overgeslagen:
        per_reden.setdefault((deel.code, deel.reden), []).append(deel.dossier)
    for (code, reden), dossiers in sorted(per_reden.items()):
        namen = [dossier for dossier in dossiers if dossier]
        waar = f" ({', '.join(namen[:5])}{' …' if len(namen) > 5 else ''})" if namen else ""
        console.print(f"  {code}: {reden}{waar}")


# --------------------------------------------------------------------------
# What one file says


def toon_lezing(bestand: Bestand, console: Console) -> None:
    """Print what a returned form says: per leaf its value and the route to it."""
    deel = bestand.invulling
    if deel is None:
        console.print(Text(f"{bestand.pad}: {bestand.status}", style="bold"))
        console.print(f"  {bestand.reden}")
        return
    console.print(Text(f"{deel.formulier} ({bestand.pad})", style="bold"))
    console.print(f"  {_wie(deel)}")
    for antwoord in deel.antwoorden:
        console.print(f"  {antwoord.sleutel} = {_toon(antwoord.waarde)}   [{antwoord.vindplaats.route}]")
    for sleutel in deel.niet_gevonden:
        console.print(f"  {sleutel}: niet teruggevonden in het bestand")
    for regel in _meldingen(deel):
        console.print(f"  {regel}")


def _wie(deel: Invulling) -> str:
    cyclus = f", cyclus {deel.cyclus}" if deel.cyclus else ""
    return f"dossier {deel.dossier or 'onbekend'}{cyclus}, versie {deel.versie or 'onbekend'}"


def _toon(waarde: object) -> str:
    if isinstance(waarde, Onleesbaar):
        return f"{waarde.ruw} (niet te lezen: {waarde.reden})"
    if isinstance(waarde, (tuple, list)):
        return ", ".join(map(_toon, waarde))
    return str(waarde).replace("\n", " / ")


def _meldingen(deel: Invulling) -> Iterator[str]:
    from generator.formats.meldingen import bericht_van

    for melding in deel.meldingen:
        yield f"{melding.code}: {bericht_van(melding)}"
