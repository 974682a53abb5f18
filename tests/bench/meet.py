"""The numbers that the design asks for, measured as ratios in one run.

Run with ``make bench``.  Each figure is the best of several rounds; where the
target is a ratio, floor and reader are measured turn by turn on the same files.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PdfReader

from generator import content
from generator.bron import lees_yaml
from generator.checks import controleer
from generator.formats import Lezer
from generator.formats.pdf.schrijver import maak_formulier as maak_pdf
from generator.formats.pdf.vuller import Vuller as PdfVuller
from generator.formats.word import Vuller, maak_formulier
from generator.formulier import formulieren_van
from generator.handboek import maak_handleiding
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Bestand
from generator.opdrachten import Maakopdracht, maak
from generator.veldsoorten import normaliseer_antwoorden

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from meet_excel import meet_excel
from populatie import Geval, bestanden_van, model_van, populatie

RONDES = 9
DOSSIERS, KEREN = 1_000, 10
# What a reader can't do without: the form itself, and where its identity stands.
NODIG = (
    "[Content_Types].xml",
    "_rels/.rels",
    "word/_rels/document.xml.rels",
    "word/document.xml",
    "word/footer1.xml",
    "docProps/custom.xml",
    "docProps/core.xml",
)


def beste(werk: Callable[[], object], rondes: int = RONDES) -> float:
    """Return the shortest time of *werk* in seconds."""
    tijden = []
    for _ in range(rondes):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


def vloer(pad: Path) -> None:
    """Read, inflate and parse: what any reader of this file has to do."""
    with zipfile.ZipFile(io.BytesIO(pad.read_bytes())) as pakket:
        for naam in NODIG:
            etree.fromstring(pakket.read(naam))


def pdfvloer(pad: Path) -> None:
    """Read, and inflate the streams that hold objects: what any reader of a PDF form has to do."""
    inhoud = pad.read_bytes()
    for begin in re.finditer(rb"/Type /ObjStm[^>]*>>\s*stream\r?\n", inhoud):
        zlib.decompressobj().decompress(inhoud[begin.end() :])


def met_pypdf(pad: Path) -> None:
    """Get the fields with the library that most people use."""
    PdfReader(io.BytesIO(pad.read_bytes())).get_fields()


def rekentijd(werk: Callable[[], object], rondes: int = 1) -> float:
    """Return the shortest time that the processor spent on *werk*: others on the machine don't count."""
    tijden = []
    for _ in range(rondes):
        begin = time.process_time()
        werk()
        tijden.append(time.process_time() - begin)
    return min(tijden)


def om_de_beurt(bestanden: list[Path], *werk: Callable[[Path], object]) -> list[float]:
    """Return the seconds of each work on all files: turn by turn, so that a busy moment hits all."""
    tijden: dict[tuple[int, Path], list[float]] = {}
    for _ in range(RONDES):
        for pad in bestanden:
            for nr, doe in enumerate(werk):
                tijden.setdefault((nr, pad), []).append(rekentijd(lambda doe=doe, pad=pad: doe(pad)))
    return [sum(min(tijden[nr, pad]) for pad in bestanden) for nr in range(len(werk))]


def pdf_formulieren(
    map_: Path, werk: list[tuple[str, Any]], formulieren: Any, inrichting: Any, lezer: Lezer, noteer: Any
) -> None:
    """Measure making, filling and reading PDF forms, on the same answers as the Word forms."""
    namen = list(dict.fromkeys(sleutel for sleutel, _ in werk))
    maakt = rekentijd(lambda: [maak_pdf(formulieren[sleutel], inrichting) for sleutel in namen], 3)
    vullers = {s: PdfVuller(maak_pdf(formulieren[s], inrichting), formulieren[s]) for s in namen}
    bestanden = []
    for nr, (sleutel, waarden) in enumerate(werk):
        (pad := map_ / f"{nr}.pdf").write_bytes(vullers[sleutel].vul(waarden, "D-0001", 1))
        bestanden.append(pad)
    laag, hoog, ander = om_de_beurt(bestanden, pdfvloer, lezer.lees, met_pypdf)
    per = 1000 / len(bestanden)
    noteer("pdf-formulier lezen (tien formulieren)", hoog / laag, "× vloer", 10,
           f" ({hoog * per:.2f}/{laag * per:.2f} ms; pypdf {ander * per:.1f} ms)")  # fmt: skip
    vult = rekentijd(lambda: [vullers[s].vul(w, "D-0001", 1) for s, w in werk], 5) / len(werk) * 1000
    noteer("pdf-formulier vullen", vult, "ms", 40)
    noteer("leeg pdf-formulier maken, gemiddeld", maakt / len(namen), "s", 1)


def regel(wat: str, waarde: str, doel: str, gehaald: bool) -> None:
    """Print one line of the table."""
    print(f"{'goed ' if gehaald else 'TRAAG'}  {wat:<44} {waarde:>22}   doel {doel}")


def keer_op_keer(geval: Geval, keren: int) -> Iterator[Bestand]:
    """Yield the forms of a dossier, as if they were read, for so many people of their own."""
    for bestand in bestanden_van(geval):
        deel = bestand.invulling
        for keer in range(keren if deel else 0):
            eigen = {**deel.waarden, "geboortedatum": geval.geboren + timedelta(days=keer)}
            nieuw = replace(deel, dossier=f"{deel.dossier}-{keer}", bestand=f"{keer}/{bestand.pad}",
                            waarden=eigen | {"dossier_nr": f"{deel.dossier}-{keer}"})  # fmt: skip
            yield replace(bestand, pad=nieuw.bestand, invulling=nieuw)


