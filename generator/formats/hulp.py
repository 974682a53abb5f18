"""What is printed beside a question in every format: its star, its help, and when it has to be filled in."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Formulier, Kolom, Veld
from generator.taal import opsomming
from generator.voorwaarde import lees_voorwaarde

STER, STER_SOMS = "*", "(*)"


def ster_van(veld: Veld | Kolom) -> str:
    """Return the mark of a field that is always needed, or sometimes; nothing when it never is."""
    return STER if veld.verplicht == "ja" else STER_SOMS if veld.verplicht != "nee" else ""


def hulptekst(veld: Veld, velden: Mapping[str, Veld]) -> str:
    """Return the help of a field, with in front when a conditional field is needed; *velden* are all, by key."""
    return " ".join(zin for zin in (wanneer_nodig(veld, velden), veld.hulp) if zin)


def wanneer_nodig(veld: Veld, velden: Mapping[str, Veld]) -> str:
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


def legenda_van(formulier: Formulier) -> tuple[tuple[str, str], ...]:
    """Return mark and meaning of the marks that this form has."""
    plichten = {veld.verplicht for veld in formulier.velden}
    plichten |= {kolom.verplicht for veld in formulier.velden for kolom in veld.kolommen}
    delen = []
    if "ja" in plichten:
        delen.append((STER, "Vul dit altijd in."))
    if plichten - {"ja", "nee"}:
        delen.append((STER_SOMS, "Vul dit in als het van toepassing is."))
    return tuple(delen)


def lege_rijen(veld: Veld) -> int:
    """Return how many empty rows a table has on paper, behind its preprinted ones."""
    return veld.reserve if veld.rijen else max(veld.reserve, veld.min_rijen, 1)
