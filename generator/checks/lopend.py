"""R42 and R44: what runs on, and plans that no longer fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from generator.checks.blik import DossierBlik, FormulierBlik
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.tijd import gemist
from generator.dossier import volgnummer
from generator.model import Ernst, Onleesbaar

_EVAL, _PLAN, _RAP = "evaluatie", "begeleidingsplan", "rapportage"
_LOOPT_DOOR = ("voortzetten", "makkelijker", "uitbreiden", "aanpassen")


@regel("R42", "Lopend doel gaat mee", ernst=Ernst.WAARSCHUWING, bron="S3:290-293; S2:408-412", niveau="dossier",
       leest=(f"{_PLAN}.doelen", f"{_PLAN}.keuze", f"{_EVAL}.per_doel", f"{_EVAL}.pea"))  # fmt: skip
def lopend_doel(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een doel dat niet (helemaal) gehaald is en doorgaat, staat niet in het plan van de volgende cyclus.

    Het telt als meegenomen als het nieuwe plan een doel met dat nummer heeft, een doel over hetzelfde leefgebied,
    of bij dat leefgebied de keuze nee of later.

    Slecht: doel 2 over wonen is niet gehaald en nog nodig; het nieuwe plan gaat alleen over geld.
    Goed: doel 2 is niet gehaald, en in het nieuwe plan staat bij wonen ‘later’.
    """
    gemeld: set[tuple[int, Any]] = set()
    for evaluatie in blik.alle(_EVAL):
        volgende = blik.bij(evaluatie.cyclus + 1).alle(_PLAN)
        if not volgende or evaluatie.waarde("eval_soort") == "algemeen":
            continue
        nieuw = max(volgende, key=lambda plan: volgnummer(plan.invulling))
        gebieden = _gebieden(blik.bij(evaluatie.cyclus))
        for nr in lopende_doelen(evaluatie):
            if (nieuw.cyclus, nr) in gemeld or _onduidelijk(nieuw) or _meegenomen(nieuw, nr, gebieden.get(nr)):
                continue
            gemeld.add((nieuw.cyclus, nr))
            feiten = {"doel": nr, "nieuw": nieuw.formulier.titel, "cyclus": nieuw.cyclus,
                      "keuze": nieuw.label("keuze"), "veld": nieuw.label("doelen")}  # fmt: skip
            yield Treffer("kwijt", (Plek(nieuw.invulling, "doelen"), Plek(evaluatie.invulling, "per_doel")), feiten)


def _gebieden(blik: DossierBlik) -> dict[Any, Any]:
    """Return goal number → leefgebied, as the last version of the plan of this cycle has it."""
    plannen = sorted(blik.alle(_PLAN), key=lambda plan: volgnummer(plan.invulling))
    return {rij.get("doel_nr"): rij.get("leefgebied") for plan in plannen for rij in plan.rijen("doelen")}


def _onduidelijk(plan: FormulierBlik) -> bool:
    """True when a number of a goal, or a leefgebied of a choice, can't be read: it may be the one that is sought."""
    if any(plan.kwijt(naam) for naam in ("doelen.doel_nr", "keuze.leefgebied", "keuze.aanpakken")):
        return True
    doelen = (rij.get("doel_nr") for rij in plan.rijen("doelen"))
    keuzes = (rij.get(naam) for rij in plan.rijen("keuze") for naam in ("leefgebied", "aanpakken"))
    return any(isinstance(waarde, Onleesbaar) for waarde in (*doelen, *keuzes))


def lopende_doelen(evaluatie: FormulierBlik) -> list[Any]:
    """Return the numbers of goals that were not reached and that go on, by what the evaluatie says."""
    pea = {rij.get("doel_nr"): rij.get("actie") for rij in evaluatie.rijen("pea")}
    return [
        rij["doel_nr"]
        for rij in evaluatie.rijen("per_doel")
        if isinstance(rij.get("doel_nr"), (int, float))
        and rij.get("behaald") in ("nee", "deels")
        and (pea.get(rij["doel_nr"]) in _LOOPT_DOOR or rij.get("relevant") == "ja")
    ]


def _meegenomen(plan: FormulierBlik, nr: Any, gebied: Any) -> bool:
    doelen: tuple[Mapping[str, Any], ...] = plan.rijen("doelen")
    if any(rij.get("doel_nr") == nr or (gebied and rij.get("leefgebied") == gebied) for rij in doelen):
        return True
    return any(
        gebied and rij.get("leefgebied") == gebied and rij.get("aanpakken") in ("nee", "later")
        for rij in plan.rijen("keuze")
    )


@regel("R44", "Plan aangepast?", ernst=Ernst.WAARSCHUWING, bron="S2:357-358", niveau="cyclus",
       nodig=(f"{_RAP}.doel_haalbaar",),
       leest=(f"{_RAP}.rap_datum", f"{_PLAN}.plan_datum", f"{_EVAL}.eval_datum"))  # fmt: skip
def plan_aangepast(blik: DossierBlik) -> Iterator[Uitkomst]:
    """Een doel bleek niet haalbaar, en daarna is het plan niet aangepast en niet geëvalueerd.

    Voor de aanpassing is evenveel tijd als voor een plan (`planning_max`). Dat een nieuwe versie een reden en
    handtekeningen mist, melden R02 en R11.

    Slecht: op 4 juni bleek doel 1 niet haalbaar; op 4 juli is er nog geen nieuwe versie van het plan.
    Goed: op 4 juni bleek doel 1 niet haalbaar; op 12 juni is er een nieuwe versie.
    """
    ruimte = timedelta(days=blik.kader.parameters.grens("planning_max") or 0)
    # A plan or evaluatie of a later cycle is an answer too.
    plannen = [dag for plan in blik.bij(0).alle(_PLAN) if (dag := plan.datum("plan_datum"))]
    gesprekken = [dag for deel in blik.bij(0).alle(_EVAL) if (dag := deel.datum("eval_datum"))]
    for deel in blik.alle(_RAP) if blik.alle(_PLAN) and blik.dossier.verloop.vertrek is None else ():
        dag = deel.datum("rap_datum")
        if deel.waarde("doel_haalbaar") != "nee" or dag is None or dag + ruimte >= blik.kader.peildatum:
            continue
        if not any(later > dag for later in plannen) and not any(later >= dag for later in gesprekken):
            feiten = {"datum": dag, "veld": deel.label("doel_haalbaar"), "plan": blik.kader.titel(_PLAN)}
            yield gemist(blik, Treffer("niet_aangepast", (Plek(deel.invulling, "doel_haalbaar"),), feiten))


REGELS = (lopend_doel, plan_aangepast)
