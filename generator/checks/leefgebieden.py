"""R06 and R39: every leefgebied has its turn, and all forms use the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from generator.checks.beschrijving import behandeld, geldt_nog, gevuld, zonder_nummer
from generator.checks.blik import FormulierBlik, eenmaal, niets
from generator.checks.optillen import namen_van
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.checks.veldplan import Veldplan
from generator.formulier import opties_van
from generator.model import Ernst, Invulling, Leefgebied, Onleesbaar, Veld
from generator.taal import opsomming
from generator.veldsoorten import Omgeving, soort_van, vergelijkbaar

_PB = "persoonsbeschrijving"


@regel("R06", "Alle leefgebieden langs", ernst=Ernst.WAARSCHUWING, bron="S0:353, 450-454; S2:281-293",
       niveau="formulier", leest=(f"{_PB}.lg_situatie", "intake.functioneren", "begeleidingsplan.gewenste_situatie"),
       dekt=(f"{_PB}.lg_situatie", f"{_PB}.lg_niet_relevant", "intake.functioneren",
             "begeleidingsplan.gewenste_situatie"), past=lambda formulier: formulier.sleutel in _VERGETEN)  # fmt: skip
def alle_leefgebieden_langs(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Een leefgebied komt in de intake, de beschrijving of het plan niet aan bod.

    In de beschrijving mag een gebied ‘niet aan de orde’ zijn, met een reden. In het plan telt ook een wens
    of doel in dat gebied, en hoeft een gebied dat in de beschrijving niet aan de orde was niet terug te komen.

    Slecht: over Zingeving staat niets, ook niet dat het niet aan de orde is.
    Goed: bij Zingeving staat waarom het nu niet speelt.
    """
    vergeten = _VERGETEN.get(blik.formulier.sleutel)
    if vergeten is None:
        return
    veld, zoek = vergeten
    gebieden = zoek(blik) if veld in blik.velden else []
    if gebieden:
        plekken = tuple(Plek(blik.invulling, f"{veld}.{gebied.sleutel}") for gebied in gebieden)
        feiten = {"gebieden": opsomming([gebied.naam for gebied in gebieden]), "veld": blik.label(veld)}
        anders = {"niet": blik.label("lg_niet_relevant"), "keuze": blik.label("keuze")}
        yield Treffer(blik.formulier.sleutel, plekken, {**feiten, **anders})


def _in_beschrijving(blik: FormulierBlik) -> list[Leefgebied]:
    if geldt_nog(blik):
        return []
    velden = [veld.sleutel for veld in blik.plan.per_leefgebied]
    bekend = frozenset().union(*[blik.beantwoord(veld) for veld in velden])
    over = [gebied for gebied in blik.formulier.leefgebieden if gebied.sleutel not in bekend]
    return [gebied for gebied in over if not any(gevuld(blik, veld, gebied.sleutel) for veld in velden)]


def _in_intake(blik: FormulierBlik) -> list[Leefgebied]:
    veld = blik.velden["functioneren"]
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    beschreven = set()
    for rij in blik.rijen("functioneren"):
        for sleutel, waarde in rij.items():
            if sleutel != drager and not niets(waarde):
                beschreven.add(rij.get(drager))
                break
    return [gebied for gebied in blik.formulier.leefgebieden if gebied.sleutel not in beschreven]


@eenmaal
def _in_plan(blik: FormulierBlik) -> list[Leefgebied]:
    veld = blik.velden["gewenste_situatie"]
    if veld.per_leefgebied == "nee" and not niets(blik.waarde("gewenste_situatie")):
        return []
    if _zonder_beschrijving(blik):
        return []
    stil = _stil_in_beschrijving(blik)
    gekozen = {rij.get("leefgebied") for tabel in ("keuze", "doelen") for rij in blik.rijen(tabel)}
    return [
        gebied
        for gebied in blik.formulier.leefgebieden
        if gebied.sleutel not in gekozen
        and not gevuld(blik, "gewenste_situatie", gebied.sleutel)
        and gebied.sleutel not in stil
    ]


def vergeten_in_plan(blik: FormulierBlik) -> list[Leefgebied]:
    """Return the leefgebieden that R06 misses in a plan, so that no other rule speaks of those."""
    return _in_plan(blik) if "gewenste_situatie" in blik.velden else []


def _zonder_beschrijving(blik: FormulierBlik) -> bool:
    """True when the description should be there and is not: R38 says so, and nobody knows what it put aside."""
    return blik.dossier is not None and _PB in blik.kader.formulieren and beschrijving_bij(blik) is None


def _stil_in_beschrijving(blik: FormulierBlik) -> frozenset[str]:
    """Return the areas that the description that this plan builds on put aside, or says nothing about.

    What a description forgot, R06 says once: there.
    """
    beschrijving = beschrijving_bij(blik)
    if beschrijving is None:
        return frozenset()
    return blik.plan.gebieden - {gebied.sleutel for gebied in behandeld(beschrijving)}


@eenmaal
def beschrijving_bij(blik: FormulierBlik) -> FormulierBlik | None:
    """Return the last real description up to the cycle of this plan; None when nobody can say which one that is."""
    if blik.dossier is None or _PB not in blik.kader.formulieren:
        return None
    if any(zonder_nummer(deel) for deel in blik.genoten(_PB)):
        return None
    echte = [deel for deel in blik.genoten(_PB) if deel.cyclus <= blik.cyclus and not geldt_nog(deel)]
    return max(echte, key=lambda deel: (deel.cyclus, deel.datum("datum_pb") or date.min), default=None)


_VERGETEN: dict[str, tuple[str, Any]] = {
    _PB: ("lg_situatie", _in_beschrijving),
    "intake": ("functioneren", _in_intake),
    "begeleidingsplan": ("gewenste_situatie", _in_plan),
}


