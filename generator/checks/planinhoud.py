"""R21, R22, R40 and R56: who does what in the plan and when, and whether wishes and questions come back in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.checks.beschrijving import behandeld, beschreven_gebieden, gevuld
from generator.checks.blik import DossierBlik, FormulierBlik, eenmaal, niets
from generator.checks.evaluatie import laatste_plan
from generator.checks.leefgebieden import beschrijving_bij, vergeten_in_plan
from generator.checks.plan import doelnummers, nummers_zeker
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.model import Ernst, Leefgebied
from generator.taal import opsomming

_PLAN, _PB, _AANMELDING = "begeleidingsplan", "persoonsbeschrijving", "aanmelding"
_Rij = Mapping[str, Any]


@regel("R21", "Cliënt en netwerk doen mee", ernst=Ernst.AANDACHTSPUNT, bron="S0:391-393, 1097-1117; S4:253-261",
       niveau="formulier", nodig=(f"{_PLAN}.doelen", f"{_PLAN}.acties"), leest=(f"{_PLAN}.netwerk_rol",))  # fmt: skip
def samen_doen(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Alle acties van een doel zijn van de begeleider, of het netwerk heeft in het hele plan geen actie en geen rol.

    Alleen als bij elke actie staat van welke soort die is. Dit is gespreksstof: de cliënt kiest.

    Slecht: bij doel 1 doet de begeleider alles.
    Goed: bij doel 1 doet de begeleider één actie, en de cliënt ook een.
    """
    if onzeker := blik.onzeker(("acties.soort_wie", "acties.doel_nr")):
        yield onzeker
        return
    for doel in dict.fromkeys(doelnummers(blik, "doelen")) if nummers_zeker(blik, "acties") else ():
        soorten = [rij.get("soort_wie") for rij in blik.rijen("acties") if rij.get("doel_nr") == doel]
        if soorten and all(soort == "begeleider" for soort in soorten):
            yield Treffer("begeleider", (Plek(blik.invulling, "acties"),), {"doel": doel, "veld": blik.label("acties")})
    yield from _netwerk(blik)


def _netwerk(blik: FormulierBlik) -> Iterator[Treffer]:
    alle = [rij.get("soort_wie") for rij in blik.rijen("acties")]
    bekend = bool(alle) and all(isinstance(soort, str) and soort for soort in alle)
    van_r01 = blik.moet("netwerk_rol")
    if bekend and "netwerk" not in alle and niets(blik.waarde("netwerk_rol")) and not van_r01:
        yield Treffer("netwerk", (Plek(blik.invulling, "acties"),), {"veld": blik.label("acties")})


# --------------------------------------------------------------------------
# Dates


@regel("R22", "Actiedatums logisch", ernst=Ernst.WAARSCHUWING, bron="S2:328-329", niveau="formulier",
       nodig=(f"{_PLAN}.doelen",),
       leest=tuple(f"{_PLAN}.{veld}" for veld in ("acties", "plan_datum", "evaluatie_gepland")))  # fmt: skip
