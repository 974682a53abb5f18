"""Deadlines that passed or are coming, and the worklist per colleague."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from generator.dossier import dossiersleutel
from generator.report.html.beeld import NADERT, Beeld
from generator.report.html.bouw import Html, aantal, dag, eigen, el, kop, samen, tabel, uitklap
from generator.report.html.kaart import ernst_teken
from generator.report.html.woorden import Woorden
from generator.werklijst import Termijnregel, Werkregel, per_persoon

_VOORUIT = 92
_KORT = 8


# --------------------------------------------------------------------------
# Deadlines


def termijnen(beeld: Beeld, woorden: Woorden) -> Html:
    """Return the section with deadlines: first what has passed, then what comes soon, later what comes after."""
    open_ = [termijn for termijn in beeld.termijnen if termijn.stand == "loopt"]
    gauw = [termijn for termijn in open_ if termijn.dagen <= NADERT]
    later = [termijn for termijn in open_ if NADERT < termijn.dagen <= _VOORUIT]
    voorbij = [termijn for termijn in beeld.termijnen if termijn.stand == "te laat"]
    return el(
        "section",
        el("h2", "Termijnen", id="termijnen"),
        _groep("Voorbij en nog open", voorbij, beeld, woorden, True),
        _groep("De komende twee weken", gauw, beeld, woorden, True),
        _groep("Daarna, tot drie maanden vooruit", later, beeld, woorden, False),
        aria_labelledby="termijnen",
    )


def _groep(titel: str, regels: Sequence[Termijnregel], beeld: Beeld, woorden: Woorden, staat_open: bool) -> Html:
    hoofd = el("h3", titel, " ", _telling(len(regels)))
    if not regels:
        return samen(hoofd, el("p", "Geen."))
    koppen = (
        kop("Uiterlijk", data_s="op"),
        kop("Termijn", data_s="op"),
        kop("Dossier", data_s="op"),
        kop(woorden.begeleider.capitalize(), data_s="op"),
    )
    lijst = tabel(
        koppen, (_termijn(regel, beeld) for regel in regels), bijschrift=titel, class_="sorteer lijst termijn"
    )
    return uitklap(hoofd, lijst, class_=_klasse(len(regels)), open=staat_open)


def _klasse(getal: int) -> str:
    """Return how a list behaves on paper: a short one stays on one page."""
    return "groep heel" if getal <= _KORT else "groep"


def _telling(getal: int) -> Html:
    return el("span", getal, class_="tel")


def _termijn(regel: Termijnregel, beeld: Beeld) -> Html:
    dagen = aantal(regel.dagen, "dag", "dagen")
    wanneer = f"{dagen} te laat" if regel.stand == "te laat" else f"over {dagen}" if regel.dagen else "vandaag"
    cyclus = f", cyclus {regel.cyclus}" if regel.cyclus > 1 else ""
    formulier = f"Blijkt uit: {regel.titel}" if regel.titel and regel.titel != regel.naam else None
    return el(
        "tr",
        el("td", dag(regel.uiterlijk), " ", el("span", wanneer, class_="klein"), data_k=regel.uiterlijk.isoformat()),
        el("td", f"{regel.naam}{cyclus} ", el("span", formulier, class_="klein") if formulier else None),
        el("th", verwijzing(regel.dossier, beeld), scope="row"),
        el("td", eigen(regel.wie) if regel.wie else "niet bekend"),
        data_d=anker_van(regel.dossier, beeld),
    )


def anker_van(nummer: str, beeld: Beeld) -> str | None:
    """Return the place of a dossier on the page, or None when it isn't there."""
    deel = beeld.per_nummer.get(dossiersleutel(nummer))
    return deel.anker if deel else None


def verwijzing(nummer: str, beeld: Beeld) -> Html:
    """Return a dossier number that leads to its place, with the name of the person when names were asked for."""
    deel = beeld.per_nummer.get(dossiersleutel(nummer))
    if deel is None:
        return eigen(nummer)
    naam = el("span", eigen(deel.naam), class_="naam") if deel.naam else None
    return samen(el("a", eigen(nummer), href=f"#{deel.anker}"), naam)


# --------------------------------------------------------------------------
# The worklist


def werklijst(beeld: Beeld, woorden: Woorden, wie: Mapping[str, int]) -> Html:
    """Return the section with what is to be mended, per colleague."""
    groepen = per_persoon(beeld.regels)
    return el(
        "section",
        el("h2", f"Werklijst per {woorden.begeleider}", id="werklijst"),
        el("p", "Bij elke bevinding staat waar je moet zijn en wat je kunt doen.") if groepen else None,
        (_persoon(naam, regels, wie[naam], beeld) for naam, regels in groepen.items()),
        el("p", "Er is niets om na te kijken.") if not groepen else None,
        el("p", "Bij deze keuze is er niets te doen.", class_="geen", hidden=True),
        aria_labelledby="werklijst",
    )


def _persoon(naam: str, regels: Sequence[Werkregel], nr: int, beeld: Beeld) -> Html:
    titel = eigen(naam) if naam else samen("Niet bekend van wie")
    koppen = (kop("Weegt"), kop("Waar"), kop("Wat er is en wat je doet"))
    lijst = tabel(
        koppen,
        (_werk(regel, beeld) for regel in regels),
        bijschrift=samen("Werklijst van ", titel) if naam else "Werklijst zonder naam",
        class_="lijst werk",
    )
    return uitklap(
        el("h3", titel, " ", _telling(len(regels))), lijst, class_=_klasse(len(regels)), open=True, data_b=nr
    )


def _werk(regel: Werkregel, beeld: Beeld) -> Html:
    nummer = el("span", "Dossier ", verwijzing(regel.dossier, beeld)) if regel.dossier else el("span", "Zonder dossier")
    return el(
        "tr",
        el("td", ernst_teken(regel.bevinding.ernst)),
        el("th", nummer, _plek(regel), scope="row"),
        el("td", zin_van(regel), " ", el("span", regel.bevinding.code, class_="code")),
        data_d=anker_van(regel.dossier, beeld) if regel.dossier else None,
        data_e=regel.bevinding.ernst.value,
    )


def _plek(regel: Werkregel) -> Iterator[Html]:
    """Yield form, field and file, each on a line of its own."""
    if regel.titel:
        yield el("span", eigen(regel.titel), class_="form")
    if regel.label:
        yield el("span", eigen(regel.label))
    if regel.bestand:
        yield el("span", eigen(PurePath(regel.bestand).name), class_="klein")


def zin_van(regel: Werkregel) -> str:
    """Return the sentence of a finding, without the title of the form where that stands beside it."""
    rest = regel.bevinding.bericht.removeprefix(f"{regel.titel}: ") if regel.titel else regel.bevinding.bericht
    return rest[:1].upper() + rest[1:]


def bevindingen(regels: Sequence[Werkregel], titel: str) -> Html:
    """Return the findings of one dossier, with place and remedy."""
    koppen = (kop("Weegt"), kop("Waar"), kop("Wat er is en wat je doet"))
    rijen = (
        el(
            "tr",
            el("td", ernst_teken(regel.bevinding.ernst)),
            el("th", list(_plek(regel)) or "Het hele dossier", scope="row"),
            el("td", zin_van(regel), " ", el("span", regel.bevinding.code, class_="code")),
        )
        for regel in regels
    )
    return tabel(koppen, rijen, bijschrift=titel, class_="lijst werk")
