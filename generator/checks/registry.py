"""All rules, put together from the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.checks import (
    beschrijving,
    doorlooptijd,
    evaluatie,
    incident,
    inrichting_bijlagen,
    inrichting_duren,
    inrichting_fasen,
    inrichting_handleiding,
    inrichting_invoering,
    inrichting_model,
    leefgebieden,
    lopend,
    ondertekening,
    partij,
    personen,
    plan,
    planinhoud,
    risico,
    termijnen,
    terugblik,
    toestemming,
    verloop,
    vertrek,
    vervolg,
    volledigheid,
    weging,
)
from generator.checks.regel import Regel

_MODULES = (
    volledigheid, beschrijving, leefgebieden, plan, ondertekening, evaluatie, weging, planinhoud, terugblik, incident,
    verloop, termijnen, vervolg, doorlooptijd, lopend, toestemming, personen, risico, vertrek, partij,
    inrichting_model, inrichting_fasen, inrichting_bijlagen, inrichting_duren, inrichting_handleiding,
    inrichting_invoering,
)  # fmt: skip
REGELS: tuple[Regel, ...] = tuple(sorted((r for m in _MODULES for r in m.REGELS), key=lambda r: r.code))
PER_CODE: Mapping[str, Regel] = MappingProxyType({regel.code: regel for regel in REGELS})