def actiedatums_logisch(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Een actie is klaar vóór het plan er is of na de streefdatum van het doel, een streefdatum ligt vóór het plan,
    of alle streefdatums liggen na de geplande evaluatie.

    Dezelfde dag mag. Een actie die al klaar is, mag van vóór het plan zijn.

    Slecht: de actie is 1 mei klaar, de streefdatum van het doel is 1 april.
    Goed: de actie en het doel zijn allebei 1 mei klaar.
    """
    plan = blik.datum("plan_datum")
    streef: dict[Any, list[date]] = {}
    for nr, rij in enumerate(blik.rijen("doelen"), 1):
        dag = rij.get("streefdatum")
        if not isinstance(dag, date):
            continue
        streef.setdefault(rij.get("doel_nr"), []).append(dag)
        if plan and dag < plan:
            feiten = {"doel": rij.get("doel_nr") or f"in regel {nr}", "datum": dag, "plan_datum": plan,
                      "kolom": blik.label("doelen.streefdatum"), "ander": blik.label("plan_datum")}  # fmt: skip
            plek = Plek(blik.invulling, f"doelen[{nr}].streefdatum")
            yield Treffer("doel_vroeg", (plek, Plek(blik.invulling, "plan_datum")), feiten)
    for nr, rij in enumerate(blik.rijen("acties"), 1):
        dagen = streef.get(rij.get("doel_nr"), []) if rij.get("doel_nr") is not None else []
        yield from _actie(blik, nr, rij, plan, max(dagen, default=None))
    yield from _na_evaluatie(blik, [dag for dagen in streef.values() for dag in dagen])


def _actie(blik: FormulierBlik, nr: int, rij: _Rij, plan: date | None, streef: date | None) -> Iterator[Treffer]:
    dag = rij.get("wanneer")
    if not isinstance(dag, date):
        return
    if plan and dag < plan:
        if rij.get("status") != "gereed":
            feiten = _actiefeiten(blik, nr, rij) | {"plan_datum": plan, "ander": blik.label("plan_datum")}
            hier = Plek(blik.invulling, f"acties[{nr}].wanneer")
            yield Treffer("actie_vroeg", (hier, Plek(blik.invulling, "plan_datum")), feiten)
    elif streef and dag > streef and not (plan and streef < plan):
        # A goal that is due before the plan was said already.
        feiten = _actiefeiten(blik, nr, rij) | {"streefdatum": streef, "kolom": blik.label("doelen.streefdatum")}
        hier = Plek(blik.invulling, f"acties[{nr}].wanneer")
        yield Treffer("actie_laat", (hier, Plek(blik.invulling, "doelen")), feiten)


def _actiefeiten(blik: FormulierBlik, nr: int, rij: _Rij) -> dict[str, Any]:
    return {"regel": nr, "veld": blik.label("acties"), "datum": rij["wanneer"], "doel": rij.get("doel_nr")}


def _na_evaluatie(blik: FormulierBlik, streef: list[date]) -> Iterator[Treffer]:
    gepland = blik.datum("evaluatie_gepland")
    leesbaar = all(isinstance(rij.get("streefdatum"), date | None) for rij in blik.rijen("doelen"))
    if gepland and streef and leesbaar and min(streef) > gepland:
        feiten = {"veld": blik.label("evaluatie_gepland"), "datum": gepland, "eerste": min(streef),
                  "kolom": blik.label("doelen.streefdatum")}  # fmt: skip
        yield Treffer("evaluatie", tuple(Plek(blik.invulling, v) for v in ("evaluatie_gepland", "doelen")), feiten)


# --------------------------------------------------------------------------
# What somebody wished and asked


@eenmaal
def _gekozen(plan: FormulierBlik) -> frozenset[str] | None:
    """Return the leefgebieden of wishes and goals in a plan; None when one of them can't be told."""
    delen = [rij.get("leefgebied") for tabel in ("keuze", "doelen") for rij in plan.rijen(tabel)]
    namen = {deel for deel in delen if isinstance(deel, str) and not niets(deel)}
    zeker = all(isinstance(deel, str) and deel in namen for deel in delen)
    return frozenset(namen) if zeker else None


@regel("R40", "Wens en doel sluiten aan", ernst=Ernst.WAARSCHUWING, bron="S0:381; S2:325-327", niveau="dossier",
       nodig=(_PB, f"{_PLAN}.doelen"), leest=(f"{_PLAN}.keuze",))  # fmt: skip
def wens_en_doel(blik: DossierBlik) -> Iterator[Uitkomst]:
    """In de beschrijving staat bij een leefgebied een wens, en in het plan is er geen keuze of doel voor.

    Ook, als aandachtspunt: een doel gaat over een leefgebied waar de beschrijving niets over zegt. Een gebied
    dat in de beschrijving of het plan helemaal vergeten is, meldt R06.

    Slecht: bij Financiën staat een wens, en in het plan komt Financiën niet voor.
    Goed: bij Financiën staat een wens; in het plan is de keuze ‘later’, met een reden.
    """
    for cyclus in range(1, blik.dossier.cyclus + 1):
        hier = blik.bij(cyclus)
        plan = laatste_plan(hier)
        beschrijving = beschrijving_bij(plan) if plan else None
        if plan and beschrijving:
            if beschrijving.cyclus == cyclus:
                yield from _wensen(plan, beschrijving)
            yield from _doelen(plan, beschrijving)


def _wensen(plan: FormulierBlik, beschrijving: FormulierBlik) -> Iterator[Uitkomst]:
    if onzeker := beschrijving.onzeker(("lg_wens",)):
        yield onzeker
        return
    gekozen = _gekozen(plan)
    van_r01 = not plan.rijen("keuze") and plan.moet("keuze")
    # Without any wish or goal the plan is still to be made: R01 and R08 say so.
    if not gekozen or van_r01:
        return
    vergeten = vergeten_in_plan(plan)
    wensen = beschrijving.gebieden("lg_wens")
    gebieden = [gebied for gebied in behandeld(beschrijving) if not niets(wensen.get(gebied.sleutel))
                and gebied.sleutel not in gekozen and gebied not in vergeten]  # fmt: skip
    if gebieden:
        feiten = {"gebieden": _namen(gebieden), "veld": plan.label("keuze"),
                  "beschrijving": beschrijving.formulier.titel}  # fmt: skip
        plekken = tuple(Plek(beschrijving.invulling, f"lg_wens.{gebied.sleutel}") for gebied in gebieden)
        yield Treffer("wens", (Plek(plan.invulling, "keuze"), *plekken), feiten)


def _doelen(plan: FormulierBlik, beschrijving: FormulierBlik) -> Iterator[Uitkomst]:
    """Yield the goals about an area that the description put aside; where it forgot one, R06 says so."""
    bekend = beschreven_gebieden(beschrijving)
    apart = {gebied.sleutel: gebied for gebied in beschrijving.formulier.leefgebieden
             if gebied.sleutel not in bekend and not _vergeten(beschrijving, gebied)}  # fmt: skip
    for nr, rij in enumerate(plan.rijen("doelen"), 1):
        gebied = apart.get(str(rij.get("leefgebied")))
        if gebied:
            feiten = {"doel": rij.get("doel_nr") or f"in regel {nr}", "gebied": gebied.naam,
                      "beschrijving": beschrijving.formulier.titel}  # fmt: skip
            plek = Plek(plan.invulling, f"doelen[{nr}].leefgebied")
            yield Treffer("doel", (plek, Plek(beschrijving.invulling)), feiten, Ernst.AANDACHTSPUNT)


def _vergeten(beschrijving: FormulierBlik, gebied: Leefgebied) -> bool:
    """True when the description has no word about an area, so that R06 asks for it, or a field of it is lost."""
    velden = [veld.sleutel for veld in beschrijving.plan.per_leefgebied]
    if any(beschrijving.kwijt(f"{veld}.{gebied.sleutel}") for veld in velden):
        return True
    return "lg_situatie" in velden and not any(gevuld(beschrijving, veld, gebied.sleutel) for veld in velden)


def _namen(gebieden: list[Leefgebied]) -> str:
    return opsomming([gebied.naam for gebied in gebieden])


@regel("R56", "Hulpvraag blijft zichtbaar", ernst=Ernst.AANDACHTSPUNT, bron="S2:326-327", niveau="dossier",
       nodig=(f"{_PLAN}.doelen",),
       leest=(f"{_PLAN}.keuze", f"{_AANMELDING}.leefgebieden_vraag", _PB))  # fmt: skip
def hulpvraag_blijft(blik: DossierBlik) -> Iterator[Uitkomst]:
    """De hulpvragen in het plan zijn leeg, of een leefgebied van de aanmelding komt in geen enkel plan terug.

    Een doel of een keuze telt, ook ‘later’ of ‘nee’. Zegt de beschrijving waarom een gebied niet aan de orde is,
    dan zwijgt de regel. Is ‘Hulpvragen’ verplicht, dan meldt R01 dat het leeg is.

    Slecht: bij de aanmelding ging het over Financiën; in het plan staat alleen Wonen.
    Goed: bij de aanmelding ging het over Financiën; in het plan is de keuze ‘later’.
    """
    plannen = blik.alle(_PLAN)
    for plan in plannen:
        if plan.leeg("hulpvragen") and not plan.moet("hulpvragen"):
            yield Treffer("leeg", (Plek(plan.invulling, "hulpvragen"),), {"veld": plan.label("hulpvragen")})
    aanmeldingen = blik.alle(_AANMELDING)
    if aanmeldingen:
        yield from _vraag_terug(plannen, aanmeldingen[-1])


def _vraag_terug(plannen: tuple[FormulierBlik, ...], aanmelding: FormulierBlik) -> Iterator[Uitkomst]:
    gekozen = [_gekozen(plan) for plan in plannen]
    terug = {gebied for namen in gekozen for gebied in namen or ()}
    vraag = aanmelding.waarde("leefgebieden_vraag")
    if None in gekozen or not terug or not isinstance(vraag, (tuple, list)):
        return
    laatste = plannen[-1]
    gebieden = [gebied for gebied in laatste.formulier.leefgebieden if gebied.sleutel in vraag
                and gebied.sleutel not in terug and not _gezegd(plannen, gebied)]  # fmt: skip
    if gebieden:
        feiten = {"gebieden": _namen(gebieden), "aanmelding": aanmelding.formulier.titel}
        plekken = (Plek(laatste.invulling, "doelen"), Plek(aanmelding.invulling, "leefgebieden_vraag"))
        yield Treffer("gebied", plekken, feiten)


def _gezegd(plannen: tuple[FormulierBlik, ...], gebied: Leefgebied) -> bool:
    """True when R06 or R40 says the same, or the description says why an area is put aside."""
    if any(gebied in vergeten_in_plan(plan) for plan in plannen):
        return True
    beschrijvingen = [deel for plan in plannen if (deel := beschrijving_bij(plan))]
    velden = ("lg_wens", "lg_niet_relevant")
    return any(not niets(deel.gebieden(veld).get(gebied.sleutel)) for deel in beschrijvingen for veld in velden)


REGELS = (samen_doen, actiedatums_logisch, wens_en_doel, hulpvraag_blijft)
