"""R31 and R32: how long a fase takes, and how often there is a talk in the analyse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from math import isclose
from typing import NamedTuple

from generator.checks.blik import DossierBlik, eenmaal
from generator.checks.regel import Overslaan, Treffer, Uitkomst, regel
from generator.checks.tijd import aantal, gemist, kalender_van, plek, te_laat_in
from generator.duur import Duur, Maat, lees_duur
from generator.kalender import Kalender, na_maanden
from generator.model import FASEN, Ernst, Faseperiode, Onleesbaar
from generator.verloop import datum_van, eerste_datum

_AANMELDING, _INTAKE, _START, _UIT = "aanmelding", "intake", "checklist_opstart", "checklist_uitstroom"
_PB, _PLAN, _EVAL, _RAP = "persoonsbeschrijving", "begeleidingsplan", "evaluatie", "rapportage"
# What ends a fase: a form, or a decision on the form that it began with.
_EINDE = {"analyse": _PB, "planning": _PLAN, "uitvoering": _EVAL, "uitstroom": _UIT}
_BESLUITFASEN = (_AANMELDING, _INTAKE, _EVAL)
# The deadlines that say it better when a fase takes too long.
_TERMIJN = {"intake": ("brief",), "analyse": ("beschrijving", "nieuwe_cyclus"), "planning": ("plan", "nieuwe_cyclus"),
            "uitvoering": ("evaluatie",)}  # fmt: skip
_ANKER = {
    "aanmelddatum": (_AANMELDING, "aanmelddatum"),
    "aanmeldingsbesluit": (_AANMELDING, "besluit_datum"),
    "intakegesprek": (_INTAKE, "gesprek_datum"),
    "intakebesluit": (_INTAKE, "besluit_datum"),
    "startdatum": (_START, "startdatum"),
    "persoonsbeschrijving_datum": (_PB, "datum_pb"),
    "plan_datum": (_PLAN, "plan_datum"),
    "evaluatiegesprek": (_EVAL, "eval_datum"),
    "evaluatiebesluit": (_EVAL, "besluit_datum"),
}
_BEGIN = (_AANMELDING, _INTAKE, _START)
_TE_KLEIN = ("minuut", "uur")


class Loop(NamedTuple):
    """A fase that can be measured: from when, until when, and whether it still runs."""

    periode: Faseperiode
    van: date
    tot: date
    loopt: bool


@eenmaal
def meetbaar(blik: DossierBlik) -> list[Loop]:
    """Return the fases of which the last day is known, and those that surely still run."""
    gemeten: list[Loop] = []
    for periode in blik.dossier.verloop.perioden:
        if periode.tot is not None and periode.tot <= blik.kader.peildatum:
            if periode.tot >= periode.van:
                gemeten.append(Loop(periode, periode.van, periode.tot, False))
        elif periode.van <= blik.kader.peildatum and _loopt(blik, periode):
            gemeten.append(Loop(periode, periode.van, blik.kader.peildatum, True))
    return gemeten


def _loopt(blik: DossierBlik, periode: Faseperiode) -> bool:
    """True when a fase has no end yet; False when its end is only unknown."""
    verloop = blik.dossier.verloop
    if verloop.gesloten or any(_na(ander, periode) for ander in verloop.perioden):
        return False
    if periode.fase == "opstart":
        checklist = next(deel for deel in blik.alle(_START) if deel.invulling is periode.bewijs[0])
        begonnen = blik.dossier.van(_PB) or blik.dossier.van(_PLAN)
        return "taken" in checklist.velden and not checklist.kwijt("taken.gereed") and not begonnen
    if periode.fase in _BESLUITFASEN:
        return not periode.bewijs[0].waarde("besluit")
    if periode.tot is not None:
        return True
    return not any(deel.formulier == _EINDE[periode.fase] for deel in periode.bewijs)


def _na(ander: Faseperiode, periode: Faseperiode) -> bool:
    """True when a later fase began; the analyse begins together with the opstart."""
    if (periode.fase, ander.fase) == ("opstart", "analyse"):
        return False
    return _plaats(ander) > _plaats(periode)


def _plaats(periode: Faseperiode) -> tuple[bool, int, int]:
    return periode.fase == "uitstroom", periode.cyclus, FASEN.index(periode.fase)


@regel("R31", "Fase te kort of te lang", ernst=Ernst.AANDACHTSPUNT, bron="S2:98, 156, 227, 342, 372, 437",
       niveau="dossier",
       leest=(f"{_AANMELDING}.aanmelddatum", f"{_AANMELDING}.besluit", f"{_AANMELDING}.besluit_datum",
              f"{_INTAKE}.gesprek_datum", f"{_INTAKE}.besluit", f"{_INTAKE}.besluit_datum", f"{_START}.startdatum",
              f"{_START}.taken", f"{_PB}.datum_pb", f"{_PLAN}.plan_datum", f"{_EVAL}.eval_datum",
              f"{_EVAL}.besluit_datum", f"{_EVAL}.besluit", f"{_UIT}.vertrekdatum"))  # fmt: skip
def fase_te_kort_of_te_lang(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een fase duurde korter of langer dan jullie eigen duur; bij een gemiddelde meer dan `marge` keer.

    Een duur zonder getal, zoals ‘volgens het plan’, telt niet. Wat een andere regel al over een termijn zegt
    (R28, R29, R30, R43, R74), zegt deze niet nog eens.

    Slecht: de uitvoering duurde 19 weken; gemiddeld is 8.
    Goed: de uitvoering duurde 10 weken; gemiddeld is 8, en tot 12 weken valt het niet op.
    """
    for loop in meetbaar(blik):
        fase = blik.kader.inrichting.fase(loop.periode.fase)
        duur = lees_duur(fase.duur)
        vanaf = _vanaf(blik, loop, duur) if duur else None
        if duur is None or vanaf is None or vanaf > loop.tot:
            continue
        oordeel = _oordeel(blik, duur, vanaf, loop)
        if not oordeel or (oordeel != "te_kort" and _al_gezegd(blik, loop.periode)):
            continue
        feiten = {"fase": fase.naam, "van_cyclus": blik.van_cyclus(loop.periode.cyclus) if loop.periode.cyclus else "",
                  "vanaf": vanaf, "datum": loop.tot, "dagen": aantal(max((loop.tot - vanaf).days, 1)),
                  "duur": fase.duur}  # fmt: skip
        treffer = Treffer(oordeel, tuple(plek(deel) for deel in loop.periode.bewijs), feiten)
        yield gemist(blik, treffer) if loop.loopt else treffer


