"""All rules, put together from the modules that hold them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.checks import (
    beschrijving,
    doorlooptijd,
    evaluatie,
    incident,
    leefgebieden,
    ondertekening,
    partij,
    plan,
    planinhoud,
    termijnen,
    terugblik,
    verloop,
    vervolg,
    volledigheid,
    weging,
)
from generator.checks.regel import Regel

_MODULES = (
    volledigheid,
    beschrijving,
    leefgebieden,
    plan,
    ondertekening,
    evaluatie,
    weging,
    planinhoud,
    terugblik,
    incident,
    verloop,
    termijnen,
    vervolg,
    doorlooptijd,
    partij,
)
REGELS: tuple[Regel, ...] = tuple(sorted((r for m in _MODULES for r in m.REGELS), key=lambda r: r.code))
PER_CODE: Mapping[str, Regel] = MappingProxyType({regel.code: regel for regel in REGELS})
