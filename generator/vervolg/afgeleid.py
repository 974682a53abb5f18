"""Answers that follow from another concept: risks into agreements, people and strengths into an overdracht."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.model import Invulling
from generator.taal import opsomming
from generator.veldsoorten import is_leeg
from generator.verloop import PB, PLAN
from generator.vervolg.beeld import Beeld
from generator.vervolg.begrippen import Oogst, zelfde_moment
from generator.vervolg.volgorde import KAART, OVERDRACHT, RIE, SIGNALERING

Rij = Mapping[str, Any]


def _tekst(waarde: Any) -> str:
    return waarde.strip() if isinstance(waarde, str) else ""


def _nieuwste(beeld: Beeld, oogst: Oogst, formulier: str, veld: str) -> Invulling | None:
    """Return the newest form with an answer there; none when two of one day say something else."""
    delen = [deel for deel in beeld.van(formulier) if not is_leeg(deel.waarde(veld))]
    if any(zelfde_moment(delen[0], ander) and ander.waarde(veld) != delen[0].waarde(veld) for ander in delen[1:]):
        oogst.laat(beeld.kader.label(formulier, veld), f"twee formulieren zeggen iets anders ({beeld.noem(delen[0])})")
        return None
    return delen[0] if delen else None


def _risicos(beeld: Beeld, oogst: Oogst) -> tuple[Invulling | None, list[Rij]]:
    """Return the newest list of risks, and those that are still there."""
    lijst = _nieuwste(beeld, oogst, RIE, "risicos")
    if lijst is None:
        return None, []
    for nr, rij in enumerate(lijst.rijen("risicos"), 1):
        if rij and rij.get("nog_aanwezig") not in ("ja", "nee"):
            oogst.laat(f"Risico in regel {nr} van {beeld.noem(lijst)}", "er staat niet leesbaar of het er nog is")
    return lijst, [rij for rij in lijst.rijen("risicos") if rij.get("nog_aanwezig") == "ja"]


def _afspraken(beeld: Beeld, oogst: Oogst) -> None:
    """What helps against a risk becomes an agreement in the plan, unless one about it runs already."""
    lijst, risicos = _risicos(beeld, oogst)
    if lijst is None:
        return
    al = list(oogst.waarden.get("afspraken", ()))
    genoemd = {rij.get("rie_nr") for rij in al}
    for rij in risicos:
        maatregel, nr = _tekst(rij.get("maatregel")), rij.get("nr")
        if not maatregel or nr in genoemd:
            continue
        nieuw = {"afspraak": maatregel, "rie_nr": nr if isinstance(nr, (int, float)) else None,
                 "wie": _tekst(rij.get("wie"))}  # fmt: skip
        al.append({kolom: cel for kolom, cel in nieuw.items() if cel not in (None, "")})
    oogst.neem("afspraken", tuple(al), *oogst.bronnen.get("afspraken", ()), lijst)


def _risico_kort(beeld: Beeld, oogst: Oogst) -> None:
    """The card names what may happen and what helps then."""
    lijst, risicos = _risicos(beeld, oogst)
    regels = [": ".join(filter(None, (_tekst(rij.get("risico")), _tekst(rij.get("maatregel"))))) for rij in risicos]
    if lijst is not None:
        oogst.neem("risico_kort", "\n".join(filter(None, regels)), lijst)


def _rie_nummers(beeld: Beeld, oogst: Oogst) -> None:
    lijst, risicos = _risicos(beeld, oogst)
    nummers = [f"{rij['nr']:g}" for rij in risicos if isinstance(rij.get("nr"), (int, float))]
    if lijst is not None and nummers:
        oogst.neem("sp_rie_nr", opsomming(nummers), lijst)


def _krachten_netwerk(beeld: Beeld, oogst: Oogst) -> None:
    """Strengths and people, each from the latest beschrijving that names them."""
    sterk = _nieuwste(beeld, oogst, PB, "krachten_algemeen")
    met_mensen = _nieuwste(beeld, oogst, PB, "netwerk")
    regels = [_tekst(sterk.waarde("krachten_algemeen"))] if sterk else []
    regels += list(_mensen(met_mensen)) if met_mensen else []
    oogst.neem("krachten_netwerk", "\n".join(regels), *(deel for deel in (sterk, met_mensen) if deel))


def _mensen(beschrijving: Invulling) -> Iterator[str]:
    """Yield ``Gwen (tante): daar kan ik altijd eten``."""
    for rij in beschrijving.rijen("netwerk"):
        naam, relatie, rol = (_tekst(rij.get(kolom)) for kolom in ("naam", "relatie", "rol"))
        if naam:
            yield f"{naam}{f' ({relatie})' if relatie else ''}{f': {rol}' if rol else ''}"


AFGELEID: Mapping[tuple[str, str], Callable[[Beeld, Oogst], None]] = {
    (PLAN, "afspraken"): _afspraken,
    (KAART, "risico_kort"): _risico_kort,
    (SIGNALERING, "sp_rie_nr"): _rie_nummers,
    (OVERDRACHT, "krachten_netwerk"): _krachten_netwerk,
}
"""Form and field → how its answer follows from other concepts."""
