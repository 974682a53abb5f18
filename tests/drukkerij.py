"""Forms in every format, for tests: blanks are made when somebody asks, and once for all processes of a run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.bestanden import schrijf_veilig
from generator.formats import ACHTERVOEGSEL, Formaatnaam, Geweigerd, Lezer, formaat_met, reden_van
from generator.formats.formaat import Vuller
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Inrichting, Invulling
from generator.opdrachten import Antwoordbestand, regelmatige_antwoorden

# A machine without what lays out a PDF: those tests are skipped, visibly.
_KAN_HIER_NIET = ("L68", "L69")


@cache
def organisatie(model: str) -> tuple[Inrichting, Mapping[str, Formulier]]:
    """Return a starting model and its tailored forms."""
    inrichting = lees_inrichting(model)
    return inrichting, formulieren_van(inrichting)


@cache
def lezer_van(model: str) -> Lezer:
    """Return a reader of the forms of a model."""
    return Lezer(organisatie(model)[1])


class Drukkerij:
    """Makes and fills forms; *map_* is where all processes of a run keep blanks."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._blanco: dict[tuple[str, str, str], bytes] = {}
        self._vullers: dict[tuple[str, str, str], Vuller] = {}

    def blanco(self, naam: Formaatnaam, sleutel: str, model: str = "opvang2004") -> bytes:
        """Return a blank form."""
        welke = naam, sleutel, model
        if welke not in self._blanco:
            pad = self._map / f"{model}-{sleutel}{ACHTERVOEGSEL[naam]}"
            if not pad.is_file():
                schrijf_veilig(pad, self.maak(naam, organisatie(model)[1][sleutel], model))
            self._blanco[welke] = pad.read_bytes()
        return self._blanco[welke]

    def maak(self, naam: Formaatnaam, formulier: Formulier, model: str = "opvang2004") -> bytes:
        """Return a blank of a definition that is nobody else's."""
        try:
            return formaat_met(naam).maak_formulier(formulier, ingevuld(organisatie(model)[0]))
        except Geweigerd as fout:
            if fout.code not in _KAN_HIER_NIET:
                raise
            pytest.skip(reden_van(fout))

    def vul(
        self,
        naam: Formaatnaam,
        sleutel: str,
        waarden: Mapping[str, Any],
        dossier: str = "",
        cyclus: int | None = None,
        model: str = "opvang2004",
    ) -> bytes:
        """Return a form with answers in it."""
        welke = naam, sleutel, model
        if welke not in self._vullers:
            formulier = organisatie(model)[1][sleutel]
            self._vullers[welke] = formaat_met(naam).maak_vuller(self.blanco(*welke), formulier)
        return self._vullers[welke].vul(waarden, dossier, cyclus)

    def vul_uit(self, naam: Formaatnaam, gegeven: Antwoordbestand, model: str = "opvang2004") -> bytes:
        """Return the form of an answer file."""
        waarden = regelmatige_antwoorden(gegeven, organisatie(model)[1][gegeven.formulier])
        return self.vul(naam, gegeven.formulier, waarden, gegeven.dossier, gegeven.cyclus, model)


def lees(inhoud: bytes, model: str = "opvang2004", naam: str = "terug") -> Invulling:
    """Read bytes that must be readable; without a name that says what they are."""
    bestand = lezer_van(model).lees_inhoud(Path(naam), inhoud)
    assert bestand.status == "gelezen", bestand.reden
    assert bestand.invulling is not None
    return bestand.invulling
