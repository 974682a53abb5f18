"""Planted mistakes: one small change to a correct dossier, and the findings that it must give, by code.

A mistake is a function that changes a copy of a dossier and returns what the rules should now say
(domein.md chapter 4), or nothing when this dossier has no place for it. Side effects that can't be
avoided stand in the same answer.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from populatie.agenda import ONGEWOON, ROUTES, stadia_van
from populatie.ernst import met_ernst, zonder
from populatie.model import MODELLEN, Deel, Geval, model_van

Uitwerking = Mapping[str, int] | None
Maker = Callable[[Geval, Random], Uitwerking]
_INTAKE, _PB, _PLAN, _EVAL = "intake", "persoonsbeschrijving", "begeleidingsplan", "evaluatie"
_START, _UIT = "checklist_opstart", "checklist_uitstroom"
_LEEFHUIS, _OPVANG = ("leefhuis2022",), ("opvang2004",)
_ZONDER_VERSLAG = ("opvang2004", "movisie2021", "kr8jongeren")
_RUIM = ("movisie2021", "kr8jongeren")
_GEWOON = ("gewoon", "spoed", "proef", "voorwaardelijk", "geplaatst")
_NIET_SPOED = ("gewoon", "proef", "voorwaardelijk")
_EEN_KRING = ("gewoon", "spoed", "voorwaardelijk", "geplaatst")
_NA_INTAKE = ("intake", "opstart", "analyse", "planning", "uitvoering", "evaluatie", "uitstroom", "gesloten")
_NA_PB, _NA_PLAN, _NA_EVAL = _NA_INTAKE[2:], _NA_INTAKE[3:], _NA_INTAKE[5:]
_MET_PLAN = ("planning", "uitvoering")
_ALLEEN = (_UIT, "memo", "incident", "rapportage")


@dataclass(frozen=True, slots=True)
class Fout:
    """A kind of mistake: the rule it is for, where it can be planted, and how.

    ``los`` when it touches one form and nothing else, so that two of them don't meet.
    ``alleen_object`` when no file can hold it.
    """

    code: str
    naam: str
    maak: Maker
    modellen: tuple[str, ...] = MODELLEN
    routes: tuple[str, ...] = _GEWOON
    stadia: tuple[str, ...] = ()
    los: bool = False
    alleen_object: bool = False

    def plekken(self) -> list[tuple[str, str, str]]:
        """Return the models, routes and stages in which it may be planted."""
        return [
            (model, route, stadium)
            for model in self.modellen
            for route in self.routes
            for stadium in stadia_van(route)
            if not self.stadia or stadium in self.stadia
        ]

    def plant(self, geval: Geval, rng: Random) -> Geval | None:
        """Return a copy of a dossier with this mistake and its truth, or None when it doesn't fit."""
        nieuw = geval.kopie()
        uitwerking = self.maak(nieuw, rng)
        if uitwerking is None:
            return None
        nieuw.verwacht.update(met_ernst(uitwerking))
        nieuw.fouten = (*nieuw.fouten, f"{self.code} {self.naam}")
        return nieuw


FOUTEN: list[Fout] = []


def fout(code: str, **eigen: Any) -> Callable[[Maker], Maker]:
    """Register a mistake."""

    def neem(maak: Maker) -> Maker:
        FOUTEN.append(Fout(code, maak.__name__.lstrip("_"), maak, **eigen))
        return maak

    return neem


def weg(code: str, formulier: str, veld: str, **eigen: Any) -> None:
    """Register the mistake of an answer that is left out."""

    def maak(geval: Geval, _: Random) -> Uitwerking:
        return {code: 1} if geval.een(formulier).pop(veld, None) is not None else None

    FOUTEN.append(Fout(code.split()[0], f"{formulier}.{veld} leeg", maak, los=True, **eigen))


def anders(code: str, formulier: str, veld: str, waarde: Any, **eigen: Any) -> None:
    """Register the mistake of another answer."""

    def maak(geval: Geval, _: Random) -> Uitwerking:
        antwoorden = geval.een(formulier)
        if antwoorden.get(veld) in (None, waarde):
            return None
        antwoorden[veld] = waarde
        return {code: 1}

    FOUTEN.append(Fout(code.split()[0], f"{formulier}.{veld} is {waarde}", maak, los=True, **eigen))


def cel_weg(code: str, formulier: str, tabel: str, kolom: str, **eigen: Any) -> None:
    """Register the mistake of a cell that is left out, in a row that has it."""

    def maak(geval: Geval, rng: Random) -> Uitwerking:
        rijen = [rij for rij in geval.een(formulier).get(tabel) or () if kolom in rij]
        if not rijen:
            return None
        del rng.choice(rijen)[kolom]
        return {code: 1}

    FOUTEN.append(Fout(code.split()[0], f"{formulier}.{tabel}.{kolom} leeg", maak, los=True, **eigen))


def laat_weg(geval: Geval, formulier: str, cyclus: int | None = None) -> bool:
    """Drop the forms of one kind; False when there were none."""
    blijft = [d for d in geval.delen if d.formulier != formulier or cyclus not in (None, d.cyclus or 1)]
    er_was, geval.delen = len(blijft) < len(geval.delen), blijft
    return er_was


def valt_weg(code: str, formulier: str, extra: Mapping[str, int] | None = None, **eigen: Any) -> None:
    """Register the mistake of a form that isn't handed in."""

    def maak(geval: Geval, _: Random) -> Uitwerking:
        return {code: 1, **(extra or {})} if laat_weg(geval, formulier) else None

    FOUTEN.append(Fout(code.split()[0], f"{formulier} ontbreekt", maak, **eigen))


def _dagen(aantal: int) -> timedelta:
    return timedelta(days=aantal)


# --------------------------------------------------------------------------
# R01–R13: within a form

_EIGEN_REGEL = {"dossier_nr", "client_naam", "einddoel", "brief_reden", "register_nr", "hv_alternatief"}


@fout("R01", routes=ROUTES, los=True)
def _verplicht_leeg(geval: Geval, rng: Random) -> Uitwerking:
    """Any required text, of any form: straight from the definition."""
    velden = model_van(geval.model).formulieren
    kan = [
        (deel, veld.sleutel)
        for deel in geval.delen
        for veld in velden[deel.formulier].velden
        if veld.verplicht == "ja" and veld.soort in ("kort", "lang") and veld.per_leefgebied == "nee"
        and veld.sleutel not in _EIGEN_REGEL and veld.sleutel in deel.antwoorden
    ]  # fmt: skip
    deel, sleutel = rng.choice(kan)
    if rng.random() < 0.4 and "nvt" not in sleutel:
        deel.antwoorden[sleutel] = rng.choice(["   ", "—"]) if not _mag_nvt(geval, deel, sleutel) else " "
    else:
        del deel.antwoorden[sleutel]
    # After a death only what a begeleider writes alone is still asked for.
    return {} if geval.route == "overlijden" and deel.formulier not in _ALLEEN else {"R01": 1}


def _mag_nvt(geval: Geval, deel: Deel, sleutel: str) -> bool:
    veld = model_van(geval.model).formulieren[deel.formulier].veld(sleutel)
    return veld is not None and veld.nvt_mag == "ja"


weg("R01", _INTAKE, "hulpcontacten", stadia=_NA_INTAKE)
weg("R01", "aanmelding", "leefgebieden_vraag", stadia=("aanmelding", "intake", "opstart", "analyse"))
weg("R01", _EVAL, "besluit_datum", stadia=("evaluatie",), modellen=_RUIM, routes=("gewoon",))
cel_weg("R01", "toestemming", "partij", "gegevens", stadia=_NA_INTAKE)
weg("R02", "aanmelding", "verwijzer_gegevens")
weg("R02", "aanmelding", "intake_datum", routes=("gewoon", "proef"))
weg("R02", _INTAKE, "mentor", stadia=_NA_INTAKE)
weg("R02", _INTAKE, "wachtlijst_contact", routes=("wachtlijst",))
weg("R02", _EVAL, "afronden_resultaat", stadia=_NA_EVAL)
weg("R02", _EVAL, "voortzetten_hoe", routes=("twee_cycli",))
weg("R02", _UIT, "uitstroomreden", routes=("uitzetting", "stopzetting"))
cel_weg("R02", "rie", "risicos", "maatregel", modellen=_LEEFHUIS, stadia=_NA_PB)
anders("R03", "aanmelding", "meldwijze", "per postduif", routes=ROUTES)
anders("R03", _INTAKE, "voorstel", "eerst nog even zien", stadia=_NA_INTAKE)
anders("R03", _PB, "geschreven_door", "de buurvrouw", stadia=_NA_PB)


