"""What the commands do, as functions that can be called from Python.

Everything that a user can do wrong ends as `Opdrachtfout`, `OngeldigeBron` or `SchrijfFout`,
each with a message in Dutch.
"""

from __future__ import annotations

from generator.opdrachten.blanco import blanco_van, eigen_sjabloon
from generator.opdrachten.fout import GeenPdf, Opdrachtfout
from generator.opdrachten.inrichtingen import (
    begin_inrichting,
    met_eigen_begin,
    met_organisatienaam,
    stel_logregels_voor,
    vergelijk_inrichtingen,
    zet_inrichting_om,
)
from generator.opdrachten.lezen import controleer_bestanden, lees, verleden_van, woorden_en_vragen
from generator.opdrachten.lijsten import (
    leg_code_uit,
    lijst_formulieren,
    lijst_regels,
    lijst_uitgangsmodellen,
    lijst_velden,
)
from generator.opdrachten.maken import Maakopdracht, Maakuitslag, maak
from generator.opdrachten.toetsen import toets_inrichting
from generator.opdrachten.voorbeeld import VOORBEELDDATUM, VOORBEELDMODEL, maak_voorbeeld
from generator.opdrachten.vullen import Antwoordbestand, lees_antwoordbestand, regelmatige_antwoorden, vul_formulier

__all__ = [
    "VOORBEELDDATUM",
    "VOORBEELDMODEL",
    "Antwoordbestand",
    "GeenPdf",
    "Maakopdracht",
    "Maakuitslag",
    "Opdrachtfout",
    "begin_inrichting",
    "blanco_van",
    "controleer_bestanden",
    "eigen_sjabloon",
    "lees",
    "lees_antwoordbestand",
    "leg_code_uit",
    "lijst_formulieren",
    "lijst_regels",
    "lijst_uitgangsmodellen",
    "lijst_velden",
    "maak",
    "maak_voorbeeld",
    "met_eigen_begin",
    "met_organisatienaam",
    "regelmatige_antwoorden",
    "stel_logregels_voor",
    "toets_inrichting",
    "vergelijk_inrichtingen",
    "verleden_van",
    "vul_formulier",
    "woorden_en_vragen",
    "zet_inrichting_om",
]
