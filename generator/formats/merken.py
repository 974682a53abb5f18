"""What a format shows beside answers that were filled in beforehand: where they come from.

Marks are no answers: whoever reads the form back doesn't see them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

VAST_STREEPJE = "\u2011"
"""A hyphen that keeps what stands around it on one line, as in a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merken:
    """The marks of one form.

    ``boven`` stands above the first section. ``onder_label`` and ``boven_tabel`` go from a leaf to the lines
    under its label, or above the table in which it stands. ``vakken`` are the leaves that were filled in,
    ``rijen`` says of how many rows of a table that holds; they get a bar of ``kleur`` (``RRGGBB``).
    """

    boven: tuple[str, ...] = ()
    onder_label: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    boven_tabel: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vakken: frozenset[str] = frozenset()
    rijen: Mapping[str, int] = field(default_factory=dict)
    kleur: str = "55626B"
