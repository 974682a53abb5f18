"""``toets``: an inrichting, held against the rules about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import content
from generator.bron import Bron, lees_yaml
from generator.opdrachten.fout import Opdrachtfout
from generator.opdrachten.lezen import verleden_van, vroegere_versies

if TYPE_CHECKING:
    from generator.model import Bestand, Formulier, Inrichting, Rapport
    from generator.versies import Verleden


def toets_inrichting(
    naam: str, peildatum: date, *, ingevuld: Sequence[Path] = (), vorige: str | None = None
) -> tuple[Rapport, list[str]]:
    """Hold an inrichting against the rules about it; return the report, and in sentences what was looked at.

    *ingevuld* are returned forms of the organisation itself; *vorige* is an earlier inrichting.
    """
    from generator.checks import InrichtingBlik
    from generator.checks import toets as toets_regels
    from generator.organisatie import bron_van, controleer_organisatie, thuis_van

    bron = bron_van(naam)
    rauw = controleer_organisatie(bron)
    # Its own file, also when a folder of that name stands right here.
    model = content.uitgangsmodellen().get(rauw.uitgangsmodel)
    blik = InrichtingBlik.op(
        rauw,
        peildatum,
        bron=bron,
        hoofdstukken=_eigen_hoofdstukken(thuis_van(bron)),
        vorige=controleer_organisatie(bron_van(vorige)) if vorige else None,
        model=controleer_organisatie(lees_yaml(model)) if model else None,
    )
    _hoofdstukken_kloppen(rauw, blik.formulieren, thuis_van(bron))
    bestanden = _van_organisatie(ingevuld, blik.formulieren, verleden_van(naam))
    blik = replace(blik, invullingen=tuple(b.invulling for b in bestanden if b.status == "gelezen" and b.invulling))
    rapport = toets_regels(blik, bestanden=bestanden, naam=naam)
    return rapport, _bekeken(rapport, rauw, bron, len(blik.hoofdstukken), vorige)


def _eigen_hoofdstukken(thuis: Path | None) -> tuple[tuple[str, str], ...]:
    """Return file and text of the chapters that an organisation has beside its inrichting."""
    from generator.handboek import Handboekfout
    from generator.handboek.hoofdstukken import Hoofdstukkenmap

    try:
        kaart = Hoofdstukkenmap.bij(thuis)
        map_ = kaart.eigen
        namen = [pad.relative_to(map_).as_posix() for pad in sorted(map_.rglob("*.md"))] if map_ else []
        gelezen = [kaart.lees(naam) for naam in namen if kaart.heeft(naam)]
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout
    return tuple((deel.plek, deel.tekst) for deel in gelezen if deel.eigen)


def _hoofdstukken_kloppen(inrichting: Inrichting, formulieren: Mapping[str, Formulier], thuis: Path | None) -> None:
    """Read the chapters as `maak` does: what would stop it, stops here with the same message."""
    from generator.handboek import Handboekfout
    from generator.handboek.boek import Boek
    from generator.handboek.hoofdstukken import Hoofdstukkenmap
    from generator.handboek.maken import hoofdstukken

    try:
        hoofdstukken(Boek.van(inrichting, formulieren, Hoofdstukkenmap.bij(thuis)))
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def _van_organisatie(paden: Sequence[Path], formulieren: Mapping[str, Formulier], verleden: Verleden) -> list[Bestand]:
    """Read forms of the organisation itself, lifted to today's version; one about a client is skipped, with why."""
    from generator.batch import LezersStartenNiet, gewone_lezer, lees_alle, met_verleden, vind_bestanden

    for pad in paden:
        if not pad.exists():
            raise Opdrachtfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
    try:
        gelezen = lees_alle(vind_bestanden(paden), formulieren, lezer=met_verleden(gewone_lezer, verleden))
    except LezersStartenNiet as fout:
        raise Opdrachtfout(str(fout)) from fout
    eigen = {sleutel: formulier for sleutel, formulier in formulieren.items() if formulier.soort == "organisatie"}
    gelezen = _opgetild(gelezen, eigen, verleden)
    reden = "Dit formulier gaat niet over de organisatie zelf. Gebruik daarvoor: achtfasen controleer."
    return [
        replace(bestand, status="overgeslagen", reden=reden)
        if bestand.invulling is not None and bestand.invulling.formulier not in eigen
        else bestand
        for bestand in gelezen
    ]


def _opgetild(bestanden: Sequence[Bestand], formulieren: Mapping[str, Formulier], verleden: Verleden) -> list[Bestand]:
    """Bring the answers of earlier versions under today's keys."""
    from generator.checks.optillen import Overgang

    toen = vroegere_versies(bestanden, formulieren, verleden)
    return [
        replace(b, invulling=Overgang(toen[b.pad], formulieren[b.invulling.formulier]).til_op(b.invulling))
        if b.invulling is not None and b.pad in toen
        else b
        for b in bestanden
    ]


def _bekeken(rapport: Rapport, inrichting: Inrichting, bron: Bron, hoofdstukken: int, vorige: str | None) -> list[str]:
    jaar, maand, dag = rapport.peildatum.split("-")
    delen = [f"{len(inrichting.fasen)} fasen", f"{len(inrichting.leefgebieden)} leefgebieden"]
    delen += [f"{len(inrichting.instrumenten)} instrumenten"]
    delen += [f"{sum(deel.aan == 'ja' for deel in inrichting.formulieren.values())} formulieren"]
    delen += [f"{hoofdstukken} eigen {'hoofdstuk' if hoofdstukken == 1 else 'hoofdstukken'}"] if hoofdstukken else []
    gelezen = sum(bestand.status == "gelezen" for bestand in rapport.bestanden)
    delen += [f"{gelezen} ingevuld"] if rapport.bestanden else []
    naast = f", naast {vorige}" if vorige else ""
    return [
        f"Bekeken: {bron.bestand} ({', '.join(delen)}){naast}; peildatum {dag}-{maand}-{jaar}.",
        "Nagekeken: de opbouw, sleutels en verwijzingen, termijnen, datums en woorden tussen {}, "
        "en de regels R57 tot en met R69.",
    ]