@fout("R04", routes=ROUTES, los=True)
def _in_de_toekomst(geval: Geval, rng: Random) -> Uitwerking:
    rng.choice(geval.delen).antwoorden["datum_ingevuld"] = geval.peildatum + _dagen(rng.randint(1, 90))
    return {"R04": 1}


@fout("R04", routes=ROUTES, los=True)
def _bestaat_niet(geval: Geval, rng: Random) -> Uitwerking:
    rng.choice(geval.delen).antwoorden["datum_ingevuld"] = rng.choice(["31-02-2026", "29-2-2025", "ergens in mei"])
    return {"R04": 1}


@fout("R01", stadia=_NA_INTAKE, los=True)
def _alleen_een_streepje(geval: Geval, rng: Random) -> Uitwerking:
    geval.een(_INTAKE)[rng.choice(["problemen", "levensloop", "voorstel_reden"])] = rng.choice(["-", "n.v.t.", "…"])
    return {"R01": 1}


@fout("R01", los=True)
def _criterium_overgeslagen(geval: Geval, rng: Random) -> Uitwerking:
    rijen = geval.een("aanmelding")["criteria"]
    rijen.remove(rng.choice([rij for rij in rijen if rij["voldoet"] == "ja"]))
    return {"R01": 1}


@fout("R02", routes=("twee_cycli", "drie_cycli"), modellen=(*_RUIM, *_OPVANG, *_LEEFHUIS))
def _geldt_de_vorige_nog(geval: Geval, _: Random) -> Uitwerking:
    """A later beschrijving in which nothing stands: one question is enough."""
    later = geval.een(_PB, 2)
    if later.get("nog_actueel_vorige") != "ja" or later.get("toekomst"):
        return None
    del later["nog_actueel_vorige"]
    return {"R02": 1}


@fout("R05", stadia=_NA_PB, los=True)
def _een_kant(geval: Geval, rng: Random) -> Uitwerking:
    veld = geval.een(_PB)[rng.choice(["lg_goed", "lg_minder"])]
    del veld[rng.choice(list(veld))]
    return {"R05": 1}


weg("R05 fout", _PB, "lg_goed", stadia=_NA_PB)


def _stil_gebied(geval: Geval, rng: Random) -> str:
    """Return a leefgebied that is described, and that no goal is about; nothing when there is none."""
    doelen = {rij["leefgebied"] for rij in geval.een(_PLAN).get("doelen", ())}
    vraag = geval.een("aanmelding")["leefgebieden_vraag"]
    kan = [g for g in geval.een(_PB).get("lg_situatie", ()) if g not in doelen and g not in vraag]
    return rng.choice(kan) if kan else ""


@fout("R06", stadia=_NA_PB, routes=_EEN_KRING, los=True)
def _gebied_vergeten(geval: Geval, rng: Random) -> Uitwerking:
    gebied = _stil_gebied(geval, rng)
    for veld in geval.een(_PB).values():
        if isinstance(veld, dict):
            veld.pop(gebied, None)
    return {"R06": 1} if gebied else None


@fout("R06", stadia=_NA_INTAKE, los=True)
def _rij_vergeten(geval: Geval, rng: Random) -> Uitwerking:
    rijen = geval.een(_INTAKE).get("functioneren")
    if not rijen:
        return None
    rijen.pop(rng.randrange(len(rijen)))
    return {"R06": 1}


@fout("R06", stadia=_NA_PLAN, routes=_EEN_KRING, los=True)
def _keuze_vergeten(geval: Geval, rng: Random) -> Uitwerking:
    gebied = _stil_gebied(geval, rng)
    _zonder_keuze(geval, gebied)
    return {"R06": 1} if gebied else None


def _zonder_keuze(geval: Geval, gebied: str) -> None:
    plan = geval.een(_PLAN)
    plan["keuze"] = [rij for rij in plan["keuze"] if rij["leefgebied"] != gebied]


weg("R07", _PB, "toekomst", stadia=_NA_PB)
weg("R07", _PB, "lg_wens", stadia=_NA_PB)
weg("R08", _PLAN, "einddoel", stadia=_NA_PLAN)


@fout("R08", stadia=_MET_PLAN, routes=_EEN_KRING)
def _geen_doelen(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_PLAN)["doelen"] = []
    return {"R08": 1}


for _kolom in ("wie", "wanneer", "actie"):
    cel_weg("R09", _PLAN, "acties", _kolom, stadia=_NA_PLAN)


