"""The report as JSON: ``achtfasen.rapport/1``, in stable order, without texts of clients unless asked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from generator.model import Bestand, Bevinding, Ernst, Invulling, Onleesbaar, Rapport, Route, Vindplaats

SCHEMA = "achtfasen.rapport/1"
_ROUTES = tuple(route.value for route in Route)
_ALTIJD = (Route.TAG.value, Route.BLADWIJZER.value, Route.LABEL.value)


def rapport_als_json(rapport: Rapport, met_antwoorden: bool = False) -> bytes:
    """Return the report as UTF-8 JSON."""
    return als_json(rapport_als_gegevens(rapport, met_antwoorden))


def als_json(gegevens: Any) -> bytes:
    """Return plain data as readable UTF-8 JSON."""
    return (json.dumps(gegevens, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def rapport_als_gegevens(rapport: Rapport, met_antwoorden: bool = False) -> dict[str, Any]:
    """Return the report as plain data (ontwerp.md, Interfaces)."""
    return {
        "schema": SCHEMA,
        "geldig": rapport.geldig,
        "inrichting": rapport.inrichting,
        "peildatum": rapport.peildatum,
        "tellingen": _tellingen(rapport),
        "bestanden": [bestand_als_gegevens(bestand, met_antwoorden) for bestand in rapport.bestanden],
        "dossiers": [
            {"dossier": d.nummer, "stand": d.stand, "fase": d.fase, "cyclus": d.cyclus} for d in rapport.dossiers
        ],
        "bevindingen": [_bevinding(bevinding) for bevinding in rapport.bevindingen],
        "overgeslagen": [{"code": o.code, "dossier": o.dossier, "reden": o.reden} for o in rapport.overgeslagen],
        **_apart(rapport),
    }


def _apart(rapport: Rapport) -> dict[str, Any]:
    """Return what was taken out of the findings: only there when a list or a choice was used."""
    gegevens: dict[str, Any] = {}
    if rapport.geaccepteerd is not None:
        gegevens["geaccepteerd"] = [
            {**_bevinding(deel.bevinding), "reden": deel.reden, "tot": deel.tot, "door": deel.door or None}
            for deel in rapport.geaccepteerd
        ]
    if (keuze := rapport.keuze) is not None:
        gegevens["filter"] = {
            "alleen": list(keuze.alleen),
            "negeer": list(keuze.negeer),
            "weggelaten": dict(keuze.weggelaten),
        }
    return gegevens


def _tellingen(rapport: Rapport) -> dict[str, int]:
    per_status = Counter(bestand.status for bestand in rapport.bestanden)
    return {
        "bestanden": len(rapport.bestanden),
        "gelezen": per_status["gelezen"],
        "geweigerd": per_status["geweigerd"],
        **{ernst.value: rapport.telling(ernst) for ernst in Ernst},
        **({} if rapport.geaccepteerd is None else {"geaccepteerd": len(rapport.geaccepteerd)}),
    }


def bestand_als_gegevens(bestand: Bestand, met_antwoorden: bool = False) -> dict[str, Any]:
    """Return one entry of ``bestanden``."""
    deel = bestand.invulling
    gegevens: dict[str, Any] = {
        "pad": bestand.pad,
        "sha256": bestand.sha256 or None,
        "status": bestand.status,
        "reden": bestand.reden,
        "formaat": bestand.formaat or None,
        "formulier": deel.formulier if deel else None,
        "versie": deel.versie or None if deel else None,
        "dossier": deel.dossier or None if deel else None,
        "cyclus": deel.cyclus if deel else None,
        "routes": _routes(deel),
    }
    if met_antwoorden:
        gegevens["antwoorden"] = als_antwoorden(deel.waarden) if deel else {}
    return gegevens


def lezing_als_gegevens(bestand: Bestand) -> dict[str, Any]:
    """Return a file that was read with its answers, and every leaf with its route."""
    velden = [
        {
            "veld": antwoord.sleutel,
            "waarde": _kaal(antwoord.waarde),
            "ruw": antwoord.ruw,
            "route": antwoord.vindplaats.route,
            "plek": antwoord.vindplaats.plek,
        }
        for antwoord in (bestand.invulling.antwoorden if bestand.invulling else ())
    ]
    return {**bestand_als_gegevens(bestand, met_antwoorden=True), "velden": velden}


def _routes(deel: Invulling | None) -> dict[str, int]:
    geteld = Counter(antwoord.vindplaats.route for antwoord in (deel.antwoorden if deel else ()))
    return {route: geteld[route] for route in _ROUTES if route in _ALTIJD or geteld[route]}


def als_antwoorden(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in the shape of an answer file: ISO dates, and what was typed if it can't be understood."""
    return {sleutel: _kaal(waarde) for sleutel, waarde in waarden.items()}


def _kaal(waarde: Any) -> Any:
    if isinstance(waarde, Onleesbaar):
        return waarde.ruw
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, Mapping):
        return {str(sleutel): _kaal(deel) for sleutel, deel in waarde.items()}
    if isinstance(waarde, Sequence) and not isinstance(waarde, str):
        return [_kaal(deel) for deel in waarde]
    return waarde


def _bevinding(deel: Bevinding) -> dict[str, Any]:
    eerste = deel.vindplaatsen[0] if deel.vindplaatsen else Vindplaats("")
    return {
        "code": deel.code,
        "titel": deel.titel,
        "ernst": deel.ernst.value,
        "dossier": deel.dossier or None,
        "bestand": eerste.bestand or None,
        "formulier": eerste.formulier or None,
        "veld": eerste.veld or None,
        "plek": eerste.plek or None,
        "bericht": deel.bericht,
        "bron": deel.bron or None,
    }
