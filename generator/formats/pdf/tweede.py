"""A second opinion on a damaged file: pypdf sometimes finds fields where the first reader gives up."""

from __future__ import annotations

import io
import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.formats.herkenning import Herkenning, herken
from generator.formats.identiteit import lees_regel
from generator.formats.pdf.document import ExtraVak, Waarde
from generator.formats.pdf.namen import eigen_naam, is_herkenning

_GROOTSTE = 5_000_000
_MEESTE_VELDEN = 5_000


class Tweede(NamedTuple):
    """What the second reader found: fields by name, who the file says it is, and fields that aren't ours."""

    velden: dict[str, list[Waarde]]
    herkenning: Herkenning
    extra: tuple[ExtraVak, ...] = ()


def tweede_lezing(inhoud: bytes) -> Tweede | None:
    """Return the fields of a file that the first reader can't open; None when there are none of ours."""
    if len(inhoud) > _GROOTSTE or (b"/AcroForm" not in inhoud and b"/ObjStm" not in inhoud):
        return None
    gevonden = _velden(inhoud)
    velden: dict[str, list[Waarde]] = {}
    regels: list[str] = []
    extra: list[ExtraVak] = []
    for naam, veld in list(gevonden.items())[:_MEESTE_VELDEN]:
        if ons := eigen_naam(str(naam)):
            velden.setdefault(ons, []).append(_waarde(veld))
        elif is_herkenning(str(naam)) or lees_regel(str(veld.get("/V", ""))) is not None:
            regels.append(str(veld.get("/V", "")))
        elif (vak := _extra(str(naam), veld)).tekst:
            extra.append(vak)
    if not velden:
        return None
    eerste, *rest = [*regels, ""]
    return Tweede(velden, herken({}, eerste, rest), tuple(extra))


def _velden(inhoud: bytes) -> Mapping[str, Any]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        return PdfReader(io.BytesIO(inhoud), strict=False).get_fields() or {}
    except Exception:  # a damaged file may break it anywhere; then there is no second opinion
        return {}


def _waarde(veld: Any) -> Waarde:
    ruw = veld.get("/V", "")
    if str(veld.get("/FT", "")) == "/Btn":
        return Waarde(str(ruw).lstrip("/"), str(ruw) not in ("", "/Off"), None)
    return Waarde(str(ruw)[:200_000]) if isinstance(ruw, str) else Waarde(vreemd=ruw is not None)


def _extra(naam: str, veld: Any) -> ExtraVak:
    """Return a field that isn't ours; without text when it holds nothing to keep."""
    waarde = _waarde(veld)
    if str(veld.get("/FT", "")) == "/Btn":
        return ExtraVak(naam, f"aangekruist: {veld.get('/TU') or naam}" if waarde.aan else "")
    return ExtraVak(naam, waarde.tekst.strip())
