"""A simple condition of a form (``als besluit = proef|toelating``) as FHIRPath over the answers."""

from __future__ import annotations

import re

from generator.formulier import JA_NEE
from generator.model import Formulier, Veld

_DEEL = re.compile(r"(?P<naam>[a-z][a-z0-9_]*) (?:is (?P<is>leeg|gevuld)|(?P<teken>=|≠|!=|>|<|>=|<=|≥|≤) (?P<w>\S+))")
_VERBINDING = re.compile(r" (en|of) ")
_FHIRPATH = {"en": " and ", "of": " or "}
_GROTER = {"≥": ">=", "≤": "<="}
_SLEUTEL = re.compile(r"[a-z0-9_]+")


def als_fhirpath(voorwaarde: str, formulier: Formulier) -> str:
    """Return a condition as FHIRPath; nothing when it is not simple.

    Simple is: comparisons of fields of the form itself with choices or numbers, or whether they are empty,
    all joined by ``en`` or all by ``of``.
    """
    stukken = _VERBINDING.split(re.sub(r"^\s*als\s+", "", voorwaarde).strip())
    delen, verbindingen = stukken[::2], set(stukken[1::2])
    uitdrukkingen = [_vergelijking(deel, formulier) for deel in delen]
    if len(verbindingen) > 1 or not all(uitdrukkingen):
        return ""
    return _FHIRPATH[verbindingen.pop()].join(uitdrukkingen) if verbindingen else uitdrukkingen[0]


def _vergelijking(tekst: str, formulier: Formulier) -> str:
    gevonden = _DEEL.fullmatch(tekst)
    veld = formulier.veld(gevonden["naam"]) if gevonden else None
    if gevonden is None or veld is None or veld.soort in ("tabel", "handtekening") or veld.per_leefgebied == "ja":
        return ""
    antwoord = f"%resource.descendants().where(linkId='{veld.sleutel}').answer"
    if gevonden["is"]:
        return f"{antwoord}.{'empty' if gevonden['is'] == 'leeg' else 'exists'}()"
    test = _test(veld, gevonden["teken"], gevonden["w"])
    if not test:
        return ""
    bestaat = f"{antwoord}.value.where({test}).exists()"
    return f"{bestaat}.not()" if gevonden["teken"] in ("≠", "!=") else bestaat


def _test(veld: Veld, teken: str, waarde: str) -> str:
    """Return the test on one answer; nothing when the kind of field has no such test."""
    if veld.soort == "getal":
        getal = waarde if re.fullmatch(r"-?\d+(\.\d+)?", waarde) else ""
        return f"$this {'=' if teken in ('≠', '!=') else _GROTER.get(teken, teken)} {getal}" if getal else ""
    keuzes = waarde.split("|")
    bekend = {optie.sleutel for optie in (JA_NEE if veld.soort == "ja_nee" else veld.opties)}
    if teken not in ("=", "≠", "!=") or not bekend.issuperset(keuzes) or not all(map(_SLEUTEL.fullmatch, keuzes)):
        return ""
    if veld.soort == "ja_nee":
        return " or ".join(f"$this = {'true' if keuze == 'ja' else 'false'}" for keuze in keuzes)
    return "code in (" + " | ".join(f"'{keuze}'" for keuze in keuzes) + ")"
