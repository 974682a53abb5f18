"""R66 and R68: the handleiding is kept up to date, and speaks one language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from generator.bron import Pad
from generator.checks.inrichtingsblik import InrichtingBlik
from generator.checks.regel import Bestandsplek, Bronplek, Overslaan, Treffer, Uitkomst, regel
from generator.model import Ernst, Fase, Inrichting, Logregel
from generator.taal import VERWIJZING, opsomming
from generator.vergelijken import vergelijk

_MAAND = 30.4375
_GENOEMD = 4
# Other words for the same person that no team uses for something else beside it (domein.md 1.1).
_BEKEND: Mapping[str, tuple[str, ...]] = {
    "client": ("cliënt", "client", "deelnemer", "zorgvrager"),
    "begeleider": ("mentor", "trajectbegeleider", "persoonlijk begeleider"),
}
_MEERVOUD = r"(?:en|s|n|es|['’]s)?"
_LIJSTEN = ("rollen", "leefgebieden", "instrumenten")


@regel("R66", "Herzien en logboek", ernst=Ernst.WAARSCHUWING, bron="S2:71-84; S3:538-591", niveau="inrichting")
def herzien_en_logboek(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """De handleiding is te lang niet herzien, of het logboek loopt achter.

    Hoelang mag, staat bij de parameter herzien_max. Een versie heeft één datum; meer regels van dezelfde dag mogen.
    Een inrichting die nog gelijk is aan haar uitgangsmodel is nog niet in gebruik. Vergelijk je met een vorige
    inrichting (--vorige), dan hoort bij een wijziging een nieuwe versie. Wijkt iets af van het uitgangsmodel
    zonder reden bij ‘handleiding: redenen’, dan is het een aandachtspunt.

    Slecht: de handleiding is zestien maanden geleden herzien, en jaarlijks is afgesproken.
    Goed: de versie is van dit jaar, en het log zegt wat er anders is.
    """
    yield from _ouderdom(blik)
    yield from _log(blik)
    yield from _sinds_vorige(blik)
    yield from _redenen(blik)


def _ouderdom(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    grens = blik.inrichting.parameters.grens("herzien_max")
    if grens is None:
        yield Overslaan("uit", {"parameter": "herzien_max"})
        return
    if blik.ongewijzigd:
        yield Overslaan("nog_het_model", {"model": blik.rauw.uitgangsmodel})
        return
    handleiding = blik.inrichting.handleiding
    dagen = [d for t in (handleiding.datum, *(r.datum for r in handleiding.log)) if (d := _dag(t)) is not None]
    verleden = [dag for dag in dagen if dag <= blik.peildatum]
    if verleden and (oud := (blik.peildatum - max(verleden)).days) > grens:
        afspraak = "één keer per jaar" if grens in (365, 366) else f"binnen {grens} dagen"
        feiten = {"maanden": round(oud / _MAAND), "datum": max(verleden), "afspraak": afspraak}
        yield Treffer("oud", (Bronplek(("handleiding", "datum")),), feiten)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _log(blik: InrichtingBlik) -> Iterator[Treffer]:
    handleiding = blik.inrichting.handleiding
    if handleiding.versie not in {regel.versie for regel in handleiding.log}:
        plekken = (Bronplek(("handleiding", "versie")), Bronplek(("handleiding", "log")))
        yield Treffer("zonder_logregel", plekken, {"versie": handleiding.versie})
    eerste: dict[str, tuple[int, str]] = {}
    for nr, rij in enumerate(handleiding.log):
        if leeg := _leeg(rij):
            yield Treffer("logregel", (Bronplek(("handleiding", "log", nr)),), {"nr": nr + 1, "leeg": opsomming(leeg)})
        vorige = eerste.setdefault(rij.versie, (nr, rij.datum))
        if rij.versie and rij.datum and vorige[1] != rij.datum:
            plekken = (Bronplek(("handleiding", "log", nr)), Bronplek(("handleiding", "log", vorige[0])))
            feiten = {"versie": rij.versie, "een": _dag(vorige[1]) or vorige[1], "twee": _dag(rij.datum) or rij.datum}
            yield Treffer("dubbel", plekken, feiten)


def _leeg(rij: Logregel) -> list[str]:
    return [f"‘{naam}’" for naam in ("datum", "aanpassing", "vervolg") if not str(getattr(rij, naam)).strip()]


def _sinds_vorige(blik: InrichtingBlik) -> Iterator[Treffer]:
    oud, nieuw = blik.vorige, blik.rauw
    if oud is None or oud.handleiding.versie != nieuw.handleiding.versie:
        return
    kaal = replace(nieuw.handleiding, datum=oud.handleiding.datum, log=oud.handleiding.log)
    if replace(nieuw, handleiding=kaal, invoering=oud.invoering) == oud:
        return
    koppen = list(dict.fromkeys(wijziging.kop for wijziging in vergelijk(oud, nieuw)))
    meer = [f"nog {len(koppen) - _GENOEMD} onderdelen"] if len(koppen) > _GENOEMD else []
    feiten = {"versie": nieuw.handleiding.versie, "delen": opsomming([*koppen[:_GENOEMD], *meer]) or "de inrichting"}
    yield Treffer("zelfde_versie", (Bronplek(("handleiding", "versie")),), feiten)


def _redenen(blik: InrichtingBlik) -> Iterator[Treffer]:
    if blik.model is None or blik.ongewijzigd:
        return
    redenen = {naam for naam, reden in blik.rauw.handleiding.redenen.items() if reden.strip()}
    delen = [deel for deel in _anders(blik, blik.model, blik.rauw) if deel[0] not in redenen]
    if delen:
        namen = [naam for _, naam, _ in delen]
        meer = [f"nog {len(namen) - _GENOEMD}"] if len(namen) > _GENOEMD else []
        feiten = {"delen": opsomming([*namen[:_GENOEMD], *meer]), "sleutel": delen[0][0]}
        yield Treffer("reden", tuple(Bronplek(pad) for *_, pad in delen), feiten, Ernst.AANDACHTSPUNT)


def _anders(blik: InrichtingBlik, oud: Inrichting, nieuw: Inrichting) -> Iterator[tuple[str, str, Pad]]:
    """Yield what differs in substance from the starting model: key for a reason, in words, and where."""
    gebieden = [[(g.sleutel, g.naam, g.basisgebied) for g in deel.leefgebieden] for deel in (oud, nieuw)]
    if gebieden[0] != gebieden[1]:
        yield "leefgebieden", "de leefgebieden", ("leefgebieden",)
    for nr, (eerst, nu) in enumerate(zip(oud.fasen, nieuw.fasen, strict=True)):
        if _kern(eerst) != _kern(nu):
            yield f"fasen.{nu.sleutel}", blik.fase(nu), ("fasen", nr)
    for sleutel in dict.fromkeys((*oud.formulieren, *nieuw.formulieren)):
        if oud.formulieren.get(sleutel) != nieuw.formulieren.get(sleutel):
            titel = blik.formulieren[sleutel].titel if sleutel in blik.formulieren else sleutel
            yield f"formulieren.{sleutel}", f"formulier ‘{titel}’", ("formulieren", sleutel)


def _kern(fase: Fase) -> tuple[object, ...]:
    """Return what a fase arranges, apart from its wording."""
    besluiten = [(besluit.uitkomst, besluit.vervolg) for besluit in fase.besluiten]
    termijnen = [(termijn.sleutel, termijn.tekst) for termijn in (*fase.termijnen, *fase.frequenties)]
    return fase.naam, fase.duur, fase.instrumenten, besluiten, termijnen


# --------------------------------------------------------------------------
# One language


@regel("R68", "Eén taal", ernst=Ernst.AANDACHTSPUNT, bron="S3:566-569; S2:64-66", niveau="inrichting")
def een_taal(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """In een eigen tekst staat een woord dat jullie niet meer gebruiken, of één naam is voor twee dingen.

    Woorden van vroeger zet je bij een term, bij ‘vroeger’. Andere bekende woorden voor de cliënt en de begeleider
    tellen mee, als jullie ze nergens anders voor gebruiken. Tussen aanhalingstekens mag een oud woord blijven.

    Slecht: in fase 2 staat nog ‘cliënt’, terwijl jullie ‘deelnemer’ kozen.
    Goed: in de tekst staat {client} tussen accolades; dan klopt het woord altijd.
    """
    yield from _oude_woorden(blik)
    yield from _dubbele_namen(blik)
    yield from _twee_namen(blik)


def _oude_woorden(blik: InrichtingBlik) -> Iterator[Treffer]:
    teksten = [(plek, _kaal(blik, tekst)) for plek, tekst in blik.eigen_teksten()]
    for woord, sleutel in _te_zoeken(blik).items():
        patroon = re.compile(rf"(?<![\w-]){re.escape(woord)}{_MEERVOUD}(?![\w-])", re.IGNORECASE)
        plekken = [plek for plek, tekst in teksten if any(_telt(blik, t) for t in patroon.finditer(tekst))]
        if plekken:
            term = blik.inrichting.termen[sleutel]
            meer = f", en op nog {len(plekken) - 1} {'plek' if len(plekken) == 2 else 'plekken'}" if plekken[1:] else ""
            feiten = {"oud": woord, "nieuw": term.enkelvoud, "verwijzing": f"{{{sleutel}}}", "meer": meer,
                      "aantal": len(plekken)}  # fmt: skip
            yield Treffer("oud_woord", tuple(plekken), feiten)


def _te_zoeken(blik: InrichtingBlik) -> dict[str, str]:
    """Return word that is no longer used → key of the term that takes its place."""
    termen = blik.inrichting.termen
    bekend = {woord: sleutel for sleutel, woorden in _BEKEND.items() for woord in woorden if sleutel in termen}
    vroeger = {woord.strip().casefold(): sleutel for sleutel, term in termen.items() for woord in term.vroeger}
    kaal = {naam.replace("ë", "e") for naam in blik.namen}
    return {woord: s for woord, s in (bekend | vroeger).items() if woord and woord.replace("ë", "e") not in kaal}


def _kaal(blik: InrichtingBlik, tekst: str) -> str:
    """Return a text without references, and without names in use of more than one word."""
    tekst = VERWIJZING.sub(" ", tekst)
    lang = [naam for naam in blik.namen if " " in naam]
    return re.sub("|".join(map(re.escape, lang)), " ", tekst, flags=re.IGNORECASE) if lang else tekst


def _telt(blik: InrichtingBlik, treffer: re.Match[str]) -> bool:
    """True unless the word is only spoken of, in quotes, or is a word in use."""
    tekst = treffer.string
    ervoor, erna = tekst[: treffer.start()][-1:], tekst[treffer.end() :][:1]
    return not (ervoor in "‘'\"“" and erna in "’'\"”" and ervoor) and treffer[0].casefold() not in blik.namen


def _dubbele_namen(blik: InrichtingBlik) -> Iterator[Treffer]:
    for lijst in _LIJSTEN:
        namen = [_naam(blik, lijst, nr) for nr in range(len(getattr(blik.inrichting, lijst)))]
        for naam, aantal in Counter(naam.casefold() for naam in namen).items():
            if aantal > 1:
                plaatsen = [nr for nr, deel in enumerate(namen) if deel.casefold() == naam]
                feiten = {"naam": namen[plaatsen[0]], "aantal": aantal, "lijst": lijst}
                yield Treffer("dubbele_naam", _plekken(lijst, plaatsen[::-1]), feiten)


def _naam(blik: InrichtingBlik, lijst: str, nr: int) -> str:
    deel = getattr(blik.inrichting, lijst)[nr]
    return blik.inrichting.rolnaam(deel.sleutel) if lijst == "rollen" else str(deel.naam)


def _plekken(lijst: str, plaatsen: Sequence[int]) -> tuple[Bronplek | Bestandsplek, ...]:
    return tuple(Bronplek((lijst, nr)) for nr in plaatsen)


def _twee_namen(blik: InrichtingBlik) -> Iterator[Treffer]:
    """One form is known by two names: of two instruments, or of an instrument and its own title."""
    for sleutel, formulier in blik.formulieren.items():
        delen = [(nr, d) for nr, d in enumerate(blik.inrichting.instrumenten) if d.formulier == sleutel]
        namen = list(dict.fromkeys([deel.naam for _, deel in delen] + ([formulier.titel] if delen else [])))
        if len({naam.casefold() for naam in namen}) > 1:
            feiten = {"namen": opsomming([f"‘{naam}’" for naam in namen]), "sleutel": sleutel}
            yield Treffer("twee_namen", _plekken("instrumenten", [nr for nr, _ in delen]), feiten)


REGELS = (herzien_en_logboek, een_taal)
