"""Make the stored PDF client files again with pdf-lib, pdftk and poppler of this machine.

    PYTHONPATH=. python tests/clients/maak_pdf_bestanden.py

They are kept because a machine without those programs must read them too. To keep them small the letters to type
with, which no reader looks at, are replaced by a font of two letters, and the tags are left out.
"""

from __future__ import annotations

import io
import json
import tempfile
from pathlib import Path

import pikepdf
from clientantwoorden import antwoorden_voor
from pdf_clients import HIER, latijns, loop, programma, veldwaarden, vul_met_pdflib, vul_met_pdftk

from generator.formats.pdf.formaat import maak_formulier, maak_vuller
from generator.formats.pdf.letters import proefletters
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting

BESTANDEN = HIER / "bestanden"


def zonder_letters(inhoud: bytes) -> bytes:
    """Return a form in which the letters to type with are hardly there, without tags."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        for deel in pdf.objects:
            if isinstance(deel, pikepdf.Dictionary) and str(deel.get("/FontName", "")).startswith("/AFVAKK"):
                deel.FontFile2 = pdf.make_stream(proefletters())
        del pdf.Root["/StructTreeRoot"]
        pdf.save(uit := io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return uit.getvalue()


def main() -> None:
    """Write the files, and the answers that they hold."""
    inrichting = lees_inrichting("opvang2004")
    formulier = formulieren_van(inrichting)["exit"]
    blanco = maak_formulier(formulier, ingevuld(inrichting))
    waarden = latijns(antwoorden_voor(formulier))
    vulling = veldwaarden(formulier, waarden)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        (leeg := map_ / "leeg.pdf").write_bytes(zonder_letters(blanco))
        (vol := map_ / "vol.pdf").write_bytes(maak_vuller(blanco, formulier).vul(waarden, "D-0042", 2))
        vul_met_pdflib(leeg, BESTANDEN / "exit-pdflib.pdf", vulling)
        vul_met_pdftk(leeg, BESTANDEN / "exit-pdftk.pdf", vulling, "compress")
        loop(programma("pdftocairo"), "-pdf", vol, BESTANDEN / "exit-gedrukt.pdf")
    for bij in (*BESTANDEN.glob("exit-pdf*.json"), *BESTANDEN.glob("exit-pdf*.xfdf")):
        bij.unlink()
    tekst = json.dumps(waarden, ensure_ascii=False, indent=1, default=str)
    (BESTANDEN / "exit-pdf.json").write_text(tekst + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
