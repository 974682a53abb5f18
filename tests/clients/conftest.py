"""One LibreOffice for all client tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from libreoffice_client import Afwezig, LibreOffice, draaiend


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LibreOffice]:
    """A running LibreOffice; skips the test, with the reason, where it is not installed."""
    try:
        with draaiend(tmp_path_factory.mktemp("libreoffice")) as office:
            yield office
    except Afwezig as reden:
        pytest.skip(str(reden))
