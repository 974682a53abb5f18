"""Make the stored Excel files again with the LibreOffice, exceljs and SheetJS of this machine.

    PYTHONPATH=. python tests/clients/maak_excelbestanden.py

They are kept because a machine without those must read them too.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from clientantwoorden import antwoorden_voor
from excelantwoorden import te_typen_in_excel, te_zetten
from libreoffice_client import HIER, draaiend

from generator.formats.excel.formaat import maak_formulier
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting

BESTANDEN = HIER / "bestanden"
SLEUTEL = "toestemming"


def main() -> None:
    """Write the files; the answers are those of ``toestemming.json``."""
    inrichting = lees_inrichting("opvang2004")
    formulier = formulieren_van(inrichting)[SLEUTEL]
    blanco = maak_formulier(formulier, ingevuld(inrichting))
    waarden = antwoorden_voor(formulier)
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        (map_ / "leeg.xlsx").write_bytes(blanco)
        uit = {route: map_ / f"{SLEUTEL}-getypt-{route}.xlsx" for route in ("xlsx", "ods", "xls")}
        routes = [[str(uit["xlsx"])], *([str(map_ / f"a.{r}"), str(uit[r])] for r in ("ods", "xls"))]
        with draaiend(map_, "nl-NL") as office:
            typ = te_typen_in_excel(blanco, formulier, waarden)
            office.doe([{"bestand": str(map_ / "leeg.xlsx"), "typ": typ, "uit": routes}], "uno_rekenblad.py")
        for pad in uit.values():
            shutil.copy(pad, BESTANDEN)
        (map_ / "typ.json").write_text(json.dumps(te_zetten(blanco, formulier, waarden)), encoding="utf-8")
        for wie in ("exceljs", "sheetjs"):
            doel = BESTANDEN / f"{SLEUTEL}-{wie}.xlsx"
            delen = [str(map_ / "leeg.xlsx"), str(doel), str(map_ / "typ.json")]
            subprocess.run(["node", str(HIER / "rekenblad.mjs"), wie, *delen], check=True)


if __name__ == "__main__":
    main()
