"""The accent colour of an organisation in place of the one in the Word templates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

SJABLOONKLEUR = "1F5C7A"
_TINTEN = (0.08, 0.20)
MINSTE_CONTRAST = 4.5


def vervangingen(accentkleur: str) -> Mapping[str, str]:
    """Return colour of the template → colour of the organisation, light tints included.

    An accent that is too light to read on white is darkened until it can be read.
    """
    accent = leesbaar(accentkleur.lstrip("#").upper())
    paren = {SJABLOONKLEUR: accent}
    for deel in _TINTEN:
        paren[tint(SJABLOONKLEUR, deel)] = tint(accent, deel)
    return paren


def tint(kleur: str, deel: float) -> str:
    """Return *kleur* mixed with white; ``deel`` is the share of the colour."""
    return _hex(255 - (255 - waarde) * deel for waarde in _rgb(kleur))


def leesbaar(kleur: str) -> str:
    """Return *kleur*, darkened where needed for a contrast with white of at least 4.5 to 1."""
    while contrast_met_wit(kleur) < MINSTE_CONTRAST:
        kleur = _hex(waarde * 0.94 for waarde in _rgb(kleur))
    return kleur


def contrast_met_wit(kleur: str) -> float:
    """Return the contrast ratio of *kleur* with white (WCAG)."""
    rood, groen, blauw = (_lineair(waarde / 255) for waarde in _rgb(kleur))
    return 1.05 / (0.2126 * rood + 0.7152 * groen + 0.0722 * blauw + 0.05)


def _lineair(waarde: float) -> float:
    return float(waarde / 12.92 if waarde <= 0.03928 else ((waarde + 0.055) / 1.055) ** 2.4)


def _rgb(kleur: str) -> tuple[int, int, int]:
    return int(kleur[0:2], 16), int(kleur[2:4], 16), int(kleur[4:6], 16)


def _hex(waarden: Iterable[float]) -> str:
    return "".join(f"{round(waarde):02X}" for waarde in waarden)