def loop_langs(waarde: object) -> int:
    """Look at every answer below *waarde* once, and count them: what any judge has to do."""
    if isinstance(waarde, dict):
        return sum(loop_langs(deel) for deel in waarde.values())
    return sum(map(loop_langs, waarde)) if isinstance(waarde, tuple) else 1


def beoordelen(dossiers: int = DOSSIERS, keren: int = KEREN) -> tuple[float, float]:
    """Return how many seconds all rules take for 10,000 dossiers that were read already, on one core.

    And the same as a ratio, against walking along all their answers once in the same run.
    """
    per_model: dict[str, list[Bestand]] = {}
    for geval in populatie(dossiers):
        per_model.setdefault(geval.model, []).extend(keer_op_keer(geval, keren))
    peildatum = populatie(1)[0].peildatum
    langs = regels = 0.0
    for naam, bestanden in per_model.items():
        soort = model_van(naam)
        begin = time.process_time()
        for bestand in bestanden:
            loop_langs(bestand.invulling.waarden if bestand.invulling else {})
        midden = time.process_time()
        controleer(bestanden, soort.inrichting, peildatum, formulieren=soort.formulieren)
        langs, regels = langs + midden - begin, regels + time.process_time() - midden
    return regels * 10_000 / (dossiers * keren), regels / langs


def main() -> int:
    """Measure everything; exit status 1 when a target is missed."""
    ruw = lees_inrichting("opvang2004")
    inrichting, formulieren = ingevuld(ruw), formulieren_van(ruw)
    uitslag: list[bool] = []

    def noteer(wat: str, waarde: float, eenheid: str, grens: float, extra: str = "") -> None:
        uitslag.append(waarde <= grens)
        regel(wat, f"{waarde:.2f} {eenheid}{extra}", f"≤ {grens:g} {eenheid}", uitslag[-1])

    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        set_tijd = beste(lambda: [maak_formulier(f, inrichting) for f in formulieren.values()], 5)
        blanco = {sleutel: maak_formulier(f, inrichting) for sleutel, f in formulieren.items()}
        vullers = {sleutel: Vuller(blanco[sleutel], f) for sleutel, f in formulieren.items()}
        werk = []
        for pad in sorted((content.voorbeelden() / "P1").glob("*.yaml")):
            gegevens = lees_yaml(pad).gegevens
            sleutel = gegevens["formulier"]
            waarden, _ = normaliseer_antwoorden(formulieren[sleutel], gegevens["antwoorden"])
            werk.append((sleutel, waarden))
            (map_ / f"{pad.stem}.docx").write_bytes(vullers[sleutel].vul(waarden, "D-0001", 1))
        bestanden = sorted(map_.glob("*.docx"))
        lezer = Lezer(formulieren)
        for pad in bestanden:
            lezer.lees(pad)
        laag, hoog = [], []
        for _ in range(RONDES):  # turn by turn, so that a busy moment hits both
            for pad in bestanden:
                laag.append((pad, beste(lambda pad=pad: vloer(pad), 1)))
                hoog.append((pad, beste(lambda pad=pad: lezer.lees(pad), 1)))
        som_laag = sum(min(t for p, t in laag if p == pad) for pad in bestanden)
        som_hoog = sum(min(t for p, t in hoog if p == pad) for pad in bestanden)
        per = 1000 / len(bestanden)
        noteer("Word-formulier lezen (tien formulieren)", som_hoog / som_laag, "× vloer", 1.8,
               f" ({som_hoog * per:.2f}/{som_laag * per:.2f} ms)")  # fmt: skip
        vul_tijd = beste(lambda: [vullers[s].vul(w, "D-0001", 1) for s, w in werk]) / len(werk) * 1000
        noteer("formulier vullen", vul_tijd, "ms", 5)
        meet_excel(noteer, formulieren, inrichting, werk, map_)
        noteer("tien lege formulieren maken", set_tijd, "s", 1)
        pdf_formulieren(map_, werk, formulieren, inrichting, lezer, noteer)
        doel = map_ / "handleiding.docx"
        kaal = beste(lambda: maak_handleiding(inrichting, formulieren, doel, bijlagen=False), 5)
        noteer("handleiding maken, zonder bijlagen", kaal, "s", 0.3)
        heel = beste(lambda: maak_handleiding(inrichting, formulieren, doel), 5)
        noteer("handleiding met alle formulieren erin", heel, "s", 1.5)
        alles = Maakopdracht(naar=map_ / "alles")
        noteer("alles maken", beste(lambda: maak(ruw, alles), 3), "s", 3)
    seconden, verhouding = beoordelen()
    noteer("tienduizend dossiers, alle regels", seconden, "s", 10)
    noteer("alle regels, naast langs alle antwoorden lopen", verhouding, "×", 20)
    opdracht = [sys.executable, "-m", "generator.cli", "--help"]
    noteer("achtfasen --help", beste(lambda: subprocess.run(opdracht, capture_output=True, check=True), 7), "s", 0.25)
    return 0 if all(uitslag) else 1


if __name__ == "__main__":
    sys.exit(main())
