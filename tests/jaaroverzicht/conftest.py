"""A population of invented dossiers with its reports, made once."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from jaarhulp import Partij, partij
from populatie import MODELLEN, Geval, populatie

AANTAL = 600


@pytest.fixture(scope="session")
def alle_gevallen() -> list[Geval]:
    return populatie(AANTAL, "jaar")


@pytest.fixture(scope="session")
def partijen(alle_gevallen: list[Geval]) -> Mapping[str, Partij]:
    """Every starting model with its dossiers, mistakes and all."""
    return {model: partij(model, [g for g in alle_gevallen if g.model == model]) for model in MODELLEN}


@pytest.fixture(scope="session")
def zuiver(alle_gevallen: list[Geval]) -> Mapping[str, Partij]:
    """The dossiers without a mistake: what they say can be counted by anybody."""
    goed = [geval for geval in alle_gevallen if not geval.fouten]
    return {model: partij(model, [g for g in goed if g.model == model]) for model in MODELLEN}
