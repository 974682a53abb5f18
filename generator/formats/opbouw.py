"""How a form is put together on paper, whatever the format: marks, sentences, groups and widths."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Formulier, Kolom, Veld
from generator.taal import opsomming
from generator.voorwaarde import lees_voorwaarde

STER, STER_SOMS = "*", "(*)"
LANGE_LIJST = 8
"""A list this long fills a wide page: it starts on one of its own."""


def ster(veld: Veld | Kolom) -> str:
    """Return the mark behind a label: always needed, sometimes, or nothing."""
    return STER if veld.verplicht == "ja" else STER_SOMS if veld.verplicht != "nee" else ""


def tekenuitleg(formulier: Formulier) -> list[tuple[str, str]]:
    """Return the marks that a form has, each with what it means."""
    plichten = {veld.verplicht for veld in formulier.velden}
    plichten |= {kolom.verplicht for veld in formulier.velden for kolom in veld.kolommen}
    uitleg = [(STER, "Vul dit altijd in.")] if "ja" in plichten else []
    if plichten - {"ja", "nee"}:
        uitleg.append((STER_SOMS, "Vul dit in als het van toepassing is."))
    return uitleg


def hulpzin(veld: Veld, velden: Mapping[str, Veld]) -> str:
    """Return what stands in small under a label: when it is needed, and the help text."""
    return " ".join(zin for zin in (_wanneer(veld, velden), veld.hulp) if zin)


def _wanneer(veld: Veld, velden: Mapping[str, Veld]) -> str:
    """Say in words when a conditional field is needed, for the plain case of one earlier choice."""
    if not veld.verplicht.startswith("als "):
        return ""
    voorwaarde = lees_voorwaarde(veld.verplicht)
    if len(voorwaarde.namen) != 1 or not voorwaarde.vergelijkingen or "niet " in veld.verplicht:
        return ""
    if len(voorwaarde.vergelijkingen) > 1 and " en " in veld.verplicht:
        return ""
    naam = voorwaarde.vergelijkingen[0][0]
    waarden = [waarde for _, deel in voorwaarde.vergelijkingen for waarde in deel]
    ander = velden.get(naam)
    if ander is None or not ander.opties or "≠" in veld.verplicht or "!=" in veld.verplicht:
        return ""
    labels = {optie.sleutel: optie.label for optie in ander.opties}
    keuzes = opsomming([labels[w].lower() for w in waarden if w in labels], "of")
    return f"Invullen als ‘{ander.label}’ is: {keuzes}." if keuzes else ""


def vorm(veld: Veld) -> str:
    """Return in what kind of block a field stands: ``tabel``, ``handtekening``, ``gebied`` or ``velden``."""
    if veld.soort in ("tabel", "handtekening"):
        return veld.soort
    return "gebied" if veld.per_leefgebied == "ja" else "velden"


def lege_rijen(veld: Veld) -> int:
    """Return how many rows without printed text a table has on paper."""
    return veld.reserve if veld.rijen else max(veld.reserve, veld.min_rijen, 1)


def verdeel(totaal: int, delen: Sequence[int], minima: Sequence[int] = ()) -> list[int]:
    """Divide *totaal* in proportion to *delen*, none below its minimum; the widths add up exactly."""
    som = sum(delen)
    breedtes = [totaal * deel // som for deel in delen]
    if minima and sum(minima) <= totaal:
        breedtes = [max(breedte, minimum) for breedte, minimum in zip(breedtes, minima, strict=True)]
        while (over := sum(breedtes) - totaal) > 0:
            ruimst = max(range(len(breedtes)), key=lambda nr: breedtes[nr] - minima[nr])
            breedtes[ruimst] -= min(over, max(1, (breedtes[ruimst] - minima[ruimst]) // 4))
    breedtes[-1] += totaal - sum(breedtes)
    return breedtes
