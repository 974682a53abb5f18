"""A folder in three formats and the same folder in Word: every command makes the same of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from drukkerij import Drukkerij

from generator.cli import main
from generator.formats import ACHTERVOEGSEL, FORMATEN

MODEL, DAG = "opvang2004", "2026-09-20"
# What says where an answer came from, and by which route: the one thing that differs.
HERKOMST = {"bestand", "formaat", "sha256", "hash"}


def zonder_herkomst(waarde: Any) -> Any:
    """Return what a report says, with files by their names without the end that tells the format."""
    if isinstance(waarde, dict):
        return {naam: zonder_herkomst(deel) for naam, deel in waarde.items() if naam not in HERKOMST}
    if isinstance(waarde, list):
        return [zonder_herkomst(deel) for deel in waarde]
    if isinstance(waarde, str) and waarde.endswith(tuple(ACHTERVOEGSEL.values())):
        return Path(waarde).stem
    return waarde


def rapport_van(map_: Path, naar: Path) -> dict[str, Any]:
    opdracht = ["controleer", str(map_), "--inrichting", MODEL, "--peildatum", DAG, "--met-antwoorden"]
    assert main([*opdracht, "--json", str(naar)]) == 1
    gegevens: dict[str, Any] = json.loads(naar.read_text(encoding="utf-8"))
    return gegevens


def test_controleer_zegt_hetzelfde(gemengde_dossiers: Path, voorbeelddossiers: Path, tmp_path: Path) -> None:
    gemengd = rapport_van(gemengde_dossiers, tmp_path / "gemengd.json")
    in_word = rapport_van(voorbeelddossiers, tmp_path / "word.json")
    assert {bestand["formaat"] for bestand in gemengd["bestanden"]} == set(FORMATEN)
    assert sorted(b["code"] for b in in_word["bevindingen"]) == ["R09", "R11", "R30", "R41"]
    for deel in ("bevindingen", "dossiers", "tellingen", "overgeslagen"):
        assert zonder_herkomst(gemengd[deel]) == zonder_herkomst(in_word[deel]), deel
    assert [b["antwoorden"] for b in gemengd["bestanden"]] == [b["antwoorden"] for b in in_word["bestanden"]]


def test_jaaroverzicht_is_hetzelfde(gemengde_dossiers: Path, voorbeelddossiers: Path, tmp_path: Path) -> None:
    for naam, map_ in (("gemengd", gemengde_dossiers), ("word", voorbeelddossiers)):
        opdracht = ["jaaroverzicht", str(map_), "--inrichting", MODEL, "--jaar", "2026", "--peildatum", DAG]
        assert main([*opdracht, "--naar", str(tmp_path / naam)]) == 0
    gemaakt = sorted((tmp_path / "gemengd").iterdir())
    assert len(gemaakt) == 2
    assert all(pad.read_bytes() == (tmp_path / "word" / pad.name).read_bytes() for pad in gemaakt)


def test_exporteer_geeft_dezelfde_tabellen(gemengde_dossiers: Path, voorbeelddossiers: Path, tmp_path: Path) -> None:
    for naam, map_ in (("gemengd", gemengde_dossiers), ("word", voorbeelddossiers)):
        assert main(["exporteer", str(map_), "--inrichting", MODEL, "--naar", str(tmp_path / naam)]) == 0
    tabellen = sorted(pad.relative_to(tmp_path / "word") for pad in (tmp_path / "word").rglob("*.csv"))
    assert len(tabellen) > 20
    for tabel in tabellen:
        assert list(rijen(tmp_path / "gemengd" / tabel)) == list(rijen(tmp_path / "word" / tabel)), tabel


def rijen(pad: Path) -> Iterator[dict[str, str]]:
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        for rij in csv.DictReader(bestand, delimiter=";"):
            yield {naam: waarde for naam, waarde in rij.items() if naam not in HERKOMST}


def test_toets_leest_wat_de_organisatie_invulde(
    drukkerij: Drukkerij, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for nr, soort in enumerate(FORMATEN):
        pad = tmp_path / "in" / f"{nr}{ACHTERVOEGSEL[soort]}"
        pad.parent.mkdir(exist_ok=True)
        pad.write_bytes(drukkerij.vul(soort, "interview", {}))
    main(["toets", MODEL, "--ingevuld", str(tmp_path / "in"), "--peildatum", DAG])
    assert ", 3 ingevuld)" in capsys.readouterr().out
