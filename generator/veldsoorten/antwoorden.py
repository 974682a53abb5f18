"""A whole set of answers: from the shape of an answer file to regular values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.formulier import JA_NEE, opties_van
from generator.model import Formulier, Kolom, Leefgebied, Onleesbaar, Veld
from generator.veldsoorten.basis import Omgeving, is_leeg
from generator.veldsoorten.register import DELEN_HANDTEKENING, VELDSOORTEN, soort_van


@dataclass(frozen=True, slots=True)
class Antwoordfout:
    """A key in an answer file that the form does not have, or a value of the wrong shape."""

    sleutel: str
    bericht: str


Melder = Callable[[str, str], None]


def normaliseer_antwoorden(
    formulier: Formulier, antwoorden: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Antwoordfout, ...]]:
    """Return the answers with every value in its regular form, and what did not fit.

    Empty values are left out; tables become tuples of rows without empty cells,
    preprinted rows first.  A value that can't be understood becomes `Onleesbaar`.
    """
    from generator.bron import bedoelde

    fouten: list[Antwoordfout] = []
    velden = {veld.sleutel: veld for veld in formulier.velden}
    waarden: dict[str, Any] = {}

    def meld(sleutel: str, bericht: str) -> None:
        fouten.append(Antwoordfout(sleutel, bericht))

    for sleutel, ruw in antwoorden.items():
        if (veld := velden.get(sleutel)) is None:
            meld(sleutel, f"Dit formulier heeft geen veld ‘{sleutel}’.{bedoelde(sleutel, velden)}")
        elif not is_leeg(waarde := _waarde(veld, ruw, formulier, meld)):
            waarden[sleutel] = waarde
    volgorde = [sleutel for sleutel in velden if sleutel in waarden]
    return {sleutel: waarden[sleutel] for sleutel in volgorde}, tuple(fouten)


def _waarde(veld: Veld, ruw: Any, formulier: Formulier, meld: Melder) -> Any:
    if ruw is None:
        return None
    if veld.soort == "tabel":
        return _tabel(veld, ruw, meld)
    if veld.soort == "handtekening":
        return _handtekening(veld, ruw, meld)
    if veld.per_leefgebied == "ja":
        return _per_leefgebied(veld, ruw, formulier, meld)
    waarde = soort_van(veld).normaliseer(ruw, Omgeving(veld.opties))
    _meld_vreemde_keuze(veld, veld.sleutel, waarde, meld)
    return waarde


def _meld_vreemde_keuze(veld: Veld, sleutel: str, waarde: Any, meld: Melder) -> None:
    """Boxes can't show a choice that is not in the list: it would be lost."""
    if veld.soort == "meerkeuze" and isinstance(waarde, Onleesbaar):
        meld(sleutel, "Een van deze keuzes staat niet in de lijst.")


def _per_leefgebied(veld: Veld, ruw: Any, formulier: Formulier, meld: Melder) -> Any:
    from generator.bron import bedoelde

    if not isinstance(ruw, Mapping):
        meld(veld.sleutel, "Geef dit antwoord per leefgebied: sleutel van het leefgebied, dan de tekst.")
        return Onleesbaar(str(ruw), "hier hoort een antwoord per leefgebied")
    gebieden: dict[str, Leefgebied] = {gebied.sleutel: gebied for gebied in formulier.leefgebieden}
    for sleutel in ruw:
        if sleutel not in gebieden:
            tip = bedoelde(sleutel, gebieden)
            meld(f"{veld.sleutel}.{sleutel}", f"‘{sleutel}’ is geen leefgebied van deze organisatie.{tip}")
    waarden = {
        sleutel: soort_van(veld).normaliseer(ruw.get(sleutel), Omgeving(opties_van(veld, gebied)))
        for sleutel, gebied in gebieden.items()
    }
    for sleutel, waarde in waarden.items():
        _meld_vreemde_keuze(veld, f"{veld.sleutel}.{sleutel}", waarde, meld)
    return zonder_leeg(waarden)


def _handtekening(veld: Veld, ruw: Any, meld: Melder) -> Any:
    if not isinstance(ruw, Mapping):
        ruw = {"naam": ruw}
    for sleutel in ruw:
        if sleutel not in DELEN_HANDTEKENING:
            meld(f"{veld.sleutel}.{sleutel}", "Een handtekening heeft: naam, datum, getekend.")
    delen = {
        deel: VELDSOORTEN[soort].normaliseer(ruw.get(deel), Omgeving(JA_NEE))
        for deel, soort in DELEN_HANDTEKENING.items()
    }
    return zonder_leeg(delen)


def _tabel(veld: Veld, ruw: Any, meld: Melder) -> Any:
    from generator.bron import bedoelde

    if not isinstance(ruw, (list, tuple)) or not all(isinstance(rij, Mapping) for rij in ruw):
        meld(veld.sleutel, "Geef deze tabel als lijst van rijen, met per rij de kolommen.")
        return Onleesbaar(str(ruw), "hier hoort een lijst van rijen")
    kolommen = {kolom.sleutel: kolom for kolom in veld.kolommen}
    for nr, rij in enumerate(ruw, 1):
        for sleutel in rij:
            if sleutel not in kolommen:
                tip = bedoelde(sleutel, kolommen)
                meld(f"{veld.sleutel}[{nr}].{sleutel}", f"Deze tabel heeft geen kolom ‘{sleutel}’.{tip}")
    rijen = [_rij(kolommen, rij) for rij in ruw]
    return regelmatige_rijen(veld, [rij for rij in rijen if rij])


def _rij(kolommen: Mapping[str, Kolom], rij: Mapping[str, Any]) -> dict[str, Any]:
    cellen = {
        sleutel: soort_van(kolom).normaliseer(rij.get(sleutel), Omgeving(kolom.opties))
        for sleutel, kolom in kolommen.items()
    }
    return zonder_leeg(cellen)


def regelmatige_rijen(veld: Veld, rijen: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Return rows in regular order: preprinted ones first; those nobody wrote in are left out."""
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), None)
    if drager is None:
        return tuple(rijen)
    voorgedrukt: dict[str, dict[str, Any]] = {}
    rest: list[dict[str, Any]] = []
    bekend = {rij.sleutel: rij for rij in veld.rijen}
    onaangeroerd = [{drager: rij.sleutel, **rij.vooraf} for rij in veld.rijen]
    onaangeroerd += [{drager: rij.sleutel} for rij in veld.rijen]
    for rij in (rij for rij in rijen if rij not in onaangeroerd):
        sleutel = rij.get(drager)
        if sleutel in bekend and sleutel not in voorgedrukt:
            voorgedrukt[str(sleutel)] = rij
        else:
            rest.append(rij)
    geordend = [voorgedrukt[sleutel] for sleutel in bekend if sleutel in voorgedrukt]
    return (*geordend, *rest)


def zonder_leeg(groep: Mapping[str, Any]) -> dict[str, Any]:
    """Return the entries that hold something."""
    return {sleutel: waarde for sleutel, waarde in groep.items() if not is_leeg(waarde)}
