"""Workbooks that achtfasen makes and are no forms lie about in folders: skipped, with why, and never called a fout."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from drukkerij import Drukkerij, lees

from generator.batch import gewone_lezer
from generator.cli import main
from generator.model import Formulier

MODEL, DAG = "opvang2004", "2026-09-20"
VAN_ONS: Mapping[str, Callable[[Path], list[str]]] = {
    "werklijst": lambda van: ["controleer", str(van), "--inrichting", MODEL, "--peildatum", DAG, "--xlsx", "uit.xlsx"],
    "jaaroverzicht": lambda van: ["jaaroverzicht", str(van), "--inrichting", MODEL, "--peildatum", DAG,
                                  "--jaar", "2026", "--naar", "uit"],
    "export": lambda van: ["exporteer", str(van), "--inrichting", MODEL, "--naar", "uit", "--formaat", "xlsx"],
    "inrichting": lambda van: ["zet-om", "org", "uit.xlsx"],
}  # fmt: skip


@pytest.mark.parametrize("opdracht", VAN_ONS.values(), ids=VAN_ONS)
def test_een_werkboek_van_ons_is_geen_formulier(
    opdracht: Callable[[Path], list[str]],
    voorbeelddossiers: Path,
    formulieren: Mapping[str, Formulier],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["nieuw", "org", "--uitgangsmodel", MODEL]) == 0
    assert main(opdracht(voorbeelddossiers / "P5")) in (0, 1)
    gemaakt = list(tmp_path.rglob("*.xlsx"))
    assert gemaakt
    for pad in gemaakt:
        bestand = gewone_lezer(formulieren)(pad)
        assert (bestand.status, bestand.reden) == (
            "overgeslagen", "Dit is een brief, lijst of werkboek van achtfasen, geen formulier.")  # fmt: skip


def test_een_formulier_gaat_voor(drukkerij: Drukkerij) -> None:
    """Whatever keywords somebody gave it: a form that says it is one, is read."""
    bron = io.BytesIO(drukkerij.vul("excel", "exit", {"dossier_nr": "D-1"}, "D-1"))
    uit = io.BytesIO()
    with zipfile.ZipFile(bron) as van, zipfile.ZipFile(uit, "w") as naar:
        for naam in van.namelist():
            deel = van.read(naam)
            if naam == "docProps/core.xml":
                deel = re.sub(rb"(</cp:coreProperties>)", rb"<cp:keywords>achtfasen</cp:keywords>\1", deel)
                assert b"keywords" in deel
            naar.writestr(naam, deel)
    assert lees(uit.getvalue()).dossier == "D-1"
