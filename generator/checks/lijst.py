"""The list of rules as a document; ``python -m generator.checks.lijst`` prints it."""

from __future__ import annotations

import re

from generator.checks.berichten import BERICHTEN
from generator.checks.regel import Regel
from generator.checks.registry import REGELS

_KOP = """# Regels

Deze lijst is gemaakt uit de regels zelf (`python -m generator.checks.lijst > docs/regels.md`). Wijzig haar niet met
de hand. Een **fout** maakt een formulier onbruikbaar of gaat in tegen de eigen werkwijze, een **waarschuwing** is
waarschijnlijk onjuist of te laat, een **aandachtspunt** kan kloppen: bespreek het. Regels die per inrichting kijken
horen bij `achtfasen toets`, de andere bij `achtfasen controleer`. Een regel die je niet gebruikt, zet je in je
inrichting bij `parameters: regels_uit`; een regel die bij het model zelf hoort, kan niet uit.

| Code | Titel | Ernst | Kijkt per | Bron |
|---|---|---|---|---|
"""
_VOORBEELD = re.compile(r"^(Slecht|Goed):", re.MULTILINE)


def regels_markdown() -> str:
    """Return docs/regels.md as it should be."""
    rijen = [f"| {r.code} | {r.titel} | {r.ernst.value} | {r.niveau} | {r.bron} |" for r in REGELS]
    return _KOP + "\n".join(rijen) + "\n" + "".join(_hoofdstuk(regel) for regel in REGELS)


def _hoofdstuk(regel: Regel) -> str:
    delen = [f"\n## {regel.code} {regel.titel}\n\n", _VOORBEELD.sub(r"\n**\1:**", regel.uitleg), "\n\n"]
    if regel.vast:
        delen.append("Deze regel hoort bij het model zelf en kan niet uit.\n\n")
    if regel.nodig:
        delen.append(f"Nodig: {', '.join(f'`{naam}`' for naam in regel.nodig)}.\n\n")
    if regel.gebruikt:
        namen = ", ".join(f"`{naam}`" for naam in regel.gebruikt)
        delen.append(f"Alleen als jullie dit gebruiken: {namen}.\n\n")
    if regel.parameters:
        delen.append(f"Parameters: {', '.join(f'`{naam}`' for naam in regel.parameters)}.\n\n")
    delen.append("Meldingen:\n\n")
    delen += [f"- {tekst}\n" for tekst in BERICHTEN[regel.code].values()]
    return "".join(delen)


if __name__ == "__main__":
    import sys

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(regels_markdown())
