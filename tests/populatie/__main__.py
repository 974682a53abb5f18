"""``python -m populatie [AANTAL] [ZAAD]``, from tests/: the table of every rule, as Markdown for the notes."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main() -> int:
    """Print how the rules did on a population; exit status 1 when one of them erred."""
    from populatie import populatie
    from populatie.uitslag import bestanden_van, bevindingen_van, tabel, vergelijk, verschillen

    aantal, zaad = (*sys.argv[1:], *("1000", "1")[len(sys.argv) - 1 :])[:2]
    begin = time.perf_counter()
    gevallen = populatie(int(aantal), zaad)
    gebouwd = time.perf_counter()
    bestanden = {geval.nummer: bestanden_van(geval) for geval in gevallen}
    gelezen = time.perf_counter()
    gevonden = bevindingen_van(gevallen, bestanden)
    klaar = time.perf_counter()
    formulieren = sum(len(geval.delen) for geval in gevallen)
    print(f"{len(gevallen)} dossiers, {formulieren} formulieren, zaad {zaad}. Bouwen {gebouwd - begin:.1f} s, "
          f"regelmatig maken {gelezen - gebouwd:.1f} s, regels {klaar - gelezen:.1f} s.\n")  # fmt: skip
    standen = vergelijk(gevallen, gevonden)
    print(tabel(standen))
    for regel in verschillen(gevallen, gevonden):
        print(f"- {regel}")
    return 0 if all(stand.goed for stand in standen) else 1


if __name__ == "__main__":
    sys.exit(main())
