"""Make the stored client files again with the LibreOffice of this machine.

    PYTHONPATH=. python tests/clients/maak_bestanden.py

They are kept because a machine without LibreOffice must read them too; make them with 7.4.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

from clientantwoorden import CYCLUS, DOSSIER, antwoorden_voor, te_typen
from clientregels import REGELS
from libreoffice_client import HIER, draaiend, taak

from generator.formats.word import maak_formulier, vul
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.veldsoorten import normaliseer_antwoorden

BESTANDEN = HIER / "bestanden"


def main() -> None:
    """Write the files, and the answers that they hold."""
    inrichting = lees_inrichting("opvang2004")
    formulieren = formulieren_van(inrichting)
    antwoorden = {
        "toestemming": antwoorden_voor(formulieren["toestemming"]),
        "exit": normaliseer_antwoorden(formulieren["exit"], REGELS)[0],
    }
    with tempfile.TemporaryDirectory() as naam, draaiend(Path(naam)) as office:
        map_, taken = Path(naam), []
        for sleutel, waarden in antwoorden.items():
            formulier = formulieren[sleutel]
            blanco = maak_formulier(formulier, ingevuld(inrichting))
            (leeg := map_ / f"{sleutel}-getypt.docx").write_bytes(blanco)
            (vol := map_ / f"{sleutel}-bewaard.docx").write_bytes(vul(blanco, formulier, waarden, DOSSIER, CYCLUS))
            taken += [taak(leeg, te_typen(formulier, waarden)), taak(vol)]
        gedaan = office.doe(taken)
        assert not any(document["afwijkingen"] for document in gedaan["documenten"]), gedaan
        for naam_ in ("toestemming-getypt-docx", "toestemming-getypt-odt", "toestemming-getypt-doc",
                      "exit-getypt-docx", "exit-getypt-doc", "exit-bewaard-docx"):  # fmt: skip
            shutil.copy(map_ / f"{naam_}.docx", BESTANDEN)
    tekst = json.dumps(antwoorden["toestemming"], ensure_ascii=False, indent=1, default=str)
    (BESTANDEN / "toestemming.json").write_text(tekst + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
