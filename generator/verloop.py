"""The course of a dossier as data: fases, decisions and deadlines, up to one peildatum (domein.md 4.3, 4.6, 4.8).

Everything that is due is one `Termijnstand`, whatever rule speaks of it: rules and reports
ask the same record. Of what an organisation doesn't use, no deadline exists.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from math import floor, inf
from operator import attrgetter
from typing import Any, NamedTuple

from generator.duur import lees_duur
from generator.kalender import Kalender, na_maanden
from generator.model import (
    Besluitmoment,
    Faseperiode,
    Formulier,
    Inrichting,
    Invulling,
    Onleesbaar,
    Termijnstand,
    Verloop,
)

AANMELDING, INTAKE, START = "aanmelding", "intake", "checklist_opstart"
PB, PLAN, EVAL = "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
UITSTROOM, EXIT = "checklist_uitstroom", "exit"
RAPPORTAGE, MEMO = "rapportage", "memo"
_KERN = (PB, PLAN, EVAL)
_STAPPEN = (AANMELDING, INTAKE, START, PB, PLAN, EVAL)
DAGVELD: Mapping[str, str] = {PB: "datum_pb", PLAN: "plan_datum", EVAL: "eval_datum"}
"""The forms that come once in every cycle, and the field with their day."""
KRING = ("analyse", "planning")
"""Where the circle starts again after an evaluatie."""
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
_OP_TIJD = attrgetter("uiterlijk", "soort", "cyclus")


@dataclass(frozen=True)
class Afspraken:
    """What every course of a run is derived from: what the organisation agreed, its forms, and the peildatum."""

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    peildatum: date

    @cached_property
    def kalender(self) -> Kalender:
        """The working days of the organisation."""
        return Kalender.van(self.inrichting.organisatie.sluitingsdagen)

    @cached_property
    def velden(self) -> Mapping[str, frozenset[str]]:
        """Form key → the keys of its fields."""
        return {sleutel: frozenset(v.sleutel for v in f.velden) for sleutel, f in self.formulieren.items()}

    @cached_property
    def besluiten(self) -> Mapping[str, Mapping[str, str]]:
        """Fase → what may be decided in it → what follows."""
        return {fase.sleutel: {b.uitkomst: b.vervolg for b in fase.besluiten} for fase in self.inrichting.fasen}

    @cached_property
    def taken(self) -> frozenset[str]:
        """The tasks at the start that always have to be done."""
        definitie = self.formulieren[START].veld("taken") if START in self.formulieren else None
        return frozenset(rij.sleutel for rij in definitie.rijen if rij.verplicht == "ja") if definitie else frozenset()


class Bouw:
    """What the course of one dossier is derived from: its forms, in order, and what was agreed."""

    def __init__(self, delen: tuple[Invulling, ...], afspraken: Afspraken) -> None:
        self.delen = delen
        self.afspraken = afspraken
        self.parameters = afspraken.inrichting.parameters
        self.peildatum = afspraken.peildatum
        # Forms by kind, and by kind and cycle: nearly every step of the course asks for some of them.
        self._van: dict[str, list[Invulling]] = {}
        self._in_cyclus: dict[tuple[str, int], list[Invulling]] = {}
        for deel in delen:
            self._van.setdefault(deel.formulier, []).append(deel)
            self._in_cyclus.setdefault((deel.formulier, deel.cyclus or 1), []).append(deel)
        # The cycle numbers that forms carry, in order; the first is always there.
        self.cycli = tuple(sorted({1, *kerncycli(delen)}))
        self.contacten = contacten(self)

    def van(self, formulier: str, cyclus: int | None = None) -> Sequence[Invulling]:
        """Return the forms of one kind, all cycles or one."""
        return self._van.get(formulier, ()) if cyclus is None else self._in_cyclus.get((formulier, cyclus), ())

    def evaluaties(self, cyclus: int | None = None) -> Sequence[Invulling]:
        """Return the evaluaties that close a cycle; a general one does not."""
        return [d for d in self.van(EVAL, cyclus) if d.waarden.get("eval_soort") != "algemeen"]

    def gebruikt(self, formulier: str, *velden: str) -> bool:
        """True when the organisation has this form, with these fields."""
        bekend = self.afspraken.velden.get(formulier)
        return bekend is not None and bekend.issuperset(velden)

    def verder(self, formulier: str, cyclus: int = 0) -> bool:
        """True when a core form of a later step is there: then R38 speaks of a form that is missing here."""
        hier = (float(cyclus), _STAPPEN.index(formulier))
        return any(plaats > hier for deel in self.delen if (plaats := _plaats(deel)))


def _plaats(deel: Invulling) -> tuple[float, int] | None:
    """Return where a core form stands on the way; None for the other forms."""
    if deel.formulier in (UITSTROOM, EXIT):
        return inf, 0
    if deel.formulier not in _STAPPEN:
        return None
    kring = deel.formulier in _KERN
    return float((deel.cyclus or 1) if kring else 0), _STAPPEN.index(deel.formulier)


def kerncycli(delen: Sequence[Invulling]) -> tuple[int, ...]:
    """Return the cycle numbers of the beschrijvingen, plans and evaluaties, in order; a general evaluatie has none."""
    cycli = set()
    for deel in delen:
        if deel.formulier in _KERN and deel.waarden.get("eval_soort") != "algemeen":
            cycli.add(max(deel.cyclus or 1, 1))
    return tuple(sorted(cycli))


def dubbel_genummerd(delen: Sequence[Invulling], verloop: Verloop) -> tuple[Invulling, ...]:
    """Return the forms of a new round that carry the number of the round before it.

    One of the same kind and number stands before the decision to go on, this one after it.
    """
    dubbel: list[Invulling] = []
    verder = [b for b in verloop.besluiten if b.fase == EVAL and b.vervolg in KRING]
    kern = [deel for deel in delen if deel.formulier in (PB, PLAN)] if verder else []
    for besluit in verder:
        if besluit.datum is None:
            continue
        for formulier, veld in ((PB, "datum_pb"), (PLAN, "plan_datum")):
            eigen = [d for d in kern if d.formulier == formulier and (d.cyclus or 1) == besluit.cyclus]
            dagen = [(dag, deel) for deel in eigen if (dag := datum_van(deel, veld))]
            if any(dag <= besluit.datum for dag, _ in dagen):
                dubbel += [deel for dag, deel in dagen if dag > besluit.datum and deel not in dubbel]
    return tuple(dubbel)


def zonder_nummer(delen: Sequence[Invulling], besluiten: Sequence[Besluitmoment]) -> tuple[Invulling, ...]:
    """Return the forms of the circle without a number that may be of more than one cycle.

    Where there is only one cycle, they are of that one: then just the number itself is missing.
    """
    kern = [d for d in delen if d.formulier in DAGVELD and d.waarde("eval_soort") != "algemeen"]
    los = [deel for deel in kern if deel.cyclus is None]
    if not los:
        return ()
    soorten = Counter((deel.formulier, str(deel.waarde("plan_versie") or 1)) for deel in kern)
    if max(kerncycli(kern)) > 1 or max(soorten.values()) > 1:
        return tuple(los)
    verder = [b for b in besluiten if b.fase == EVAL and b.vervolg in KRING]
    return tuple(deel for deel in los if any(b.invulling is not deel and not _ervoor(deel, b.datum) for b in verder))


def _ervoor(deel: Invulling, besluit: date | None) -> bool:
    """True when a form is surely not of a later day than a decision."""
    dag = datum_van(deel, DAGVELD[deel.formulier])
    return dag is not None and besluit is not None and dag <= besluit


def vermoedelijke_cyclus(deel: Invulling, delen: Sequence[Invulling]) -> int | None:
    """Return the one cycle that a form without a number fits in, by its date and its place; None when that isn't sure.

    It fits where there is no such form yet, between the forms before it and those after it.
    """
    dag = datum_van(deel, DAGVELD.get(deel.formulier, ""))
    kern = [d for d in delen if d.formulier in DAGVELD and d.cyclus and d.waarde("eval_soort") != "algemeen"]
    if dag is None or not kern:
        return None
    bezet = {d.cyclus for d in kern if d.formulier == deel.formulier}
    laatste = max(d.cyclus or 1 for d in kern)
    open_ = [nr for nr in range(1, laatste + 1) if nr not in bezet] or [laatste + 1]
    dagen = [(plaats, daar) for d in kern if (plaats := _plaats(d)) and (daar := datum_van(d, DAGVELD[d.formulier]))]
    passend = [nr for nr in open_ if _past(dag, (float(nr), _STAPPEN.index(deel.formulier)), dagen)]
    return passend[0] if len(passend) == 1 else None


def _past(dag: date, hier: tuple[float, int], dagen: Sequence[tuple[tuple[float, int], date]]) -> bool:
    """True when what comes before this place is not of a later day, and what comes after it not of an earlier one."""
    return all(daar <= dag if plaats < hier else daar >= dag for plaats, daar in dagen)


def nieuwe_aanmelding(delen: Sequence[Invulling], na: date | None, behalve: Invulling | None = None) -> bool:
    """True when somebody came back: there is an aanmelding of a later date than *na*."""
    dagen = [datum_van(d, "aanmelddatum") for d in delen if d.formulier == AANMELDING and d is not behalve]
    return any(dag is not None and (na is None or dag > na) for dag in dagen)


def verloop_van(
    delen: Sequence[Invulling], inrichting: Inrichting, formulieren: Mapping[str, Formulier], peildatum: date
) -> Verloop:
    """Derive the course from the forms of one dossier, in order of fase, cyclus and date."""
    return verloop_bij(delen, Afspraken(inrichting, formulieren, peildatum))


def verloop_bij(delen: Sequence[Invulling], afspraken: Afspraken) -> Verloop:
    """Do the same as `verloop_van`, for one dossier of many: what was agreed is looked up once."""
    bouw = Bouw(tuple(delen), afspraken)
    besluiten = tuple(_besluiten(bouw))
    if los := zonder_nummer(delen, besluiten):
        bouw = Bouw(tuple(deel for deel in delen if deel not in los), afspraken)
        besluiten = tuple(_besluiten(bouw))
    uitstroom = bouw.van(UITSTROOM)
    start, _ = _vroegste(bouw.van(START), "startdatum")
    vertrek = eerste_datum(uitstroom[::-1], "vertrekdatum")
    soorten = [deel.waarde("uitstroomsoort") for deel in uitstroom]
    verloop = Verloop(
        start=start,
        vertrek=vertrek,
        spoed=any(b.fase == AANMELDING and b.vervolg == "opstart" for b in besluiten),
        ongewoon_vertrek=any(soort in ONGEWOON_VERTREK for soort in soorten),
        overleden="overlijden" in soorten,
        gesloten=vertrek is not None and vertrek <= afspraken.peildatum,
        besluiten=besluiten,
        perioden=tuple(_perioden(bouw, besluiten, start, vertrek)),
        zonder_nummer=los,
    )
    termijnen = _termijnen(bouw, verloop)
    return replace(verloop, termijnen=termijnen) if termijnen else verloop


def _termijnen(bouw: Bouw, verloop: Verloop) -> tuple[Termijnstand, ...]:
    alle: list[Termijnstand] = []
    for maak in _MAKERS:
        alle += maak(bouw, verloop)
    if verloop.overleden:
        alle = [replace(termijn, vervallen=True) if termijn.gedaan is None else termijn for termijn in alle]
    if verloop.zonder_nummer:
        # What seems open may be in a form of which the cycle is not known.
        alle = [replace(t, vervallen=True) if t.gedaan is None and _in_de_kring(t) else t for t in alle]
    return tuple(sorted(alle, key=_OP_TIJD))


def _in_de_kring(termijn: Termijnstand) -> bool:
    return termijn.cyclus > 0 or termijn.soort == "proef"


def _onzeker(deel: Invulling, veld: str) -> bool:
    """True when a field is lost or unreadable: what is wrong with it is another finding."""
    return veld in deel.niet_gevonden or isinstance(deel.waarde(veld), Onleesbaar)


def _vroegste(delen: Sequence[Invulling], veld: str) -> tuple[date | None, Invulling | None]:
    """Return the earliest date and the form that has it; without any date the first form, if there is one."""
    eerste: date | None = None
    bron = delen[0] if delen else None
    for deel in delen:
        dag = deel.waarden.get(veld)
        if isinstance(dag, date) and (eerste is None or dag < eerste):
            eerste, bron = dag, deel
    return eerste, bron


def datum_van(deel: Invulling, veld: str) -> date | None:
    """Return the date of a field; None when it is empty, lost or unreadable."""
    waarde = deel.waarden.get(veld)
    return waarde if isinstance(waarde, date) else None


def eerste_datum(delen: Sequence[Invulling], veld: str) -> date | None:
    """Return the date of the first of *delen* that has one."""
    for deel in delen:
        dag = deel.waarden.get(veld)
        if isinstance(dag, date):
            return dag
    return None


# --------------------------------------------------------------------------
# Decisions and fases


def _besluiten(bouw: Bouw) -> Iterator[Besluitmoment]:
    """Yield every decision that can be read, in order of fase and cycle."""
    for formulier in (AANMELDING, INTAKE, EVAL):
        delen = bouw.evaluaties() if formulier == EVAL else bouw.van(formulier)
        besluiten = bouw.afspraken.besluiten[formulier]
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
    for formulier, veld in ((AANMELDING, "aanmelddatum"), (INTAKE, "gesprek_datum")):
        van, deel = _vroegste(bouw.van(formulier), veld)
        if van and deel:
            tot = datum_van(deel, "besluit_datum")
            yield Faseperiode(fase=formulier, cyclus=0, van=van, tot=tot, bewijs=(deel,))
    _, checklist = _vroegste(bouw.van(START), "startdatum")
    if start and checklist:
        yield Faseperiode(fase="opstart", cyclus=0, van=start, tot=_klaar(bouw, checklist), bewijs=(checklist,))
    vanaf, vorige = start, tuple(bouw.van(START)[:1])
    for cyclus in bouw.cycli:
        yield from _kring(bouw, cyclus, vanaf, vorige)
        slot = [b for b in besluiten if b.fase == EVAL and b.cyclus == cyclus]
        vanaf, vorige = (slot[-1].datum, (slot[-1].invulling,)) if slot else (None, ())
    eind = [b for b in besluiten if b.fase == EVAL and b.vervolg == "uitstroom" and b.datum]
    if eind and eind[-1].datum:
        bewijs = (eind[-1].invulling, *bouw.van(UITSTROOM)[-1:])
        yield Faseperiode(fase="uitstroom", cyclus=0, van=eind[-1].datum, tot=vertrek, bewijs=bewijs)


def _klaar(bouw: Bouw, checklist: Invulling) -> date | None:
    """Return the day on which the last task was done; None while a task that has to be done is open."""
    rijen = _rijen(checklist, "taken")
    datums = [rij.get("gereed") for rij in rijen]
    klaar = [datum for datum in datums if isinstance(datum, date)]
    if not klaar or len(klaar) < len(datums):
        return None
    return max(klaar) if bouw.afspraken.taken.issubset([str(rij.get("taak")) for rij in rijen]) else None


def _rijen(deel: Invulling, veld: str) -> list[Mapping[str, Any]]:
    """Return the rows of a table that can be read."""
    waarde = deel.waarde(veld)
    return [rij for rij in waarde if isinstance(rij, Mapping)] if isinstance(waarde, (tuple, list)) else []


def _kring(bouw: Bouw, cyclus: int, vanaf: date | None, vorige: tuple[Invulling, ...]) -> Iterator[Faseperiode]:
    """Yield analyse, planning, uitvoering and evaluatie of one cycle; the circle may start again at planning."""
    pb, plannen, evaluaties = bouw.van(PB, cyclus), bouw.van(PLAN, cyclus), bouw.evaluaties(cyclus)
    pb_dag, plan_dag = eerste_datum(pb, "datum_pb"), eerste_datum(plannen, "plan_datum")
    eval_dag, besluit = eerste_datum(evaluaties, "eval_datum"), eerste_datum(evaluaties, "besluit_datum")
    zonder = cyclus > 1 and not pb and bouw.parameters.herstart_fase == 5
    begin = (*vorige, *plannen[:1]) if zonder else (*pb[:1], *plannen[:1])
    stappen = (("analyse", None if zonder else vanaf, pb_dag, (*vorige, *pb[:1])),
               ("planning", vanaf if zonder else pb_dag, plan_dag, begin),
               ("uitvoering", plan_dag, eval_dag, (*plannen[:1], *evaluaties[:1])),
               ("evaluatie", eval_dag, besluit, (*evaluaties[:1],)))  # fmt: skip
    for fase, van, tot, bewijs in stappen:
        if van:
            yield Faseperiode(fase=fase, cyclus=cyclus, van=van, tot=tot, bewijs=bewijs)


# --------------------------------------------------------------------------
# Deadlines

Maker = Callable[[Bouw, Verloop], Iterator[Termijnstand]]


def _uitnodiging(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """From the decision to have an intake: the invitation goes out within so many working days (S2:137-138)."""
    grens = bouw.parameters.grens("uitnodiging_max")
    if grens is None or not bouw.gebruikt(AANMELDING, "uitnodiging_datum"):
        return
    gesprek, _ = _vroegste(bouw.van(INTAKE), "gesprek_datum")
    for besluit in verloop.besluiten:
        if besluit.fase != AANMELDING or besluit.vervolg != "intake" or besluit.datum is None:
            continue
        deel = besluit.invulling
        gedaan = datum_van(deel, "uitnodiging_datum")
        # Who had the talk on the day of the decision needs no invitation (S0:304).
        meteen = gesprek is not None and gesprek <= besluit.datum
        yield Termijnstand(soort="uitnodiging", cyclus=0, formulier=AANMELDING, veld="uitnodiging_datum",
                           vanaf=besluit.datum, uiterlijk=bouw.afspraken.kalender.na_werkdagen(besluit.datum, grens),
                           gedaan=gedaan, bron=deel, bronveld="besluit_datum", antwoord=deel,
                           vervallen=gedaan is None and (meteen or _onzeker(deel, "uitnodiging_datum")))  # fmt: skip


def _na(dag: date, dagen: int) -> date:
    return dag + timedelta(days=dagen)


def _intake(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """From the decision to have an intake: the talk is held within so many days (proposal)."""
    grens, besluit = bouw.parameters.grens("intake_wacht"), verloop.besluit(AANMELDING)
    if grens is None or besluit is None or besluit.vervolg != "intake" or besluit.datum is None:
        return
    if not bouw.gebruikt(INTAKE, "gesprek_datum"):
        return
    gedaan, intake = _vroegste(_intakes_na(bouw, besluit.invulling), "gesprek_datum")
    yield Termijnstand(soort="intake", cyclus=0, formulier=INTAKE, veld="gesprek_datum", vanaf=besluit.datum,
                       uiterlijk=_na(besluit.datum, grens), gedaan=gedaan, bron=besluit.invulling,
                       bronveld="besluit_datum", antwoord=intake,
                       vervallen=gedaan is None and (intake is not None or bouw.verder(INTAKE)))  # fmt: skip


def _intakes_na(bouw: Bouw, aanmelding: Invulling) -> list[Invulling]:
    """Return the intakes that belong to an aanmelding; with one aanmelding that is every intake."""
    begin = datum_van(aanmelding, "aanmelddatum") if len(bouw.van(AANMELDING)) > 1 else None
    return [d for d in bouw.van(INTAKE) if begin is None or (datum_van(d, "gesprek_datum") or begin) >= begin]


def _spoed_intake(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """After a spoedopname the intake follows within so many days of the start (S2:95, 132; term is a proposal)."""
    grens, (start, bron) = bouw.parameters.grens("spoed_intake_max"), _vroegste(bouw.van(START), "startdatum")
    if grens is None or start is None or bron is None or not verloop.spoed:
        return
    if not bouw.gebruikt(INTAKE, "gesprek_datum"):
        return
    gedaan, intake = _vroegste(bouw.van(INTAKE), "gesprek_datum")
    uiterlijk = _na(start, grens)
    weg = verloop.vertrek is not None and verloop.vertrek <= uiterlijk
    yield Termijnstand(soort="spoed_intake", cyclus=0, formulier=INTAKE, veld="gesprek_datum", vanaf=start,
                       uiterlijk=uiterlijk, gedaan=gedaan, bron=bron, bronveld="startdatum", antwoord=intake,
                       vervallen=gedaan is None and (intake is not None or weg))  # fmt: skip


def _brief(bouw: Bouw, _: Verloop) -> Iterator[Termijnstand]:
    """The decision is on paper within so many days of the intake talk (S2:210-211)."""
    grens = bouw.parameters.grens("intakebrief_max")
    for deel in bouw.van(INTAKE) if bouw.gebruikt(INTAKE, "brief_datum") else ():
        vanaf = datum_van(deel, "gesprek_datum")
        if grens is not None and vanaf:
            yield Termijnstand(soort="brief", cyclus=0, formulier=INTAKE, veld="brief_datum", vanaf=vanaf,
                               uiterlijk=_na(vanaf, grens), gedaan=datum_van(deel, "brief_datum"), bron=deel,
                               bronveld="gesprek_datum", antwoord=deel,
                               vervallen=_onzeker(deel, "brief_datum"))  # fmt: skip


class Moment(NamedTuple):
    """A day on which there was contact, and the field that says so."""

    dag: date
    deel: Invulling
    veld: str


def contacten(bouw: Bouw) -> list[Moment]:
    """Return the days on which a rapportage or memo shows that there was contact, in order."""
    velden = {RAPPORTAGE: "rap_datum", MEMO: "datum_tijd"}
    momenten = [Moment(dag, deel, veld) for formulier, veld in velden.items() for deel in bouw.van(formulier)
                if (dag := datum_van(deel, veld))]  # fmt: skip
    return sorted(momenten, key=lambda moment: moment.dag)


def _wachtlijst(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """On the waiting list there is contact at least every so many days (proposal)."""
    grens = bouw.parameters.grens("wachtlijst_contact")
    if grens is None or not (bouw.gebruikt(RAPPORTAGE, "rap_datum") or bouw.gebruikt(MEMO, "datum_tijd")):
        return
    besluiten = [b for b in verloop.besluiten if b.fase == INTAKE]
    for nr, besluit in enumerate(besluiten):
        deel, later = besluit.invulling, besluiten[nr + 1 :]
        veld = "wachtlijst_sinds" if datum_van(deel, "wachtlijst_sinds") else "besluit_datum"
        vanaf = datum_van(deel, veld)
        if besluit.vervolg != "wachten" or vanaf is None:
            continue
        slot = [dag for dag in (*(b.datum for b in later), verloop.start, verloop.vertrek) if dag and dag >= vanaf]
        klaar = bool(later) or bouw.verder(INTAKE)
        momenten = [moment for moment in bouw.contacten if moment.dag > vanaf]
        yield from _ritme(bouw, "wachtlijst", grens, Moment(vanaf, deel, veld), momenten, min(slot, default=None),
                          klaar=klaar)  # fmt: skip


def _ritme(bouw: Bouw, soort: str, grens: int, begin: Moment, momenten: Sequence[Moment], einde: date | None, *,
           cyclus: int = 0, klaar: bool = False) -> Iterator[Termijnstand]:  # fmt: skip
    """Yield a deadline per gap: from the beginning, from moment to moment, and up to the end (or still open).

    With *klaar* it ended on a day that nobody knows: then nothing is open any more.
    """
    formulier, veld = (RAPPORTAGE, "rap_datum") if RAPPORTAGE in bouw.afspraken.formulieren else (MEMO, "datum_tijd")
    for moment in momenten:
        if einde and moment.dag > einde:
            break
        yield Termijnstand(soort=soort, cyclus=cyclus, formulier=moment.deel.formulier, veld=moment.veld,
                           vanaf=begin.dag, uiterlijk=_na(begin.dag, grens), gedaan=moment.dag, bron=begin.deel,
                           bronveld=begin.veld, antwoord=moment.deel)  # fmt: skip
        begin = moment
    gedaan = einde if einde and einde <= bouw.peildatum else None
    yield Termijnstand(soort=soort, cyclus=cyclus, formulier=formulier, veld=veld, vanaf=begin.dag,
                       uiterlijk=_na(begin.dag, grens), gedaan=gedaan, bron=begin.deel, bronveld=begin.veld,
                       vervallen=einde is None and klaar)  # fmt: skip


def _proef(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """Before a trial ends there is a decision (S2:203): a later intake decision, an evaluatie, or a departure."""
    for nr, besluit in enumerate(verloop.besluiten):
        einde = datum_van(besluit.invulling, "proef_eind")
        if besluit.fase != INTAKE or besluit.uitkomst != "proef" or einde is None or besluit.datum is None:
            continue
        later = [b for b in verloop.besluiten[nr + 1 :] if b.datum is None or b.datum >= besluit.datum]
        dagen = [b.datum for b in later if b.datum] + ([verloop.vertrek] if verloop.vertrek else [])
        weg = bool(later or bouw.van(UITSTROOM) or bouw.van(EXIT))
        yield Termijnstand(soort="proef", cyclus=0, formulier=INTAKE, veld="besluit", vanaf=besluit.datum,
                           uiterlijk=einde, gedaan=min(dagen, default=None), bron=besluit.invulling,
                           bronveld="proef_eind", vervallen=not dagen and weg)  # fmt: skip


def _beschrijving(bouw: Bouw, _: Verloop) -> Iterator[Termijnstand]:
    """The first persoonsbeschrijving is there within so many days of the start (S2:272)."""
    grens, (start, bron) = bouw.parameters.grens("analyse_max"), _vroegste(bouw.van(START), "startdatum")
    if grens is None or start is None or bron is None or not bouw.gebruikt(PB, "datum_pb"):
        return
    gedaan, deel = _vroegste(bouw.van(PB, 1), "datum_pb")
    yield Termijnstand(soort="beschrijving", cyclus=1, formulier=PB, veld="datum_pb", vanaf=start,
                       uiterlijk=_na(start, grens), gedaan=gedaan, bron=bron, bronveld="startdatum", antwoord=deel,
                       vervallen=gedaan is None and (deel is not None or bouw.verder(PB, 1)))  # fmt: skip


def _plan(bouw: Bouw, _: Verloop) -> Iterator[Termijnstand]:
    """The plan is there within so many days of the beschrijving (S0:395; S2:317; S3:176)."""
    grens = bouw.parameters.grens("planning_max")
    if grens is None or not bouw.gebruikt(PLAN, "plan_datum"):
        return
    for cyclus in bouw.cycli:
        dagen = [(dag, deel) for deel in bouw.van(PB, cyclus) if (dag := datum_van(deel, "datum_pb"))]
        if not dagen:
            continue
        vanaf, bron = max(dagen, key=lambda paar: paar[0])
        gedaan, plan = _vroegste(bouw.van(PLAN, cyclus), "plan_datum")
        yield Termijnstand(soort="plan", cyclus=cyclus, formulier=PLAN, veld="plan_datum", vanaf=vanaf,
                           uiterlijk=_na(vanaf, grens), gedaan=gedaan, bron=bron, bronveld="datum_pb", antwoord=plan,
                           vervallen=gedaan is None and (plan is not None or bouw.verder(PLAN, cyclus)))  # fmt: skip


def _voortgang(bouw: Bouw, verloop: Verloop) -> Iterator[Termijnstand]:
    """While a plan runs there is a progress talk at least every so many days (S0:413-415; S2:355; S3:187-188)."""
    grens = bouw.parameters.grens("voortgang_max")
    if grens is None or not bouw.gebruikt(RAPPORTAGE, "rap_datum", "rap_soort"):
        return
    for cyclus in bouw.cycli:
        vanaf, plan = _vroegste(bouw.van(PLAN, cyclus), "plan_datum")
        if vanaf is None or plan is None:
            continue
        momenten = [m for m in bouw.contacten if m.deel.waarde("rap_soort") == "voortgangsgesprek" and m.dag > vanaf]
        volgende = eerste_datum([d for d in bouw.van(PLAN) if (d.cyclus or 1) > cyclus], "plan_datum")
        einde = eerste_datum(bouw.evaluaties(cyclus), "eval_datum") or volgende or verloop.vertrek
        klaar = bool(bouw.evaluaties(cyclus)) or bouw.verder(EVAL, cyclus)
        yield from _ritme(bouw, "voortgang", grens, Moment(vanaf, plan, "plan_datum"), momenten, einde,
                          cyclus=cyclus, klaar=klaar)  # fmt: skip


def _evaluatie(bouw: Bouw, _: Verloop) -> Iterator[Termijnstand]:
    """The evaluatie is held when the plan says so, with some room (S2:328-329, 366-372)."""
    marge = bouw.parameters.grens("evaluatie_marge")
    if marge is None or not bouw.gebruikt(EVAL, "eval_datum"):
        return
    for cyclus in bouw.cycli:
        plannen = bouw.van(PLAN, cyclus)
        gepland = _gepland(plannen[-1]) if plannen else None
        if gepland is None:
            continue
        dag, veld = gepland
        gedaan, deel = _vroegste(bouw.evaluaties(cyclus), "eval_datum")
        yield Termijnstand(soort="evaluatie", cyclus=cyclus, formulier=EVAL, veld="eval_datum", vanaf=dag,
                           uiterlijk=_na(dag, marge), gedaan=gedaan, bron=plannen[-1], bronveld=veld, antwoord=deel,
                           vervallen=gedaan is None and (deel is not None or bouw.verder(EVAL, cyclus)))  # fmt: skip


def _gepland(plan: Invulling) -> tuple[date, str] | None:
    """Return the planned day of the evaluatie, or else the last day by which a goal should be reached."""
    if dag := datum_van(plan, "evaluatie_gepland"):
        return dag, "evaluatie_gepland"
    dagen = [rij.get("streefdatum") for rij in _rijen(plan, "doelen")]
    streef = [dag for dag in dagen if isinstance(dag, date)]
    return (max(streef), "doelen") if streef else None


def _algemeen(bouw: Bouw, _: Verloop) -> Iterator[Termijnstand]:
    """A general evaluatie comes at least once in so many months, where that was agreed (S3:301-303)."""
    maanden, (start, bron) = (
        hoogstens_maanden(bouw.parameters.algemene_evaluatie),
        _vroegste(bouw.van(START), "startdatum"),
    )
    if maanden is None or start is None or bron is None or not bouw.gebruikt(EVAL, "eval_soort"):
        return
    vorige = Moment(start, bron, "startdatum")
    algemeen = [d for d in bouw.van(EVAL) if d.waarde("eval_soort") == "algemeen"]
    momenten = [Moment(dag, d, "eval_datum") for d in algemeen if (dag := datum_van(d, "eval_datum"))]
    for moment in sorted(momenten, key=lambda moment: moment.dag):
        yield _algemene_termijn(vorige, maanden, moment)
        vorige = moment
    weg = bool(bouw.van(UITSTROOM) or bouw.van(EXIT)) or len(momenten) < len(algemeen)
    yield replace(_algemene_termijn(vorige, maanden, None), vervallen=weg)


def _algemene_termijn(vorige: Moment, maanden: int, moment: Moment | None) -> Termijnstand:
    return Termijnstand(soort="algemene_evaluatie", cyclus=0, formulier=EVAL, veld="eval_datum", vanaf=vorige.dag,
                        uiterlijk=na_maanden(vorige.dag, maanden), gedaan=moment.dag if moment else None,
                        bron=vorige.deel, bronveld=vorige.veld, antwoord=moment.deel if moment else None)  # fmt: skip


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
    if grens is None or not bouw.gebruikt(PLAN, "plan_datum"):
        return
    verder = [b for b in slotbesluiten(verloop) if b.vervolg in KRING and b.datum is not None]
    # Of 14 × 1.5 no day may get lost in the arithmetic.
    dagen = floor(round(grens * bouw.parameters.marge, 6))
    dubbel = {deel.cyclus or 1 for deel in dubbel_genummerd(bouw.delen, verloop)} if verder else set()
    for besluit in verder:
        if besluit.datum is None:
            continue
        nummer = besluit.cyclus + 1
        gedaan, plan = _vroegste(bouw.van(PLAN, nummer), "plan_datum")
        # With a new beschrijving the term counts from there.
        elders = eerste_datum(bouw.van(PB, nummer), "datum_pb") is not None or besluit.cyclus in dubbel
        yield Termijnstand(soort="nieuwe_cyclus", cyclus=nummer, formulier=PLAN, veld="plan_datum",
                           vanaf=besluit.datum, uiterlijk=_na(besluit.datum, dagen), gedaan=gedaan,
                           bron=besluit.invulling, bronveld="besluit_datum", antwoord=plan,
                           vervallen=gedaan is None and (plan is not None or elders or bouw.verder(PLAN, nummer)),
                           )  # fmt: skip


def slotbesluiten(verloop: Verloop) -> Iterator[Besluitmoment]:
    """Yield the decision that closes each cycle; where evaluaties contradict each other there is none."""
    besluiten = [besluit for besluit in verloop.besluiten if besluit.fase == EVAL]
    for cyclus in dict.fromkeys([besluit.cyclus for besluit in besluiten]):
        eigen = [besluit for besluit in besluiten if besluit.cyclus == cyclus]
        if len({b.vervolg for b in eigen}) == 1:
            yield eigen[-1]


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