def _al_gezegd(blik: DossierBlik, periode: Faseperiode) -> bool:
    termijnen = (termijn for soort in _TERMIJN.get(periode.fase, ()) for termijn in te_laat_in(blik, soort))
    return any(termijn.cyclus == periode.cyclus for termijn in termijnen)


def _oordeel(blik: DossierBlik, duur: Duur, vanaf: date, loop: Loop) -> str:
    kalender, marge = kalender_van(blik.kader), blik.kader.parameters.marge
    langst = (duur.max, 1.0) if duur.max else (duur.gemiddeld, marge)
    kortst = (duur.min, 1.0) if duur.min else (duur.gemiddeld, 1 / marge)
    if langst[0] and vergeleken(vanaf, loop.tot, langst[0], langst[1], kalender) > 0:
        return "loopt" if loop.loopt else "te_lang"
    # What begins and ends on one day took a day.
    te_kort = kortst[0] and kortst[0].eenheid not in _TE_KLEIN and not loop.loopt
    if te_kort and kortst[0] and vergeleken(vanaf, loop.tot, kortst[0], kortst[1], kalender) < 0:
        return "te_kort"
    return ""


def vergeleken(van: date, tot: date, maat: Maat, factor: float, kalender: Kalender) -> float:
    """Return how much longer the time between two days is than so many times a length; 0 when they are equal."""
    if maat.eenheid == "werkdag":
        lengte, norm = max(kalender.werkdagen(van, tot), 1), maat.getal
    else:
        lengte, norm = max((tot - van).days, 1), _dagen(van, maat)
    return 0.0 if isclose(lengte, norm * factor) else lengte - norm * factor


def _dagen(van: date, maat: Maat) -> float:
    """Return a length in days, counted from a day: a month is as long as that month is."""
    maanden = maat.getal * {"maand": 1, "jaar": 12}.get(maat.eenheid, 0)
    if maanden and float(maanden).is_integer():
        return (na_maanden(van, int(maanden)) - van).days
    return maat.dagen


def _vanaf(blik: DossierBlik, loop: Loop, duur: Duur) -> date | None:
    """Return the day from which a duration counts: that of its anker, else the first of the fase."""
    if duur.anker is None:
        return loop.van
    if duur.richting == "voor" or duur.anker not in _ANKER:
        return None
    formulier, veld = _ANKER[duur.anker]
    periode = loop.periode
    begin = next((datum_van(deel, veld) for deel in periode.bewijs if deel.formulier == formulier), None)
    # In a next cycle an event from before the first one has no meaning.
    if begin is not None or (formulier in _BEGIN and periode.cyclus > 1):
        return begin or loop.van
    cyclus = periode.cyclus if periode.cyclus and formulier not in _BEGIN else None
    return eerste_datum(blik.dossier.van(formulier, cyclus), veld)


