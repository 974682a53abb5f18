"""Shared fixtures: one organisation, its tailored forms, a blank of each, and one reader.

The hypothesis profiles: ``gewoon`` for every run (always the same examples in CI, and no
search for the smallest failing example: that takes minutes for a whole form), ``traag``
for a long search that does look for it: ``pytest --hypothesis-profile=traag``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from drukkerij import Drukkerij
from hypothesis import HealthCheck, Phase, settings
from hypothesis.configuration import set_hypothesis_home_dir

from generator import content
from generator.formats import ACHTERVOEGSEL, FORMATEN, Lezer
from generator.formats.word import maak_formulier, vul
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Inrichting
from generator.opdrachten import lees_antwoordbestand, regelmatige_antwoorden

_TRAAG_BEGIN = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
# What hypothesis remembers stands with what pytest remembers, not in the project.
set_hypothesis_home_dir(Path(__file__).parent.parent / ".pytest_cache" / "hypothesis")
settings.register_profile(
    "gewoon",
    max_examples=15,
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=_TRAAG_BEGIN,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    print_blob=True,
)
settings.register_profile(
    "traag",
    settings.get_profile("gewoon"),
    max_examples=300,
    derandomize=False,
    phases=(Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink),
)
settings.load_profile("gewoon")


def pytest_configure(config: pytest.Config) -> None:
    """Let a failing example of a whole form be shown, however long it is."""
    config.addinivalue_line("filterwarnings", "ignore:Generating overly large repr")


@pytest.fixture(scope="session")
def opvang() -> Inrichting:
    """The starting model opvang2004; its texts still hold ``{…}``."""
    return lees_inrichting("opvang2004")


@pytest.fixture(scope="session")
def formulieren(opvang: Inrichting) -> Mapping[str, Formulier]:
    """The forms of opvang2004, tailored, by key."""
    return formulieren_van(opvang)


@pytest.fixture(scope="session")
def blanco(opvang: Inrichting, formulieren: Mapping[str, Formulier]) -> Mapping[str, bytes]:
    """A blank Word form of every form, by key."""
    gevuld = ingevuld(opvang)
    return {sleutel: maak_formulier(formulier, gevuld) for sleutel, formulier in formulieren.items()}


@pytest.fixture(scope="session")
def voorbeelddossiers(
    formulieren: Mapping[str, Formulier], blanco: Mapping[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder with the invented dossiers that go with the program, filled in in Word; nobody changes it."""
    map_ = tmp_path_factory.mktemp("voorbeeld") / "dossiers"
    for pad in sorted(content.voorbeelden().glob("*/*.yaml")):
        gegeven = lees_antwoordbestand(pad)
        formulier = formulieren[gegeven.formulier]
        waarden = regelmatige_antwoorden(gegeven, formulier)
        doel = map_ / pad.parent.name / f"{pad.stem}.docx"
        doel.parent.mkdir(parents=True, exist_ok=True)
        doel.write_bytes(vul(blanco[formulier.sleutel], formulier, waarden, gegeven.dossier, gegeven.cyclus))
    return map_


@pytest.fixture(scope="session")
def drukkerij(tmp_path_factory: pytest.TempPathFactory) -> Drukkerij:
    """Forms in every format; with xdist the processes share the blanks."""
    map_ = tmp_path_factory.getbasetemp()
    return Drukkerij((map_.parent if "PYTEST_XDIST_WORKER" in os.environ else map_) / "blanco")


@pytest.fixture(scope="session")
def gemengde_dossiers(drukkerij: Drukkerij, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same dossiers as `voorbeelddossiers`, in Word, Excel and PDF by turns; nobody changes them."""
    map_ = tmp_path_factory.mktemp("gemengd") / "dossiers"
    for naam in sorted(pad.name for pad in content.voorbeelden().iterdir() if pad.is_dir()):
        (map_ / naam).mkdir(parents=True)
        for nr, pad in enumerate(sorted((content.voorbeelden() / naam).glob("*.yaml"))):
            soort = FORMATEN[nr % len(FORMATEN)]
            inhoud = drukkerij.vul_uit(soort, lees_antwoordbestand(pad))
            (map_ / naam / f"{pad.stem}{ACHTERVOEGSEL[soort]}").write_bytes(inhoud)
    return map_


@pytest.fixture(scope="session")
def lezer(formulieren: Mapping[str, Formulier]) -> Lezer:
    """One reader for all forms."""
    return Lezer(formulieren)
