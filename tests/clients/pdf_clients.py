"""Programs that people fill in, join and print PDF forms with: pdf-lib, pdftk, qpdf and poppler."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from generator.formats.bladen import Blad, bladen_van, bladwaarde, kolomblad
from generator.formats.pdf.namen import celnaam, veldnaam
from generator.model import Formulier
from generator.veldsoorten import VELDSOORTEN

HIER = Path(__file__).parent
PDFLIB = HIER / "node_modules" / "pdf-lib"


class Afwezig(Exception):
    """The program is not installed here."""


def programma(naam: str) -> str:
    """Return where a program is; raises `Afwezig`."""
    gevonden = shutil.which(naam)
    if gevonden is None:
        raise Afwezig(f"{naam} is not installed (tools/clients.sh)")
    return gevonden


def loop(*opdracht: object) -> str:
    """Run a program that must succeed, and return what it said."""
    gelopen = subprocess.run([str(deel) for deel in opdracht], capture_output=True, text=True, check=False, timeout=120)
    assert gelopen.returncode == 0, gelopen.stderr
    return gelopen.stdout


def veldwaarden(formulier: Formulier, waarden: Mapping[str, Any]) -> dict[str, dict[str, str] | list[str]]:
    """Return what goes into the fields, by kind and by name, as a person would type it."""
    tekst: dict[str, str] = {}
    keuze: dict[str, str] = {}
    vakje: list[str] = []

    def zet(naam: str, blad: Blad, waarde: Any) -> None:
        if blad.soort == "vakje":
            vakje.extend([naam] if waarde else [])
        elif waarde is not None:
            doel = keuze if blad.soort in ("keuze", "ja_nee") else tekst
            doel[naam] = VELDSOORTEN[blad.soort].toon(waarde, blad.omgeving)

    for veld in formulier.velden:
        if veld.soort == "tabel":
            _rijen(veld, waarden.get(veld.sleutel, ()), zet)
        else:
            for blad in bladen_van(veld, formulier):
                zet(veldnaam(blad.sleutel), blad, bladwaarde(blad, waarden.get(veld.sleutel)))
    return {"tekst": tekst, "keuze": keuze, "vakje": vakje}


def _rijen(veld: Any, rijen: Any, zet: Any) -> None:
    drager = next((kolom.sleutel for kolom in veld.kolommen if kolom.soort == "voorgedrukt"), "")
    gedrukt, vrij = {een.sleutel for een in veld.rijen}, 0
    for rij in rijen:
        op_papier = bool(drager) and rij.get(drager) in gedrukt
        vrij += not op_papier
        plek = rij[drager] if op_papier else vrij
        for kolom in veld.kolommen:
            if not (op_papier and kolom.sleutel == drager):
                zet(celnaam(veld.sleutel, plek, kolom.sleutel), kolomblad(veld, kolom), rij.get(kolom.sleutel))


def latijns(waarde: Any) -> Any:
    """Return answers in letters that the standard fonts of a program have: pdf-lib and pdftk draw with those."""
    if isinstance(waarde, str):
        return waarde.encode("cp1252", "ignore").decode("cp1252").replace("  ", " ").strip()
    if isinstance(waarde, Mapping):
        return {sleutel: latijns(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Mapping):
        return tuple(latijns(deel) for deel in waarde)
    return waarde


def vul_met_pdflib(leeg: Path, vol: Path, vulling: Mapping[str, Any]) -> dict[str, Any]:
    """Fill in with pdf-lib; raises `Afwezig`."""
    node = programma("node")
    if not PDFLIB.exists():
        raise Afwezig("pdf-lib is not installed (npm ci in tests/clients)")
    (antwoorden := vol.with_suffix(".json")).write_text(json.dumps(vulling), encoding="utf-8")
    uit: dict[str, Any] = json.loads(loop(node, HIER / "pdflib_vul.mjs", leeg, antwoorden, vol))
    return uit


def vul_met_pdftk(leeg: Path, vol: Path, vulling: Mapping[str, Any], *opties: str) -> None:
    """Fill in with pdftk, from XFDF as other programs send it; raises `Afwezig`."""
    pdftk = programma("pdftk")
    alles = {**vulling["tekst"], **vulling["keuze"], **dict.fromkeys(vulling["vakje"], "Ja")}
    velden = "".join(f'<field name="{n}"><value>{escape(w)}</value></field>' for n, w in alles.items())
    kop = '<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/" xml:space="preserve">'
    (xfdf := vol.with_suffix(".xfdf")).write_text(f"{kop}<fields>{velden}</fields></xfdf>", encoding="utf-8")
    loop(pdftk, leeg, "fill_form", xfdf, "output", vol, *opties)
