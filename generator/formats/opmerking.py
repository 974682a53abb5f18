"""What a format shows in the margin of a returned form: comments in Word and PDF, notes in Excel."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Opmerking:
    """What has to be said at a place: the key of a leaf, field or cell (nothing: the form as a whole).

    ``zoals_gelezen``: rows in the key are counted as reading messages do: every row that was there, the
    empty ones too. Otherwise as rules count them: rows in which nobody wrote are left out.
    """

    sleutel: str
    alineas: tuple[str, ...]
    zoals_gelezen: bool = False