@fout("R09", stadia=_NA_PLAN, los=True)
def _geen_actie(geval: Geval, _: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    plan["acties"] = [rij for rij in plan["acties"] if rij["doel_nr"] != 2]
    return {"R09": 1}


@fout("R09", stadia=_NA_PLAN, los=True)
def _onbekend_doel(geval: Geval, _: Random) -> Uitwerking:
    next(rij for rij in geval.een(_PLAN)["acties"] if rij["soort_wie"] == "netwerk")["doel_nr"] = 9
    return {"R09": 1}


@fout("R09", stadia=_NA_PLAN, los=True)
def _actie_zonder_doel(geval: Geval, _: Random) -> Uitwerking:
    del next(rij for rij in geval.een(_PLAN)["acties"] if rij["soort_wie"] == "netwerk")["doel_nr"]
    return {"R09": 1}


@fout("R10", stadia=_MET_PLAN, routes=_EEN_KRING)
def _doel_zonder_nummer(geval: Geval, _: Random) -> Uitwerking:
    """Its actions now speak of a goal that nobody knows (R09)."""
    plan = geval.een(_PLAN)
    del plan["doelen"][1]["doel_nr"]
    return {"R10": 1, "R09": sum(rij["doel_nr"] == 2 for rij in plan["acties"])}


for _kolom in ("streefdatum", "doel"):
    cel_weg("R10 fout", _PLAN, "doelen", _kolom, stadia=_NA_PLAN)
for _kolom in ("prioriteit", "leefgebied"):
    cel_weg("R10 waarschuwing", _PLAN, "doelen", _kolom, stadia=_NA_PLAN)


@fout("R10", stadia=_MET_PLAN, routes=_EEN_KRING, los=True)
def _dubbel_nummer(geval: Geval, _: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    for rij in (*plan["doelen"], *plan["acties"]):
        rij["doel_nr"] = 1 if rij["doel_nr"] == 2 else rij["doel_nr"]
    return {"R10": 1}


weg("R11", _PLAN, "handtekening_client", stadia=_NA_PLAN)
weg("R11", _PLAN, "handtekening_mentor", stadia=_NA_PLAN)
weg("R11 waarschuwing", _EVAL, "handtekening_client", stadia=_NA_EVAL)
weg("R11", "toestemming", "handtekening_client", stadia=_NA_INTAKE)
weg("R11 waarschuwing", "rie", "handtekening", stadia=_NA_PB, modellen=_LEEFHUIS)
weg("R11 waarschuwing", _START, "tekenen", stadia=_NA_PB)


@fout("R11", stadia=_NA_PLAN, modellen=("leefhuis2022", "kr8jongeren"), los=True)
def _ouder_tekent_niet(geval: Geval, _: Random) -> Uitwerking:
    return {"R11": 1} if geval.een(_PLAN).pop("handtekening_ouder", None) else None


@fout("R11", stadia=_NA_PLAN, los=True)
def _deel_van_handtekening(geval: Geval, rng: Random) -> Uitwerking:
    handtekening = geval.een(_PLAN)["handtekening_client"]
    if rng.random() < 0.5:
        del handtekening["datum"]
    else:
        handtekening["getekend"] = "nee"
    return {"R11": 1}


@fout("R11", stadia=_NA_PLAN, los=True)
def _te_vroeg_getekend(geval: Geval, rng: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    plan["handtekening_mentor"]["datum"] = plan["plan_datum"] - _dagen(rng.randint(1, 20))
    return {"R11": 1}


cel_weg("R12", _PLAN, "keuze", "aanpakken", stadia=_NA_PLAN)
cel_weg("R12", _PLAN, "keuze", "reden", stadia=_NA_PLAN)
cel_weg("R13", _EVAL, "pea", "effect", stadia=_NA_EVAL, modellen=_LEEFHUIS)


@fout("R13", stadia=_NA_EVAL, modellen=_LEEFHUIS, los=True)
def _doel_zonder_pea(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_EVAL)["pea"].pop(0)
    return {"R13": 1}


# --------------------------------------------------------------------------
# R14–R25: what fits within a form


@fout("R14", routes=_GEWOON, los=True)
def _criterium(geval: Geval, rng: Random) -> Uitwerking:
    alle = geval.een("aanmelding")["criteria"]
    rijen = [rij for rij in alle if "leeftijd" not in rij["criterium"] and rij["voldoet"] == "ja"]
    stand = rng.choice(["nee", "onbekend"])
    rng.choice(rijen)["voldoet"] = stand
    return {"R14 fout" if stand == "nee" else "R14 waarschuwing": 1}


@fout("R14", routes=_GEWOON, los=True)
def _wil_niet(geval: Geval, _: Random) -> Uitwerking:
    antwoorden = geval.een("aanmelding")
    antwoorden["bereidheid"] = "nee"
    # Where the criterion of that name already says so, with a reason, once is enough.
    uitgelegd = any(rij["criterium"] == "bereidheid" and rij["voldoet"] != "ja" for rij in antwoorden["criteria"])
    return None if uitgelegd else {"R14": 1}


@fout("R15", routes=_GEWOON, los=True)
def _contra_indicatie(geval: Geval, rng: Random) -> Uitwerking:
    stand = rng.choice(["ja", "onbekend"])
    rng.choice(geval.een("aanmelding")["contra"])["aanwezig"] = stand
    return {"R15 fout" if stand == "ja" else "R15 waarschuwing": 1}


anders("R15", "aanmelding", "begeleiding_mogelijk", "nee", routes=_GEWOON, modellen=_LEEFHUIS)


@fout("R16", modellen=_OPVANG, routes=_GEWOON)
def _te_jong(geval: Geval, rng: Random) -> Uitwerking:
    geboren = geval.een("aanmelding")["aanmelddatum"] - _dagen(rng.randint(15 * 366, 17 * 366))
    for deel in geval.delen:
        if "geboortedatum" in deel.antwoorden:
            deel.antwoorden["geboortedatum"] = geboren
    return {"R16": 1}


@fout("R16", modellen=_OPVANG, routes=("doorverwezen",))
def _te_jong_en_criterium_op_ja(geval: Geval, rng: Random) -> Uitwerking:
    return _te_jong(geval, rng)


anders("R17", "aanmelding", "crisis", "ja", routes=_NIET_SPOED)


@fout("R17", routes=_GEWOON, los=True)
def _twijfel_zonder_overleg(geval: Geval, _: Random) -> Uitwerking:
    antwoorden = geval.een("aanmelding")
    antwoorden.pop("overleg_met", None)
    antwoorden.update(twijfel="ja", overleg_datum=antwoorden["aanmelddatum"])
    return {"R17": 1}


weg("R18", "aanmelding", "verwezen_naar", routes=("doorverwezen",))
weg("R18", "aanmelding", "besluit_reden", routes=("doorverwezen", "afgewezen"))
weg("R18", _INTAKE, "verwezen_naar", routes=("doorverwezen_na_intake",))
# Where letters have a term, R28 has the same to say; one of them speaks.
weg("R18", _INTAKE, "brief_reden", routes=("doorverwezen_na_intake", "afgewezen_na_intake"))
anders("R19", _INTAKE, "w_plekken", 3, routes=("wachtlijst",))
anders("R19", _INTAKE, "w_plekken", 0, routes=_GEWOON, stadia=_NA_INTAKE)
anders("R19", _INTAKE, "w_aanbod", "nee", routes=_GEWOON, stadia=_NA_INTAKE)
weg("R20", _INTAKE, "proef_eind", routes=("proef",))
weg("R20", _INTAKE, "proef_reden", routes=("proef",))
weg("R20", _INTAKE, "voorwaarden", routes=("voorwaardelijk",))


@fout("R20", routes=("voorwaardelijk",), los=True)
def _niemand_let_op(geval: Geval, rng: Random) -> Uitwerking:
    for rij in geval.een(_INTAKE)["voorwaarden"]:
        del rij["wie"]
    return {"R20": 1}


cel_weg("R01", _INTAKE, "voorwaarden", "wie", routes=("voorwaardelijk",))


@fout("R21", stadia=_NA_PLAN, los=True)
def _alles_van_de_begeleider(geval: Geval, _: Random) -> Uitwerking:
    for rij in geval.een(_PLAN)["acties"]:
        rij["soort_wie"] = "begeleider" if rij["doel_nr"] == 2 else rij["soort_wie"]
    return {"R21": 1}


@fout("R22", stadia=_NA_PLAN, los=True)
def _actie_voor_het_plan(geval: Geval, rng: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    rng.choice(plan["acties"])["wanneer"] = plan["plan_datum"] - _dagen(rng.randint(1, 9))
    return {"R22": 1}


@fout("R22", stadia=_NA_PLAN, los=True)
def _actie_na_streefdatum(geval: Geval, rng: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    rng.choice(plan["acties"])["wanneer"] = plan["doelen"][0]["streefdatum"] + _dagen(rng.randint(1, 9))
    return {"R22": 1}


@fout("R22", stadia=_NA_PLAN, los=True)
def _alles_na_de_evaluatie(geval: Geval, rng: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    for rij in plan["doelen"]:
        rij["streefdatum"] = plan["evaluatie_gepland"] + _dagen(rng.randint(1, 20))
    return {"R22": 1}


@fout("R22", stadia=_NA_PLAN, los=True)
def _streefdatum_voor_het_plan(geval: Geval, rng: Random) -> Uitwerking:
    """The action of that goal is late for it as well: one remark about the goal is enough."""
    plan = geval.een(_PLAN)
    plan["doelen"][1]["streefdatum"] = plan["plan_datum"] - _dagen(rng.randint(1, 9))
    return {"R22": 1}


@fout("R23", routes=("twee_cycli", "drie_cycli"), los=True)
def _niet_gehaald(geval: Geval, rng: Random) -> Uitwerking:
    rij = next(rij for rij in geval.een(_EVAL)["per_doel"] if rij["behaald"] == "deels")
    rij["behaald"] = rng.choice(["deels", "nee"])
    del rij["reden"]
    return {"R23": 1}


weg("R24", _EVAL, "afronden_bestemming", stadia=_NA_EVAL)
anders("R24", _EVAL, "juiste_plek", "nee", routes=("twee_cycli", "drie_cycli"))


@fout("R24", routes=("twee_cycli", "drie_cycli"), los=True)
def _alles_gehaald_en_toch_verder(geval: Geval, _: Random) -> Uitwerking:
    antwoorden = geval.een(_EVAL)
    for rij in antwoorden["per_doel"]:
        rij["behaald"] = "ja"
    del antwoorden["nieuwe_vragen"]
    # Where the form asks for them anyway, R01 or R02 has nothing to say of an evaluatie of the cycle.
    return {"R24": 1}


@fout("R24", routes=("twee_cycli", "drie_cycli"), modellen=_LEEFHUIS, los=True)
def _alle_acties_afronden(geval: Geval, _: Random) -> Uitwerking:
    for rij in geval.een(_EVAL)["pea"]:
        rij["actie"] = "afronden"
    return {"R24": 1}


for _veld in ("igj_gemeld", "igj_datum", "register_nr", "mail_datum", "volgnummer"):
    weg("R25", "incident", _veld, modellen=_LEEFHUIS, stadia=("uitvoering", "evaluatie", "gesloten"))


@fout("R25", modellen=_LEEFHUIS, stadia=("uitvoering", "evaluatie", "gesloten"), los=True)
def _inspectie_weet_het_niet(geval: Geval, _: Random) -> Uitwerking:
    incident = geval.een("incident")
    incident.pop("igj_datum", None)
    return {"R25": 1} if incident and not incident.update(igj_gemeld="nee") else None


@fout("R25", modellen=_LEEFHUIS, routes=("twee_cycli", "drie_cycli"))
def _nummer_springt(geval: Geval, _: Random) -> Uitwerking:
    incidenten = geval.van("incident")
    if len(incidenten) < 2:
        return None
    incidenten[-1].antwoorden["volgnummer"] += 2
    return {"R25": 1}


# --------------------------------------------------------------------------
# R26–R37: dates and decisions


@fout("R26", modellen=_RUIM, stadia=_NA_PLAN, routes=_EEN_KRING)
def _plan_voor_beschrijving(geval: Geval, rng: Random) -> Uitwerking:
    geval.een(_PLAN)["plan_datum"] = geval.een(_PB)["datum_pb"] - _dagen(rng.randint(1, 3))
    return {"R26": 1}


@fout("R26", stadia=_NA_INTAKE, routes=_NIET_SPOED)
def _brief_voor_besluit(geval: Geval, rng: Random) -> Uitwerking:
    antwoorden = geval.een(_INTAKE)
    antwoorden["brief_datum"] = antwoorden["besluit_datum"] - _dagen(rng.randint(1, 3))
    return {"R26": 1}


@fout("R26", modellen=_LEEFHUIS, stadia=_NA_PB, routes=_NIET_SPOED)
def _start_voor_besluit(geval: Geval, rng: Random) -> Uitwerking:
    geval.een(_START)["startdatum"] = geval.een(_INTAKE)["besluit_datum"] - _dagen(rng.randint(1, 3))
    return {"R26": 1}


@fout("R26", modellen=_RUIM, stadia=("gesloten",), routes=_EEN_KRING)
def _evaluatie_na_vertrek(geval: Geval, _: Random) -> Uitwerking:
    vertrek = geval.een(_UIT)["vertrekdatum"]
    antwoorden = geval.een(_EVAL)
    antwoorden["besluit_datum"] = vertrek + _dagen(1)
    return {"R26": 1}


@fout("R27", modellen=_OPVANG, stadia=_NA_INTAKE, routes=_NIET_SPOED)
def _uitnodiging_laat(geval: Geval, _: Random) -> Uitwerking:
    antwoorden, gesprek = geval.een("aanmelding"), geval.een(_INTAKE).get("gesprek_datum")
    kalender = model_van(geval.model).kalender
    if gesprek is None or kalender.werkdagen(antwoorden["besluit_datum"], gesprek) <= 5:
        return None
    antwoorden["uitnodiging_datum"] = gesprek
    return {"R27": 1}


@fout("R27", modellen=_OPVANG, stadia=_NA_INTAKE, routes=_NIET_SPOED)
def _geen_uitnodiging(geval: Geval, _: Random) -> Uitwerking:
    antwoorden = geval.een("aanmelding")
    del antwoorden["uitnodiging_datum"]
    kalender = model_van(geval.model).kalender
    if geval.een(_INTAKE).get("gesprek_datum") == antwoorden["besluit_datum"]:
        return None  # On the same day nobody has to be invited.
    return {"R27": 1} if geval.peildatum > kalender.na_werkdagen(antwoorden["besluit_datum"], 5) else None


@fout("R28", modellen=_OPVANG, stadia=_NA_PB, routes=_GEWOON)
def _brief_laat(geval: Geval, rng: Random) -> Uitwerking:
    antwoorden = geval.een(_INTAKE)
    antwoorden["brief_datum"] = antwoorden["gesprek_datum"] + _dagen(rng.randint(15, 18))
    return {"R28": 1} if antwoorden["brief_datum"] <= geval.peildatum else None


weg("R28", _INTAKE, "brief_datum", modellen=_OPVANG, stadia=_NA_PB)
weg("R28", _INTAKE, "brief_reden", modellen=_OPVANG, stadia=_NA_PB)
weg("R01", _INTAKE, "brief_reden", modellen=(*_RUIM, *_LEEFHUIS), stadia=_NA_PB)


@fout("R29", modellen=_OPVANG, stadia=_NA_PLAN, routes=_EEN_KRING)
def _beschrijving_laat(geval: Geval, _: Random) -> Uitwerking:
    pb, plan, start = geval.een(_PB), geval.een(_PLAN)["plan_datum"], geval.een(_START)["startdatum"]
    # Too few talks is another mistake (R32).
    if not 28 < (plan - start).days <= 10 * len({rij["datum"] for rij in pb["bronnen"]}):
        return None
    pb["datum_pb"] = plan
    return {"R29": 1}


@fout("R29", modellen=_OPVANG, stadia=("analyse",), routes=_EEN_KRING)
def _beschrijving_ontbreekt(geval: Geval, _: Random) -> Uitwerking:
    """The talks stand in the beschrijving: how many there were waits for it (R32)."""
    laat_weg(geval, _PB)
    return {"R29": 1} if (geval.peildatum - geval.een(_START)["startdatum"]).days > 28 else None


@fout("R30", stadia=_NA_PLAN, routes=_EEN_KRING)
def _plan_laat(geval: Geval, rng: Random) -> Uitwerking:
    pb, plan, start = geval.een(_PB), geval.een(_PLAN)["plan_datum"], geval.een(_START)["startdatum"]
    dag = plan - _dagen(rng.randint(15, 18))
    gesprekken = {rij["datum"] for rij in pb["bronnen"] if rij["datum"] <= dag}
    # Too few talks is another mistake (R32), too short a fase as well (R31).
    if not 8 <= (dag - start).days <= 10 * len(gesprekken):
        return None
    pb["datum_pb"] = dag
    return {"R30": 1}


@fout("R30", modellen=_ZONDER_VERSLAG, stadia=("planning",), routes=_EEN_KRING)
def _plan_ontbreekt(geval: Geval, _: Random) -> Uitwerking:
    laat_weg(geval, _PLAN)
    return {"R30": 1} if (geval.peildatum - geval.een(_PB)["datum_pb"]).days > 14 else None


@fout("R31", modellen=_OPVANG, stadia=_NA_EVAL, routes=_EEN_KRING)
def _besluit_te_snel(geval: Geval, rng: Random) -> Uitwerking:
    evaluatie = geval.een(_EVAL)
    evaluatie["besluit_datum"] = evaluatie["eval_datum"] + _dagen(rng.randint(1, 5))
    uit = geval.een(_UIT).get("vertrekdatum")
    # The uitstroom begins with the decision: it may not take more than six weeks.
    return {"R31": 1} if uit is None or (uit - evaluatie["besluit_datum"]).days <= 42 else None


@fout("R31", modellen=_OPVANG, stadia=_NA_INTAKE, routes=("gewoon", "proef"))
def _intake_te_snel(geval: Geval, rng: Random) -> Uitwerking:
    intake = geval.een(_INTAKE)
    intake["besluit_datum"] = intake["overleg_datum"] = intake["gesprek_datum"] + _dagen(rng.randint(1, 5))
    return {"R31": 1}


@fout("R31", modellen=_OPVANG, stadia=("gesloten",), routes=_EEN_KRING)
def _besluit_te_traag(geval: Geval, rng: Random) -> Uitwerking:
    evaluatie = geval.een(_EVAL)
    evaluatie["besluit_datum"] = evaluatie["eval_datum"] + _dagen(rng.randint(15, 18))
    rest = (geval.een(_UIT)["vertrekdatum"] - evaluatie["besluit_datum"]).days
    return {"R31": 1} if 7 <= rest <= 42 else None


@fout("R32", modellen=_ZONDER_VERSLAG, stadia=_NA_PB, routes=_EEN_KRING)
def _weinig_gesprekken(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_PB)["bronnen"] = []
    return {"R32": 1} if geval.van("leefgebiedenwijzer") else None


@fout("R33", modellen=_LEEFHUIS, stadia=("uitvoering", "evaluatie", "gesloten"), routes=_EEN_KRING)
def _gesprek_gemist(geval: Geval, rng: Random) -> Uitwerking:
    verslagen = [d for d in geval.van("rapportage") if d.antwoorden["rap_soort"] == "voortgangsgesprek"]
    if len(verslagen) < 3:
        return None
    geval.delen.remove(verslagen[rng.randrange(len(verslagen) - 1)])
    return {"R33": 1}


@fout("R33", modellen=_LEEFHUIS, stadia=("uitvoering",), routes=_EEN_KRING)
def _laatste_gesprek_ontbreekt(geval: Geval, _: Random) -> Uitwerking:
    verslagen = [d for d in geval.van("rapportage") if d.antwoorden["rap_soort"] == "voortgangsgesprek"]
    geval.delen.remove(verslagen[-1])
    dagen = [deel.antwoorden["rap_datum"] for deel in verslagen[:-1]] or [geval.een(_PLAN)["plan_datum"]]
    return {"R33": 1} if (geval.peildatum - dagen[-1]).days > 14 else None


@fout("R34", stadia=_NA_INTAKE, routes=("gewoon", "proef"))
def _toch_een_intake(geval: Geval, _: Random) -> Uitwerking:
    geval.een("aanmelding").update(besluit="doorverwijzing", besluit_reden="Een andere plek past beter.",
                                   verwezen_naar="Wijkteam Noord")  # fmt: skip
    return {"R34": 1} if geval.van(_INTAKE) else None


@fout("R34", stadia=("intake",), routes=("gewoon", "doorverwezen_na_intake"))
def _intake_blijft_uit(geval: Geval, _: Random) -> Uitwerking:
    laat_weg(geval, _INTAKE), laat_weg(geval, "toestemming")
    besluit = geval.een("aanmelding")["besluit_datum"]
    wacht = model_van(geval.model).grens("intake_wacht", 99)
    return {"R34": 1} if (geval.peildatum - besluit).days > wacht else None


@fout("R35", stadia=_NA_INTAKE[1:], routes=("gewoon",))
def _start_op_wachtlijst(geval: Geval, _: Random) -> Uitwerking:
    intake = geval.een(_INTAKE)
    intake.update(besluit="wachtlijst", w_plekken=0, wachtlijst_sinds=intake["besluit_datum"],
                  wachtlijst_contact="De intaker belt")  # fmt: skip
    return {"R35 waarschuwing": 1}


@fout("R35", stadia=_NA_INTAKE[1:], routes=("gewoon",))
def _start_na_doorverwijzing(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_INTAKE).update(besluit="doorverwijzing", verwezen_naar="Wijkteam Noord")
    return {"R35": 1}


@fout("R35", modellen=_LEEFHUIS, routes=("wachtlijst",))
def _geen_contact(geval: Geval, rng: Random) -> Uitwerking:
    geval.een(_INTAKE)["wachtlijst_sinds"] = geval.peildatum - _dagen(rng.randint(31, 60))
    return {"R35 waarschuwing": 1}


@fout("R35", modellen=_LEEFHUIS, routes=("opnieuw",))
def _stil_op_de_wachtlijst(geval: Geval, _: Random) -> Uitwerking:
    geval.delen.remove(geval.van("memo")[0])
    eerste, tweede = (deel.antwoorden for deel in geval.van(_INTAKE))
    # An incident later on has a memo of its own.
    return {"R35 waarschuwing": 1} if (tweede["besluit_datum"] - eerste["wachtlijst_sinds"]).days > 30 else None


@fout("R36", routes=("voorwaardelijk",), stadia=_NA_EVAL)
def _voorwaarde_vergeten(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_EVAL)["voorwaarden_terug"].pop()
    return {"R36": 1}


@fout("R36", routes=("proef",), stadia=("analyse", "planning", "uitvoering"))
def _proef_voorbij(geval: Geval, rng: Random) -> Uitwerking:
    geval.een(_INTAKE)["proef_eind"] = geval.peildatum - _dagen(rng.randint(1, 5))
    return {"R36": 1}


@fout("R37", routes=("spoed",), stadia=_NA_PB)
def _geen_intake_na_spoed(geval: Geval, _: Random) -> Uitwerking:
    return {"R37": 1} if laat_weg(geval, _INTAKE) else None


@fout("R37", routes=("spoed",), stadia=_NA_PLAN)
def _intake_na_spoed_laat(geval: Geval, rng: Random) -> Uitwerking:
    """The intake of P10 (domein.md 4.9): late, and no fase is skipped."""
    gesprek = geval.een(_START)["startdatum"] + _dagen(rng.randint(15, 17))
    besluit = gesprek + _dagen(7)
    geval.een(_INTAKE).update(gesprek_datum=gesprek, overleg_datum=besluit, besluit_datum=besluit, brief_datum=besluit,
                              datum_ingevuld=besluit)  # fmt: skip
    return {"R37": 1} if besluit <= geval.peildatum else None


# --------------------------------------------------------------------------
# R38–R56: between forms

valt_weg("R38", _PB, routes=_EEN_KRING, stadia=_NA_PLAN)
valt_weg("R38", "aanmelding", routes=("gewoon", "voorwaardelijk"), stadia=_NA_INTAKE)
valt_weg("R38", _EVAL, routes=("gewoon",), stadia=("gesloten",), modellen=_ZONDER_VERSLAG)
valt_weg("R38", _INTAKE, routes=("gewoon",), stadia=_NA_PB)
valt_weg("R38", _PLAN, routes=("gewoon",), stadia=("evaluatie",), modellen=_ZONDER_VERSLAG)


@fout("R39", stadia=_NA_PB, alleen_object=True)
def _vreemd_gebied(geval: Geval, rng: Random) -> Uitwerking:
    veld = rng.choice(["lg_situatie", "lg_goed", "lg_wens"])
    geval.van(_PB)[0].erbij = {veld: {"verslaving_oud": "Dit stond op een oud formulier."}}
    return {"R39": 1}


@fout("R40", stadia=_NA_PLAN, routes=_EEN_KRING)
def _wens_zonder_keuze(geval: Geval, rng: Random) -> Uitwerking:
    gebied = _stil_gebied(geval, rng)
    _zonder_keuze(geval, gebied)
    geval.een(_PLAN)["gewenste_situatie"][gebied] = "Dat het zo blijft."
    return {"R40": 1} if gebied else None


@fout("R40", stadia=_NA_PLAN, routes=_EEN_KRING)
def _doel_buiten_de_beschrijving(geval: Geval, _: Random) -> Uitwerking:
    apart = list(geval.een(_PB).get("lg_niet_relevant") or ())
    if not apart:
        return None
    geval.een(_PLAN)["doelen"][1]["leefgebied"] = apart[0]
    return {"R40 aandachtspunt": 1}


@fout("R41", stadia=_NA_EVAL, los=True)
def _doel_niet_geevalueerd(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_EVAL)["per_doel"].pop(0)
    return {"R41": 1}


@fout("R41", stadia=_NA_EVAL, modellen=_ZONDER_VERSLAG, los=True)
def _onbekend_doel_geevalueerd(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_EVAL)["per_doel"].append({"doel_nr": 8, "behaald": "ja", "reden": "Het ging goed."})
    return {"R41": 1}


@fout("R42", routes=("twee_cycli",), stadia=_MET_PLAN)
def _doel_raakt_kwijt(geval: Geval, _: Random) -> Uitwerking:
    plan = geval.een(_PLAN, 2)
    nr = plan["doelen"].pop()["doel_nr"]
    plan["acties"] = [rij for rij in plan["acties"] if rij["doel_nr"] != nr]
    return {"R42": 1} if plan["doelen"] else None


@fout("R43", routes=("twee_cycli",), modellen=_RUIM, stadia=("analyse", "planning", "uitvoering"))
def _verder_na_afronden(geval: Geval, _: Random) -> Uitwerking:
    geval.een(_EVAL, 1).update(besluit="afronden", afronden_resultaat="ja", afronden_bestemming="zelfstandig",
                               ambulant="nee")  # fmt: skip
    return {"R43": 1}


@fout("R43", routes=("twee_cycli",), modellen=_RUIM, stadia=("planning", "uitvoering", "evaluatie"))
def _kring_zonder_beschrijving(geval: Geval, _: Random) -> Uitwerking:
    """R38 asks for the form of the skipped fase, R43 for what the new circle should begin with: one of them speaks."""
    return {"R43": 1} if laat_weg(geval, _PB, 2) else None


@fout("R43", routes=("twee_cycli",), modellen=_RUIM, stadia=("planning",))
def _nummer_overgeslagen(geval: Geval, _: Random) -> Uitwerking:
    for deel in geval.delen:
        if deel.cyclus == 2:
            deel.cyclus, deel.antwoorden["cyclus_nr"] = 3, 3
    return {"R43": 1}


@fout("R43", routes=("twee_cycli",), modellen=_RUIM, stadia=("planning",))
def _nummer_herhaald(geval: Geval, _: Random) -> Uitwerking:
    """The beschrijving and the plan of the second circle look like doubles of the first, but none has to go (R70)."""
    if geval.een(_PB, 2).get("nog_actueel_vorige") == "ja":
        return None  # In a first circle that means nothing.
    for deel in geval.delen:
        if deel.cyclus == 2:
            deel.cyclus, deel.antwoorden["cyclus_nr"] = 1, 1
    return {"R43": 1}


@fout("R44", modellen=_LEEFHUIS, routes=_EEN_KRING, stadia=("uitvoering",))
def _niet_haalbaar(geval: Geval, _: Random) -> Uitwerking:
    eerste = next(d.antwoorden for d in geval.van("rapportage") if "doel_haalbaar" in d.antwoorden)
    eerste["doel_haalbaar"] = "nee"
    return {"R44": 1} if (geval.peildatum - eerste["rap_datum"]).days > 14 else None


weg("R45", _PB, "besproken_op", stadia=_NA_PB)
weg("R45", _PB, "kopie_op", stadia=_NA_PB)


@fout("R45", stadia=_NA_PB, los=True)
def _geen_kopie_en_half_uitgelegd(geval: Geval, rng: Random) -> Uitwerking:
    antwoorden = geval.een(_PB)
    for veld in ("kopie_op", "afwijking_reden", "afwijking_teamleider"):
        antwoorden.pop(veld, None)
    antwoorden[rng.choice(["afwijking_reden", "afwijking_teamleider"])] = "Dat is zo besproken."
    return {"R45": 1}


@fout("R45", stadia=_NA_PB, los=True)
def _bron_niet_besproken(geval: Geval, rng: Random) -> Uitwerking:
    rng.choice(geval.een(_PB)["bronnen"])["besproken"] = "nee"
    return {"R45": 1}


def _met_anderen(geval: Geval) -> list[date]:
    """Return the days on which something was asked of, or told to, somebody outside."""
    bronnen = [rij["datum"] for rij in geval.een(_PB).get("bronnen", ()) if not rij["bron"].startswith("Gesprek")]
    return bronnen + [rij["datum"] for d in geval.van("incident") for rij in d.antwoorden.get("mail_hulpverleners", ())]


@fout("R46", stadia=_NA_PB)
def _geen_toestemming(geval: Geval, _: Random) -> Uitwerking:
    dagen = _met_anderen(geval)
    return {"R46": len(dagen)} if dagen and laat_weg(geval, "toestemming") else None


@fout("R46", stadia=_NA_PB)
def _toestemming_geweigerd(geval: Geval, _: Random) -> Uitwerking:
    dagen = _met_anderen(geval)
    geval.een("toestemming")["akkoord"] = "nee"
    return {"R46": len(dagen)} if dagen else None


@fout("R46", stadia=_NA_PB)
def _toestemming_later(geval: Geval, _: Random) -> Uitwerking:
    dagen = _met_anderen(geval)
    if not dagen or dagen[0] >= geval.peildatum:
        return None
    later = dagen[0] + _dagen(1)
    geval.een("toestemming")["toestemming_datum"] = later
    return {"R46": sum(dag < later for dag in dagen)}


@fout("R46", stadia=_NA_PB)
def _toestemming_ingetrokken(geval: Geval, _: Random) -> Uitwerking:
    dagen = _met_anderen(geval)
    geval.een("toestemming")["ingetrokken_op"] = min(dagen, default=None)
    return {"R46": len(dagen)} if dagen else None


@fout("R46", stadia=_NA_PB)
def _toestemming_verlopen(geval: Geval, _: Random) -> Uitwerking:
    dagen = _met_anderen(geval)
    geval.een("toestemming")["geldig_tot"] = min(dagen) - _dagen(1) if dagen else None
    return {"R46": len(dagen)} if dagen else None


@fout("R46", modellen=_LEEFHUIS, stadia=("uitvoering", "evaluatie", "gesloten"))
def _mail_aan_een_ander(geval: Geval, _: Random) -> Uitwerking:
    rijen = geval.een("incident").get("mail_hulpverleners")
    if not rijen:
        return None
    rijen.append({"wie": "Politie Zuiderpark", "datum": rijen[0]["datum"]})
    return {"R46": 1}


@fout("R47", stadia=_NA_EVAL)
def _andere_mentor(geval: Geval, _: Random) -> Uitwerking:
    """The card of leefhuis names the former mentor then as well; R75 speaks of that once the change is on record."""
    if "afwijking" in geval.een(_EVAL):
        return None  # The change is on record.
    geval.een(_EVAL)["handtekening_mentor"]["naam"] = "Zwaan Xander"
    return {"R47": 1}


valt_weg("R48", "rie", modellen=_LEEFHUIS, stadia=_NA_PB, routes=_EEN_KRING)


@fout("R48", modellen=_LEEFHUIS, stadia=_NA_PLAN, routes=_EEN_KRING, los=True)
def _risico_niet_in_plan(geval: Geval, _: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    plan["afspraken"] = [rij for rij in plan["afspraken"] if rij["rie_nr"] != 2]
    return {"R48": 1}


@fout("R48", modellen=_LEEFHUIS, stadia=_NA_INTAKE[1:], los=True)
def _zonder_ouders(geval: Geval, _: Random) -> Uitwerking:
    rie = geval.een("rie")
    if "ouders" not in rie["ingevuld_door_wie"]:
        return None
    rie["ingevuld_door_wie"] = ["begeleider"]
    return {"R48": 1}


@fout("R48", modellen=_LEEFHUIS, routes=("algemeen",))
def _geen_nieuwe_rie(geval: Geval, _: Random) -> Uitwerking:
    geval.delen.remove(geval.van("rie")[-1])
    return {"R48": 1}


@fout("R49", modellen=_LEEFHUIS, stadia=("evaluatie", "uitstroom", "gesloten"))
def _voorval_niet_terug(geval: Geval, _: Random) -> Uitwerking:
    return {"R49": 1} if geval.een(_EVAL).pop("risico_terug", None) else None


@fout("R49", modellen=_LEEFHUIS, stadia=("uitvoering", "evaluatie", "gesloten"))
def _incident_zonder_memo(geval: Geval, _: Random) -> Uitwerking:
    return {"R49": 1} if laat_weg(geval, "memo") else None


def _taak(geval: Geval, formulier: str, taken: tuple[str, ...], rng: Random) -> dict[str, Any]:
    """Return a task that was signed off."""
    rijen = geval.een(formulier)["taken"]
    return rng.choice([rij for rij in rijen if rij["taak"] in taken and "afgetekend_door" in rij])


@fout("R50", stadia=_NA_PB, los=True)
def _taak_open_bij_start(geval: Geval, rng: Random) -> Uitwerking:
    del _taak(geval, _START, ("huisregels", "rondleiding", "vragen", "werkwijze"), rng)["afgetekend_door"]
    return {"R50": 1}


@fout("R50", stadia=("gesloten",), routes=(*_EEN_KRING, *ONGEWOON), los=True)
def _taak_open_bij_vertrek(geval: Geval, rng: Random) -> Uitwerking:
    taak = _taak(geval, _UIT, ("afscheid", "praktisch", "administratie", "financien"), rng)
    del taak["afgetekend_door"]
    return {} if geval.route == "overlijden" and taak["taak"] == "afscheid" else {"R50": 1}


@fout("R50", stadia=_NA_PB, los=True)
def _taken_open(geval: Geval, _: Random) -> Uitwerking:
    for rij in geval.een(_START)["taken"][:4]:
        rij.pop("afgetekend_door", None)
    return {"R50": 1}


@fout("R50", stadia=("gesloten",), los=True)
def _hoeft_niet_zonder_reden(geval: Geval, rng: Random) -> Uitwerking:
    rij = _taak(geval, _UIT, ("afscheid", "praktisch"), rng)
    rij.pop("afgetekend_door")
    rij["nvt"] = "ja"
    return {"R50": 1}


valt_weg("R51", "exit", stadia=("gesloten",), routes=_EEN_KRING)


@fout("R51", stadia=("gesloten",), los=True)
def _exit_na_vertrek(geval: Geval, _: Random) -> Uitwerking:
    geval.een("exit")["gesprek_datum"] = geval.een(_UIT)["vertrekdatum"] + _dagen(1)
    return {"R51": 1}


@fout("R51", stadia=("gesloten",), modellen=_OPVANG, los=True)
def _exit_te_vroeg(geval: Geval, rng: Random) -> Uitwerking:
    geval.een("exit")["gesprek_datum"] = geval.een(_UIT)["vertrekdatum"] - _dagen(rng.randint(8, 15))
    return {"R51": 1}


@fout("R51", stadia=("gesloten",), routes=("uitzetting", "stopzetting"))
def _niet_geprobeerd(geval: Geval, rng: Random) -> Uitwerking:
    """The try stands on the checklist: an open task as well (R50)."""
    del _taak(geval, _UIT, ("exitgesprek",), rng)["afgetekend_door"]
    return {"R51 aandachtspunt": 1, "R50": 1}


@fout("R52", stadia=("gesloten",), routes=_EEN_KRING)
def _geen_overdracht(geval: Geval, rng: Random) -> Uitwerking:
    laat_weg(geval, "overdracht")
    geval.een("exit")["overdracht"] = "nee"
    del _taak(geval, _UIT, ("overdracht",), rng)["afgetekend_door"]
    return {"R52": 1}


@fout("R52", stadia=("gesloten",), routes=_EEN_KRING, modellen=_LEEFHUIS)
def _vervolghulp_laat(geval: Geval, rng: Random) -> Uitwerking:
    begin = geval.een(_EVAL)["besluit_datum"]
    geval.een("overdracht")["aanvraag_datum"] = begin + _dagen(rng.randint(15, 18))
    return {"R52": 1}


@fout("R52", stadia=("gesloten",), routes=_EEN_KRING)
def _geen_nazorg(geval: Geval, rng: Random) -> Uitwerking:
    """The forms ask for it in two places, so that says R01 and R50 too."""
    geval.een(_UIT).pop("nazorg_tot")
    geval.een("exit").pop("nazorg")
    del _taak(geval, _UIT, ("nazorg",), rng)["afgetekend_door"]
    return {"R52": 1, "R01": 1, "R50": 1}


@fout("R52", stadia=("gesloten",), routes=_EEN_KRING)
def _niet_gevraagd_hoe_het_was(geval: Geval, rng: Random) -> Uitwerking:
    """As above: the question stands on the exit form, and on the checklist."""
    for veld in ("totaalcijfer", "tevreden_over"):
        geval.een("exit").pop(veld)
    del _taak(geval, _UIT, ("tevredenheid",), rng)["afgetekend_door"]
    return {"R52": 1, "R01": 1, "R50": 1}


@fout("R53", stadia=_NA_INTAKE, los=True)
def _andere_geboortedatum(geval: Geval, rng: Random) -> Uitwerking:
    antwoorden = rng.choice(geval.delen[1:]).antwoorden
    antwoorden["geboortedatum"] = geval.geboren + _dagen(1)
    return {"R53": 1}


@fout("R53", stadia=_NA_INTAKE, los=True)
def _andere_naam(geval: Geval, rng: Random) -> Uitwerking:
    rng.choice(geval.delen[1:]).antwoorden["client_naam"] = "Zwaan Xander"
    return {"R53": 1}


@fout("R54", modellen=_RUIM, routes=("kort",))
def _kort_traject(geval: Geval, _: Random) -> Uitwerking:
    """The route itself is the mistake."""
    zonder(geval.verwacht, "R54")
    return {"R54": 1}


@fout("R55", modellen=_LEEFHUIS, routes=("stopzetting",))
def _geen_waarschuwing(geval: Geval, _: Random) -> Uitwerking:
    if geval.van("memo"):
        return None
    geval.een("hulpvraagwijziging").pop("hv_meldingen")
    return {"R55": 1}


@fout("R55", modellen=_LEEFHUIS, routes=("stopzetting",))
def _een_melding(geval: Geval, _: Random) -> Uitwerking:
    antwoorden = geval.een("hulpvraagwijziging")
    antwoorden.pop("hv_grond")
    antwoorden.update(hv_soort="behandeling", hv_alternatief="Een kliniek", hv_meldingen=antwoorden["hv_meldingen"][:1])
    return {"R55": 1}


@fout("R55", modellen=_LEEFHUIS, routes=("stopzetting",))
def _geen_andere_plek(geval: Geval, _: Random) -> Uitwerking:
    antwoorden = geval.een("hulpvraagwijziging")
    antwoorden.pop("hv_grond")
    antwoorden.update(hv_soort="behandeling")
    antwoorden.pop("hv_alternatief", None)
    return {"R55": 1}


@fout("R56", stadia=_NA_PLAN, routes=_EEN_KRING)
def _vraag_niet_terug(geval: Geval, rng: Random) -> Uitwerking:
    gebied = _stil_gebied(geval, rng)
    if not gebied:
        return None
    _zonder_keuze(geval, gebied)
    geval.een(_PLAN)["gewenste_situatie"][gebied] = "Dat het zo blijft."
    del geval.een(_PB)["lg_wens"][gebied]
    vraag = geval.een("aanmelding")["leefgebieden_vraag"]
    geval.een("aanmelding")["leefgebieden_vraag"] = [*vraag, gebied]
    return {"R56": 1}


# --------------------------------------------------------------------------
# R70–R75: the batch, and what is overdue


def _kopie(geval: Geval, deel: Deel) -> Deel:
    nieuw = copy.deepcopy(deel)
    nieuw.kopie = 1
    geval.delen.append(nieuw)
    return nieuw


@fout("R70", routes=ROUTES)
def _gelijke_kopie(geval: Geval, rng: Random) -> Uitwerking:
    _kopie(geval, rng.choice(geval.delen))
    return {"R70 aandachtspunt": 1}


@fout("R70", stadia=_NA_PB)
def _andere_kopie(geval: Geval, rng: Random) -> Uitwerking:
    deel = rng.choice([d for d in geval.delen if d.formulier in (_START, "aanmelding")])
    _kopie(geval, deel).antwoorden["ontvangen_door"] = "Iemand anders"
    return {"R70": 1}


@fout("R71", routes=ROUTES, alleen_object=True)
def _oude_versie(geval: Geval, rng: Random) -> Uitwerking:
    rng.choice(geval.delen).versie = "0"
    return {} if geval.route == "overlijden" else {"R71": 1}


@fout("R72", routes=ROUTES)
def _beschadigd_bestand(geval: Geval, _: Random) -> Uitwerking:
    """What seems to be missing may be in the file that can't be read: then nobody says that it is (R38)."""
    zonder(geval.verwacht, "R38")
    geval.delen.append(Deel("onbekend", None, {}, soort="geweigerd"))
    return {"R72": 1}


@fout("R72", stadia=_NA_PB, routes=_EEN_KRING)
def _zonder_nummer(geval: Geval, _: Random) -> Uitwerking:
    for deel in geval.van("leefgebiedenwijzer"):
        deel.dossier = ""
        deel.antwoorden.pop("dossier_nr")
        return {"R72": 1}
    return None


@fout("R72", stadia=_NA_INTAKE)
def _leeg_formulier(geval: Geval, _: Random) -> Uitwerking:
    kop = {v.sleutel for v in model_van(geval.model).formulieren["leefgebiedenwijzer"].kop}
    antwoorden = {naam: waarde for naam, waarde in geval.delen[0].antwoorden.items() if naam in kop}
    geval.delen.append(Deel("leefgebiedenwijzer", 1, antwoorden))
    return {"R72": 1}


@fout("R74", modellen=_ZONDER_VERSLAG, stadia=("evaluatie",), routes=_EEN_KRING)
def _evaluatie_blijft_uit(geval: Geval, _: Random) -> Uitwerking:
    laat_weg(geval, _EVAL)
    return {"R74": 1} if (geval.peildatum - geval.een(_PLAN)["evaluatie_gepland"]).days > 14 else None


@fout("R74", modellen=_ZONDER_VERSLAG, stadia=("evaluatie",), routes=_EEN_KRING)
def _evaluatie_blijft_uit_zonder_datum(geval: Geval, _: Random) -> Uitwerking:
    """Without a planned day the last day of a goal counts; the empty day itself is for R01."""
    laat_weg(geval, _EVAL)
    plan = geval.een(_PLAN)
    plan.pop("evaluatie_gepland")
    laatste = max(rij["streefdatum"] for rij in plan["doelen"])
    return {"R74": 1, "R01": 1} if (geval.peildatum - laatste).days > 14 else None


@fout("R74", modellen=_LEEFHUIS, routes=("drie_cycli",), stadia=_MET_PLAN)
def _algemene_evaluatie_blijft_uit(geval: Geval, _: Random) -> Uitwerking:
    """Everything up to the start was so much earlier that a year has passed."""
    start = geval.een(_START)["startdatum"]
    eerder = _dagen(366 - (geval.peildatum - start).days)
    gesprekken = {rij["datum"] for rij in geval.een(_PB)["bronnen"]}
    if (geval.peildatum - geval.geboren).days < 20 * 366 or eerder.days > 30 * len(gesprekken):
        return None
    for deel in geval.delen:
        if deel.formulier in ("aanmelding", _INTAKE, "toestemming", _START, "rie"):
            deel.antwoorden = _eerder(deel.antwoorden, eerder)
    return {"R74": 1}


def _eerder(waarde: Any, hoeveel: timedelta) -> Any:
    """Return answers in which every day is so much earlier; not the day of birth."""
    if isinstance(waarde, dict):
        return {n: w if n in ("geboortedatum", "geldig_tot") else _eerder(w, hoeveel) for n, w in waarde.items()}
    if isinstance(waarde, list):
        return [_eerder(deel, hoeveel) for deel in waarde]
    return waarde - hoeveel if isinstance(waarde, date) else waarde


@fout("R75", modellen=_LEEFHUIS, stadia=("uitvoering", "evaluatie"), routes=_EEN_KRING)
def _kaart_van_voor_de_rie(geval: Geval, _: Random) -> Uitwerking:
    geval.een("rie")["rie_datum"] = geval.een("deelnemerskaart")["bijgewerkt_op"] + _dagen(2)
    return {"R75": 1}


@fout("R44", modellen=_LEEFHUIS, routes=("gewijzigd",))
def _gewijzigd_plan_ontbreekt(geval: Geval, _: Random) -> Uitwerking:
    """Without the new version nobody acted on the goal that can't be reached; the evaluatie settles it later."""
    nieuw = next(deel for deel in geval.van(_PLAN) if deel.antwoorden["plan_versie"] == 2)
    geval.delen.remove(nieuw)
    dag = next(d.antwoorden["rap_datum"] for d in geval.van("rapportage") if d.antwoorden.get("doel_haalbaar") == "nee")
    return {"R44": 1} if not geval.van(_EVAL) and (geval.peildatum - dag).days > 14 else None


@fout("R02", routes=("gewijzigd",))
def _wijziging_zonder_reden(geval: Geval, _: Random) -> Uitwerking:
    for deel in geval.van(_PLAN):
        if deel.antwoorden.pop("wijzig_reden", None):
            return {"R02": 1}
    return None


valt_weg("R75", "deelnemerskaart", modellen=_LEEFHUIS, routes=_EEN_KRING, stadia=("uitvoering", "evaluatie"))
valt_weg("R75", "signaleringsplan", modellen=_LEEFHUIS, routes=_EEN_KRING, stadia=("uitvoering", "evaluatie"))


# --------------------------------------------------------------------------
# What is on record as a deviation is something to talk about, no fout (domein.md 4.0)


def _leg_vast(antwoorden: dict[str, Any], waarvan: str, geval: Geval) -> bool:
    """Put a deviation on record in a form; False when there is no such form, or it has one already."""
    if not antwoorden or "afwijking" in antwoorden:
        return False
    dag = min(antwoorden["datum_ingevuld"], geval.peildatum)
    antwoorden["afwijking"] = [
        {"waarvan": waarvan, "reden": "Zo is het besproken.", "akkoord": "Roos Kok", "datum": dag}
    ]
    return True


@fout("R15", routes=_GEWOON, los=True)
def _contra_vastgelegd(geval: Geval, rng: Random) -> Uitwerking:
    aanmelding = geval.een("aanmelding")
    rng.choice(aanmelding["contra"])["aanwezig"] = "ja"
    return {"R15 aandachtspunt": 1} if _leg_vast(aanmelding, "contra", geval) else None


@fout("R15", routes=_GEWOON, los=True)
def _contra_met_een_andere_afwijking(geval: Geval, rng: Random) -> Uitwerking:
    aanmelding = geval.een("aanmelding")
    rng.choice(aanmelding["contra"])["aanwezig"] = "ja"
    return {"R15 fout": 1} if _leg_vast(aanmelding, "tekenen", geval) else None


@fout("R14", routes=_GEWOON, los=True)
def _criterium_vastgelegd(geval: Geval, rng: Random) -> Uitwerking:
    aanmelding = geval.een("aanmelding")
    rijen = [rij for rij in aanmelding["criteria"] if "leeftijd" not in rij["criterium"] and rij["voldoet"] == "ja"]
    rng.choice(rijen)["voldoet"] = "nee"
    return {"R14 aandachtspunt": 1} if _leg_vast(aanmelding, "criteria", geval) else None


@fout("R11", stadia=_NA_PLAN, los=True)
def _niet_getekend_vastgelegd(geval: Geval, _: Random) -> Uitwerking:
    plan = geval.een(_PLAN)
    del plan["handtekening_client"]
    return {"R11 aandachtspunt": 1} if _leg_vast(plan, "tekenen", geval) else None


@fout("R45", stadia=_NA_PB, los=True)
def _niet_besproken_vastgelegd(geval: Geval, _: Random) -> Uitwerking:
    pb = geval.een(_PB)
    del pb["besproken_op"]
    return {"R45 aandachtspunt": 1} if _leg_vast(pb, "kopie", geval) else None


@fout("R41", stadia=_NA_EVAL, routes=_EEN_KRING)
def _doel_vergeten_vastgelegd(geval: Geval, _: Random) -> Uitwerking:
    """Not one of two: about goals it holds for the plan of that cycle as well."""
    evaluatie = geval.een(_EVAL)
    evaluatie["per_doel"].pop(0)
    return {"R41 aandachtspunt": 1} if _leg_vast(evaluatie, "doelen", geval) else None


@fout("R01", stadia=_NA_INTAKE, los=True)
def _open_vraag_vastgelegd(geval: Geval, rng: Random) -> Uitwerking:
    intake = geval.een(_INTAKE)
    kan = [naam for naam in ("problemen", "levensloop", "voorstel_reden") if naam in intake]
    if not kan:
        return None
    del intake[rng.choice(kan)]
    return {"R01 aandachtspunt": 1} if _leg_vast(intake, "invullen", geval) else None


@fout("R46", stadia=_NA_PB, routes=_EEN_KRING)
def _geen_toestemming_vastgelegd(geval: Geval, _: Random) -> Uitwerking:
    """Without a cycle of its own, on the intake, it holds for the whole dossier."""
    dagen = _met_anderen(geval)
    if not dagen or not laat_weg(geval, "toestemming") or not _leg_vast(geval.een(_INTAKE), "toestemming", geval):
        return None
    return {"R46 aandachtspunt": len(dagen)}


@fout("R75", modellen=_LEEFHUIS, routes=_EEN_KRING, stadia=("evaluatie",))
def _kaart_van_voor_de_wissel(geval: Geval, _: Random) -> Uitwerking:
    evaluatie = geval.een(_EVAL)
    if not _leg_vast(evaluatie, "begeleider", geval):
        return None
    evaluatie["afwijking"][0]["datum"] = evaluatie["eval_datum"]
    evaluatie["handtekening_mentor"]["naam"] = "Zwaan Xander"
    return {"R75": 1}


@fout("R38", routes=("gewoon",), stadia=_NA_PLAN)
def _overgeslagen_vastgelegd(geval: Geval, _: Random) -> Uitwerking:
    vast = _leg_vast(geval.een(_START), "fase", geval)
    return {"R38 aandachtspunt": 1} if vast and laat_weg(geval, _PB) else None


# --------------------------------------------------------------------------
# After a death nobody asks the client for what is missing


def zwijgt(code: str, formulier: str, veld: str) -> None:
    """Register something that is left out, and of which nothing may be said any more."""

    def maak(geval: Geval, _: Random) -> Uitwerking:
        return {} if geval.een(formulier).pop(veld, None) is not None else None

    FOUTEN.append(Fout(code, f"{formulier}.{veld} na overlijden", maak, routes=("overlijden",), los=True))


zwijgt("R01", _PB, "toekomst")
zwijgt("R11", _PLAN, "handtekening_client")
zwijgt("R28", _INTAKE, "brief_datum")
zwijgt("R45", _PB, "kopie_op")


TWEELING = "R73 twee dossiers, één persoon"


def tweeling(geval: Geval) -> Geval:
    """Return a second dossier of the same person, only an aanmelding; the first gets the finding (R73)."""
    ander = geval.kopie()
    ander.nummer, ander.verwacht = f"{geval.nummer}b", Counter()
    ander.delen = [deel for deel in ander.delen if deel.formulier == "aanmelding"][:1]
    # It led elsewhere, so that nothing more is expected of it.
    ander.delen[0].antwoorden.update(dossier_nr=ander.nummer, besluit="doorverwijzing", verwezen_naar="Wijkteam Noord",
                                     besluit_reden="Een andere plek past beter.", crisis="nee")  # fmt: skip
    geval.verwacht.update(met_ernst({"R73": 1}))
    geval.fouten = ander.fouten = (TWEELING,)
    return ander
