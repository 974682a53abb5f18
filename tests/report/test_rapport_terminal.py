"""The report on a screen: what was done first, then what needs attention, and not too much of it."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from generator.model import Bestand, Bevinding, Dossier, Ernst, Overgeslagen, Rapport, Vindplaats
from generator.report.terminal import scherm, toon_rapport

LEEG = Rapport(inrichting="x", organisatie="De Proef", peildatum="2026-09-20", bestanden=(), dossiers=(),
               bevindingen=(), uitgevoerd=(), overgeslagen=())  # fmt: skip


def bevinding(nr: int, dossier: str = "D-1", ernst: Ernst = Ernst.FOUT) -> Bevinding:
    bericht = f"Plan: ‘Veld {nr}’ is nog leeg. " + "Vul het in. " * 10
    return Bevinding(code="R01", titel="t", ernst=ernst, bericht=bericht,
                     vindplaatsen=(Vindplaats(f"map/plan{nr}.docx", formulier="plan"),), dossier=dossier,
                     context={"formulier": "Plan"})  # fmt: skip


def toon(rapport: Rapport, alles: bool = False) -> str:
    uit = io.StringIO()
    toon_rapport(rapport, scherm(uit), alles)
    return uit.getvalue()


def test_niets_gevonden() -> None:
    uit = toon(replace(LEEG, bestanden=(Bestand(pad="a", status="gelezen"),)))
    assert uit.splitlines() == [
        "De Proef",
        "1 bestand gelezen; 0 dossiers; peildatum 20-09-2026.",
        "Er is niets gevonden om na te kijken.",
    ]


def test_per_dossier_en_formulier_zonder_titel_dubbel() -> None:
    dossier = Dossier(nummer="D-1", invullingen=(), stand="kern", fase="planning", cyclus=2)
    uit = toon(replace(LEEG, dossiers=(dossier,), bevindingen=(bevinding(1), bevinding(2, "D-2", Ernst.WAARSCHUWING))))
    assert "1 fout, 1 waarschuwing." in uit
    assert "Dossier D-1: in de kern van het traject, cyclus 2" in uit
    assert "  Plan (plan1.docx)" in uit
    assert "    fout R01: ‘Veld 1’ is nog leeg." in uit
    assert all(len(regel.splitlines()) <= 1 for regel in uit.split("\n"))
    assert "\x1b" not in uit


def test_hooguit_een_scherm_tenzij_alles() -> None:
    rapport = replace(LEEG, bevindingen=tuple(bevinding(nr) for nr in range(60)))
    kort, lang = toon(rapport), toon(rapport, alles=True)
    assert len(kort.splitlines()) <= 40
    assert "… en nog 45 bevindingen. Met --alles zie je alles." in kort
    assert lang.count("fout R01") == 60


def test_alles_noemt_ook_wat_overgeslagen_is() -> None:
    rapport = replace(
        LEEG,
        bestanden=(Bestand(pad="a/~$b.docx", status="overgeslagen", reden="Slotbestand."),),
        overgeslagen=tuple(
            Overgeslagen(code="R41", dossier=f"D-{nr}", reden="er is nog geen evaluatie") for nr in range(7)
        ),
    )
    uit = toon(rapport, alles=True)
    assert "a/~$b.docx: Slotbestand." in uit
    assert "R41: er is nog geen evaluatie (D-0, D-1, D-2, D-3, D-4 …)" in uit
    assert "R41" not in toon(rapport)


def test_op_een_scherm_met_kleur_en_kolommen() -> None:
    uit = io.StringIO()
    console = Console(file=uit, force_terminal=True, width=80, markup=False, highlight=False)
    toon_rapport(replace(LEEG, bevindingen=(bevinding(1), bevinding(2))), console)
    assert "\x1b[" in uit.getvalue()
    assert max(map(len, uit.getvalue().splitlines())) < 140


def test_haken_in_namen_zijn_geen_opmaak() -> None:
    rapport = replace(LEEG, organisatie="[red]X[/red]", bevindingen=(replace(bevinding(1), bericht="[bold]niet[/]"),))
    assert "[red]X[/red]" in toon(rapport)
    assert "[bold]niet[/]" in toon(rapport)
