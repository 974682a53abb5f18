"""R27–R29, R33, R36, R37 and R74: what was agreed to happen before a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.checks.blik import DossierBlik, FormulierBlik
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import (
    aantal,
    besluitnaam,
    eerste_onzekere,
    feiten_van,
    gehaald,
    gemist,
    kalender_van,
    op_tijd,
    plek,
    te_laat_in,
    te_late,
)
from generator.model import Ernst, Termijnstand, Verloop
from generator.veldsoorten import vergelijkbaar
from generator.verloop import verloop_van

_AANMELDING, _INTAKE, _START = "aanmelding", "intake", "checklist_opstart"
_PB, _PLAN, _EVAL, _RAP = "persoonsbeschrijving", "begeleidingsplan", "evaluatie", "rapportage"


def _verloop(blik: FormulierBlik) -> Verloop:
    """Return the course that a form is part of; a form without a dossier has its own."""
    if blik.dossier is not None:
        return blik.dossier.verloop
    kader = blik.kader
    return verloop_van((blik.invulling,), kader.inrichting, kader.formulieren, kader.peildatum)


def _eigen(blik: FormulierBlik, soort: str) -> bool:
    """True when a deadline of one kind starts in this form."""
    return any(termijn.bron is blik.invulling for termijn in _verloop(blik).van_soort(soort))


def _eigen_te_laat(blik: FormulierBlik, soort: str) -> list[Termijnstand]:
    te_laat = te_late(_verloop(blik), blik.kader.peildatum, soort)
    return [termijn for termijn in te_laat if termijn.bron is blik.invulling]


def _hoe_laat(termijn: Termijnstand, peildatum: date) -> tuple[str, date]:
    """Return how a deadline was missed, and the day to name: too late, said to be done later, or not there."""
    if termijn.gedaan is None:
        return "ontbreekt", peildatum
    return ("te_laat" if gehaald(termijn, peildatum) else "later"), termijn.gedaan


def _loopt_uitnodiging(blik: FormulierBlik, _: str) -> bool:
    return _eigen(blik, "uitnodiging")


@regel("R27", "Uitnodiging op tijd", ernst=Ernst.WAARSCHUWING, bron="S2:137-138", niveau="formulier",
       nodig=(f"{_AANMELDING}.besluit_datum", f"{_AANMELDING}.uitnodiging_datum"), leest=(f"{_AANMELDING}.besluit",),
       parameters=("uitnodiging_max",), dekt=(f"{_AANMELDING}.uitnodiging_datum",),
       dekt_als=_loopt_uitnodiging)  # fmt: skip
def uitnodiging_op_tijd(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """De uitnodiging ging later dan `uitnodiging_max` werkdagen na het besluit weg, of is er dan nog niet.

    Was het intakegesprek op de dag van het besluit, dan hoeft er geen uitnodiging.

    Slecht: het besluit is van maandag 5 januari, en op dinsdag 13 januari is er geen uitnodiging; afgesproken is 5.
    Goed: het besluit is van vrijdag, en de uitnodiging ging de vrijdag daarna weg.
    """
    kalender, grens = kalender_van(blik.kader), blik.kader.parameters.grens("uitnodiging_max")
    for termijn in _eigen_te_laat(blik, "uitnodiging"):
        hoe, tot = _hoe_laat(termijn, blik.kader.peildatum)
        feiten = {
            "veld": blik.label("uitnodiging_datum"),
            "vanaf": termijn.vanaf,
            "datum": tot,
            "peildatum": blik.kader.peildatum,
            "dagen": aantal(kalender.werkdagen(termijn.vanaf, tot), "werkdag", "werkdagen"),
            "grens": aantal(grens or 0, "werkdag", "werkdagen"),
        }
        plekken = (Plek(blik.invulling, "uitnodiging_datum"), Plek(blik.invulling, "besluit_datum"))
        yield Treffer(hoe, plekken, feiten)


def _loopt_brief(blik: FormulierBlik, sleutel: str) -> bool:
    """R28 minds the letter once the talk has a date, and the reason in it once there is a letter."""
    return _eigen(blik, "brief") or (sleutel == "brief_reden" and blik.datum("brief_datum") is not None)


@regel("R28", "Intakebesluit op tijd en op schrift", ernst=Ernst.WAARSCHUWING, bron="S2:210-211", niveau="formulier",
       nodig=(f"{_INTAKE}.gesprek_datum", f"{_INTAKE}.brief_datum"), leest=(f"{_INTAKE}.brief_reden",),
       parameters=("intakebrief_max",), dekt=(f"{_INTAKE}.brief_datum", f"{_INTAKE}.brief_reden"),
       dekt_als=_loopt_brief)  # fmt: skip
def besluit_op_schrift(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """De brief met het besluit komt later dan `intakebrief_max` dagen na het gesprek, of is er dan nog niet.

    Ook: de brief is verstuurd, en er staat niet welke reden erin staat.

    Slecht: het gesprek was op 1 maart, en op 21 maart is er nog geen brief; afgesproken is 14 dagen.
    Goed: de brief ging 14 dagen na het gesprek weg, met de reden erin.
    """
    for termijn in _eigen_te_laat(blik, "brief"):
        hoe, tot = _hoe_laat(termijn, blik.kader.peildatum)
        feiten = {"veld": blik.label("brief_datum"), "vanaf": termijn.vanaf, "datum": tot,
                  "peildatum": blik.kader.peildatum,
                  "dagen": aantal((tot - termijn.vanaf).days),
                  "grens": aantal((termijn.uiterlijk - termijn.vanaf).days)}  # fmt: skip
        plekken = (Plek(blik.invulling, "brief_datum"), Plek(blik.invulling, "gesprek_datum"))
        yield Treffer(hoe, plekken, feiten)
    # Without a reason for a negative decision, R18 says it.
    if blik.datum("brief_datum") and blik.leeg("brief_reden") and blik.vervolg != "einde":
        yield Treffer("zonder_reden", (Plek(blik.invulling, "brief_reden"),), {"veld": blik.label("brief_reden")})


@regel("R29", "Persoonsbeschrijving op tijd", ernst=Ernst.WAARSCHUWING, bron="S2:272", niveau="dossier",
       nodig=(f"{_START}.startdatum",), leest=(f"{_PB}.datum_pb",), gebruikt=(f"{_PB}.datum_pb",),
       parameters=("analyse_max",))  # fmt: skip
def beschrijving_op_tijd(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De eerste beschrijving komt later dan `analyse_max` dagen na de start, of is er dan nog niet.

    Is er al een plan of een later formulier, dan meldt R38 dat de beschrijving ontbreekt.

    Slecht: de start was op 1 maart, en op 30 maart is er nog geen beschrijving; afgesproken is 28 dagen.
    Goed: de beschrijving is van 28 dagen na de start.
    """
    yield from op_tijd(blik, "beschrijving")


