"""A handleiding made once for all tests of the handboek."""

from __future__ import annotations

import pytest
from handleidinglezer import Handleiding, maak

from generator.inrichting import lees_inrichting
from generator.model import Inrichting


@pytest.fixture(scope="session")
def inrichting() -> Inrichting:
    return lees_inrichting("opvang2004")


@pytest.fixture(scope="session")
def handleiding(inrichting: Inrichting, tmp_path_factory: pytest.TempPathFactory) -> Handleiding:
    return maak(inrichting, tmp_path_factory.mktemp("handleiding") / "handleiding.docx")
