"""All rules, put together from the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.checks import (
    beschrijving,
    evaluatie,
    inrichting_bijlagen,
    inrichting_duren,
    inrichting_fasen,
    inrichting_handleiding,
    inrichting_invoering,
    inrichting_model,
    leefgebieden,
    ondertekening,
    partij,
    plan,
    verloop,
    volledigheid,
)
from generator.checks.regel import Regel

_MODULES = (
    volledigheid, beschrijving, leefgebieden, plan, ondertekening, evaluatie, verloop, partij,
    inrichting_model, inrichting_fasen, inrichting_bijlagen, inrichting_duren, inrichting_handleiding,
    inrichting_invoering,
)  # fmt: skip
REGELS: tuple[Regel, ...] = tuple(sorted((r for m in _MODULES for r in m.REGELS), key=lambda r: r.code))
PER_CODE: Mapping[str, Regel] = MappingProxyType({regel.code: regel for regel in REGELS})
