"""Excel forms for tests: every form there is, blank and filled, with a reader for it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from invullen import CYCLUS, DOSSIER, lees, volle_antwoorden

from generator.formats import Lezer
from generator.formats.delen import schrijf_delen
from generator.formats.excel.schrijver import maak_formulier
from generator.formats.excel.vuller import Vuller
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier, Inrichting, Invulling


@dataclass(slots=True)
class Werk:
    """The forms of one starting model, made when somebody asks."""

    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    lezer: Lezer
    _blanco: dict[str, bytes] = field(default_factory=dict)
    _vullers: dict[str, Vuller] = field(default_factory=dict)

    def blanco(self, sleutel: str) -> bytes:
        """Return a blank form."""
        if sleutel not in self._blanco:
            self._blanco[sleutel] = maak_formulier(self.formulieren[sleutel], self.inrichting)
        return self._blanco[sleutel]

    def vuller(self, sleutel: str) -> Vuller:
        """Return the filler of a form."""
        if sleutel not in self._vullers:
            self._vullers[sleutel] = Vuller(self.blanco(sleutel), self.formulieren[sleutel])
        return self._vullers[sleutel]

    def gevuld(self, sleutel: str, waarden: Mapping[str, Any], *wie: Any, **merken: Any) -> bytes:
        """Return a form with answers in it."""
        return self.vuller(sleutel).vul(waarden, *wie, **merken)

    def vol(self, sleutel: str, **anders: Any) -> bytes:
        """Return a form that is filled in full; *anders* changes answers, None takes one out."""
        waarden = volle_antwoorden(self.formulieren[sleutel]) | anders
        return self.gevuld(sleutel, {s: w for s, w in waarden.items() if w is not None}, DOSSIER, CYCLUS)

    def lees(self, inhoud: bytes, naam: str = "terug.xlsx") -> Invulling:
        """Read a form that must be readable."""
        return lees(self.lezer, inhoud, naam)


def maak_werk(model: str) -> Werk:
    """Return the forms of a starting model."""
    inrichting = lees_inrichting(model)
    formulieren = formulieren_van(inrichting)
    return Werk(ingevuld(inrichting), formulieren, Lezer(formulieren))


def delen_van(inhoud: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        return {naam: pakket.read(naam) for naam in pakket.namelist()}


def met_delen(inhoud: bytes, **anders: bytes | None) -> bytes:
    """Return a package with other parts: names are given by their last piece, without ending."""
    delen = delen_van(inhoud)
    for kort, deel in anders.items():
        naam = next((n for n in delen if n.rpartition("/")[2].partition(".")[0] == kort), kort)
        if deel is None:
            delen.pop(naam)
        else:
            delen[naam] = deel
    return schrijf_delen(delen)


def wijzig(inhoud: bytes, deel: str, *paren: tuple[str, str] | Callable[[str], str]) -> bytes:
    """Return a package in which texts in a part are replaced; what isn't there is an error of the test."""
    delen = delen_van(inhoud)
    tekst = delen[deel].decode("utf-8")
    for paar in paren:
        nieuw = paar(tekst) if callable(paar) else tekst.replace(*paar)
        assert nieuw != tekst, paar
        tekst = nieuw
    delen[deel] = tekst.encode("utf-8")
    return schrijf_delen(delen)


def plek(inhoud: bytes, naam: str) -> str:
    """Return where a defined name points: ``'Formulier'!$B$7``."""
    boek = delen_van(inhoud)["xl/workbook.xml"].decode()
    treffer = re.search(rf'<definedName name="{naam}">([^<]*)</definedName>', boek)
    assert treffer, naam
    return treffer[1]
