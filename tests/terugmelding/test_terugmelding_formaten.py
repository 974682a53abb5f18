"""Feedback in the format that somebody used: a comment in Word, a note in Excel, a yellow note in PDF."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from drukkerij import Drukkerij, lees
from lxml import etree

from generator import content
from generator.cli import main
from generator.formats import ACHTERVOEGSEL, FORMATEN, Formaatnaam
from generator.model import Invulling
from generator.opdrachten import lees_antwoordbestand
from generator.terugmelding.brief import _stappen

MODEL, DAG = "opvang2004", "2026-09-20"
IN_ELK = pytest.mark.parametrize("soort", FORMATEN)
# What the letter calls it, and that of no other format.
GEZEGD = {"word": "In de kantlijn staat een opmerking", "excel": "zit een notitie", "pdf": "zit een geel briefje"}


@pytest.fixture(scope="session")
def dossiers(drukkerij: Drukkerij, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Make the folder of P5 and P6 with formats by turns, once per order."""

    @cache
    def maak(*reeks: Formaatnaam) -> Path:
        map_ = tmp_path_factory.mktemp("dossiers")
        for naam in ("P5", "P6"):
            (map_ / naam).mkdir()
            for pad, soort in zip(sorted((content.voorbeelden() / naam).glob("*.yaml")), cycle(reeks), strict=False):
                inhoud = drukkerij.vul_uit(soort, lees_antwoordbestand(pad))
                (map_ / naam / f"{pad.stem}{ACHTERVOEGSEL[soort]}").write_bytes(inhoud)
        return map_

    return maak


def geef_terug(van: Path, naar: Path) -> dict[str, bytes]:
    """Run the command; return path → bytes of what was written."""
    opdracht = ["terugmelding", str(van), "--naar", str(naar), "--inrichting", MODEL, "--peildatum", DAG]
    assert main(opdracht) == 0
    return {pad.relative_to(naar).as_posix(): pad.read_bytes() for pad in sorted(naar.rglob("*")) if pad.is_file()}


@pytest.fixture(scope="session")
def terug(dossiers: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., dict[str, bytes]]:
    """Report back on the folder, once per order of formats; return path → bytes of what was written."""
    return cache(lambda *reeks: geef_terug(dossiers(*reeks), tmp_path_factory.mktemp("terug") / "hier"))


def opmerkingen_in(inhoud: bytes, soort: Formaatnaam) -> list[str]:
    """Return the text of every comment in a file, of whoever."""
    if soort == "pdf":
        import pikepdf

        with pikepdf.open(io.BytesIO(inhoud)) as pdf:
            noten = [noot for blad in pdf.pages for noot in blad.get("/Annots", []) if noot.get("/Subtype") == "/Text"]
            return [str(noot.get("/Contents")) for noot in noten]
    deel = re.compile({"word": r"word/comments\.xml", "excel": r"xl/comments\d*\.xml"}[soort])
    soortnaam = "comment"
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        bomen = [etree.fromstring(pakket.read(naam)) for naam in pakket.namelist() if deel.fullmatch(naam)]
    return ["".join(map(str, een.itertext())) for boom in bomen for een in boom.iter(f"{{*}}{soortnaam}")]


def kopieen(delen: dict[str, bytes]) -> dict[str, bytes]:
    return {pad: inhoud for pad, inhoud in delen.items() if "/D-" in pad}


def antwoorden(gelezen: Invulling) -> tuple[object, ...]:
    return gelezen.waarden, gelezen.niet_gevonden, gelezen.dossier, gelezen.cyclus


@IN_ELK
def test_kopie_met_wat_er_gevraagd_wordt(
    soort: Formaatnaam, dossiers: Callable[..., Path], terug: Callable[..., dict[str, bytes]]
) -> None:
    van, gemaakt = dossiers(soort), kopieen(terug(soort))
    assert {Path(pad).name for pad in gemaakt} == {
        f"{naam}{ACHTERVOEGSEL[soort]}"
        for naam in ("04_persoonsbeschrijving_c1", "05_begeleidingsplan_c1", "06_evaluatie_c1")
    }
    assert len(gemaakt) == 4
    for pad, inhoud in gemaakt.items():
        (bron,) = van.glob(f"P{pad.split('/')[1][-1]}/{Path(pad).name}")
        nu, toen = lees(inhoud), lees(bron.read_bytes())
        assert antwoorden(nu) == antwoorden(toen)
        assert nu.meldingen == ()
        gezegd = " ".join(opmerkingen_in(inhoud, soort))
        assert "Graag" in gezegd
        # Not a word that the client said.
        assert not [a.ruw for a in toen.antwoorden if len(a.ruw) > 25 and a.ruw in gezegd]
    (plan,) = [inhoud for pad, inhoud in gemaakt.items() if "D-0005/05_" in pad]
    gevraagd = opmerkingen_in(plan, soort)
    for code in ("(R30)", "(R11)"):
        assert sum(code in tekst for tekst in gevraagd) == 1


@IN_ELK
def test_nog_eens_vervangt_de_vorige_ronde(
    soort: Formaatnaam, dossiers: Callable[..., Path], terug: Callable[..., dict[str, bytes]], tmp_path: Path
) -> None:
    """What was given back and comes in again unchanged gets the same comments, not twice as many."""
    van = tmp_path / "in"
    shutil.copytree(dossiers(soort), van)
    eerst = kopieen(terug(soort))
    for pad, inhoud in eerst.items():
        (van / f"P{pad.split('/')[1][-1]}" / Path(pad).name).write_bytes(inhoud)
    daarna = kopieen(geef_terug(van, tmp_path / "twee"))
    assert eerst.keys() == daarna.keys()
    for pad, inhoud in daarna.items():
        assert opmerkingen_in(inhoud, soort) == opmerkingen_in(eerst[pad], soort), pad
        assert antwoorden(lees(inhoud)) == antwoorden(lees(eerst[pad]))


@IN_ELK
def test_de_brief_zegt_waar_je_kijkt(soort: Formaatnaam, terug: Callable[..., dict[str, bytes]]) -> None:
    brieven = [" ".join(deel.decode().split()) for pad, deel in terug(soort).items() if pad.endswith("brief.txt")]
    assert len(brieven) == 2
    for brief in brieven:
        assert [naam for naam, zin in GEZEGD.items() if zin in brief] == [soort]


def test_een_gemengde_map(terug: Callable[..., dict[str, bytes]]) -> None:
    delen = terug(*FORMATEN)
    assert len({Path(pad).suffix for pad in kopieen(delen)}) > 1
    for pad, inhoud in kopieen(delen).items():
        (soort,) = [naam for naam, achter in ACHTERVOEGSEL.items() if pad.endswith(achter)]
        assert opmerkingen_in(inhoud, soort)


@pytest.mark.parametrize(
    ("formaten", "zegt"),
    [
        (("word", "excel"), "in Word als opmerking in de kantlijn en in Excel als notitie bij de cel"),
        (("pdf", "word", "pdf"), "in Word als opmerking in de kantlijn en in een pdf als geel briefje"),
        (("excel", "pdf", "word"), "in de kantlijn, in Excel als notitie bij de cel en in een pdf als geel briefje"),
    ],
)
def test_gemengd_noemt_elk_formaat_dat_erbij_zit(formaten: Sequence[str], zegt: str) -> None:
    assert zegt in " ".join(_stappen(formaten))


def test_zonder_kopie_geen_woord_over_opmerkingen() -> None:
    assert not [zin for zin in _stappen(()) for wat in GEZEGD.values() if wat in zin]
