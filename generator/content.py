"""Where the content folders are: in a checkout, or carried by an installed wheel.

This is the only module that knows.  ``formulieren/``, ``handleiding/`` and
``sjablonen/`` stand beside the package in a checkout and inside it
(``generator/inhoud/``) in a wheel.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_PAKKET = Path(__file__).resolve().parent


@cache
def wortel() -> Path:
    """Return the folder that holds ``formulieren/``, ``handleiding/`` and ``sjablonen/``."""
    in_wheel = _PAKKET / "inhoud"
    return in_wheel if in_wheel.is_dir() else _PAKKET.parent


def formulieren() -> list[Path]:
    """Return the form definitions, sorted by name; files that start with ``_`` are shared parts."""
    return sorted(p for p in (wortel() / "formulieren").glob("*.yaml") if not p.name.startswith("_"))


def formulierdeel(naam: str) -> Path:
    """Return the path of a shared part of form definitions, such as ``_kop.yaml``."""
    return wortel() / "formulieren" / naam


def uitgangsmodellen() -> dict[str, Path]:
    """Return the starting models: key → file."""
    return {p.stem: p for p in sorted((wortel() / "sjablonen" / "organisaties").glob("*.yaml"))}


def hoofdstukken() -> Path:
    """Return the folder with the Markdown chapters of the handleiding."""
    return wortel() / "handleiding"


def woordsjabloon(naam: str) -> Path:
    """Return the path of a Word template, such as ``formulier.docx``."""
    return wortel() / "sjablonen" / "word" / naam


def voorbeelden() -> Path:
    """Return the folder with the invented dossiers."""
    return wortel() / "sjablonen" / "voorbeelden"


def webdeel(naam: str) -> Path:
    """Return the path of a part of the report as a page, such as ``rapport.css``; it stands in the package itself."""
    return _PAKKET / "report" / "html" / naam
