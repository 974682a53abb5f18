"""What every format can do: the one Protocol in front of Word, Excel and PDF.

A format is a package with a module ``formaat`` that has these names (see `generator.formats.register`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from generator.formats.herkenning import Herkenning
from generator.formats.inlezen import Plannen
from generator.formats.leesplan import Leesplan
from generator.formats.merken import Merken
from generator.formats.opmerking import Opmerking
from generator.model import Formulier, Inrichting, Invulling


class Vuller(Protocol):
    """One blank that is filled again and again."""

    def vul(
        self, antwoorden: Mapping[str, Any], dossier: str = "", cyclus: int | None = None, merken: Merken | None = None
    ) -> bytes:
        """Return the filled form.

        *antwoorden* are regular (`generator.veldsoorten.normaliseer_antwoorden`); a table grows when there are
        more answers than rows, or the format says how it keeps the rest. *dossier* and *cyclus* become part of
        the identity. *merken* say what was filled in beforehand.
        """


class Formaat(Protocol):
    """Blank, filled, recognised, read back, and given back with comments: the same for every format."""

    def maak_formulier(self, formulier: Formulier, inrichting: Inrichting, huisstijl: Path | None = None) -> bytes:
        """Return the blank form of a tailored definition; *inrichting* has its texts filled in.

        Raises `Geweigerd` when the house style can't be read; a format without such a file leaves it aside.
        """

    def maak_vuller(self, blanco: bytes, formulier: Formulier) -> Vuller:
        """Return a filler of a blank; `Geweigerd` when it can't be opened."""

    def herken(self, inhoud: bytes) -> Herkenning:
        """Return which form a file says it is, without reading its answers; `Geweigerd` when it can't be opened."""

    def lees(self, inhoud: bytes, bestand: str, plannen: Plannen, sha256: str = "") -> Invulling:
        """Read a returned form; everything odd becomes a reading message.

        Raises `Geweigerd` when it can't be opened or is no form of this organisation.
        """

    def heeft_antwoorden(self, inhoud: bytes) -> bool:
        """Tell whether somebody wrote in it, or it belongs to a dossier; `Geweigerd` when it can't be opened."""

    def zet_opmerkingen(self, inhoud: bytes, plan: Leesplan, opmerkingen: Sequence[Opmerking], dag: date) -> bytes:
        """Return a returned form with comments where they belong; all else stays what it was.

        Comments of ours from an earlier round make room for these, those of people stay. The same input gives
        the same bytes. Raises `Geweigerd` when the file can't be opened.
        """
