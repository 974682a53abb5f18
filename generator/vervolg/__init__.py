"""The way forward: the next forms of a dossier, filled in beforehand with what is known.

`maak_vervolg` walks the whole road. `volgorde` says which form comes next and why, `begrippen` what may go
along, `overnemen` fills in one form, and `generator.formats.merken` shows where answers come from.
"""

from __future__ import annotations

from generator.vervolg.maken import (
    Dossieruitslag,
    Gemaakt,
    Vervolgfout,
    Vervolgopdracht,
    Vervolguitslag,
    maak_vervolg,
)

__all__ = ["Dossieruitslag", "Gemaakt", "Vervolgfout", "Vervolgopdracht", "Vervolguitslag", "maak_vervolg"]
