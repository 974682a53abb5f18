"""The goals of the plan, for the forms that build on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.checks.lopend import lopende_doelen
from generator.dossier import volgnummer
from generator.model import Invulling
from generator.verloop import PLAN
from generator.vervolg.beeld import Beeld
from generator.vervolg.begrippen import DOELEN, Oogst, zelfde_moment
from generator.vervolg.volgorde import Volgend

Rij = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doelen:
    """The goals that go along to one form, the plan they stand in, and the evaluatie that chose them."""

    rijen: tuple[Rij, ...] = ()
    bronnen: tuple[Invulling, ...] = ()

    @property
    def nummers(self) -> list[str]:
        """The numbers of the goals, as people write them."""
        return [f"{rij['doel_nr']:g}" for rij in self.rijen]


def doelen_voor(beeld: Beeld, volgend: Volgend, oogst: Oogst) -> Doelen:
    """Return the goals for a form: those that run on for a next plan, else all of the latest version of the plan."""
    nieuwe_ronde = volgend.formulier == PLAN and not volgend.nieuwe_versie
    cyclus = volgend.cyclus - 1 if nieuwe_ronde else volgend.cyclus or max(beeld.cyclus, 1)
    plan = _geldig_plan(beeld, cyclus, oogst)
    if plan is None:
        return Doelen()
    rijen = _leesbaar(beeld, plan, oogst)
    if not nieuwe_ronde:
        return Doelen(tuple(rijen), (plan,))
    return _lopend(beeld, cyclus, plan, rijen, oogst)


def _geldig_plan(beeld: Beeld, cyclus: int, oogst: Oogst) -> Invulling | None:
    """Return the latest version of the plan; none when the dates and the versions contradict each other."""
    plannen = [plan for plan in beeld.van(PLAN, cyclus) if plan.rijen(DOELEN) or DOELEN in plan.niet_gevonden]
    if not plannen:
        return None
    plan, label = plannen[0], beeld.kader.label(PLAN, DOELEN)
    if DOELEN in plan.niet_gevonden:
        oogst.laat(label, f"in {beeld.noem(plan)} is de tabel weg")
        return None
    if max(map(volgnummer, plannen)) > volgnummer(plan):
        oogst.laat(label, f"de nieuwste datum ({beeld.noem(plan)}) heeft niet het hoogste versienummer")
        return None
    if any(zelfde_moment(plan, ander) and ander.rijen(DOELEN) != plan.rijen(DOELEN) for ander in plannen[1:]):
        oogst.laat(label, f"er zijn twee plannen van dezelfde dag en versie ({beeld.noem(plan)})")
        return None
    return plan


def _leesbaar(beeld: Beeld, plan: Invulling, oogst: Oogst) -> list[Rij]:
    """Return the goals with a number of their own."""
    rijen: list[Rij] = []
    for nr, rij in enumerate(plan.rijen(DOELEN), 1):
        gezien = {ander["doel_nr"] for ander in rijen}
        if isinstance(rij.get("doel_nr"), (int, float)) and rij["doel_nr"] not in gezien:
            rijen.append(rij)
        elif rij:
            oogst.laat(f"Doel in regel {nr} van {beeld.noem(plan)}", "het heeft geen eigen nummer dat te lezen is")
    return rijen


def _lopend(beeld: Beeld, cyclus: int, plan: Invulling, rijen: list[Rij], oogst: Oogst) -> Doelen:
    """Return the goals that the evaluatie lets run on; what it doesn't say is for the people themselves."""
    evaluaties = beeld.evaluaties(cyclus)
    if not evaluaties:
        return Doelen()
    evaluatie = evaluaties[0]
    lopend = set(lopende_doelen(beeld.blik(evaluatie)))
    beoordeeld = {rij.get("doel_nr"): rij for rij in evaluatie.rijen("per_doel")
                  if isinstance(rij.get("doel_nr"), (int, float))}  # fmt: skip
    for rij in rijen:
        nr = rij["doel_nr"]
        oordeel = beoordeeld.get(nr, {})
        open_ = oordeel.get("behaald") in ("nee", "deels") and "relevant" not in oordeel
        if nr not in lopend and (open_ or "behaald" not in oordeel):
            oogst.laat(f"Doel {nr:g}", f"in {beeld.noem(evaluatie)} staat niet of het doorgaat")
    return Doelen(tuple(rij for rij in rijen if rij["doel_nr"] in lopend), (plan, evaluatie))
