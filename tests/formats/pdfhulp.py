"""Blank PDF forms, made once per run and only when a test asks for them."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from invullen import CYCLUS, DOSSIER, TIEN, volle_antwoorden
from modellen import ORGANISATIEFORMULIEREN

from generator.formats import Lezer
from generator.formats.pdf.formaat import maak_formulier, maak_vuller
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Bestand, Formulier, Inrichting, Invulling, Veld

VAN_OPVANG = (*TIEN, *ORGANISATIEFORMULIEREN)
EXTRA_VAN_LEEFHUIS = (
    "casusinbreng",
    "rie",
    "signaleringsplan",
    "deelnemerskaart",
    "rapportage",
    "memo",
    "incident",
    "hulpvraagwijziging",
    "overdracht",
    "tevredenheid",
)
ALLE = (*VAN_OPVANG, *EXTRA_VAN_LEEFHUIS)


@dataclass(frozen=True)
class Model:
    """An organisation, its forms, and a reader for them."""

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    lezer: Lezer


@cache
def model(naam: str) -> Model:
    ruw = lees_inrichting(naam)
    formulieren = formulieren_van(ruw)
    return Model(ingevuld(ruw), formulieren, Lezer(formulieren))


def model_van(sleutel: str) -> Model:
    return model("opvang2004" if sleutel in VAN_OPVANG else "leefhuis2022")


def formulier(sleutel: str) -> Formulier:
    return model_van(sleutel).formulieren[sleutel]


@cache
def blanco(sleutel: str) -> bytes:
    """Return the blank of a form."""
    return maak_formulier(formulier(sleutel), model_van(sleutel).inrichting)


@cache
def vuller(sleutel: str) -> Any:
    return maak_vuller(blanco(sleutel), formulier(sleutel))


def vul(sleutel: str, waarden: Mapping[str, Any], *dossier: Any, **meer: Any) -> bytes:
    inhoud: bytes = vuller(sleutel).vul(waarden, *dossier, **meer)
    return inhoud


@cache
def vol(sleutel: str) -> bytes:
    """Return a form in which every place holds an answer."""
    return vul(sleutel, volle_antwoorden(formulier(sleutel)), DOSSIER, CYCLUS)


def bestand(sleutel: str, inhoud: bytes, naam: str = "terug.pdf") -> Bestand:
    return model_van(sleutel).lezer.lees_inhoud(Path(naam), inhoud)


def lees(sleutel: str, inhoud: bytes) -> Invulling:
    """Read bytes that must be readable."""
    gelezen = bestand(sleutel, inhoud)
    assert gelezen.status == "gelezen", gelezen.reden
    assert gelezen.invulling is not None
    assert gelezen.formaat == "pdf"
    return gelezen.invulling


def reden(sleutel: str, inhoud: bytes, code: str) -> str:
    """Return why bytes are refused, which they must be with this code and in a whole sentence."""
    gelezen = bestand(sleutel, inhoud)
    assert gelezen.status == "geweigerd"
    assert gelezen.code == code, gelezen.reden
    assert gelezen.invulling is None
    assert gelezen.reden
    assert gelezen.reden[0].isupper()
    assert gelezen.reden.endswith(".")
    assert "…" not in gelezen.reden
    return gelezen.reden


def open_(inhoud: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(inhoud))


def bewaard(pdf: pikepdf.Pdf, **hoe: Any) -> bytes:
    uit = io.BytesIO()
    pdf.save(uit, **hoe)
    return uit.getvalue()


def veld(pdf: pikepdf.Pdf, naam: str) -> Any:
    """Return a field by its own name."""
    return next(deel for deel in pdf.Root.AcroForm.Fields if str(deel.T) == naam)


def passend(formulier: Formulier, waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers without the rows that don't fit on the blank; those have tests of their own."""
    return {
        sleutel: _passende_rijen(formulier.veld(sleutel), waarde) if isinstance(waarde, list) else waarde
        for sleutel, waarde in waarden.items()
    }


def _passende_rijen(veld: Veld | None, rijen: list[Any]) -> list[Any]:
    if veld is None or veld.soort != "tabel":
        return rijen
    vrij = veld.reserve if veld.rijen else max(veld.reserve, veld.min_rijen, 1)
    return rijen[:vrij]
