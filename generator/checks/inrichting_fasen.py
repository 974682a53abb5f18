"""R62, R63 and R69: the matrix, what every fase describes, and the criteria."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from generator.bron import bedoelde
from generator.checks.inrichtingsblik import InrichtingBlik, woord_in
from generator.checks.regel import Bronplek, Treffer, Uitkomst, regel
from generator.duur import lees_duur
from generator.model import MATRIXRIJEN, Ernst, Fase
from generator.taal import opsomming

_VRAAG: Mapping[str, str] = {
    "wat": "wat gebeurt er?",
    "wie": "wie doet het?",
    "wanneer": "wanneer en hoe vaak?",
    "waar": "op welke plek?",
    "waarmee": "met welk formulier of hulpmiddel?",
    "hoe": "welke kwaliteitseisen gelden?",
}
# Places where nobody listens in, as people write them.
_VERTROUWELIJK = (
    "spreekkamer", "meeluister", "gehoor", "vertrouw", "gesloten", "rustig", "privé", "prive", "apart", "thuis",
    "deur dicht", "eigen kamer", "veilig", "gespreksruimte", "gesprekskamer",
)  # fmt: skip
# Words that name people or tools without naming one from the list.
_ALGEMEEN_WIE = (
    "iedereen", "allen", "alle", "samen", "collega", "medewerker", "personeel", "wie ", "vrijwilliger", "familie",
    "ouder", "n.v.t", "niemand",
)  # fmt: skip
_ALGEMEEN_WAARMEE = ("telefoon", "e-mail", "mail", "computer", "gesprek", "dossier", "agenda", "n.v.t", "niets", "geen")
_MIN_NAAM = 3
_DELEN: Mapping[str, str] = {
    "doel": "het doel", "duur": "de duur", "instrumenten": "een instrument", "werkwijze": "de werkwijze",
}  # fmt: skip


@regel("R62", "Matrix gevuld", ernst=Ernst.WAARSCHUWING, bron="S4:597-611, 648-666; S0:572-576", niveau="inrichting")
def matrix_gevuld(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Een van de 48 cellen van de matrix is leeg, of noemt een rol of instrument dat er niet is.

    Bij ‘Wie’ en ‘Waarmee’ scheid je namen met een puntkomma; een naam telt als er een bekende rol of een bekend
    instrument in voorkomt. Noemt ‘Waar’ nergens een vertrouwelijke plek, dan is het een aandachtspunt.

    Slecht: in fase 6 is ‘Hoe’ leeg.
    Goed: alle zes rijen zijn gevuld, en gesprekken zijn in een gesloten spreekkamer.
    """
    for nr, fase in enumerate(blik.inrichting.fasen):
        leeg = [rij for rij in MATRIXRIJEN if not fase.matrix.cel(rij).strip()]
        if leeg:
            rijen = opsomming([f"‘{rij.capitalize()}’ ({_VRAAG[rij]})" for rij in leeg])
            plekken = tuple(Bronplek(("fasen", nr, "matrix", rij)) for rij in leeg)
            yield Treffer("leeg", plekken, {"fase": blik.fase(fase), "rijen": rijen})
        yield from _onbekend(blik, nr, "wie", _rolwoorden(blik), _ALGEMEEN_WIE)
        yield from _onbekend(blik, nr, "waarmee", _instrumentwoorden(blik), _ALGEMEEN_WAARMEE)
    waar = [fase.matrix.waar for fase in blik.inrichting.fasen if fase.matrix.waar.strip()]
    if waar and not any(woord in tekst.casefold() for tekst in waar for woord in _VERTROUWELIJK):
        yield Treffer("vertrouwelijk", (Bronplek(("fasen", 1, "matrix", "waar")),), {}, Ernst.AANDACHTSPUNT)


def _onbekend(
    blik: InrichtingBlik, nr: int, rij: str, bekend: Collection[str], algemeen: Collection[str]
) -> Iterator[Treffer]:
    fase = blik.inrichting.fasen[nr]
    for deel in re.split(r"[;,\n]", fase.matrix.cel(rij)):
        naam = deel.strip(" .")
        if len(naam) < _MIN_NAAM or woord_in(bekend, naam) or woord_in(algemeen, naam):
            continue
        feiten = {"fase": blik.fase(fase), "naam": naam, "tip": bedoelde(naam.casefold(), bekend)}
        yield Treffer(rij, (Bronplek(("fasen", nr, "matrix", rij)),), feiten)


