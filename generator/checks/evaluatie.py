"""R13 and R41: the evaluatie, and the goals that it looks back on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.blik import DossierBlik, FormulierBlik, niets
from generator.checks.plan import doelnummers, nummers_zeker
from generator.checks.regel import Overslaan, Plek, Treffer, Uitkomst, regel
from generator.dossier import volgnummer
from generator.model import Ernst
from generator.taal import opsomming

_EVAL = "evaluatie"
_PEA = ("proces", "effect", "actie")


@regel("R13", "PEA volledig", ernst=Ernst.WAARSCHUWING, bron="S3:278-293", niveau="formulier",
       nodig=(f"{_EVAL}.pea",), leest=(f"{_EVAL}.per_doel",),
       dekt=tuple(f"{_EVAL}.pea{k}" for k in ("", ".proces", ".effect", ".actie")))  # fmt: skip
def pea_volledig(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Voor een doel ontbreekt proces, effect of actie. Alleen als het formulier daarnaar vraagt.

    Slecht: bij doel 1 is ‘Effect’ leeg.
    Goed: bij elk doel zijn proces, effect en actie ingevuld.
    """
    gezien = doelnummers(blik, "pea")
    for doel in dict.fromkeys(doelnummers(blik, "per_doel")):
        if doel not in gezien:
            feiten = {"doel": doel, "veld": blik.label("pea")}
            yield Treffer("doel", (Plek(blik.invulling, "pea"),), feiten)
    for nr, rij in enumerate(blik.rijen("pea"), 1):
        leeg = [kolom for kolom in _PEA if niets(rij.get(kolom)) and not blik.kwijt(f"pea.{kolom}")]
        if leeg:
            plekken = tuple(Plek(blik.invulling, f"pea[{nr}].{kolom}") for kolom in leeg)
            feiten = {"doel": rij.get("doel_nr") or f"in regel {nr}", "veld": blik.label("pea")}
            yield Treffer("deel", plekken, {**feiten, "kolommen": opsomming([blik.label(f"pea.{k}") for k in leeg])})


@regel("R41", "Elk doel geëvalueerd", ernst=Ernst.FOUT, bron="S2:367; S0:421", niveau="cyclus", vast=True,
       nodig=("begeleidingsplan.doelen", f"{_EVAL}.per_doel"), dekt=(f"{_EVAL}.per_doel",))  # fmt: skip
def elk_doel_geevalueerd(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een doel uit het laatste plan van de cyclus komt niet terug in de evaluatie, of andersom.

    Een algemene evaluatie hoeft niet langs de doelen. Na uitzetting of stopzetting is het een aandachtspunt.

    Slecht: het plan heeft doel 1, 2 en 3; de evaluatie alleen 1 en 2.
    Goed: de evaluatie noemt doel 1, 2 en 3.
    """
    plan = laatste_plan(blik)
    if plan is None:
        return
    doelen = list(dict.fromkeys(doelnummers(plan, "doelen")))
    if plan.kwijt("doelen.doel_nr") or not doelen:
        yield Overslaan("geen_doelen", {"formulier": plan.formulier.titel})
        return
    for evaluatie in blik.alle(_EVAL):
        if evaluatie.waarde("eval_soort") != "algemeen" and not evaluatie.kwijt("per_doel.doel_nr"):
            yield from _vergelijk(blik, plan, evaluatie, doelen)


def laatste_plan(blik: DossierBlik) -> FormulierBlik | None:
    """Return the plan with the highest version, of the cycle that is looked at."""
    return max(blik.alle("begeleidingsplan"), key=_ouderdom, default=None)


def _ouderdom(plan: FormulierBlik) -> tuple[int, date]:
    return volgnummer(plan.invulling), plan.datum("plan_datum") or date.min


def _vergelijk(
    blik: DossierBlik, plan: FormulierBlik, evaluatie: FormulierBlik, doelen: list[object]
) -> Iterator[Uitkomst]:
    ernst = Ernst.AANDACHTSPUNT if blik.ongewoon_vertrek else None
    genoemd = list(dict.fromkeys(doelnummers(evaluatie, "per_doel")))
    feiten = {"veld": evaluatie.label("per_doel"), "plan": plan.formulier.titel}
    hier, daar = Plek(evaluatie.invulling, "per_doel"), Plek(plan.invulling, "doelen")
    for doel in doelen if nummers_zeker(evaluatie, "per_doel") else ():
        if doel not in genoemd:
            yield Treffer("ontbreekt", (hier, daar), {**feiten, "doel": doel}, ernst)
    for doel in genoemd if nummers_zeker(plan, "doelen") else ():
        if doel not in doelen:
            yield Treffer("onbekend", (hier, daar), {**feiten, "doel": doel}, ernst)


REGELS = (pea_volledig, elk_doel_geevalueerd)
