"""The course of a dossier as data: fases, decisions and deadlines, up to one peildatum (domein.md 4.3, 4.6, 4.8).

Everything that is due is one `Termijnstand`, whatever rule speaks of it: rules and reports
ask the same record. Of what an organisation doesn't use, no deadline exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from generator.duur import lees_duur
from generator.kalender import Kalender, na_maanden
from generator.model import (
    Besluitmoment,
    Faseperiode,
    Formulier,
    Inrichting,
    Invulling,
    Parameters,
    Termijnstand,
    Verloop,
)

AANMELDING, INTAKE, START = "aanmelding", "intake", "checklist_opstart"
PB, PLAN, EVAL = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
UITSTROOM, RAPPORTAGE = "checklist_uitstroom", "rapportage"
ONGEWOON_VERTREK = ("uitzetting", "stopzetting", "overlijden")
TERMIJNEN: Mapping[str, str] = {
    "uitnodiging": "R27",
    "intake": "R34",
    "spoed_intake": "R37",
    "brief": "R28",
    "wachtlijst": "R35",
    "proef": "R36",
    "beschrijving": "R29",
    "plan": "R30",
    "voortgang": "R33",
    "evaluatie": "R74",
    "algemene_evaluatie": "R74",
    "nieuwe_cyclus": "R43",
}
"""Kind of deadline → the rule that minds it."""


@dataclass(frozen=True, slots=True)
class Bouw:
    """What the course is derived from: the forms of one dossier, in order, and what the organisation agreed."""

    delen: tuple[Invulling, ...]
    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    peildatum: date
    kalender: Kalender

    @property
    def parameters(self) -> Parameters:
        """The thresholds of the organisation."""
        return self.inrichting.parameters

    def van(self, formulier: str, cyclus: int | None = None) -> tuple[Invulling, ...]:
        """Return the forms of one kind, all cycles or one."""
        return tuple(d for d in self.delen if d.formulier == formulier and cyclus in (None, d.cyclus or 1))

    def evaluaties(self, cyclus: int | None = None) -> tuple[Invulling, ...]:
        """Return the evaluaties that close a cycle; a general one does not."""
        return tuple(d for d in self.van(EVAL, cyclus) if d.waarde("eval_soort") != "algemeen")

    @property
    def cycli(self) -> range:
        """The cycle numbers, from 1 to the highest that a form says."""
        kern = (d.cyclus or 1 for d in self.delen if d.formulier in (PB, PLAN, EVAL))
        return range(1, min(max(kern, default=1), 99) + 1)

    def gebruikt(self, formulier: str, *velden: str) -> bool:
        """True when the organisation has this form, with these fields."""
        definitie = self.formulieren.get(formulier)
        return definitie is not None and all(definitie.veld(veld) is not None for veld in velden)


def verloop_van(
    delen: Sequence[Invulling], inrichting: Inrichting, formulieren: Mapping[str, Formulier], peildatum: date
) -> Verloop:
    """Derive the course from the forms of one dossier, in order of fase, cyclus and date."""
    kalender = Kalender.van(inrichting.organisatie.sluitingsdagen)
    bouw = Bouw(tuple(delen), inrichting, formulieren, peildatum, kalender)
    besluiten = tuple(_besluiten(bouw))
    start = eerste_datum(bouw.van(START), "startdatum")
    vertrek = eerste_datum(bouw.van(UITSTROOM)[::-1], "vertrekdatum")
    verloop = Verloop(
        start=start,
        vertrek=vertrek,
        spoed=any(b.fase == AANMELDING and b.vervolg == "opstart" for b in besluiten),
        ongewoon_vertrek=any(d.waarde("uitstroomsoort") in ONGEWOON_VERTREK for d in bouw.van(UITSTROOM)),
        gesloten=vertrek is not None and vertrek <= peildatum,
        besluiten=besluiten,
        perioden=tuple(_perioden(bouw, besluiten, start, vertrek)),
    )
    return _met_termijnen(bouw, verloop)


def _met_termijnen(bouw: Bouw, verloop: Verloop) -> Verloop:
    alle = [termijn for maak in _MAKERS for termijn in maak(bouw, verloop)]
    return replace(verloop, termijnen=tuple(sorted(alle, key=lambda t: (t.uiterlijk, t.soort, t.cyclus))))


def datum_van(deel: Invulling, veld: str) -> date | None:
    """Return the date of a field; None when it is empty, lost or unreadable."""
    waarde = deel.waarde(veld)
    return waarde if isinstance(waarde, date) else None


def eerste_datum(delen: Sequence[Invulling], veld: str) -> date | None:
    """Return the date of the first of *delen* that has one."""
    return next((datum for deel in delen if (datum := datum_van(deel, veld))), None)


# --------------------------------------------------------------------------
# Decisions and fases


def _besluiten(bouw: Bouw) -> Iterator[Besluitmoment]:
    """Yield every decision that can be read, in order of fase and cycle."""
    for formulier in (AANMELDING, INTAKE, EVAL):
        delen = bouw.evaluaties() if formulier == EVAL else bouw.van(formulier)
        besluiten = {b.uitkomst: b.vervolg for b in bouw.inrichting.fase(formulier).besluiten}
        for deel in delen:
            uitkomst = deel.waarde("besluit")
            if isinstance(uitkomst, str) and uitkomst in besluiten:
                cyclus = (deel.cyclus or 1) if formulier == EVAL else 0
                yield Besluitmoment(fase=formulier, cyclus=cyclus, uitkomst=uitkomst, vervolg=besluiten[uitkomst],
                                    datum=datum_van(deel, "besluit_datum"), invulling=deel)  # fmt: skip


def _perioden(
    bouw: Bouw, besluiten: Sequence[Besluitmoment], start: date | None, vertrek: date | None
) -> Iterator[Faseperiode]:
    """Yield the fases of which the first day is known; the last day is where the next fase begins."""
    voor = [*bouw.van(AANMELDING)[:1], *bouw.van(INTAKE)[:1]]
    for deel, veld in zip(voor, ("aanmelddatum", "gesprek_datum"), strict=False):
        if deel.formulier == INTAKE:
            veld = "gesprek_datum"
        if van := datum_van(deel, veld):
            tot = datum_van(deel, "besluit_datum")
            yield Faseperiode(fase=deel.formulier, cyclus=0, van=van, tot=tot, bewijs=(deel,))
    if start:
        checklist = bouw.van(START)[0]
        yield Faseperiode(fase="opstart", cyclus=0, van=start, tot=_klaar(checklist), bewijs=(checklist,))
    vanaf, vorige = start, bouw.van(START)[:1]
    for cyclus in bouw.cycli:
        yield from _kring(bouw, cyclus, vanaf, vorige)
        slot = [b for b in besluiten if b.fase == EVAL and b.cyclus == cyclus]
        vanaf, vorige = (slot[-1].datum, (slot[-1].invulling,)) if slot else (None, ())
    eind = [b for b in besluiten if b.fase == EVAL and b.vervolg == "uitstroom" and b.datum]
    if eind and eind[-1].datum:
        bewijs = (eind[-1].invulling, *bouw.van(UITSTROOM)[-1:])
        yield Faseperiode(fase="uitstroom", cyclus=0, van=eind[-1].datum, tot=vertrek, bewijs=bewijs)


def _klaar(checklist: Invulling) -> date | None:
    """Return the day on which the last task was done; None while a task of the list is open."""
    datums = [rij.get("gereed") for rij in checklist.rijen("taken") if isinstance(rij, Mapping)]
    klaar = [datum for datum in datums if isinstance(datum, date)]
    return max(klaar) if klaar and len(klaar) == len(datums) else None


def _kring(bouw: Bouw, cyclus: int, vanaf: date | None, vorige: tuple[Invulling, ...]) -> Iterator[Faseperiode]:
    """Yield analyse, planning, uitvoering and evaluatie of one cycle."""
    pb, plannen, evaluaties = bouw.van(PB, cyclus), bouw.van(PLAN, cyclus), bouw.evaluaties(cyclus)
    pb_dag, plan_dag = eerste_datum(pb, "datum_pb"), eerste_datum(plannen, "plan_datum")
    eval_dag, besluit = eerste_datum(evaluaties, "eval_datum"), eerste_datum(evaluaties, "besluit_datum")
    eerste = pb_dag or plan_dag
    if vanaf and (cyclus == 1 or eerste or bouw.parameters.herstart_fase == 4):
        yield Faseperiode(fase="analyse", cyclus=cyclus, van=vanaf, tot=pb_dag, bewijs=(*vorige, *pb[:1]))
    stappen = (("planning", pb_dag, plan_dag, (*pb[:1], *plannen[:1])),
               ("uitvoering", plan_dag, eval_dag, (*plannen[:1], *evaluaties[:1])),
               ("evaluatie", eval_dag, besluit, evaluaties[:1]))  # fmt: skip
    for fase, van, tot, bewijs in stappen:
        if van:
            yield Faseperiode(fase=fase, cyclus=cyclus, van=van, tot=tot, bewijs=bewijs)


# --------------------------------------------------------------------------
# Deadlines

Maker = Callable[[Bouw, Verloop], Iterator[Termijnstand]]


def _uitnodiging(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """From the decision to have an intake: the invitation goes out within so many working days (S2:137-138)."""
    grens = bouw.parameters.grens("uitnodiging_max")
    for besluit in verloop.besluiten:
        if grens is not None and besluit.fase == AANMELDING and besluit.vervolg == "intake" and besluit.datum:
            deel = besluit.invulling
            yield Termijnstand(soort="uitnodiging", cyclus=0, formulier=AANMELDING, veld="uitnodiging_datum",
                               vanaf=besluit.datum, uiterlijk=bouw.kalender.na_werkdagen(besluit.datum, grens),
                               gedaan=datum_van(deel, "uitnodiging_datum"), bron=deel, bronveld="besluit_datum",
                               antwoord=deel)  # fmt: skip


def _na(dag: date, dagen: int) -> date:
    return dag + timedelta(days=dagen)


def _intake(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """From the decision to have an intake: the talk is held within so many days (proposal)."""
    grens, besluit = bouw.parameters.grens("intake_wacht"), verloop.besluit(AANMELDING)
    if grens is None or besluit is None or besluit.vervolg != "intake" or besluit.datum is None:
        return
    intakes = bouw.van(INTAKE)
    yield Termijnstand(soort="intake", cyclus=0, formulier=INTAKE, veld="gesprek_datum", vanaf=besluit.datum,
                       uiterlijk=_na(besluit.datum, grens), gedaan=eerste_datum(intakes, "gesprek_datum"),
                       bron=besluit.invulling, bronveld="besluit_datum", antwoord=next(iter(intakes), None),
                       vervallen=_hoeft_niet(verloop, intakes, "gesprek_datum"))  # fmt: skip


def _hoeft_niet(verloop: Verloop, delen: Sequence[Invulling], veld: str) -> bool:
    """True when nobody waits for a date any more: somebody left, or the form is there without a readable date.

    What is wrong with that date is another finding; the form isn't missing.
    """
    return eerste_datum(delen, veld) is None and (bool(delen) or verloop.vertrek is not None)


def _spoed_intake(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """After a spoedopname the intake follows within so many days of the start (S2:95, 132; term is a proposal)."""
    grens, start = bouw.parameters.grens("spoed_intake_max"), verloop.start
    if grens is None or start is None or not verloop.spoed:
        return
    intakes, bron = bouw.van(INTAKE), bouw.van(START)[0]
    yield Termijnstand(soort="spoed_intake", cyclus=0, formulier=INTAKE, veld="gesprek_datum", vanaf=start,
                       uiterlijk=_na(start, grens), gedaan=eerste_datum(intakes, "gesprek_datum"), bron=bron,
                       bronveld="startdatum", antwoord=next(iter(intakes), None),
                       vervallen=_hoeft_niet(verloop, intakes, "gesprek_datum"))  # fmt: skip


def _brief(bouw: Bouw, _: Verloop) -> Iterator[Termijnstand]:
    """The decision is on paper within so many days of the intake talk (S2:210-211)."""
    grens = bouw.parameters.grens("intakebrief_max")
    for deel in bouw.van(INTAKE):
        vanaf = datum_van(deel, "gesprek_datum")
        if grens is not None and vanaf:
            yield Termijnstand(soort="brief", cyclus=0, formulier=INTAKE, veld="brief_datum", vanaf=vanaf,
                               uiterlijk=_na(vanaf, grens), gedaan=datum_van(deel, "brief_datum"), bron=deel,
                               bronveld="gesprek_datum", antwoord=deel)  # fmt: skip


def contacten(bouw: Bouw) -> list[tuple[date, Invulling]]:
    """Return the days on which a rapportage or memo shows that there was contact."""
    velden = {RAPPORTAGE: "rap_datum", "memo": "datum_tijd"}
    alle = ((datum_van(d, velden[d.formulier]), d) for d in bouw.delen if d.formulier in velden)
    return sorted(((dag, d) for dag, d in alle if dag), key=lambda paar: paar[0])


def _wachtlijst(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """On the waiting list there is contact at least every so many days (proposal)."""
    grens, besluit = bouw.parameters.grens("wachtlijst_contact"), verloop.besluit(INTAKE)
    if grens is None or besluit is None or besluit.vervolg != "wachten":
        return
    deel = besluit.invulling
    vanaf = datum_van(deel, "wachtlijst_sinds") or besluit.datum
    einde = verloop.start or verloop.vertrek
    if vanaf:
        momenten = [(dag, bewijs) for dag, bewijs in contacten(bouw) if dag > vanaf]
        yield from _ritme(bouw, "wachtlijst", 0, grens, (vanaf, deel, "wachtlijst_sinds"), momenten, einde)


def _ritme(
    bouw: Bouw,
    soort: str,
    cyclus: int,
    grens: int,
    begin: tuple[date, Invulling, str],
    momenten: Sequence[tuple[date, Invulling]],
    einde: date | None,
) -> Iterator[Termijnstand]:
    """Yield a deadline per gap: from the beginning, from moment to moment, and up to the end (or still open)."""
    vanaf, bron, veld = begin
    for dag, bewijs in momenten:
        if einde and dag > einde:
            break
        yield Termijnstand(soort=soort, cyclus=cyclus, formulier=RAPPORTAGE, veld="rap_datum", vanaf=vanaf,
                           uiterlijk=_na(vanaf, grens), gedaan=dag, bron=bron, bronveld=veld,
                           antwoord=bewijs)  # fmt: skip
        vanaf, bron, veld = dag, bewijs, "rap_datum"
    yield Termijnstand(soort=soort, cyclus=cyclus, formulier=RAPPORTAGE, veld="rap_datum", vanaf=vanaf,
                       uiterlijk=_na(vanaf, grens), gedaan=einde, bron=bron, bronveld=veld)  # fmt: skip


def _proef(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """Before a trial ends there is a decision (S2:203): a later intake decision, an evaluatie, or a departure."""
    for besluit in verloop.besluiten:
        deel = besluit.invulling
        einde = datum_van(deel, "proef_eind")
        if besluit.fase != INTAKE or besluit.uitkomst != "proef" or einde is None or besluit.datum is None:
            continue
        later = [b.datum for b in verloop.besluiten if b is not besluit and b.datum and b.datum >= besluit.datum
                 and b.fase in (INTAKE, EVAL)]  # fmt: skip
        later += [verloop.vertrek] if verloop.vertrek else []
        yield Termijnstand(soort="proef", cyclus=0, formulier=INTAKE, veld="besluit", vanaf=besluit.datum,
                           uiterlijk=einde, gedaan=min(later, default=None), bron=deel,
                           bronveld="proef_eind")  # fmt: skip


def _beschrijving(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """The first persoonsbeschrijving is there within so many days of the start (S2:272)."""
    grens, start = bouw.parameters.grens("analyse_max"), verloop.start
    if grens is None or start is None or not bouw.gebruikt(PB, "datum_pb"):
        return
    delen = bouw.van(PB, 1)
    verder = bool(bouw.van(PLAN) or bouw.van(EVAL) or bouw.van(UITSTROOM) or bouw.van("exit"))
    yield Termijnstand(soort="beschrijving", cyclus=1, formulier=PB, veld="datum_pb", vanaf=start,
                       uiterlijk=_na(start, grens), gedaan=eerste_datum(delen, "datum_pb"), bron=bouw.van(START)[0],
                       bronveld="startdatum", antwoord=next(iter(delen), None),
                       vervallen=_hoeft_niet(verloop, delen, "datum_pb") or (not delen and verder))  # fmt: skip


def _plan(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """The plan is there within so many days of the beschrijving (S0:395; S2:317; S3:176)."""
    grens = bouw.parameters.grens("planning_max")
    for cyclus in bouw.cycli if grens is not None and bouw.gebruikt(PLAN, "plan_datum") else ():
        pb, plannen = bouw.van(PB, cyclus), bouw.van(PLAN, cyclus)
        dagen = [(dag, deel) for deel in pb if (dag := datum_van(deel, "datum_pb"))]
        if not dagen or grens is None:
            continue
        vanaf, bron = max(dagen, key=lambda paar: paar[0])
        gedaan = [dag for deel in plannen if (dag := datum_van(deel, "plan_datum"))]
        verder = any((d.cyclus or 1) > cyclus for d in bouw.delen) or bouw.evaluaties(cyclus) or bouw.van(UITSTROOM)
        yield Termijnstand(soort="plan", cyclus=cyclus, formulier=PLAN, veld="plan_datum", vanaf=vanaf,
                           uiterlijk=_na(vanaf, grens), gedaan=min(gedaan, default=None), bron=bron,
                           bronveld="datum_pb", antwoord=next(iter(plannen), None),
                           vervallen=not gedaan and bool(plannen or verder or bouw.van("exit")))  # fmt: skip


def _voortgang(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """While a plan runs there is a progress talk at least every so many days (S0:413-415; S2:355; S3:187-188)."""
    grens = bouw.parameters.grens("voortgang_max")
    if grens is None or not bouw.gebruikt(RAPPORTAGE, "rap_datum", "rap_soort"):
        return
    for cyclus in bouw.cycli:
        plannen = bouw.van(PLAN, cyclus)
        vanaf = eerste_datum(plannen, "plan_datum")
        if vanaf is None:
            continue
        momenten = [(dag, d) for dag, d in contacten(bouw)
                    if d.waarde("rap_soort") == "voortgangsgesprek" and dag > vanaf]  # fmt: skip
        einde = eerste_datum(bouw.evaluaties(cyclus), "eval_datum") or verloop.vertrek
        volgende = bouw.van(PLAN, cyclus + 1)
        einde = einde or eerste_datum(volgende, "plan_datum")
        yield from _ritme(bouw, "voortgang", cyclus, grens, (vanaf, plannen[0], "plan_datum"), momenten, einde)


def _evaluatie(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """The evaluatie is held when the plan says so, with some room (S2:328-329, 366-372)."""
    marge = bouw.parameters.grens("evaluatie_marge")
    for cyclus in bouw.cycli if marge is not None and bouw.gebruikt(EVAL, "eval_datum") else ():
        plannen, evaluaties = bouw.van(PLAN, cyclus), bouw.evaluaties(cyclus)
        gepland = _gepland(plannen[-1]) if plannen else None
        if gepland is None or marge is None:
            continue
        dag, veld = gepland
        verder = any((d.cyclus or 1) > cyclus for d in bouw.delen) or bouw.van("exit") or verloop.vertrek
        gedaan = eerste_datum(evaluaties, "eval_datum")
        yield Termijnstand(soort="evaluatie", cyclus=cyclus, formulier=EVAL, veld="eval_datum", vanaf=dag,
                           uiterlijk=_na(dag, marge), gedaan=gedaan, bron=plannen[-1], bronveld=veld,
                           antwoord=next(iter(evaluaties), None),
                           vervallen=gedaan is None and bool(evaluaties or verder))  # fmt: skip


def _gepland(plan: Invulling) -> tuple[date, str] | None:
    """Return the planned day of the evaluatie, or else the last day by which a goal should be reached."""
    if dag := datum_van(plan, "evaluatie_gepland"):
        return dag, "evaluatie_gepland"
    doelen = plan.waarde("doelen")
    rijen = doelen if isinstance(doelen, (tuple, list)) else ()
    dagen = [rij.get("streefdatum") for rij in rijen if isinstance(rij, Mapping)]
    streef = [dag for dag in dagen if isinstance(dag, date)]
    return (max(streef), "doelen") if streef else None


def _algemeen(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """A general evaluatie comes at least once in so many months, where that was agreed (S3:301-303)."""
    maanden = hoogstens_maanden(bouw.parameters.algemene_evaluatie)
    if maanden is None or verloop.start is None or not bouw.gebruikt(EVAL, "eval_soort"):
        return
    vanaf, bron, veld = verloop.start, bouw.van(START)[0], "startdatum"
    momenten = [(dag, d) for d in bouw.van(EVAL) if d.waarde("eval_soort") == "algemeen"
                and (dag := datum_van(d, "eval_datum"))]  # fmt: skip
    for dag, bewijs in sorted(momenten, key=lambda paar: paar[0]):
        yield Termijnstand(soort="algemene_evaluatie", cyclus=0, formulier=EVAL, veld="eval_datum", vanaf=vanaf,
                           uiterlijk=na_maanden(vanaf, maanden), gedaan=dag, bron=bron, bronveld=veld,
                           antwoord=bewijs)  # fmt: skip
        vanaf, bron, veld = dag, bewijs, "eval_datum"
    yield Termijnstand(soort="algemene_evaluatie", cyclus=0, formulier=EVAL, veld="eval_datum", vanaf=vanaf,
                       uiterlijk=na_maanden(vanaf, maanden), gedaan=None, bron=bron, bronveld=veld,
                       vervallen=verloop.vertrek is not None)  # fmt: skip


def hoogstens_maanden(tekst: str) -> int | None:
    """Return the most months that a duration in words allows; None when it is ``uit`` or in no such unit."""
    duur = lees_duur(tekst) if tekst != "uit" else None
    maat = duur.max if duur else None
    if maat is None or maat.eenheid not in ("maand", "jaar"):
        return None
    return round(maat.getal * (12 if maat.eenheid == "jaar" else 1))


def _nieuwe_cyclus(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """After the decision to go on, the next plan comes within `planning_max` days and some room (S2:407-414)."""
    grens = bouw.parameters.grens("planning_max")
    for besluit in verloop.besluiten:
        if grens is None or besluit.fase != EVAL or besluit.vervolg not in ("analyse", "planning") or not besluit.datum:
            continue
        plannen = bouw.van(PLAN, besluit.cyclus + 1)
        gedaan = eerste_datum(plannen, "plan_datum")
        verder = any((d.cyclus or 1) > besluit.cyclus + 1 for d in bouw.delen) or bouw.evaluaties(besluit.cyclus + 1)
        dagen = int(grens * bouw.parameters.marge)
        yield Termijnstand(soort="nieuwe_cyclus", cyclus=besluit.cyclus + 1, formulier=PLAN, veld="plan_datum",
                           vanaf=besluit.datum, uiterlijk=_na(besluit.datum, dagen), gedaan=gedaan,
                           bron=besluit.invulling, bronveld="besluit_datum", antwoord=next(iter(plannen), None),
                           vervallen=gedaan is None and bool(plannen or verder or verloop.vertrek))  # fmt: skip


_MAKERS: tuple[Maker, ...] = (
    _uitnodiging,
    _intake,
    _spoed_intake,
    _brief,
    _wachtlijst,
    _proef,
    _beschrijving,
    _plan,
    _voortgang,
    _evaluatie,
    _algemeen,
    _nieuwe_cyclus,
)
