"""Page numbers in the contents against those of a real word processor."""

from __future__ import annotations

import shutil

import pytest

from generator.formulier import formulieren_van
from generator.handboek.boek import Boek
from generator.handboek.letters import breedte, breek
from generator.handboek.maken import opgemaakt
from generator.handboek.paginering import paginas_van
from generator.model import Inrichting


def test_breken_houdt_alle_letters_en_de_maat() -> None:
    tekst = "een paar gewone woorden en " + "w" * 90
    regels = breek(tekst, 9000)
    assert "".join(regels).replace(" ", "") == tekst.replace(" ", "")
    assert all(breedte(regel) <= 9000 for regel in regels)


def test_paginas_lopen_op(inrichting: Inrichting) -> None:
    document = opgemaakt(Boek.van(inrichting, formulieren_van(inrichting)))
    paginas = [pagina for naam, pagina in paginas_van(document).items() if naam.startswith("_Toc")]
    assert paginas == sorted(paginas)
    assert paginas[-1] > 40


@pytest.mark.client
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is er niet")
def test_paginas_kloppen_met_libreoffice(inrichting: Inrichting) -> None:
    pytest.importorskip("pypdf")
    from generator.handboek.libreoffice import paginas_volgens_libreoffice

    document = opgemaakt(Boek.van(inrichting, formulieren_van(inrichting)))
    geschat, echt = paginas_van(document), paginas_volgens_libreoffice(document)
    assert max(abs(geschat[naam] - pagina) for naam, pagina in echt.items()) <= 1
    assert sum(geschat[naam] != pagina for naam, pagina in echt.items()) <= len(echt) * 0.1
