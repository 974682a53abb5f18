"""``lijst`` and ``leg-uit``: what there is, and what a code means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator import content
from generator.bron import bedoelde, lees_yaml
from generator.opdrachten.fout import Opdrachtfout

if TYPE_CHECKING:
    from generator.model import Formulier, Inrichting, Uitleg


def lijst_uitgangsmodellen() -> list[dict[str, str]]:
    """Return the starting models: key, name of the organisation, number of leefgebieden."""
    rijen = []
    for sleutel, pad in content.uitgangsmodellen().items():
        gegevens = lees_yaml(pad).gegevens
        gegevens = gegevens if isinstance(gegevens, dict) else {}
        organisatie = gegevens.get("organisatie") or {}
        rijen.append({"sleutel": sleutel, "organisatie": str(organisatie.get("naam", "")),
                      "leefgebieden": str(len(gegevens.get("leefgebieden") or ()))})  # fmt: skip
    return rijen


def lijst_formulieren(inrichting: Inrichting | None = None) -> list[dict[str, str]]:
    """Return the forms, of an organisation or all that there are."""
    return [
        {"sleutel": f.sleutel, "titel": f.titel, "fase": f.fase or "organisatie", "versie": f.versie}
        for f in _formulieren(inrichting).values()
    ]


def lijst_regels() -> list[dict[str, str]]:
    """Return the rules: code, title, weight, level, whether it is fixed by the model, source."""
    from generator.checks import REGELS

    return [
        {"code": r.code, "titel": r.titel, "ernst": r.ernst.value, "niveau": r.niveau,
         "vast": "ja" if r.vast else "nee", "bron": r.bron}
        for r in REGELS
    ]  # fmt: skip


def leg_code_uit(code: str, inrichting: Inrichting | None = None) -> Uitleg:
    """Return what there is to say about a code; with what *inrichting* makes of it."""
    from generator.checks.codes import tip_bij
    from generator.checks.uitleg import OnbekendeCode, uitleg_van

    try:
        return uitleg_van(code, inrichting)
    except OnbekendeCode as fout:
        tip = tip_bij(code)
        raise Opdrachtfout(
            f"De code ‘{code}’ bestaat niet.{tip} Alle regels staan in: achtfasen lijst regels."
        ) from fout


def lijst_velden(sleutel: str | None, inrichting: Inrichting | None = None) -> list[dict[str, str]]:
    """Return the fields of one form or of all, with their keys as answer files use them."""
    formulieren = _formulieren(inrichting)
    if sleutel is not None and sleutel not in formulieren:
        tip = bedoelde(sleutel, formulieren)
        raise Opdrachtfout(f"Het formulier ‘{sleutel}’ is er niet. Kies uit: {', '.join(formulieren)}.{tip}")
    gekozen = [formulieren[sleutel]] if sleutel else list(formulieren.values())
    return [
        {"formulier": f.sleutel, "veld": naam, "soort": soort, "label": label, "verplicht": verplicht}
        for f in gekozen
        for veld in f.velden
        for naam, soort, label, verplicht in _veldregels(veld)
    ]


def _veldregels(veld: Any) -> Iterator[tuple[str, str, str, str]]:
    per = "" if veld.per_leefgebied == "nee" else " per leefgebied"
    yield veld.sleutel, veld.soort + per, veld.label, veld.verplicht
    for kolom in veld.kolommen:
        yield f"{veld.sleutel}.{kolom.sleutel}", kolom.soort, kolom.label, kolom.verplicht


def _formulieren(inrichting: Inrichting | None) -> dict[str, Formulier]:
    """Return the forms of an organisation; without one, all definitions in common words."""
    from generator.formulier import definities, formulieren_van
    from generator.model import Term
    from generator.taal import standaardwoorden, termwoorden, vul_record_in

    if inrichting is not None:
        return formulieren_van(inrichting)
    woorden = {
        "organisatie": "de organisatie",
        **standaardwoorden(),
        **termwoorden("client", Term(enkelvoud="cliënt", meervoud="cliënten")),
        **termwoorden("begeleider", Term(enkelvoud="begeleider", meervoud="begeleiders")),
    }
    return {sleutel: vul_record_in(definitie, woorden) for sleutel, definitie in definities().items()}
