"""Excel forms: reading as a ratio to the floor, beside openpyxl on the same files; filling in milliseconds."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from generator.formats import Lezer
from generator.formats.excel.boek import Werkboek
from generator.formats.excel.namen import METABLAD
from generator.formats.excel.schrijver import maak_formulier
from generator.formats.excel.vuller import Vuller
from generator.model import Formulier, Inrichting

RONDES = 9
# Beside the sheets that people see and the one with the identity.
_OOK = ("_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml", "xl/styles.xml",
        "docProps/core.xml")  # fmt: skip
Noteer = Callable[..., None]


def meet_excel(
    noteer: Noteer,
    formulieren: Mapping[str, Formulier],
    inrichting: Inrichting,
    werk: list[tuple[str, Any]],
    map_: Path,
) -> None:
    """Measure making, filling and reading; *werk* is form and answers, as for Word."""
    begin = time.process_time()
    blanco = {sleutel: maak_formulier(formulieren[sleutel], inrichting) for sleutel, _ in werk}
    noteer("Excel-formulier maken", (time.process_time() - begin) / len(blanco) * 1000, "ms", 80)
    vullers = {sleutel: Vuller(inhoud, formulieren[sleutel]) for sleutel, inhoud in blanco.items()}
    vul_tijd = min(_tijd(lambda: [vullers[s].vul(w, "D-0001", 1) for s, w in werk]) for _ in range(RONDES))
    noteer("Excel-formulier vullen", vul_tijd / len(werk) * 1000, "ms", 5)
    paden = []
    for nr, (sleutel, waarden) in enumerate(werk):
        paden.append(map_ / f"bench{nr}.xlsx")
        paden[-1].write_bytes(vullers[sleutel].vul(waarden, "D-0001", 1))
    _lezen(noteer, Lezer(formulieren), paden)


def _lezen(noteer: Noteer, lezer: Lezer, paden: list[Path]) -> None:
    from openpyxl import load_workbook

    nodig = {pad: _nodige_delen(pad.read_bytes()) for pad in paden}
    som: dict[str, dict[Path, float]] = {"vloer": {}, "lezen": {}, "openpyxl": {}}
    for ronde in range(RONDES):  # turn by turn, so that a busy moment hits all
        for pad in paden:
            taken: dict[str, Callable[[], object]] = {
                "vloer": lambda pad=pad: _vloer(pad, nodig[pad]),  # type: ignore[misc]
                "lezen": lambda pad=pad: lezer.lees(pad),  # type: ignore[misc]
            }
            if ronde < 2:
                taken["openpyxl"] = lambda pad=pad: load_workbook(pad)  # type: ignore[misc]
            for wat, taak in taken.items():
                som[wat][pad] = min(som[wat].get(pad, 9e9), _tijd(taak))
    vloer, lezen, ander = (sum(som[wat].values()) for wat in ("vloer", "lezen", "openpyxl"))
    per = 1000 / len(paden)
    extra = f" ({lezen * per:.2f}/{vloer * per:.2f} ms; openpyxl {ander * per:.0f} ms)"
    noteer("Excel-formulier lezen (tien formulieren)", lezen / vloer, "× vloer", 8, extra)


def _nodige_delen(inhoud: bytes) -> list[str]:
    vellen = [vel.deel for vel in Werkboek(inhoud).opbouw.vellen if not vel.verborgen or vel.naam == METABLAD]
    return [*vellen, *_OOK]


def _vloer(pad: Path, delen: list[str]) -> None:
    """Read and inflate: what any reader of this file has to do."""
    with zipfile.ZipFile(io.BytesIO(pad.read_bytes())) as pakket:
        for deel in delen:
            pakket.read(deel)


def _tijd(werk: Callable[[], object]) -> float:
    begin = time.process_time()
    werk()
    return time.process_time() - begin