@regel("R32", "Gesprekken in de analyse", ernst=Ernst.WAARSCHUWING, bron="S0:373-375; S2:281; S3:161-162",
       niveau="dossier", gebruikt=(f"{_PB}.datum_pb",), parameters=("analyse_interval",),
       leest=(f"{_START}.startdatum", f"{_EVAL}.besluit_datum", f"{_PB}.datum_pb", f"{_PB}.bronnen",
              f"{_RAP}.rap_datum", f"{_RAP}.rap_soort", "leefgebiedenwijzer.gesprek_datum"))  # fmt: skip
def gesprekken_in_analyse(blik: DossierBlik) -> Iterator[Uitkomst]:
    """In de analyse zit er gemiddeld meer tijd tussen de gesprekken dan `analyse_interval` × `marge`.

    Gesprekken zijn: een verslag van een gesprek, een leefgebiedenwijzer, en een bron met een datum in de
    beschrijving. Geldt de vorige beschrijving nog, dan hoeft het niet. Leggen jullie gesprekken niet in een
    rapportage vast, dan wacht de regel op de beschrijving. Staat daar geen enkel gesprek in, dan zwijgt hij.

    Slecht: in de analyse waren er 2 gesprekken in 6 weken; afgesproken is gemiddeld 1 per week.
    Goed: in de analyse waren er 4 gesprekken in 4 weken.
    """
    maat = _interval(blik.kader.parameters.analyse_interval)
    for loop in meetbaar(blik):
        if maat is None or loop.periode.fase != "analyse":
            continue
        if any(deel.waarde("nog_actueel_vorige") == "ja" for deel in loop.periode.bewijs):
            continue
        if reden := _onzeker(blik):
            yield reden
            return
        gesprekken = {dag for dag in _gesprekken(blik) if loop.van <= dag <= loop.tot}
        if not _in_verslagen(blik) and (loop.loopt or not gesprekken):
            continue
        factor = blik.kader.parameters.marge * max(len(gesprekken), 1)
        if (loop.tot - loop.van).days > maat.dagen * factor:
            yield gemist(blik, _te_weinig(blik, loop, len(gesprekken)))


def _in_verslagen(blik: DossierBlik) -> bool:
    """True when talks are put on record as they happen; without, they stand in the beschrijving, afterwards."""
    verslag = blik.kader.formulieren.get(_RAP)
    return verslag is not None and all(verslag.veld(veld) is not None for veld in ("rap_datum", "rap_soort"))


def _interval(tekst: str) -> Maat | None:
    """Return the time between two talks that was agreed: ``7 dagen``, ``1 maand``, ``1 keer per week``."""
    duur = lees_duur(tekst)
    if duur is None:
        return None
    if duur.keer and duur.per:
        return Maat(duur.per.getal / duur.keer, duur.per.eenheid)
    return duur.gemiddeld or duur.max or duur.min


def _te_weinig(blik: DossierBlik, loop: Loop, gesprekken: int) -> Treffer:
    afspraak = blik.kader.parameters.analyse_interval
    feiten = {
        "fase": blik.kader.inrichting.fase("analyse").naam,
        "van_cyclus": blik.van_cyclus(loop.periode.cyclus),
        "gesprekken": aantal(gesprekken, "gesprek", "gesprekken"),
        "vanaf": loop.van,
        "datum": loop.tot,
        "dagen": aantal((loop.tot - loop.van).days),
        "afspraak": afspraak if " per " in afspraak else f"één per {afspraak.removeprefix('gemiddeld ')}",
    }
    return Treffer("weinig" if gesprekken else "geen", tuple(plek(deel) for deel in loop.periode.bewijs), feiten)


def _onzeker(blik: DossierBlik) -> Overslaan | None:
    """Return why the talks can't be counted: a date of one is lost or unreadable."""
    for deel in blik.alle(_PB):
        kwijt = deel.kwijt("bronnen.datum")
        if kwijt or any(isinstance(rij.get("datum"), Onleesbaar) for rij in deel.rijen("bronnen")):
            feiten = {"veld": deel.label("bronnen.datum"), "formulier": deel.formulier.titel}
            return Overslaan("veld_kwijt" if kwijt else "veld_onleesbaar", feiten)
    return None


def _gesprekken(blik: DossierBlik) -> Iterator[date]:
    """Yield the days of which a form says that there was a talk."""
    for deel in blik.alle(_RAP):
        if deel.waarde("rap_soort") == "voortgangsgesprek" and (dag := deel.datum("rap_datum")):
            yield dag
    for deel in blik.alle("leefgebiedenwijzer"):
        if dag := deel.datum("gesprek_datum"):
            yield dag
    for deel in blik.alle(_PB):
        yield from (dag for rij in deel.rijen("bronnen") if isinstance(dag := rij.get("datum"), date))


REGELS = (fase_te_kort_of_te_lang, gesprekken_in_analyse)
