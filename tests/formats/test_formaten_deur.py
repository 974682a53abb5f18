"""The door to the formats: by name, and by what is in a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import formats, klik
from generator.formats import ACHTERVOEGSEL, FORMATEN, formaat_met, is_ingevuld
from generator.formats.formaat import Formaat, Vuller

DEUREN = [naam for naam in vars(Formaat) if not naam.startswith("_")]


@pytest.mark.parametrize("naam", FORMATEN)
def test_elk_formaat_kan_alles(naam: formats.Formaatnaam) -> None:
    assert len(DEUREN) == 6
    assert [deur for deur in DEUREN if not callable(getattr(formaat_met(naam), deur, None))] == []
    assert hasattr(Vuller, "vul")


def test_de_opdrachtregel_kent_elk_formaat() -> None:
    assert klik.FORMATEN == FORMATEN == tuple(ACHTERVOEGSEL)


def test_de_deur_blijft_open_als_iemand_de_protocolmodule_gebruikt(tmp_path: Path) -> None:
    """A module and a function of one name: whichever is imported last would win."""
    import generator.formats.formaat  # noqa: F401

    (tmp_path / "x.docx").write_bytes(b"PK")
    assert not is_ingevuld(tmp_path / "x.docx")