@regel("R37", "Spoedopname", ernst=Ernst.WAARSCHUWING, bron="S2:95, 132", niveau="dossier",
       nodig=(f"{_AANMELDING}.besluit", f"{_START}.startdatum"), leest=(f"{_INTAKE}.gesprek_datum",),
       gebruikt=(f"{_INTAKE}.gesprek_datum",), parameters=("spoed_intake_max",))  # fmt: skip
def intake_na_spoed(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Na een start met spoed komt het intakegesprek later dan `spoed_intake_max` dagen, of is het er dan nog niet.

    Slecht: na een spoedopname is het intakegesprek 20 dagen na de start; afgesproken is 14.
    Goed: het intakegesprek is een week na de spoedopname.
    """
    yield from op_tijd(blik, "spoed_intake")


@regel("R33", "Voortgangsgesprek", ernst=Ernst.WAARSCHUWING, bron="S0:413-415; S2:355; S3:187-188", niveau="dossier",
       nodig=(f"{_PLAN}.plan_datum",), gebruikt=(f"{_RAP}.rap_datum", f"{_RAP}.rap_soort"),
       leest=(f"{_RAP}.rap_datum", f"{_RAP}.rap_soort", f"{_EVAL}.eval_datum", f"{_EVAL}.eval_soort"),
       parameters=("voortgang_max",))  # fmt: skip
def voortgangsgesprek(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Tussen twee voortgangsgesprekken zitten meer dan `voortgang_max` dagen.

    Dat telt vanaf het plan, en tot de evaluatie, het vertrek of vandaag. Alleen een verslag van een
    voortgangsgesprek telt mee, geen observatie of dagrapport.

    Slecht: er is een gesprek op 2 mei, en het volgende is op 30 mei; afgesproken is 14 dagen.
    Goed: er is een gesprek op 2 mei en op 16 mei.
    """
    for termijn in te_laat_in(blik, "voortgang"):
        yield stilte(blik, termijn, "gat", "open")


def stilte(blik: DossierBlik, termijn: Termijnstand, gat: str, open_: str) -> Uitkomst:
    """Return what is to be said of a gap between two moments, or of one that is still open."""
    plekken = [plek(termijn.bron, termijn.bronveld)]
    if termijn.antwoord is not None:
        plekken.insert(0, plek(termijn.antwoord, termijn.veld))
    variant = gat if gehaald(termijn, blik.kader.peildatum) else open_
    return gemist(blik, Treffer(variant, tuple(plekken), feiten_van(blik, termijn)))


@regel("R36", "Proef en voorwaarden terug", ernst=Ernst.WAARSCHUWING, bron="S2:203-204", niveau="dossier",
       nodig=(f"{_INTAKE}.besluit",),
       leest=(f"{_INTAKE}.besluit_datum", f"{_INTAKE}.proef_eind", f"{_EVAL}.besluit"))  # fmt: skip
def proef_en_voorwaarden(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een proef is voorbij zonder nieuw besluit, of een bindende afspraak komt niet terug in de eerste evaluatie.

    Een nieuw besluit is een later intakebesluit, een evaluatiebesluit of een vertrek. Staat een afspraak er met
    andere woorden, dan telt die mee.

    Slecht: de proef liep tot 1 juni, en op 2 juni is er geen besluit.
    Goed: in de intake staan twee afspraken, en in de evaluatie staat bij allebei of het gelukt is.
    """
    for termijn in te_laat_in(blik, "proef"):
        feiten = feiten_van(blik, termijn) | {"besluit": besluitnaam(blik.kader, _INTAKE, "proef")}
        yield gemist(blik, Treffer("proef", (plek(termijn.bron, "proef_eind"),), feiten))
    evaluaties = [deel for deel in blik.alle(_EVAL) if deel.waarde("eval_soort") != "algemeen"]
    besluit = blik.dossier.verloop.besluit(_INTAKE)
    if evaluaties and besluit is not None and besluit.uitkomst == "voorwaardelijk":
        intake = next(deel for deel in blik.alle(_INTAKE) if deel.invulling is besluit.invulling)
        yield from _voorwaarden(intake, evaluaties[0])


def _voorwaarden(intake: FormulierBlik, evaluatie: FormulierBlik) -> Iterator[Uitkomst]:
    if "voorwaarden" not in intake.velden or "voorwaarden_terug" not in evaluatie.velden:
        return
    afspraak = ("voorwaarden", "voorwaarden.afspraak"), ("voorwaarden_terug", "voorwaarden_terug.afspraak")
    reden = eerste_onzekere((intake,), *afspraak[0]) or eerste_onzekere((evaluatie,), *afspraak[1])
    if reden:
        yield reden
        return
    gemaakt, terug = _afspraken(intake, "voorwaarden"), _afspraken(evaluatie, "voorwaarden_terug")
    nieuw = len([tekst for tekst in terug if tekst not in gemaakt])
    # What came back in other words may be any of them.
    mist = len([tekst for tekst in gemaakt if tekst not in terug]) - nieuw
    if mist > 0:
        feiten = {"veld": evaluatie.label("voorwaarden_terug"), "afspraken": intake.label("voorwaarden"),
                  "mist": mist, "aantal": len(gemaakt), "intake": intake.formulier.titel}  # fmt: skip
        plekken = (Plek(evaluatie.invulling, "voorwaarden_terug"), Plek(intake.invulling, "voorwaarden"))
        yield Treffer("voorwaarde", plekken, feiten)


def _afspraken(blik: FormulierBlik, tabel: str) -> list[str]:
    teksten = [rij.get("afspraak") for rij in blik.rijen(tabel)]
    return [vergelijkbaar(tekst) for tekst in teksten if isinstance(tekst, str) and tekst.strip()]


@regel("R74", "Evaluatie blijft uit", ernst=Ernst.WAARSCHUWING, bron="S2:328-329, 366-372; S3:303", niveau="dossier",
       gebruikt=(f"{_EVAL}.eval_datum",),
       leest=(f"{_PLAN}.evaluatie_gepland", f"{_PLAN}.doelen", f"{_EVAL}.eval_datum", f"{_EVAL}.eval_soort",
              f"{_START}.startdatum"))  # fmt: skip
def evaluatie_blijft_uit(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De geplande evaluatie is `evaluatie_marge` dagen voorbij en er is er geen, of een algemene evaluatie blijft uit.

    Zonder geplande datum telt de laatste streefdatum. Een algemene evaluatie hoort er te zijn binnen het
    langste van `algemene_evaluatie`, na de start of na de vorige. Zijn er al latere formulieren, dan meldt R38 het.

    Slecht: het plan zou op 1 maart geëvalueerd worden, en op 16 maart is er geen evaluatie; de marge is 14 dagen.
    Goed: het plan zou op 1 maart geëvalueerd worden, en het is nu 15 maart.
    """
    for termijn in te_laat_in(blik, "evaluatie"):
        variant = "gepland" if termijn.bronveld == "evaluatie_gepland" else "streefdatum"
        yield gemist(blik, Treffer(variant, (plek(termijn.bron, termijn.bronveld),), _evaluatiefeiten(blik, termijn)))
    for termijn in te_laat_in(blik, "algemene_evaluatie"):
        feiten = feiten_van(blik, termijn) | {"afspraak": blik.kader.parameters.algemene_evaluatie}
        yield gemist(blik, Treffer("algemeen", (plek(termijn.bron, termijn.bronveld),), feiten))


def _evaluatiefeiten(blik: DossierBlik, termijn: Termijnstand) -> dict[str, Any]:
    veld = termijn.bronveld if termijn.bronveld == "evaluatie_gepland" else "doelen.streefdatum"
    plan = next(deel for deel in blik.formulieren if deel.invulling is termijn.bron)
    return feiten_van(blik, termijn) | {"bronveld": plan.label(veld)}


REGELS = (uitnodiging_op_tijd, besluit_op_schrift, beschrijving_op_tijd, voortgangsgesprek, proef_en_voorwaarden,
          intake_na_spoed, evaluatie_blijft_uit)  # fmt: skip
