"""R08–R10 and R12: the begeleidingsplan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.checks.blik import IETS, FormulierBlik, niets
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.model import Ernst, Onleesbaar

_PLAN = "begeleidingsplan"


def doelnummers(blik: FormulierBlik, tabel: str) -> list[Any]:
    """Return the readable goal numbers in the rows of a table, in order and with doubles."""
    nummers = [rij.get("doel_nr") for rij in blik.rijen(tabel)]
    return [nr for nr in nummers if nr is not None and not isinstance(nr, Onleesbaar)]


def nummers_zeker(blik: FormulierBlik, tabel: str) -> bool:
    """False when a goal number can't be read: it may be the very one that seems to be missing."""
    return not any(isinstance(rij.get("doel_nr"), Onleesbaar) for rij in blik.rijen(tabel))


def _leeg(blik: FormulierBlik, tabel: str, rij: Mapping[str, Any], kolom: str) -> bool:
    """True when a column that the form has is empty in a row."""
    waarde = rij.get(kolom)
    if (waarde.__class__ is str and waarde[:1] in IETS) or not niets(waarde) or blik.kwijt(f"{tabel}.{kolom}"):
        return False
    return any(k.sleutel == kolom for k in blik.velden[tabel].kolommen)


def _doel(rij: Mapping[str, Any], nr: int) -> str:
    """Return ``doel 2``, or ``het doel in regel 2`` when it has no number."""
    doel_nr = rij.get("doel_nr")
    return f"doel {doel_nr}" if isinstance(doel_nr, (int, float)) else f"het doel in regel {nr}"


@regel("R08", "Einddoel en doel", ernst=Ernst.FOUT, bron="S0:383; S2:313, 386", niveau="formulier",
       nodig=(f"{_PLAN}.einddoel", f"{_PLAN}.doelen"), dekt=(f"{_PLAN}.einddoel", f"{_PLAN}.doelen"))  # fmt: skip
