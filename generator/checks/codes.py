"""Every code that a finding may have, and what somebody may have meant by one that isn't there.

R-codes are rules, L-codes what a reader noticed in a file, A-codes are about the run itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from generator.bron import bedoelde
from generator.checks.registry import PER_CODE
from generator.formats.meldingen import LEESMELDINGEN
from generator.model import Ernst


@dataclass(frozen=True, slots=True, kw_only=True)
class Runmelding:
    """A message about the run itself: title, weight, when it comes, and its wordings."""

    titel: str
    ernst: Ernst
    uitleg: str
    teksten: Mapping[str, str]


_F, _W, _A = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.AANDACHTSPUNT

RUNMELDINGEN: Mapping[str, Runmelding] = {
    "A01": Runmelding(
        titel="Peildatum ligt vóór de formulieren",
        ernst=_F,
        uitleg="Van bijna alle formulieren (minstens 8 van de 10) ligt de datum na de peildatum. Dan klopt de "
        "peildatum niet, of de datums op de formulieren. Dat er bij elk formulier een datum in de toekomst staat "
        "(R04), wordt dan niet ook nog eens gezegd.",
        teksten={
            "vroeg": "De peildatum {peildatum} ligt vóór bijna alle formulieren ({aantal} van de {totaal}; het laatste "
            "is van {laatste}). Kies met --peildatum de dag waarop je kijkt. Klopt de peildatum, kijk dan de datums op "
            "de formulieren na.",
        },
    ),
    "A02": Runmelding(
        titel="Geen formulier gelezen",
        ernst=_W,
        uitleg="In wat je opgaf zit geen enkel formulier dat te lezen is.",
        teksten={
            "leeg": "Er staan geen bestanden in wat je opgaf ({paden}). Kijk of dit de goede map is.",
            "anders": "Er staat geen enkel formulier in wat je opgaf ({paden}), wel {aantal}. "
            "Kijk of dit de goede map is.",
        },
    ),
    "A03": Runmelding(
        titel="Acceptatie is verlopen",
        ernst=_A,
        uitleg="De einddatum van een regel in de lijst van geaccepteerde bevindingen is voorbij. De regel telt niet "
        "meer.",
        teksten={
            "weer": "Wat je accepteerde bij dossier {dossier} ({code}) liep tot en met {tot}, en telt nu weer mee. "
            "Los het op, of spreek een nieuwe datum af.",
            "weg": "Wat je accepteerde bij dossier {dossier} ({code}) liep tot en met {tot}. "
            "Haal deze regel uit de lijst.",
        },
    ),
    "A04": Runmelding(
        titel="Acceptatie is niet meer nodig",
        ernst=_A,
        uitleg="Een regel in de lijst van geaccepteerde bevindingen hoort bij geen enkele bevinding meer.",
        teksten={
            "niets": "Bij dossier {dossier} is {code}{waar} er niet meer. Haal deze regel uit de lijst.",
        },
    ),
    "A05": Runmelding(
        titel="Acceptatie noemt iets onbekends",
        ernst=_A,
        uitleg="Een regel in de lijst van geaccepteerde bevindingen noemt een code die niet bestaat of hier niet "
        "voorkomt, of een dossier dat niet bij de nagekeken bestanden zit.",
        teksten={
            "code": "De code ‘{code}’ bestaat niet.{tip} Verbeter de code, of haal deze regel weg.",
            "code_anders": "De code ‘{code}’ hoort niet bij een dossier, dus accepteren kan hier niet. "
            "Haal deze regel weg.",
            "dossier": "Dossier ‘{dossier}’ zit niet bij de bestanden die zijn nagekeken. Kijk je een deel na, dan is "
            "dat goed zo. Anders: verbeter het nummer, of haal deze regel weg.",
        },
    ),
}  # fmt: skip

CODES: tuple[str, ...] = (*sorted(RUNMELDINGEN), *sorted(LEESMELDINGEN), *sorted(PER_CODE))
# Findings that say something about a dossier or a form in it: what an organisation may accept.
BIJ_DOSSIER = frozenset(
    [code for code, regel in PER_CODE.items() if regel.niveau != "inrichting"]
    + [code for code, soort in LEESMELDINGEN.items() if not soort.weigert]
)
_KORT = re.compile(r"([A-Z])(\d)")


def titels() -> Mapping[str, str]:
    """Return code → title of all that may be found."""
    return MappingProxyType(
        {code: soort.titel for code, soort in RUNMELDINGEN.items()}
        | {code: soort.titel for code, soort in LEESMELDINGEN.items()}
        | {code: regel.titel for code, regel in PER_CODE.items()}
    )


def regelcode(tekst: object) -> str:
    """Return a code as it is written: capital, no spaces."""
    return "".join(str(tekst).split()).upper()


def tip_bij(tekst: object) -> str:
    """Return “ Bedoelde je ‘R03’?” for what is no code, or nothing."""
    code = regelcode(tekst)
    kort = _KORT.fullmatch(code)
    met_nul = f"{kort[1]}0{kort[2]}" if kort else code
    if met_nul in CODES:
        return f" Bedoelde je ‘{met_nul}’?"
    op_titel = {titel.casefold(): code for code, titel in titels().items()}
    gevonden = bedoelde(str(tekst).strip().casefold(), op_titel)
    if gevonden:
        titel = gevonden.partition("‘")[2].partition("’")[0]
        return f" Bedoelde je ‘{op_titel[titel]}’?" if titel in op_titel else ""
    return bedoelde(code, CODES)
