"""The register: name of a kind → its meaning."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Kolom, Veld
from generator.veldsoorten.basis import Veldsoort
from generator.veldsoorten.datum import Datum
from generator.veldsoorten.getal import Getal
from generator.veldsoorten.keuze import JaNee, Keuze, Meerkeuze, Voorgedrukt
from generator.veldsoorten.tekst import Tekst

# Tables and signatures are made of these: a table of columns, a signature of three parts.
VELDSOORTEN: Mapping[str, Veldsoort] = {
    "kort": Tekst(),
    "lang": Tekst(),
    "datum": Datum(),
    "getal": Getal(),
    "keuze": Keuze(),
    "meerkeuze": Meerkeuze(),
    "ja_nee": JaNee(),
    "voorgedrukt": Voorgedrukt(),
}
# A signature can only be read back as three answers (domein.md 3.0).
DELEN_HANDTEKENING: Mapping[str, str] = {"naam": "kort", "datum": "datum", "getekend": "ja_nee"}


def soort_van(veld: Veld | Kolom) -> Veldsoort:
    """Return the meaning of a field or column that holds one value."""
    return VELDSOORTEN[veld.soort]
