"""The report as one page that opens from disk: nothing comes from elsewhere, and nothing else may run in it."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from generator import content
from generator.kleuren import leesbaar, tint
from generator.model import Ernst, Formulier, Inrichting, Rapport
from generator.report.html.beeld import ERNSTEN, NADERT, Beeld
from generator.report.html.bestanden import bestanden
from generator.report.html.bouw import Html, aantal, dag, eigen, el, leeg
from generator.report.html.dossiers import dossiers
from generator.report.html.kaart import kaart, personen
from generator.report.html.lijsten import termijnen, werklijst
from generator.report.html.svg import vormen
from generator.report.html.woorden import Woorden
from generator.taal import opsomming

KENMERK = "achtfasen"
_KOP = 4096


def rapport_als_html(
    rapport: Rapport,
    inrichting: Inrichting,
    formulieren: Mapping[str, Formulier],
    *,
    namen: Mapping[str, str] | None = None,
    met_antwoorden: bool = False,
) -> bytes:
    """Return the report as one UTF-8 page.

    *inrichting* has its texts filled in (`generator.inrichting.ingevuld`), *formulieren* are its tailored
    forms. *namen* gives the name behind a dossier number; without it the page names no one but colleagues.
    """
    beeld = Beeld(rapport, inrichting, formulieren, namen or {}, met_antwoorden)
    woorden = Woorden.van(inrichting)
    kop = _hoofd(beeld)
    inhoud = el("body", _lijf(beeld, woorden), el("script", _script()))
    return f'<!DOCTYPE html>\n<html lang="nl">{kop}{inhoud}</html>\n'.encode()


def waarom_niet(pad: Path) -> str:
    """Return why the page may not be put at *pad*, in Dutch; nothing when it may: only our own page is written over."""
    if not pad.exists():
        return ""
    try:
        with pad.open("rb") as bestand:
            van_ons = leeg("meta", name="generator", content=KENMERK).encode() in bestand.read(_KOP)
    except OSError:
        return f"‘{pad}’ bestaat al en is niet te lezen. Kies een andere naam."
    return "" if van_ons else f"‘{pad}’ bestaat al en is geen rapport van achtfasen. Kies een andere naam."


def _hoofd(beeld: Beeld) -> Html:
    stijl = _stijl(beeld.inrichting.organisatie.accentkleur)
    regels = [f"style-src '{_hash(stijl)}'", f"script-src '{_hash(_script())}'"]
    beleid = "; ".join(["default-src 'none'", *regels, "base-uri 'none'", "form-action 'none'"])
    titel = f"Controle van dossiers, {beeld.rapport.organisatie}, {dag(beeld.peildatum)}"
    return el(
        "head",
        leeg("meta", charset="utf-8"),
        leeg("meta", http_equiv="Content-Security-Policy", content=beleid),
        leeg("meta", name="viewport", content="width=device-width, initial-scale=1"),
        leeg("meta", name="robots", content="noindex"),
        leeg("meta", name="generator", content=KENMERK),
        el("title", titel),
        el("style", stijl),
    )


def _hash(tekst: str) -> str:
    return f"sha256-{b64encode(sha256(tekst.encode()).digest()).decode()}"


@cache
def _script() -> Html:
    return Html(content.webdeel("rapport.js").read_text(encoding="utf-8"))


def _stijl(accentkleur: str) -> Html:
    """Return the style sheet in the colour of the organisation."""
    accent = leesbaar(accentkleur.lstrip("#").upper())
    kleuren = {"accent": accent, "licht": tint(accent, 0.08), "midden": tint(accent, 0.2)}
    wortel = ":root{" + ";".join(f"--{naam}:#{kleur}" for naam, kleur in kleuren.items()) + "}"
    return Html(f"{wortel}\n{content.webdeel('rapport.css').read_text(encoding='utf-8')}")


_DELEN = (("kaart", "Kaart"), ("termijnen", "Termijnen"), ("werklijst", "Werklijst"), ("dossiers", "Per dossier"),
          ("bestanden", "Bestanden en regels"))  # fmt: skip


def _lijf(beeld: Beeld, woorden: Woorden) -> Iterator[Html]:
    yield el("a", "Naar de inhoud", href="#inhoud", class_="sla-over")
    yield vormen(beeld)
    yield el(
        "header",
        el("p", eigen(beeld.rapport.organisatie), class_="org"),
        el("h1", "Controle van dossiers"),
        el("p", f"Peildatum {dag(beeld.peildatum)}"),
    )
    yield el("nav", el("ul", (el("li", el("a", naam, href=f"#{plek}")) for plek, naam in _DELEN)), aria_label="Delen")
    yield el(
        "main",
        _samengevat(beeld),
        kaart(beeld, woorden),
        termijnen(beeld, woorden),
        werklijst(beeld, woorden, personen(beeld)),
        dossiers(beeld, woorden),
        bestanden(beeld),
        id="inhoud",
        tabindex=-1,
    )
    yield el("footer", el("p", "Gemaakt met achtfasen. Dit bestand staat op zichzelf en haalt niets van internet."))


# --------------------------------------------------------------------------
# In plain sentences


def _samengevat(beeld: Beeld) -> Html:
    """Return what is fine first, then what asks attention."""
    return el(
        "section",
        el("h2", "In het kort", id="kort"),
        el("div", el("h3", "Dit gaat goed"), el("ul", map(_punt, _goed(beeld))), class_="blok"),
        el("div", el("h3", "Dit vraagt aandacht"), el("ul", map(_punt, _aandacht(beeld))), class_="blok"),
        aria_labelledby="kort",
        class_="kort",
    )


def _punt(zin: str) -> Html:
    return el("li", zin)


def _goed(beeld: Beeld) -> Iterator[str]:
    rapport = beeld.rapport
    gelezen = sum(bestand.status == "gelezen" for bestand in rapport.bestanden)
    yield f"{aantal(gelezen, 'formulier is', 'formulieren zijn')} gelezen, van {_dossiers(len(beeld.dossiers))}."
    schoon = sum(not deel.regels for deel in beeld.dossiers)
    if schoon:
        yield f"Bij {_dossiers(schoon)} is er niets om na te kijken."
    zonder_fout = sum(bool(d.regels) and not d.telling[Ernst.FOUT] for d in beeld.dossiers)
    if zonder_fout:
        yield f"{_dossiers(zonder_fout).capitalize()} {_heeft(zonder_fout)} alleen kleinere punten, geen fout."
    gehaald = sum(termijn.stand == "gehaald" for termijn in beeld.termijnen)
    if gehaald:
        yield f"{aantal(gehaald, 'termijn is', 'termijnen zijn')} op tijd gehaald."


def _heeft(getal: int) -> str:
    return "heeft" if getal == 1 else "hebben"


def _dossiers(getal: int) -> str:
    return aantal(getal, "dossier", "dossiers")


def _aandacht(beeld: Beeld) -> Iterator[str]:
    rapport = beeld.rapport
    tellingen = [(rapport.telling(ernst), namen) for ernst, namen in ERNSTEN.items()]
    delen = [aantal(getal, een, meer) for getal, (_, een, meer) in tellingen if getal]
    if delen:
        yield f"Er {'is' if len(rapport.bevindingen) == 1 else 'zijn'} {opsomming(delen)}."
    voorbij = sum(termijn.stand == "te laat" for termijn in beeld.termijnen)
    nadert = sum(termijn.stand == "loopt" and termijn.dagen <= NADERT for termijn in beeld.termijnen)
    if voorbij:
        yield f"{aantal(voorbij, 'termijn is', 'termijnen zijn')} voorbij en nog open."
    if nadert:
        yield f"{aantal(nadert, 'termijn loopt', 'termijnen lopen')} af in de komende twee weken."
    geweigerd = sum(bestand.status == "geweigerd" for bestand in rapport.bestanden)
    if geweigerd:
        yield f"{aantal(geweigerd, 'bestand is', 'bestanden zijn')} niet gelezen; onderaan staat waarom."
    if mag := len(rapport.geaccepteerd or ()):
        yield f"{aantal(mag, 'bevinding telt', 'bevindingen tellen')} niet mee: die accepteren jullie."
    yield from _keuze(rapport)
    if not delen and not voorbij and not nadert and not geweigerd:
        yield "Er is nu niets wat aandacht vraagt."


def _keuze(rapport: Rapport) -> Iterator[str]:
    """Say which codes were asked for, and what that leaves out."""
    if (keuze := rapport.keuze) is None:
        return
    gekozen = [f"alleen {', '.join(keuze.alleen)}"] if keuze.alleen else []
    gekozen += [f"zonder {', '.join(keuze.negeer)}"] if keuze.negeer else []
    namen = {ernst.value: (een, meer) for ernst, (_, een, meer) in ERNSTEN.items()}
    weg = [aantal(getal, *namen[soort]) for soort, getal in keuze.weggelaten.items() if getal and soort in namen]
    zin = opsomming(gekozen)
    yield f"{zin[:1].upper()}{zin[1:]}. Niet getoond en niet geteld: {opsomming(weg) or 'niets'}."
