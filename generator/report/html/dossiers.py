"""Per dossier: where it stands, its timeline as a drawing and as a table, and its findings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Invulling
from generator.report.html.beeld import ERNSTEN, Beeld, Dossierbeeld
from generator.report.html.bouw import Html, aantal, dag, eigen, el, kop, samen, tabel, uitklap
from generator.report.html.lijsten import bevindingen
from generator.report.html.svg import legenda, tekening
from generator.report.html.tijdlijn import Tijdlijn, fasenaam, rijen_van, tijdlijn_van
from generator.report.html.woorden import Woorden

VEEL = 25
"""More dossiers than this are not all put on paper."""


def dossiers(beeld: Beeld, woorden: Woorden) -> Html:
    """Return the section with all dossiers, closed."""
    papier = (
        f"Op papier komen de dossiers die je hebt geopend. Zijn er {VEEL} of minder in beeld, dan komen ze allemaal."
    )
    return el(
        "section",
        el("h2", "Per dossier", id="dossiers"),
        el("p", "Open een dossier om het verloop en de bevindingen te zien. Zo lees je de tekeningen:"),
        legenda(),
        el("p", papier, class_="klein niet-op-papier"),
        el("p", el("button", "Open alle dossiers", type="button", id="allesopen"), hidden=True, class_="knoppen"),
        (_dossier(deel, beeld, woorden) for deel in beeld.dossiers),
        el("p", "Bij deze keuze zijn er geen dossiers.", class_="geen", hidden=True),
        aria_labelledby="dossiers",
        class_="veel" if len(beeld.dossiers) > VEEL else None,
    )


def _dossier(deel: Dossierbeeld, beeld: Beeld, woorden: Woorden) -> Html:
    nummer = deel.dossier.nummer
    naam = el("span", eigen(deel.naam), class_="naam") if deel.naam else None
    samengevat = el("span", deel.stand, _tekens(deel), class_="klein")
    lijn = tijdlijn_van(deel, beeld)
    return uitklap(
        samen(el("h3", "Dossier ", eigen(nummer), naam), " ", samengevat),
        el("p", *_stand(deel, beeld, woorden)),
        _beeld(deel, lijn, beeld),
        bevindingen(deel.regels, f"Bevindingen bij {nummer}") if deel.regels else el("p", "Geen bevindingen."),
        uitklap("Verloop als tabel", _tabel(deel, lijn, beeld), class_="verloop"),
        (_antwoorden(invulling, beeld) for invulling in deel.dossier.invullingen if beeld.met_antwoorden),
        id=deel.anker,
        class_="dossier",
    )


def _tekens(deel: Dossierbeeld) -> Iterator[Html]:
    """Yield how much was found, behind the stand."""
    delen = [aantal(getal, *ERNSTEN[ernst][1:]) for ernst, getal in deel.telling.items() if getal]
    delen += [f"{aantal(deel.te_laat, 'termijn', 'termijnen')} voorbij"] if deel.te_laat else []
    if delen:
        yield samen(" · ", ", ".join(delen))


def _stand(deel: Dossierbeeld, beeld: Beeld, woorden: Woorden) -> Iterator[Html]:
    """Yield where the dossier stands, in short sentences."""
    dossier = deel.dossier
    yield samen(f"Stand: {deel.stand}, fase {fasenaam(dossier.fase, beeld).lower()}, cyclus {dossier.cyclus}. ")
    if deel.begeleider:
        yield samen(f"{woorden.begeleider.capitalize()}: ", eigen(deel.begeleider), ". ")
    if dossier.verloop.start:
        yield samen(f"Start: {dag(dossier.verloop.start)}. ")
    if dossier.verloop.vertrek:
        yield samen(f"Vertrek: {dag(dossier.verloop.vertrek)}. ")
    if deel.volgende:
        yield samen(f"Volgende termijn: {deel.volgende.naam}, uiterlijk {dag(deel.volgende.uiterlijk)}.")


def _beeld(deel: Dossierbeeld, lijn: Tijdlijn | None, beeld: Beeld) -> Html:
    if lijn is None:
        return el("p", "In dit dossier staat geen datum die te lezen is: er is geen verloop te tekenen.")
    titel = f"Verloop van dossier {deel.dossier.nummer}"
    svg = tekening(lijn, beeld, deel.anker, titel)
    return el("div", svg, class_="vak lijn", tabindex=0, role="group", aria_label="Tekening")


def _tabel(deel: Dossierbeeld, lijn: Tijdlijn | None, beeld: Beeld) -> Html:
    koppen = (kop("Datum"), kop("Soort"), kop("Wat"))
    rijen = (
        el(
            "tr",
            el("td", dag(rij.dag) or "zonder datum"),
            el("td", rij.soort),
            el("td", rij.zin, samen(" ", eigen(rij.bestand, class_="klein")) if rij.bestand else None),
        )
        for rij in rijen_van(deel, lijn, beeld)
    )
    return tabel(koppen, rijen, bijschrift=f"Verloop van {deel.dossier.nummer}", class_="lijst")


def _antwoorden(invulling: Invulling, beeld: Beeld) -> Html:
    """Return what was filled in on a form: only for who asked for it."""
    cyclus = f", cyclus {invulling.cyclus}" if invulling.cyclus else ""
    titel = f"Antwoorden: {beeld.titel(invulling.formulier)}{cyclus}"
    rijen = [el("tr", el("th", eigen(regel.label), scope="row"), el("td", eigen(regel.antwoord), class_="antwoord"))
             for regel in beeld.antwoorden.get(invulling.bestand, ())]  # fmt: skip
    if not rijen:
        return el("p", f"{titel}: niets ingevuld.")
    lijst = tabel((kop("Vraag"), kop("Antwoord")), rijen, bijschrift=titel, class_="lijst twee")
    return uitklap(titel, lijst, class_="verloop")