def _rolwoorden(blik: InrichtingBlik) -> list[str]:
    synoniemen = [woord for rol in blik.inrichting.rollen for woord in (*rol.synoniemen, rol.sleutel)]
    return sorted({woord.casefold() for woord in (*blik.namen, *synoniemen) if len(woord) >= _MIN_NAAM})


def _instrumentwoorden(blik: InrichtingBlik) -> list[str]:
    namen = [instrument.naam for instrument in blik.inrichting.instrumenten]
    titels = [formulier.titel for formulier in blik.formulieren.values()]
    termen = [woord for term in blik.inrichting.termen.values() for woord in (term.enkelvoud, term.meervoud)]
    return sorted({woord.casefold() for woord in (*namen, *titels, *termen) if len(woord) >= _MIN_NAAM})


@regel("R63", "Fasebeschrijving volledig", ernst=Ernst.WAARSCHUWING, bron="S2:35-40", niveau="inrichting")
def fasebeschrijving_volledig(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Bij een fase ontbreekt het doel, de duur, een instrument of de werkwijze.

    Een duur die ‘niet vastgelegd’ is, mag: zet er dan bij ‘duur_voorstel’ bij waar iemand op kan rekenen.

    Slecht: bij de evaluatie staat geen werkwijze.
    Goed: elke fase heeft een doel, een duur, een instrument en een werkwijze.
    """
    for nr, fase in enumerate(blik.inrichting.fasen):
        ontbreekt = [deel for deel, is_er in _aanwezig(fase).items() if not is_er]
        if ontbreekt:
            feiten = {
                "fase": blik.fase(fase),
                "delen": opsomming([_DELEN[deel] for deel in ontbreekt]),
                "sleutels": opsomming([f"‘{'duur_voorstel' if deel == 'duur' else deel}’" for deel in ontbreekt]),
            }
            yield Treffer("ontbreekt", tuple(Bronplek(("fasen", nr, deel)) for deel in ontbreekt), feiten)


def _aanwezig(fase: Fase) -> dict[str, bool]:
    duur = lees_duur(fase.duur)
    return {
        "doel": any(doel.strip() for doel in fase.doel),
        "duur": bool(fase.duur_voorstel.strip()) or (duur is not None and not duur.open),
        "instrumenten": bool(fase.instrumenten) or any(taak.waarmee for taak in fase.taken),
        "werkwijze": any(stap.tekst.strip() or stap.punten for stap in fase.werkwijze),
    }


@regel("R69", "Criteria vastgelegd", ernst=Ernst.WAARSCHUWING, bron="S0:156-160; S2:118-126", niveau="inrichting")
def criteria_vastgelegd(blik: InrichtingBlik) -> Iterator[Uitkomst]:
    """Er zijn geen criteria of geen contra-indicaties, of er staat geen vraag bij die je kunt beantwoorden.

    Gebruik je ze niet, zet dan bij ‘parameters’ criteria_gebruiken of contra_gebruiken op nee.

    Slecht: bij het criterium ‘Leeftijd’ staat als vraag ‘18 jaar’.
    Goed: de vraag is ‘Is de cliënt 18 jaar of ouder?’.
    """
    inrichting = blik.inrichting
    for lijst, variant, schakelaar in (
        ("criteria", "geen_criteria", "criteria_gebruiken"),
        ("contra_indicaties", "geen_contra", "contra_gebruiken"),
    ):
        gebruikt = getattr(inrichting.parameters, schakelaar) == "ja"
        if gebruikt and not getattr(inrichting, lijst):
            yield Treffer(variant, (Bronplek((lijst,)), Bronplek(("parameters", schakelaar))), {})
        for nr, criterium in enumerate(getattr(inrichting, lijst) if gebruikt else ()):
            if not criterium.vraag.rstrip(" ’'\")").endswith("?"):
                yield Treffer("geen_vraag", (Bronplek((lijst, nr, "vraag")),), {"naam": criterium.naam})


REGELS = (matrix_gevuld, fasebeschrijving_volledig, criteria_vastgelegd)
