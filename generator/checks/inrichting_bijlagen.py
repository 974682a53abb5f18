"""R64: every form of a fase is an annex, every annex is used, and every number points somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count

from generator.bijlagen import bijlagenummers, gebruik, is_bijlage
from generator.bron import Pad
from generator.checks.inrichtingsblik import InrichtingBlik, genoemd
from generator.checks.regel import Bestandsplek, Bronplek, Treffer, Uitkomst, regel
from generator.formulier import definities_van
from generator.inrichting import alle_teksten
from generator.model import Ernst, Formulier, Instrument
from generator.taal import opsomming, vul_in

# An annex of ours: “bijlage 2 van het huurcontract” is not.
_BIJLAGE = re.compile(
    r"\bbijlage\s+(?:nr\.?\s+|nummer\s+)?(\d{1,3})\b(?!\s*(?:van|uit|bij)\s+(?!deze|dit))", re.IGNORECASE
)
_Plek = Bronplek | Bestandsplek


@regel("R64", "Instrument en bijlage", ernst=Ernst.FOUT, bron="S2:38, 66, 78-82", niveau="inrichting", vast=True)
def instrument_en_bijlage(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Een formulier van een fase is geen bijlage, een bijlage wordt nergens gebruikt, of een nummer klopt niet.

    Een nummer klopt niet als twee bijlagen het hebben, of als ‘bijlage 7’ in een eigen tekst nergens of naar iets
    anders verwijst. Formulieren van de organisatie zelf horen bij geen fase en tellen als gebruikt.

    Slecht: bijlage 7 (Sociale kaart) staat bij geen enkele fase.
    Goed: elk formulier van een fase is bijlage, en elke bijlage wordt in een fase gebruikt.
    """
    yield from _zonder_bijlage(blik)
    yield from _ongebruikt(blik)
    yield from _dubbele_nummers(blik)
    yield from _verwijzingen(blik)


def _definitie(blik: InrichtingBlik, sleutel: str) -> Formulier | None:
    return blik.formulieren.get(sleutel) or definities_van(blik.rauw).get(sleutel)


def _zonder_bijlage(blik: InrichtingBlik) -> Iterator[Treffer]:
    inrichting = blik.inrichting
    bijlagen = {deel.formulier for deel in inrichting.instrumenten if is_bijlage(deel, inrichting)}
    for sleutel, (fase, pad) in _genoemde_formulieren(blik).items():
        formulier = _definitie(blik, sleutel)
        if formulier is None or formulier.soort == "organisatie" or sleutel in bijlagen:
            continue
        feiten = {"fase": blik.fase(fase), "formulier": _naam(blik, sleutel, formulier), "sleutel": sleutel}
        if sleutel not in blik.formulieren:
            yield Treffer("uit", (Bronplek(pad), Bronplek(("formulieren", sleutel))), feiten)
            continue
        nr = next((n for n, deel in enumerate(inrichting.instrumenten) if deel.formulier == sleutel), None)
        plekken = (Bronplek(pad),) if nr is None else (Bronplek(("instrumenten", nr, "bijlage")), Bronplek(pad))
        yield Treffer("geen_bijlage" if nr is not None else "geen_instrument", plekken, feiten)


def _naam(blik: InrichtingBlik, sleutel: str, formulier: Formulier) -> str:
    eigen = next((deel.naam for deel in blik.inrichting.instrumenten if deel.formulier == sleutel), "")
    return eigen or formulier.titel


def _genoemde_formulieren(blik: InrichtingBlik) -> Mapping[str, tuple[str, Pad]]:
    """Return form key → the fase that names it first, and where."""
    van_instrument = {deel.sleutel: deel.formulier for deel in blik.inrichting.instrumenten if deel.formulier}
    titels = {formulier.titel.casefold(): sleutel for sleutel, formulier in blik.formulieren.items()}
    gevonden: dict[str, tuple[str, Pad]] = {}
    for nr, fase in enumerate(blik.rauw.fasen):
        for pad, tekst in alle_teksten(fase, ("fasen", nr)):
            sleutels = genoemd(tekst, "formulier")
            sleutels |= {van_instrument[naam] for naam in genoemd(tekst, "instrument") & van_instrument.keys()}
            if pad[-2] in ("instrumenten", "waarmee") and tekst in van_instrument:
                sleutels.add(van_instrument[tekst])
            if pad[2:] == ("matrix", "waarmee"):
                sleutels |= {titels[deel] for deel in _namen_in(tekst) & titels.keys()}
            for sleutel in sorted(sleutels):
                gevonden.setdefault(sleutel, (fase.sleutel, pad))
    return gevonden


def _namen_in(tekst: str) -> set[str]:
    return {deel.strip(" .").casefold() for deel in re.split(r"[;,\n]", tekst)}