def einddoel_en_doel(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Het plan heeft geen einddoel, of geen enkel doel.

    Slecht: ‘Einddoel’ is leeg.
    Goed: er is een einddoel, en één doel.
    """
    if blik.leeg("einddoel"):
        yield Treffer("einddoel", (Plek(blik.invulling, "einddoel"),), {"veld": blik.label("einddoel")})
    if not blik.rijen("doelen"):
        yield Treffer("doelen", (Plek(blik.invulling, "doelen"),), {"veld": blik.label("doelen")})


@regel("R09", "Doel met actie, wie en wanneer", ernst=Ernst.FOUT, bron="S0:385, 1077-1081; S2:313, 327-329",
       niveau="formulier", nodig=(f"{_PLAN}.doelen", f"{_PLAN}.acties"),
       dekt=tuple(f"{_PLAN}.acties{k}" for k in ("", ".doel_nr", ".actie", ".wie", ".wanneer")))  # fmt: skip
def doel_met_actie(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Een doel heeft geen actie, of bij een actie ontbreekt wat, wie of wanneer, of bij welk doel ze hoort.

    Slecht: bij doel 2 staat geen enkele actie.
    Goed: bij elk doel staat een actie, met wie en wanneer.
    """
    doelen, met_actie = doelnummers(blik, "doelen"), set(doelnummers(blik, "acties"))
    zeker = nummers_zeker(blik, "acties") and not blik.kwijt("acties.doel_nr")
    for nr, rij in enumerate(blik.rijen("doelen"), 1):
        doel = rij.get("doel_nr")
        if isinstance(doel, (int, float)) and doel not in met_actie and zeker:
            yield Treffer("geen_actie", _plekken(blik, "doelen", nr, "doel_nr"),
                          {"doel": doel, "veld": blik.label("acties")})  # fmt: skip
    for nr, rij in enumerate(blik.rijen("acties"), 1):
        yield from _actie(blik, nr, rij, doelen)


def _plekken(blik: FormulierBlik, tabel: str, nr: int, kolom: str) -> tuple[Plek, ...]:
    return (Plek(blik.invulling, f"{tabel}[{nr}].{kolom}"),)


def _actie(blik: FormulierBlik, nr: int, rij: Mapping[str, Any], doelen: list[Any]) -> Iterator[Uitkomst]:
    doel = rij.get("doel_nr")
    for kolom in ("doel_nr", "actie", "wie", "wanneer"):
        if _leeg(blik, "acties", rij, kolom):
            feiten = {"regel": nr, "veld": blik.label("acties"), "doel": doel, "kolom": blik.label(f"acties.{kolom}")}
            yield Treffer(kolom, _plekken(blik, "acties", nr, kolom), feiten)
    if doelen and isinstance(doel, (int, float)) and doel not in doelen and nummers_zeker(blik, "doelen"):
        feiten = {"regel": nr, "veld": blik.label("acties"), "doel": doel}
        yield Treffer("onbekend_doel", _plekken(blik, "acties", nr, "doel_nr"), feiten)


@regel("R10", "Doel volledig", ernst=Ernst.FOUT, bron="S2:328-329; S0:383-385", niveau="formulier",
       nodig=(f"{_PLAN}.doelen",),
       dekt=tuple(f"{_PLAN}.doelen.{k}" for k in ("doel_nr", "doel", "streefdatum", "leefgebied", "prioriteit")),
       )  # fmt: skip
def doel_volledig(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Bij een doel ontbreekt nummer, doel of streefdatum, of twee doelen hebben hetzelfde nummer.

    Een leeg leefgebied of een lege voorrang is een waarschuwing.

    Slecht: doel 3 heeft geen streefdatum.
    Goed: doel 3 heeft een nummer, leefgebied, voorrang en streefdatum.
    """
    for nr, rij in enumerate(blik.rijen("doelen"), 1):
        for kolom in ("doel_nr", "doel", "streefdatum", "leefgebied", "prioriteit"):
            if _leeg(blik, "doelen", rij, kolom):
                licht = Ernst.WAARSCHUWING if kolom in ("leefgebied", "prioriteit") else None
                feiten = {"dit_doel": _doel(rij, nr), "kolom": blik.label(f"doelen.{kolom}"), "regel": nr}
                yield Treffer(kolom, _plekken(blik, "doelen", nr, kolom), feiten, licht)
    nummers = doelnummers(blik, "doelen")
    for doel, aantal in Counter(nummers).items() if len(set(nummers)) < len(nummers) else ():
        if aantal > 1:
            yield Treffer("dubbel", (Plek(blik.invulling, "doelen"),), {"doel": doel, "aantal": aantal})


@regel("R12", "Keuze per wens", ernst=Ernst.WAARSCHUWING, bron="S0:385-387; S3:171", niveau="formulier",
       nodig=(f"{_PLAN}.keuze",), dekt=(f"{_PLAN}.keuze.aanpakken", f"{_PLAN}.keuze.reden"))  # fmt: skip
def keuze_per_wens(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Bij een wens is niet gekozen of die wordt aangepakt, of bij nee of later staat geen reden.

    Slecht: bij een wens staat ‘later’, zonder reden.
    Goed: bij een wens staat ‘later’, met een korte reden.
    """
    for nr, rij in enumerate(blik.rijen("keuze"), 1):
        aanpakken = rij.get("aanpakken")
        if _leeg(blik, "keuze", rij, "aanpakken"):
            feiten = {"regel": nr, "veld": blik.label("keuze"), "kolom": blik.label("keuze.aanpakken")}
            yield Treffer("aanpakken", _plekken(blik, "keuze", nr, "aanpakken"), feiten)
        elif aanpakken in ("nee", "later") and _leeg(blik, "keuze", rij, "reden"):
            feiten = {"regel": nr, "veld": blik.label("keuze"), "kolom": blik.label("keuze.reden"), "keuze": aanpakken}
            yield Treffer("reden", _plekken(blik, "keuze", nr, "reden"), feiten)


REGELS = (einddoel_en_doel, doel_met_actie, doel_volledig, keuze_per_wens)
