"""The report on a terminal or in a pipe: what was done, then what needs attention, grouped."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import IO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from generator.dossier import STANDEN
from generator.model import Bestand, Bevinding, Dossier, Ernst, Invulling, Onleesbaar, Rapport
from generator.report.samenvatting import Samengevat, op_gewicht, per_plek, tellingen, vaakst, vat_samen

_KLEUR = {Ernst.FOUT: "bold red", Ernst.WAARSCHUWING: "yellow", Ernst.AANDACHTSPUNT: "cyan"}
_BREED_GENOEG = 100
_REGELS = 32
_KLEINSTE_GROEP = 4
_PER_DOSSIER = 8
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
        console.print(Text(_niets(rapport), style="green"))
    over_de_run = [deel for deel in rapport.bevindingen if deel.code.startswith("A")]
    andere = [deel for deel in rapport.bevindingen if not deel.code.startswith("A")]
    ruimte = sys.maxsize if alles else _REGELS
    ruimte, meldingen = _over_de_run(over_de_run, console, ruimte, alles)
    samen, los = ([], andere) if alles else vat_samen(andere)
    ruimte -= _samengevat(samen, console)
    verborgen = _bevindingen(los, rapport, console, ruimte)
    _en_nog([*meldingen, *verborgen], rapport, console)
    if alles:
        _geaccepteerd(rapport, console)
        _niet_gelezen(rapport, console)
        _overgeslagen(rapport, console)


def _niets(rapport: Rapport) -> str:
    if rapport.keuze is not None and any(rapport.keuze.weggelaten.values()):
        return "Met deze keuze van codes is er niets gevonden om na te kijken."
    return "Er is niets gevonden om na te kijken."


def _en_nog(verborgen: Sequence[Bevinding], rapport: Rapport, console: Console) -> None:
    """Say how much does not fit, and what is most of it."""
    if not verborgen:
        return
    dossiers = len({deel.dossier for deel in verborgen})
    waar = f" bij {_aantal(dossiers, 'dossier')}" if len(rapport.dossiers) > 1 and dossiers > 1 else ""
    console.print()
    console.print(f"… en nog {_aantal(len(verborgen), 'bevinding')}{waar}. Met --alles zie je alles.")
    if len({deel.code for deel in rapport.bevindingen}) > 1:
        console.print(f"Het vaakst: {vaakst(rapport.bevindingen)}. Met --alleen kijk je naar een deel.")


def _aantal(getal: int, woord: str) -> str:
    return f"{getal} {woord if getal == 1 else _MEERVOUD[woord]}"


def _gedaan(rapport: Rapport, console: Console) -> None:
    per_status = Counter(bestand.status for bestand in rapport.bestanden)
    delen = [f"{_aantal(per_status['gelezen'], 'bestand')} gelezen"]
    delen += [f"{per_status[status]} {status}" for status in ("geweigerd", "overgeslagen") if per_status[status]]
    jaar, maand, dag = rapport.peildatum.split("-")
    console.print(Text(rapport.organisatie, style="bold"))
    console.print(f"{', '.join(delen)}; {_aantal(len(rapport.dossiers), 'dossier')}; peildatum {dag}-{maand}-{jaar}.")
    if samen := _geteld(rapport.bevindingen):
        console.print(Text(f"{samen}.", style="bold"))
    if rapport.geaccepteerd:
        console.print(f"geaccepteerd: {len(rapport.geaccepteerd)}.")
    _keuze(rapport, console)


def _geteld(bevindingen: Sequence[Bevinding]) -> str:
    return ", ".join(_aantal(getal, ernst.value) for ernst, getal in tellingen(bevindingen).items() if getal)


def _keuze(rapport: Rapport, console: Console) -> None:
    """Say which codes were asked for, and what that leaves out."""
    if (keuze := rapport.keuze) is None:
        return
    delen = [f"alleen {', '.join(keuze.alleen)}"] if keuze.alleen else []
    delen += [f"zonder {', '.join(keuze.negeer)}"] if keuze.negeer else []
    weg = ", ".join(_aantal(getal, woord) for woord, getal in keuze.weggelaten.items() if getal)
    gekozen = " en ".join(delen)
    console.print(f"{gekozen[:1].upper()}{gekozen[1:]}. Niet getoond en niet geteld: {weg or 'niets'}.")


def _over_de_run(
    bevindingen: Sequence[Bevinding], console: Console, ruimte: int, alles: bool
) -> tuple[int, list[Bevinding]]:
    """Print what is about the run itself; return the room that is left and what did not fit."""
    samen, los = ([], list(bevindingen)) if alles else vat_samen(bevindingen)
    regels = [(deel.ernst, deel.code, deel.zin) for deel in samen]
    passend, rest = los[: max(1, ruimte // 2)], los[max(1, ruimte // 2) :]
    regels = [(deel.ernst, deel.code, _met_plek(deel)) for deel in passend] + regels
    return ruimte - _zinnen(regels, "Over het nakijken zelf", console), rest


def _met_plek(deel: Bevinding) -> str:
    plek = deel.vindplaatsen[0] if deel.vindplaatsen else None
    return f"{PurePath(plek.bestand).name}, {plek.plek}: {deel.bericht}" if plek and plek.plek else deel.bericht


def _samengevat(samen: Sequence[Samengevat], console: Console) -> int:
    return _zinnen([(deel.ernst, deel.code, deel.zin) for deel in samen], "Vaak hetzelfde", console)


def _zinnen(regels: Sequence[tuple[Ernst, str, str]], kop: str, console: Console) -> int:
    """Print sentences under a heading; return how many lines that takes."""
    if not regels:
        return 0
    console.print()
    console.print(Text(kop, style="bold"))
    _regels(regels, console, 2)
    return 2 + len(regels)


def _regels(regels: Iterable[tuple[Ernst, str, str]], console: Console, inspringen: int) -> None:
    """Print weight, code and sentence: in columns on a terminal, as whole lines in a pipe."""
    if console.is_terminal:
        console.print(Padding(_tabel(regels), (0, 0, 0, inspringen)))
        return
    for ernst, code, zin in regels:
        console.print(f"{' ' * inspringen}{ernst.value} {code}: {zin}")


def _bevindingen(bevindingen: Sequence[Bevinding], rapport: Rapport, console: Console, ruimte: int) -> list[Bevinding]:
    """Print findings by dossier and form, worst first, as far as there is room; return the others."""
    dossiers = {dossier.nummer: dossier for dossier in rapport.dossiers}
    verborgen: list[Bevinding] = []
    groepen = list(op_gewicht(bevindingen))
    per_dossier = sys.maxsize if len(groepen) == 1 or ruimte > _REGELS else _PER_DOSSIER
    if sum(2 + len(groep) + len(list(per_plek(groep))) for _, groep in groepen) <= ruimte:
        per_dossier = sys.maxsize
    for nummer, groep in groepen:
        if ruimte < _KLEINSTE_GROEP:
            verborgen += groep
            continue
        console.print()
        kop = f"{_dossierkop(nummer, dossiers.get(nummer))} ({_geteld(groep)})"
        console.print(Text(kop, style="bold"))
        regels, rest = _dossier(groep, console, min(ruimte - 2, per_dossier))
        ruimte -= 2 + regels
        verborgen += rest
    return verborgen


def _dossier(groep: Sequence[Bevinding], console: Console, ruimte: int) -> tuple[int, list[Bevinding]]:
    """Print the findings of one dossier; return how many lines that took, and what did not fit."""
    rest: list[Bevinding] = []
    begin = ruimte
    # sorted() keeps forms of equal weight in order of the dossier.
    for plek, delen in sorted(per_plek(groep), key=lambda paar: -paar[1][0].ernst.gewicht):
        lijst = delen[: max(0, ruimte - 1)]
        rest += delen[len(lijst) :]
        if lijst:
            _formulier(plek, lijst, console)
            ruimte -= 1 + len(lijst)
    if rest and begin == _PER_DOSSIER:
        console.print(f"  … en nog {len(rest)} in dit dossier")
        ruimte -= 1
    return begin - ruimte, rest


def _dossierkop(nummer: str, dossier: Dossier | None) -> str:
    if dossier is None:
        return f"Dossier {nummer}" if nummer else "Zonder dossier"
    return f"Dossier {nummer}: {STANDEN.get(dossier.stand, dossier.stand)}, cyclus {dossier.cyclus}"


def _formulier(plek: tuple[str, str], delen: Sequence[Bevinding], console: Console) -> None:
    titel, bestand = plek
    kop = f"{titel} ({PurePath(bestand).name})" if titel else bestand
    console.print(f"  {kop}")
    _regels([(deel.ernst, deel.code, _zonder_titel(deel.bericht, titel)) for deel in delen], console, 4)


def _tabel(regels: Iterable[tuple[Ernst, str, str]]) -> Table:
    tabel = Table.grid(padding=(0, 1))
    tabel.add_column(no_wrap=True)
    tabel.add_column(no_wrap=True)
    tabel.add_column(ratio=1)
    for ernst, code, zin in regels:
        tabel.add_row(Text(ernst.value, style=_KLEUR[ernst]), code, Text(zin))
    return tabel


def _zonder_titel(bericht: str, titel: str) -> str:
    """Leave out the title of the form where it stands right above."""
    rest = bericht.removeprefix(f"{titel}: ") if titel else bericht
    return rest[:1].upper() + rest[1:]


def _geaccepteerd(rapport: Rapport, console: Console) -> None:
    if not rapport.geaccepteerd:
        return
    console.print()
    console.print(Text("Geaccepteerd", style="bold"))
    for deel in rapport.geaccepteerd:
        jaar, maand, dag = deel.tot.split("-")
        door = f", door {deel.door}" if deel.door else ""
        bevinding = deel.bevinding
        console.print(f"  Dossier {bevinding.dossier}, {bevinding.code}: {bevinding.bericht}")
        console.print(f"    Reden: {deel.reden} (tot en met {dag}-{maand}-{jaar}{door})")


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
