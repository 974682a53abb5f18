"""Which files were read, refused or skipped, which findings were accepted, and what could not be judged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.model import Bestand, Geaccepteerd
from generator.report.html.beeld import Beeld
from generator.report.html.bouw import Html, aantal, dag, eigen, el, kop, samen, tabel, uitklap

_GENOEMD = 12


def bestanden(beeld: Beeld) -> Html:
    """Return the section about the files and about the check itself."""
    return el(
        "section",
        el("h2", "Bestanden en regels", id="bestanden"),
        _gelezen(beeld),
        _niet_gelezen("Geweigerd", "geweigerd", beeld),
        _niet_gelezen("Overgeslagen", "overgeslagen", beeld),
        _los(beeld),
        _geaccepteerd(beeld),
        _niet_beoordeeld(beeld),
        aria_labelledby="bestanden",
    )


def _gelezen(beeld: Beeld) -> Html:
    per_soort = Counter(b.invulling.formulier for b in beeld.rapport.bestanden if b.invulling is not None)
    volgorde = {sleutel: nr for nr, sleutel in enumerate(beeld.formulieren)}
    rijen = (el("tr", el("th", eigen(beeld.titel(soort)), scope="row"), el("td", getal, class_="getal"))
             for soort, getal in sorted(per_soort.items(), key=lambda paar: volgorde.get(paar[0], 99)))  # fmt: skip
    lijst = tabel((kop("Formulier"), kop("Aantal", class_="getal")), rijen, bijschrift="Gelezen formulieren",
                  class_="lijst smal")  # fmt: skip
    totaal = sum(per_soort.values())
    return uitklap(el("h3", "Gelezen ", el("span", totaal, class_="tel")), lijst, class_="groep") if totaal else samen()


def _niet_gelezen(titel: str, status: str, beeld: Beeld) -> Html:
    delen = [bestand for bestand in beeld.rapport.bestanden if bestand.status == status]
    if not delen:
        return samen()
    rijen = (el("tr", el("th", eigen(b.pad), scope="row"), el("td", b.reden or "", " ",
                                                              el("span", b.code, class_="code") if b.code else None))
             for b in delen)  # fmt: skip
    lijst = tabel((kop("Bestand"), kop("Waarom")), rijen, bijschrift=f"{titel}e bestanden".replace("ene ", "en "),
                  class_="lijst twee")  # fmt: skip
    return uitklap(el("h3", f"{titel} ", el("span", len(delen), class_="tel")), lijst, class_="groep", open=True)


def _los(beeld: Beeld) -> Html:
    """Name the files that were read and stand in no dossier: elsewhere on the page they are not named."""
    in_dossier = {d.bestand for deel in beeld.dossiers for d in deel.dossier.invullingen}
    los = [b for b in beeld.rapport.bestanden if b.invulling is not None and b.invulling.bestand not in in_dossier]
    if not los:
        return samen()
    lijst = el("ul", (el("li", eigen(b.pad), _soort(b, beeld)) for b in los))
    return uitklap(el("h3", "Gelezen, buiten een dossier ", el("span", len(los), class_="tel")), lijst, class_="groep")


def _soort(bestand: Bestand, beeld: Beeld) -> Html:
    deel = bestand.invulling
    return samen(": ", eigen(beeld.titel(deel.formulier))) if deel else samen()


def _geaccepteerd(beeld: Beeld) -> Html:
    delen: Sequence[Geaccepteerd] = beeld.rapport.geaccepteerd or ()
    if not delen:
        return samen()
    rijen = (
        el(
            "tr",
            el("th", "Dossier ", eigen(deel.bevinding.dossier), scope="row"),
            el("td", deel.bevinding.bericht, " ", el("span", deel.bevinding.code, class_="code")),
            el("td", eigen(deel.reden), f" Tot en met {_nl(deel.tot)}", f", door {deel.door}." if deel.door else "."),
        )
        for deel in delen
    )
    koppen = (kop("Waar"), kop("Wat"), kop("Waarom dat mag"))
    lijst = tabel(koppen, rijen, bijschrift="Bevindingen die jullie accepteren", class_="lijst")
    return uitklap(el("h3", "Geaccepteerd ", el("span", len(delen), class_="tel")), lijst, class_="groep")


def _nl(iso: str) -> str:
    try:
        return dag(date.fromisoformat(iso))
    except ValueError:
        return iso


def _niet_beoordeeld(beeld: Beeld) -> Html:
    """Return the rules that could not be judged, one row per reason."""
    groepen: dict[tuple[str, str], list[str]] = defaultdict(list)
    for deel in beeld.rapport.overgeslagen:
        groepen[deel.code, deel.reden].append(deel.dossier)
    if not groepen:
        return samen()
    rijen = (el("tr", el("th", code, scope="row"), el("td", eigen(reden)), el("td", _waar(nummers)))
             for (code, reden), nummers in sorted(groepen.items()))  # fmt: skip
    koppen = (kop("Regel"), kop("Waarom niet"), kop("Bij"))
    lijst = tabel(koppen, rijen, bijschrift="Regels die niet te beoordelen waren", class_="lijst")
    titel = el("h3", "Niet te beoordelen ", el("span", len(groepen), class_="tel"))
    uitleg = el("p", "Van deze regels is niet te zeggen of het klopt, bijvoorbeeld omdat een formulier ontbreekt.")
    return uitklap(titel, uitleg, lijst, class_="groep")


def _waar(nummers: Sequence[str]) -> Iterator[Html]:
    bekend = [nummer for nummer in nummers if nummer]
    if len(bekend) > 1:
        yield samen(aantal(len(bekend), "dossier", "dossiers"), ": ")
    for nr, nummer in enumerate(bekend[:_GENOEMD]):
        yield samen(", " if nr else "", eigen(nummer))
    if len(bekend) > _GENOEMD:
        yield samen(f" en nog {len(bekend) - _GENOEMD}")
