"""R05, R07 and R45: the persoonsbeschrijving."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.blik import FormulierBlik, eenmaal, niets
from generator.checks.regel import Plek, Treffer, Uitkomst, regel
from generator.model import Ernst, Leefgebied
from generator.taal import opsomming

_PER_GEBIED = ("lg_situatie", "lg_goed", "lg_minder", "lg_wens")
_PB = "persoonsbeschrijving"


def zonder_nummer(blik: FormulierBlik) -> bool:
    """True when nobody can say of which cycle a form is."""
    return blik.dossier is not None and blik.invulling in blik.dossier.verloop.zonder_nummer


@eenmaal
def geldt_nog(blik: FormulierBlik) -> bool:
    """True when a later cycle says that the former description still holds.

    A later description in which nothing was written says so too, until it says otherwise:
    R02 asks for the answer, and one question is enough.
    """
    if blik.cyclus < 2 and not zonder_nummer(blik):
        return False
    if blik.waarde("nog_actueel_vorige") == "ja":
        return True
    open_vraag = blik.leeg("nog_actueel_vorige")
    return open_vraag and all(niets(blik.waarde(sleutel)) for sleutel in (*_PER_GEBIED, "toekomst"))


def gevuld(blik: FormulierBlik, veld: str, gebied: str) -> bool:
    """True when a field has an answer for a leefgebied; a lost field is given the benefit of the doubt."""
    return gebied in blik.beantwoord(veld) or blik.kwijt(f"{veld}.{gebied}")


@eenmaal
def beschreven_gebieden(blik: FormulierBlik) -> frozenset[str]:
    """Return the leefgebieden about which something was written."""
    return frozenset().union(*[blik.beantwoord(veld) for veld in _PER_GEBIED])


@eenmaal
def behandeld(blik: FormulierBlik) -> tuple[Leefgebied, ...]:
    """Return the leefgebieden about which something was written and that are not put aside."""
    gebieden = beschreven_gebieden(blik) - blik.beantwoord("lg_niet_relevant")
    return tuple(gebied for gebied in blik.formulier.leefgebieden if gebied.sleutel in gebieden)


@regel("R05", "Sterk én minder sterk", ernst=Ernst.WAARSCHUWING, bron="S2:267, 293; S0:371-373, 1337-1339",
       niveau="formulier", nodig=(f"{_PB}.lg_goed", f"{_PB}.lg_minder"),
       dekt=(f"{_PB}.lg_goed", f"{_PB}.lg_minder"))  # fmt: skip
def sterk_en_minder_sterk(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """In een beschreven leefgebied staat niet zowel wat goed gaat als wat minder gaat.

    Staat nergens wat goed gaat, dan is het een fout. Geldt de vorige beschrijving nog, dan zwijgt de regel.

    Slecht: bij Wonen staat alleen wat minder gaat.
    Goed: bij Wonen staat allebei; Werk is ‘niet aan de orde’ met een reden.
    """
    gebieden = behandeld(blik)
    if geldt_nog(blik) or not gebieden:
        return
    zonder = {veld: [g for g in gebieden if not gevuld(blik, veld, g.sleutel)] for veld in ("lg_goed", "lg_minder")}
    if len(zonder["lg_goed"]) == len(gebieden):
        yield Treffer("nergens", (Plek(blik.invulling, "lg_goed"),), {"veld": blik.label("lg_goed")}, Ernst.FOUT)
        return
    for veld, lijst in zonder.items():
        if lijst:
            anders = "lg_minder" if veld == "lg_goed" else "lg_goed"
            feiten = {"gebieden": opsomming([g.naam for g in lijst]), "veld": blik.label(veld)}
            plekken = tuple(Plek(blik.invulling, f"{veld}.{g.sleutel}") for g in lijst)
            yield Treffer("een_kant", plekken, {**feiten, "anders": blik.label(anders)})


@regel("R07", "Wens en toekomst", ernst=Ernst.WAARSCHUWING, bron="S0:381, 546-548", niveau="formulier",
       nodig=(f"{_PB}.toekomst", f"{_PB}.lg_wens"), dekt=(f"{_PB}.toekomst", f"{_PB}.lg_wens"))  # fmt: skip
def wens_en_toekomst(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """Het toekomstbeeld is leeg, of in geen enkel beschreven leefgebied staat een wens.

    Slecht: ‘Hoe de cliënt de toekomst ziet’ is leeg.
    Goed: er staat een toekomstbeeld, en bij één leefgebied een wens.
    """
    if geldt_nog(blik):
        return
    if blik.leeg("toekomst"):
        yield Treffer("toekomst", (Plek(blik.invulling, "toekomst"),), {"veld": blik.label("toekomst")})
    if not any(gevuld(blik, "lg_wens", gebied.sleutel) for gebied in blik.formulier.leefgebieden):
        yield Treffer("wens", (Plek(blik.invulling, "lg_wens"),), {"veld": blik.label("lg_wens")})


@regel("R45", "Beschrijving besproken en kopie", ernst=Ernst.FOUT, bron="S2:294-301", niveau="formulier",
       nodig=(f"{_PB}.besproken_op", f"{_PB}.kopie_op"), leest=(f"{_PB}.afwijking_reden",),
       dekt=tuple(f"{_PB}.{v}" for v in ("besproken_op", "kopie_op", "afwijking_reden", "afwijking_teamleider")),
       )  # fmt: skip
def besproken_en_kopie(blik: FormulierBlik) -> Iterator[Uitkomst]:
    """De beschrijving is niet besproken, of er is geen kopie gegeven zonder reden én overleg.

    Ook: een bron is niet met de persoon besproken. Geldt de vorige beschrijving nog, dan zwijgt de regel.

    Slecht: ‘Kopie gegeven op’ is leeg, en er staat geen reden.
    Goed: er is geen kopie, maar de reden en de leidinggevende staan erbij.
    """
    if geldt_nog(blik):
        return
    if blik.leeg("besproken_op"):
        yield Treffer("besproken", (Plek(blik.invulling, "besproken_op"),), {"veld": blik.label("besproken_op")})
    afwijking = [veld for veld in ("afwijking_reden", "afwijking_teamleider") if blik.leeg(veld)]
    if blik.leeg("kopie_op") and afwijking:
        plekken = tuple(Plek(blik.invulling, veld) for veld in ("kopie_op", *afwijking))
        feiten = {"veld": blik.label("kopie_op"), "velden": opsomming([blik.label(veld) for veld in afwijking])}
        yield Treffer("kopie" if len(afwijking) > 1 else "afwijking", plekken, feiten)
    for nr, rij in enumerate(blik.rijen("bronnen"), 1):
        if rij.get("besproken") == "nee":
            plek = Plek(blik.invulling, f"bronnen[{nr}].besproken")
            yield Treffer("bron", (plek,), {"veld": blik.label("bronnen"), "regel": nr})


REGELS = (sterk_en_minder_sterk, wens_en_toekomst, besproken_en_kopie)
