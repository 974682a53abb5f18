"""Two inrichtingen side by side: what was added, dropped, renamed, changed and moved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.formulier import definities_van
from generator.model import Fase, Handleiding, Inrichting, Term
from generator.vergelijken.formulieren import formuliervolgorde, formulierwijzigingen
from generator.vergelijken.zinnen import Plek, Taal, hoofdletter, onderdeel, record, teksten

# The parts of a handleiding that say which one it is: no change of the way of working.
KOP_LOG = "Versie en wijzigingslog"
_KOP_ORGANISATIE = "Organisatie"
_VERSIEDELEN = ("versie", "datum", "herzien_door", "log")
_BOVEN = Plek("", boven=True)
# Lists of the inrichting itself, each with its heading; fasen and forms come in between.
_EERST = {"leefgebieden": "Leefgebieden", "rollen": "Rollen"}
_DAARNA = {
    "instrumenten": "Hulpmiddelen",
    "criteria": "Criteria",
    "contra_indicaties": "Contra-indicaties",
}


@dataclass(frozen=True, slots=True)
class Wijziging:
    """One change: the part of the inrichting (a key), that part in words, and what changed, as a sentence."""

    onderdeel: str
    kop: str
    tekst: str


def vergelijk(oud: Inrichting, nieuw: Inrichting) -> tuple[Wijziging, ...]:
    """Return every change from *oud* to *nieuw*, in the words of *nieuw*; nothing when they say the same.

    Both are inrichtingen as they are read (`generator.organisatie`), their texts with ``{…}``.
    """
    return () if oud == nieuw else tuple(_alles(Taal.van(oud, nieuw)))


def _alles(taal: Taal) -> Iterator[Wijziging]:
    yield from _organisatie(taal)
    yield from (Wijziging("termen", "Woorden", zin) for zin in _termen(taal))
    yield from _lijsten(taal, _EERST)
    yield from _fasen(taal)
    yield from _lijsten(taal, _DAARNA)
    yield from _formulieren(taal)
    parameters = record(taal, taal.oud.parameters, taal.nieuw.parameters, _BOVEN)
    yield from (Wijziging("parameters", "Grenzen en keuzes", zin) for zin in parameters)
    yield from _handleiding(taal)
    yield from (Wijziging("invoering", "Invoering", zin) for zin in _invoering(taal))


def _organisatie(taal: Taal) -> Iterator[Wijziging]:
    oud, nieuw = taal.oud, taal.nieuw
    zinnen = []
    if oud.organisatie.naam != nieuw.organisatie.naam:
        zinnen.append(f"De organisatie heet nu ‘{nieuw.organisatie.naam}’; eerst ‘{oud.organisatie.naam}’.")
    zinnen += record(taal, oud.organisatie, nieuw.organisatie, _BOVEN, zonder=("naam",))
    for veld in ("uitgangsmodel", "schema"):
        zinnen += onderdeel(taal, Inrichting, veld, getattr(oud, veld), getattr(nieuw, veld), _BOVEN)
    yield from (Wijziging("organisatie", _KOP_ORGANISATIE, zin) for zin in zinnen)


def _termen(taal: Taal) -> Iterator[str]:
    oud, nieuw = taal.oud.termen, taal.nieuw.termen
    for sleutel in dict.fromkeys((*nieuw, *oud)):
        if sleutel not in oud:
            yield f"Het woord ‘{nieuw[sleutel].enkelvoud}’ is erbij gekomen."
        elif sleutel not in nieuw:
            yield f"Het woord ‘{oud[sleutel].enkelvoud}’ is weggehaald."
        else:
            yield from _term(taal, oud[sleutel], nieuw[sleutel])


def _term(taal: Taal, oud: Term, nieuw: Term) -> Iterator[str]:
    """One sentence for one word: its plural and article come along."""
    vorm = f"meervoud ‘{nieuw.meervoud}’, met ‘{nieuw.lidwoord}’"
    if oud.enkelvoud != nieuw.enkelvoud:
        yield f"In plaats van ‘{oud.enkelvoud}’ zeggen we nu ‘{nieuw.enkelvoud}’ ({vorm})."
    elif (oud.meervoud, oud.lidwoord) != (nieuw.meervoud, nieuw.lidwoord):
        yield f"Het woord ‘{nieuw.enkelvoud}’ heeft nu {vorm}."
    plek, namen = Plek(f"het woord ‘{nieuw.enkelvoud}’"), ("het oude woord", "de oude woorden")
    yield from teksten(taal, oud.vroeger, nieuw.vroeger, namen, plek)


def _lijsten(taal: Taal, koppen: dict[str, str]) -> Iterator[Wijziging]:
    for lijst, kop in koppen.items():
        oud, nieuw = getattr(taal.oud, lijst), getattr(taal.nieuw, lijst)
        if oud != nieuw:
            yield from (Wijziging(lijst, kop, z) for z in onderdeel(taal, Inrichting, lijst, oud, nieuw, _BOVEN))


def _fasen(taal: Taal) -> Iterator[Wijziging]:
    oude = {fase.sleutel: fase for fase in taal.oud.fasen}
    for nr, fase in enumerate(taal.nieuw.fasen, 1):
        if (eerder := oude.get(fase.sleutel)) is not None and eerder != fase:
            kop = f"Fase {nr}: {taal.lees(fase.naam)}"
            yield from (Wijziging(f"fasen.{fase.sleutel}", kop, zin) for zin in _fase(taal, eerder, fase))


def _fase(taal: Taal, oud: Fase, nieuw: Fase) -> Iterator[str]:
    if not taal.gelijk(oud.naam, nieuw.naam):
        yield f"Deze fase heet nu {taal.citaat(nieuw.naam)}; eerst {taal.citaat(oud.naam)}."
    yield from record(taal, oud, nieuw, Plek("deze fase", boven=True), zonder=("naam", "sleutel"))


def _formulieren(taal: Taal) -> Iterator[Wijziging]:
    for sleutel in formuliervolgorde(taal.oud, taal.nieuw):
        kop = f"Formulier {formuliertitel(taal.nieuw, sleutel)}"
        yield from (Wijziging(f"formulieren.{sleutel}", taal.lees(kop), z) for z in formulierwijzigingen(taal, sleutel))


def formuliertitel(inrichting: Inrichting, sleutel: str) -> str:
    """Return how the organisation calls a form, its words not filled in yet."""
    aanpassing = inrichting.formulieren.get(sleutel)
    instrument = next((i.naam for i in inrichting.instrumenten if i.formulier == sleutel), "")
    definitie = definities_van(inrichting).get(sleutel)
    return (aanpassing.titel if aanpassing else None) or instrument or (definitie.titel if definitie else sleutel)


def _handleiding(taal: Taal) -> Iterator[Wijziging]:
    oud, nieuw, plek = taal.oud.handleiding, taal.nieuw.handleiding, Plek("de handleiding", boven=True)
    for veld in (veld.name for veld in fields(Handleiding)):
        a, b = getattr(oud, veld), getattr(nieuw, veld)
        if a != b:
            kop = KOP_LOG if veld in _VERSIEDELEN else "Handleiding"
            zinnen = onderdeel(taal, Handleiding, veld, a, b, plek)
            yield from (Wijziging("handleiding", kop, hoofdletter(zin)) for zin in zinnen)


def _invoering(taal: Taal) -> Iterator[str]:
    oud, nieuw = taal.oud.invoering, taal.nieuw.invoering
    if oud is None or nieuw is None:
        if oud != nieuw:
            yield "Het deel over de invoering is " + ("weggehaald." if nieuw is None else "erbij gekomen.")
    else:
        yield from record(taal, oud, nieuw, Plek("de invoering", boven=True))