@regel("R39", "Zelfde leefgebieden", ernst=Ernst.FOUT, bron="S0:450-454; S2:52-62", niveau="formulier",
       past=lambda formulier: any(veld.per_leefgebied == "ja" for veld in formulier.velden))  # fmt: skip
def zelfde_leefgebieden(blik: FormulierBlik) -> Iterable[Uitkomst]:
    """De leefgebieden in een formulier zijn andere dan die van de organisatie, ook na synoniemen.

    Slecht: het plan heeft een leefgebied ‘verslaving’ dat de organisatie niet kent.
    Goed: het plan heeft ‘huisvesting’, een synoniem van Wonen.
    """
    return _andere_leefgebieden(blik) if blik.invulling.niet_gevonden or _onbekend(blik) else ()


def _andere_leefgebieden(blik: FormulierBlik) -> Iterator[Uitkomst]:
    velden = blik.plan.per_leefgebied
    vreemd = vreemde_gebieden(blik)
    kwijt = weggevallen_gebieden(blik.invulling, blik.plan)
    if vreemd or kwijt:
        plekken = [*vreemd.values(), *(f"{velden[0].sleutel}.{gebied}" for gebied in kwijt)]
        namen = [gebied.naam for gebied in blik.formulier.leefgebieden if gebied.sleutel in kwijt]
        feiten = {
            "vreemd": opsomming([f"‘{gebied.replace('_', ' ')}’" for gebied in vreemd]),
            "gebieden": opsomming([f"‘{naam}’" for naam in namen]),
        }
        variant = "anders" if vreemd and kwijt else "onbekend" if vreemd else "ontbreekt"
        yield Treffer(variant, tuple(Plek(blik.invulling, plek) for plek in plekken), feiten)


def vreemde_gebieden(blik: FormulierBlik) -> dict[str, str]:
    """Return the leefgebieden in a form that nobody knows, each with its first place.

    Of one that its version had and today's has not, R71 speaks.
    """
    bekend = blik.plan.gebieden
    alle = [(veld, gebied) for veld in _onbekend(blik) for gebied in blik.gebieden(veld) if gebied not in bekend]
    overgang = blik.kader.overgang(blik.invulling) if alle else None
    vervallen = overgang.vervallen if overgang else ()
    vreemd: dict[str, str] = {}
    for veld, gebied in alle:
        if gebied not in vervallen:
            vreemd.setdefault(str(gebied), f"{veld}.{gebied}")
    return vreemd


def _onbekend(blik: FormulierBlik) -> list[str]:
    """Return the fields with an answer for a leefgebied that their form doesn't have."""
    bekend, onbekend = blik.plan.gebieden, []
    for veld in blik.plan.per_leefgebied:
        gebieden = blik.invulling.waarden.get(veld.sleutel)
        if gebieden is not None and not bekend.issuperset(blik.gebieden(veld.sleutel)):
            onbekend.append(veld.sleutel)
    return onbekend


def weggevallen_gebieden(invulling: Invulling, plan: Veldplan) -> list[str]:
    """Return the leefgebieden of which a file lost every field: the form was made without them."""
    if not plan.per_leefgebied or not invulling.niet_gevonden:
        return []
    kwijt = [set(_per_blad(invulling.niet_gevonden, veld.sleutel)) for veld in plan.per_leefgebied]
    return [g.sleutel for g in plan.formulier.leefgebieden if all(g.sleutel in deel for deel in kwijt)]


def _per_blad(sleutels: Iterable[str], veld: str) -> Iterator[str]:
    """Yield the leefgebied of every leaf of *veld*: ``lg_goed.wonen``, ``lg_themas.wonen.t1``."""
    for sleutel in sleutels:
        naam, _, rest = sleutel.partition(".")
        if naam == veld and rest:
            yield rest.split(".")[0]


def onder_eigen_naam(invulling: Invulling, plan: Veldplan) -> Invulling:
    """Return a form with answers under a synonym of a leefgebied moved to the organisation's own key."""
    nieuw: dict[str, Any] = {}
    terecht: set[str] = set()
    for veld in plan.per_leefgebied:
        waarde = invulling.waarden.get(veld.sleutel)
        if waarde is not None and isinstance(waarde, Mapping) and not plan.gebieden.issuperset(waarde):
            nieuw[veld.sleutel] = _hernoem(waarde, veld, plan.formulier.leefgebieden)
            terecht |= {f"{veld.sleutel}.{gebied}" for gebied in nieuw[veld.sleutel]}
    if not nieuw:
        return invulling
    niet_gevonden = tuple(sleutel for sleutel in invulling.niet_gevonden if sleutel not in terecht)
    return replace(invulling, waarden={**invulling.waarden, **nieuw}, niet_gevonden=niet_gevonden)


def _hernoem(waarden: Mapping[str, Any], veld: Veld, gebieden: tuple[Leefgebied, ...]) -> dict[str, Any]:
    eigen_van = {naam: gebied for gebied in gebieden for naam in namen_van(gebied)}
    eigen = {gebied.sleutel for gebied in gebieden}
    uit: dict[str, Any] = {}
    for sleutel, waarde in waarden.items():
        gebied = None if sleutel in eigen else eigen_van.get(vergelijkbaar(sleutel.replace("_", " ")))
        if gebied is None or gebied.sleutel in waarden:
            uit[sleutel] = waarde
            continue
        # The reader kept what it could not judge: now that the area is known, it can be.
        ruw = waarde.ruw if isinstance(waarde, Onleesbaar) else waarde
        uit[gebied.sleutel] = soort_van(veld).normaliseer(ruw, Omgeving(opties_van(veld, gebied)))
    return uit


REGELS = (alle_leefgebieden_langs, zelfde_leefgebieden)
