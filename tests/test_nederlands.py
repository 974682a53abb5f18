"""No English word, no key and no loose mark in what a user sees, for every starting model."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator

import pytest
from lxml import etree

from generator import content
from generator.checks.berichten import BERICHTEN, REDENEN
from generator.cli import achtfasen
from generator.formats.meldingen import LEESMELDINGEN
from generator.formats.word import maak_formulier
from generator.formulier import formulieren_van
from generator.handboek import maak_handleiding
from generator.inrichting import ingevuld
from generator.organisatie import lees_organisatie

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MODELLEN = tuple(content.uitgangsmodellen())
# Common English words that are no Dutch words.
ENGELS = frozenset(
    """
    the and with for from this that these those there their they your you our his her its not are were been being have
    has will would should could can't must may might shall what when where which who whom why how all any both each
    few more most other some such only own same than too very about above after again against below between
    into through during before because until while here then once further does doing done
    form forms field fields required optional click choose select enter date name value please table page pages
    heading header footer title subtitle figure chapter annex appendix image picture caption contents
    error warning failed missing invalid unknown empty true false none null yes default file folder path list item
    client clients care worker plan's phase phases goal goals strength strengths question questions answer answers
    update download upload login password user users email feedback support
    """.split()
)
_WOORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SLEUTEL = re.compile(r"\b[a-z]+_[a-z0-9_]+\b")
_VERWIJZING = re.compile(r"\{[^{}]*\}")
_MERK = re.compile(r"\{[^}]*\}?|%\}|\[\[|None\b|\bnan\b")
# The line by which achtfasen knows a form back says its key.
_HERKENNING = re.compile(r"Formulier [a-z_0-9]+ \| .* \| controle \d\d")


def zichtbaar(docx: bytes) -> Iterator[str]:
    """Yield every paragraph that a reader sees, and the descriptions that a screen reader says."""
    with zipfile.ZipFile(io.BytesIO(docx)) as pakket:
        namen = [n for n in pakket.namelist() if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", n)]
        for naam in namen:
            boom = etree.fromstring(pakket.read(naam))
            for alinea in boom.iter(f"{W}p"):
                yield "".join(deel.text or "" for deel in alinea.iter(f"{W}t"))
            for deel in boom.iter(f"{W}tblDescription", f"{W}tblCaption", f"{W}alias"):
                yield deel.get(f"{W}val", "")
            for deel in boom.iter(f"{W}listItem"):
                yield deel.get(f"{W}displayText", "")
            for deel in boom.iter("{*}docPr"):
                yield deel.get("descr", "")
                yield deel.get("title", "")


def engels(tekst: str) -> list[str]:
    """Return the English words in a text; what stands between braces is filled in later."""
    return [woord for woord in _WOORD.findall(_VERWIJZING.sub("", tekst)) if woord.lower() in ENGELS]


def bezwaren(tekst: str) -> list[str]:
    """Return what does not belong in a text for Dutch readers."""
    kaal = _HERKENNING.sub("", tekst)
    return engels(kaal) + _SLEUTEL.findall(kaal) + _MERK.findall(kaal)


@pytest.fixture(scope="module", params=MODELLEN)
def documenten(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    inrichting = lees_organisatie(request.param)
    formulieren = formulieren_van(inrichting)
    gevuld = ingevuld(inrichting)
    uit = {sleutel: maak_formulier(formulier, gevuld) for sleutel, formulier in formulieren.items()}
    handleiding = tmp_path_factory.mktemp(request.param) / "handleiding.docx"
    maak_handleiding(inrichting, formulieren, handleiding)
    return {**uit, "handleiding": handleiding.read_bytes()}


def test_documenten_zijn_nederlands_en_af(documenten: dict[str, bytes]) -> None:
    gevonden = {
        (naam, tekst): fout
        for naam, inhoud in documenten.items()
        for tekst in zichtbaar(inhoud)
        if (fout := bezwaren(tekst))
    }
    assert gevonden == {}


def test_meldingen_zijn_nederlands() -> None:
    teksten = [t for delen in BERICHTEN.values() for t in delen.values()]
    teksten += [*REDENEN.values(), *(soort.tekst for soort in LEESMELDINGEN.values())]
    teksten += [soort.titel for soort in LEESMELDINGEN.values()]
    assert {tekst: woorden for tekst in teksten if (woorden := engels(tekst))} == {}


@pytest.mark.parametrize("opdracht", [(), *((naam,) for naam in sorted(achtfasen.commands))])
def test_hulp_is_nederlands(opdracht: tuple[str, ...]) -> None:
    opdrachtregel = [sys.executable, "-m", "generator.cli", *opdracht, "--help"]
    uit = subprocess.run(opdrachtregel, capture_output=True, encoding="utf-8", check=True).stdout
    assert engels(re.sub(r"--[\w-]+", "", uit)) == []


def test_de_proef_ziet_wat_niet_hoort() -> None:
    assert bezwaren("Please kies {client} bij lg_goed") == ["Please", "lg_goed", "{client}"]
    assert bezwaren("De cliënt kiest zelf.") == []
