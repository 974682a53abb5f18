"""After a death nothing is asked of the client any more (`Verloop.overleden`; domein.md 3.14, 4.8).

What keeps speaking is what the organisation can put right by itself: its own forms, a report to the
inspection, a decision of its own that nobody explained, and what can't be true.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.regel import Plek, Treffer

_ALLES: frozenset[str] = frozenset()
BLIJFT: Mapping[str, frozenset[str]] = {
    "R03": _ALLES,
    "R04": _ALLES,
    "R14": frozenset(("nee", "kenmerken")),
    "R15": frozenset(("ja", "begeleiding")),
    "R16": _ALLES,
    "R25": _ALLES,
    "R26": _ALLES,
    "R34": frozenset(("na_einde",)),
    "R35": frozenset(("na_einde", "wachtlijst")),
    "R43": frozenset(("na_afronden", "sprong", "dubbel")),
    "R49": frozenset(("memo",)),
    "R53": _ALLES,
    "R70": _ALLES,
    "R71": frozenset(("ander", "andere_naam")),
    "R72": _ALLES,
    "R73": _ALLES,
}
"""Rule → the wordings that still hold (none named: all of them)."""
_OP_EIGEN_FORMULIER = ("R01", "R02", "R11", "R50")
ZONDER_CLIENT = ("checklist_uitstroom", "memo", "incident", "rapportage", "casusinbreng")
"""Forms that a begeleider fills in and signs alone: what is missing there can still be asked."""
MET_CLIENT = frozenset(
    (
        "vertrekgesprekken",
        "vervolghulp_besproken",
        "vervolghulp_aanvraag",
        "overdracht",
        "nazorg",
        "exitgesprek",
        "tevredenheid",
        "afscheid",
    )
)
"""Tasks of the checklist uitstroom that can't be done without the client, or have lost their meaning."""


def blijft(code: str, treffer: Treffer) -> bool:
    """True when a finding still holds after a death."""
    if code in _OP_EIGEN_FORMULIER:
        eerste = treffer.plekken[0] if treffer.plekken else None
        return isinstance(eerste, Plek) and eerste.invulling.formulier in ZONDER_CLIENT
    if code not in BLIJFT:
        return False
    return not BLIJFT[code] or treffer.variant in BLIJFT[code]
