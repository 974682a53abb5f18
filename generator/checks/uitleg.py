"""What there is to say about a code: when it comes, what to do, and what this organisation agreed on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields

from generator.checks.berichten import BERICHTEN
from generator.checks.codes import RUNMELDINGEN, regelcode
from generator.checks.regel import Regel
from generator.checks.registry import PER_CODE
from generator.formats.meldingen import LEESMELDINGEN
from generator.inrichting import woorden_van
from generator.model import Inrichting, Parameters, Term, Uitleg
from generator.taal import VERWIJZING, standaardwoorden, termwoorden

_PARAMETERS = tuple(veld.name for veld in fields(Parameters))
_GENOEMD = re.compile(r"`(\w+)`")
_NIVEAUS = {
    "formulier": "elk formulier apart",
    "cyclus": "elke cyclus van een dossier",
    "dossier": "een heel dossier",
    "partij": "alle bestanden samen",
    "inrichting": "de inrichting (met achtfasen toets)",
}


class OnbekendeCode(LookupError):
    """There is no such code."""


def uitleg_van(code: str, inrichting: Inrichting | None = None) -> Uitleg:
    """Return the explanation of a rule, a reading message, or a message about the run."""
    code = regelcode(code)
    woorden = _woorden(inrichting)
    if code in PER_CODE:
        return _van_regel(PER_CODE[code], woorden, inrichting)
    if code in LEESMELDINGEN:
        return _van_leesmelding(code, woorden)
    if code in RUNMELDINGEN:
        melding = RUNMELDINGEN[code]
        return Uitleg(code=code, titel=melding.titel, ernst=melding.ernst, kijkt="het nakijken zelf",
                      wanneer=melding.uitleg, uit="",
                      meldingen=tuple(_leesbaar(tekst, woorden) for tekst in melding.teksten.values()))  # fmt: skip
    raise OnbekendeCode(code)


def _van_leesmelding(code: str, woorden: Mapping[str, str]) -> Uitleg:
    soort, woorden = LEESMELDINGEN[code], {**woorden, "waar": "Onder [plek]"}
    kijkt, wanneer = "het lezen van een bestand", "Dit viel op bij het lezen van een formulier."
    if soort.maken:
        kijkt, wanneer = "het maken of invullen van een formulier", "Het formulier wordt dan niet gemaakt."
    elif soort.weigert:
        wanneer = "Het bestand wordt dan niet gelezen; in het rapport staat het onder R72."
    return Uitleg(code=code, titel=soort.titel, ernst=soort.ernst, kijkt=kijkt, wanneer=wanneer,
                  meldingen=(_leesbaar(soort.tekst, woorden),), uit="")  # fmt: skip


def _woorden(inrichting: Inrichting | None) -> Mapping[str, str]:
    if inrichting is not None:
        return woorden_van(inrichting)
    return {
        **standaardwoorden(),
        **termwoorden("client", Term(enkelvoud="cliënt", meervoud="cliënten")),
        **termwoorden("begeleider", Term(enkelvoud="begeleider", meervoud="begeleiders")),
    }


def _van_regel(regel: Regel, woorden: Mapping[str, str], inrichting: Inrichting | None) -> Uitleg:
    return Uitleg(
        code=regel.code,
        titel=regel.titel,
        ernst=regel.ernst,
        kijkt=_NIVEAUS[regel.niveau],
        wanneer=_GENOEMD.sub(r"‘\1’", regel.uitleg),
        bron=regel.bron,
        parameters=_parameters(regel, inrichting),
        uit=_uit(regel, inrichting),
        meldingen=tuple(_leesbaar(tekst, woorden) for tekst in BERICHTEN[regel.code].values()),
    )


def _parameters(regel: Regel, inrichting: Inrichting | None) -> tuple[tuple[str, str], ...]:
    """Return the parameters that a rule depends on or speaks of, with their values."""
    genoemd = [naam for naam in _GENOEMD.findall(regel.uitleg) if naam in _PARAMETERS]
    namen = dict.fromkeys((*regel.parameters, *genoemd))
    if inrichting is None:
        return tuple((naam, "") for naam in namen)
    return tuple((naam, _waarde(getattr(inrichting.parameters, naam))) for naam in namen)


def _waarde(waarde: object) -> str:
    if isinstance(waarde, tuple):
        return ", ".join(map(str, waarde)) or "niets"
    return str(waarde).replace(".", ",") if isinstance(waarde, float) else str(waarde)


def _uit(regel: Regel, inrichting: Inrichting | None) -> str:
    if regel.vast:
        return "Deze regel hoort bij het model zelf en kan niet uit."
    if inrichting is not None and regel.code in inrichting.parameters.regels_uit:
        return "Jullie hebben deze regel uitgezet (bij parameters: regels_uit)."
    stil = [naam for naam in regel.parameters if inrichting and getattr(inrichting.parameters, naam) == "uit"]
    if stil:
        return f"Deze regel kijkt nu nergens naar, want uit staat: {', '.join(stil)}."
    return "Deze regel kun je uitzetten in je inrichting, bij parameters: regels_uit."


def _leesbaar(tekst: str, woorden: Mapping[str, str]) -> str:
    """Fill in the words of the organisation; what differs per finding stands between brackets."""
    return VERWIJZING.sub(lambda naam: woorden.get(naam[1], f"[{naam[1].replace('_', ' ')}]"), tekst)
