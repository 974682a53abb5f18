"""Changes as rows for the wijzigingslog: what was changed, and what is to be done about it."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.formulier import formulieren_van
from generator.model import Formulier, Inrichting, Logregel
from generator.vergelijken.inrichtingen import KOP_LOG, Wijziging
from generator.versies import afdruk

_ZINNEN = 6


def per_kop(wijzigingen: Iterable[Wijziging]) -> dict[str, list[Wijziging]]:
    """Return changes by their heading, in order."""
    groepen: dict[str, list[Wijziging]] = {}
    for wijziging in wijzigingen:
        groepen.setdefault(wijziging.kop, []).append(wijziging)
    return groepen


def logregels(
    oud: Inrichting, nieuw: Inrichting, wijzigingen: Iterable[Wijziging], vandaag: date
) -> tuple[Logregel, ...]:
    """Return a row for every heading, with what to do about it as a proposal; the log itself is left out."""
    oude, nieuwe = formulieren_van(oud), formulieren_van(nieuw)
    return tuple(
        Logregel(
            datum=vandaag.isoformat(),
            versie=nieuw.handleiding.versie,
            aanpassing=f"{kop}. {_samengevat([deel.tekst for deel in delen])}",
            vervolg=_vervolg(delen[0].onderdeel, oude, nieuwe),
        )
        for kop, delen in per_kop(wijzigingen).items()
        if kop != KOP_LOG
    )


def _samengevat(zinnen: Sequence[str]) -> str:
    rest = len(zinnen) - _ZINNEN
    return " ".join([*zinnen[:_ZINNEN], f"En nog {rest} wijzigingen."] if rest > 1 else zinnen)


def _vervolg(onderdeel: str, oude: dict[str, Formulier], nieuwe: dict[str, Formulier]) -> str:
    """Return what to do: a form with other questions has to be handed out anew."""
    groep, _, sleutel = onderdeel.partition(".")
    oud, nieuw = oude.get(sleutel), nieuwe.get(sleutel)
    if groep == "formulieren" and nieuw and (oud is None or afdruk(oud) != afdruk(nieuw)):
        return f"Nieuwe formulieren uitdelen: {nieuw.titel}."
    if groep == "formulieren" and oud and not nieuw:
        return f"Lege formulieren weghalen: {oud.titel}."
    return "Team inlichten."


def als_yaml(regels: Iterable[Logregel]) -> str:
    """Return rows as they stand in a file, under ``log:`` of the handleiding."""
    return "".join(regel for logregel in regels for regel in _yaml(logregel))


def _yaml(regel: Logregel) -> Iterator[str]:
    yield f"    - datum: {regel.datum}\n"
    yield f"      versie: {json.dumps(regel.versie, ensure_ascii=False)}\n"
    yield from _blok("aanpassing", regel.aanpassing)
    yield from _blok("vervolg", regel.vervolg)


def _blok(naam: str, tekst: str) -> Iterator[str]:
    yield f"      {naam}: >-\n"
    for regel in textwrap.wrap(tekst, 92, break_long_words=False, break_on_hyphens=False):
        yield f"        {regel}\n"