def _ongebruikt(blik: InrichtingBlik) -> Iterator[Treffer]:
    inrichting = blik.inrichting
    gebruikt = {sleutel for _, sleutel in gebruik(inrichting)}
    teksten = [tekst for _, tekst in blik.eigen_teksten()]
    gebruikt |= {naam for tekst in teksten for naam in genoemd(tekst, "instrument")}
    formulieren = {naam for tekst in teksten for naam in genoemd(tekst, "formulier")}
    getypt = {naam for fase in inrichting.fasen for naam in _namen_in(fase.matrix.waarmee)}
    nummers = bijlagenummers(inrichting)
    for nr, deel in enumerate(inrichting.instrumenten):
        if deel.sleutel not in nummers or deel.sleutel in gebruikt or deel.formulier in formulieren:
            continue
        if deel.naam.casefold() not in getypt and not _van_organisatie(blik, deel):
            feiten = {"nr": nummers[deel.sleutel], "naam": deel.naam, "sleutel": deel.sleutel}
            feiten["fase"] = _bij_fase(blik, deel)
            yield Treffer("ongebruikt", (Bronplek(("instrumenten", nr)),), feiten)


def _van_organisatie(blik: InrichtingBlik, deel: Instrument) -> bool:
    formulier = _definitie(blik, deel.formulier or "")
    return formulier is not None and formulier.soort == "organisatie"


def _bij_fase(blik: InrichtingBlik, deel: Instrument) -> str:
    """Return in words where an instrument could go: the fase of its form, if it is one."""
    formulier = _definitie(blik, deel.formulier or "")
    return blik.fase(formulier.fase) if formulier and formulier.fase else "een fase waarin je het gebruikt"


def _dubbele_nummers(blik: InrichtingBlik) -> Iterator[Treffer]:
    per_nummer: dict[int, list[int]] = {}
    for nr, deel in enumerate(blik.inrichting.instrumenten):
        if isinstance(deel.bijlage, int) and is_bijlage(deel, blik.inrichting):
            per_nummer.setdefault(deel.bijlage, []).append(nr)
    vrij = (nr for nr in count(1) if nr not in per_nummer)
    for nummer, plaatsen in per_nummer.items():
        if len(plaatsen) > 1:
            namen = opsomming([f"‘{blik.inrichting.instrumenten[nr].naam}’" for nr in plaatsen])
            plekken = tuple(Bronplek(("instrumenten", nr, "bijlage")) for nr in reversed(plaatsen))
            yield Treffer("dubbel", plekken, {"nr": nummer, "namen": namen, "vrij": next(vrij)})


def _verwijzingen(blik: InrichtingBlik) -> Iterator[Treffer]:
    nummers = bijlagenummers(blik.inrichting)
    op_nummer = {nr: sleutel for sleutel, nr in nummers.items()}
    namen = {deel.naam.casefold(): deel for deel in blik.inrichting.instrumenten}
    woorden = {f"instrument.{deel.sleutel}": deel.naam for deel in blik.inrichting.instrumenten}
    woorden |= {f"formulier.{deel.formulier}": deel.naam for deel in blik.inrichting.instrumenten if deel.formulier}
    for plek, ruw in blik.eigen_teksten():
        if "bijlage" not in ruw.casefold():
            continue
        tekst = vul_in(ruw, woorden)
        for treffer in _BIJLAGE.finditer(tekst):
            ervoor = tekst[: treffer.start()].casefold().rstrip(" (\n‘’")
            naam = max((n for n in namen if n and ervoor.endswith(n)), key=len, default="")
            yield from _verwijzing(blik, plek, int(treffer[1]), namen.get(naam), op_nummer)


def _verwijzing(
    blik: InrichtingBlik, plek: _Plek, nr: int, bedoeld: Instrument | None, op_nummer: Mapping[int, str]
) -> Iterator[Treffer]:
    er_staat = blik.inrichting.instrument(op_nummer.get(nr, ""))
    tip = _goed_nummer(bedoeld, {sleutel: getal for getal, sleutel in op_nummer.items()})
    if er_staat is None:
        yield Treffer("verwijzing_leeg", (plek,), {"nr": nr, "hoogste": max(op_nummer, default=0), "tip": tip})
    elif bedoeld is not None and bedoeld.sleutel != er_staat.sleutel:
        yield Treffer(
            "verwijzing_anders", (plek,), {"nr": nr, "naam": bedoeld.naam, "ander": er_staat.naam, "tip": tip}
        )


def _goed_nummer(bedoeld: Instrument | None, nummers: Mapping[str, int]) -> str:
    if bedoeld is None:
        return "Kijk welke bijlage je bedoelt"
    if bedoeld.sleutel not in nummers:
        return f"‘{bedoeld.naam}’ is geen bijlage: haal de verwijzing weg"
    return f"‘{bedoeld.naam}’ is bijlage {nummers[bedoeld.sleutel]}"


REGELS = (instrument_en_bijlage,)
