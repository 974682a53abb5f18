"""What the screen says of many findings at once: one sentence for one cause, and which codes come most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from generator.formats.meldingen import LEESMELDINGEN
from generator.model import Bevinding, Ernst, Vindplaats

_SAMEN_VANAF = 6
_GENOEMD = 5
_VAAKST = 5
# Code and wording → one sentence for all files; ``{van}`` is what the form says of itself.
_SAMEN: Mapping[tuple[str, str], str] = {
    ("R71", "ander"): "{aantal} formulieren zijn van een andere organisatie ({van}): {namen}. Die kijk ik verder niet "
    "na. Kijk of ze in de goede map staan, of kies de goede inrichting.",
    ("R71", "andere_naam"): "Op {aantal} formulieren staat een andere organisatie ({van}): {namen}. Kijk of ze in de "
    "goede map staan. Heet je organisatie nu anders, dan is het goed zo.",
    ("R72", "geweigerd"): "{aantal} bestanden zijn niet gelezen ({redenen}): {namen}. "
    "Met --alles zie je bij elk wat je kunt doen.",
    ("R72", "formulier"): "{aantal} formulieren gebruikt deze organisatie niet: {namen}. "
    "Kijk of ze in de goede map staan.",
    ("R72", "leeg"): "{aantal} formulieren zijn nog helemaal leeg: {namen}. Vul ze in, of haal ze uit de map.",
    ("R72", "dossier"): "Bij {aantal} bestanden ontbreekt het dossiernummer: {namen}. "
    "Vul het boven aan het formulier in. Tot dan tellen ze bij geen dossier mee.",
    ("A05", "dossier"): "{aantal} acceptaties gaan over een dossier dat niet is nagekeken: {dossiers}. "
    "Kijk je een deel na, dan is dat goed zo.",
    ("A04", "niets"): "{aantal} acceptaties zijn niet meer nodig, bij dossier {dossiers}. Haal ze uit de lijst.",
    ("A03", "weer"): "{aantal} acceptaties zijn verlopen en tellen weer mee, bij dossier {dossiers}. "
    "Los het op, of spreek een nieuwe datum af.",
    ("A03", "weg"): "{aantal} acceptaties zijn verlopen, bij dossier {dossiers}. Haal ze uit de lijst.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Samengevat:
    """Findings with one cause, and the sentence for all of them."""

    code: str
    ernst: Ernst
    zin: str
    aantal: int


def vat_samen(bevindingen: Sequence[Bevinding]) -> tuple[list[Samengevat], list[Bevinding]]:
    """Return sentences for what occurs very often with one cause, and the other findings."""
    groepen: dict[tuple[str, str], list[Bevinding]] = {}
    for deel in bevindingen:
        if (sleutel := _sleutel(deel)) in _SAMEN:
            groepen.setdefault(sleutel, []).append(deel)
    samen = {sleutel: groep for sleutel, groep in groepen.items() if len(groep) >= _SAMEN_VANAF}
    zinnen = [Samengevat(code, groep[0].ernst, _zin(_SAMEN[code, variant], groep), len(groep))
              for (code, variant), groep in samen.items()]  # fmt: skip
    zinnen.sort(key=lambda deel: (-deel.ernst.gewicht, -deel.aantal, deel.code))
    return zinnen, [deel for deel in bevindingen if _sleutel(deel) not in samen]


def _sleutel(deel: Bevinding) -> tuple[str, str]:
    return deel.code, str(deel.context.get("variant", ""))


def _zin(tekst: str, groep: Sequence[Bevinding]) -> str:
    paden = [PurePath(deel.vindplaatsen[0].bestand) for deel in groep if deel.vindplaatsen]
    # In more than one folder a name says too little: every dossier has its 02_intake.docx.
    delen = -1 if len({pad.parent for pad in paden}) == 1 else -2
    return tekst.format(
        aantal=len(groep),
        namen=_enkele([str(PurePath(*pad.parts[delen:])) for pad in paden]),
        redenen=_redenen(groep),
        dossiers=_enkele([deel.dossier for deel in groep]),
        van=_enkele([str(deel.context.get("van", "")) for deel in groep]),
    )


def _enkele(namen: Sequence[str]) -> str:
    uniek = list(dict.fromkeys(filter(None, namen)))
    rest = len(uniek) - _GENOEMD
    return ", ".join(uniek[:_GENOEMD]) + (f" en nog {rest}" if rest > 0 else "")


def _redenen(groep: Sequence[Bevinding]) -> str:
    """Return why files were refused: ``formulier niet in gebruik``, or ``4 keer geen formulier, 2 keer …``."""
    soorten = Counter(str(deel.context.get("leescode", "")) for deel in groep)
    titels = {code: leesregel.titel[:1].lower() + leesregel.titel[1:] for code, leesregel in LEESMELDINGEN.items()}
    bekend = [(titels[code], aantal) for code, aantal in soorten.most_common() if code in titels]
    if len(bekend) == 1:
        return bekend[0][0]
    return ", ".join(f"{aantal} keer {titel}" for titel, aantal in bekend) or "reden onbekend"


def op_gewicht(bevindingen: Sequence[Bevinding]) -> Iterator[tuple[str, list[Bevinding]]]:
    """Yield the findings by dossier, worst first: most fouten, then most waarschuwingen."""
    groepen: dict[str, list[Bevinding]] = {}
    for deel in bevindingen:
        groepen.setdefault(deel.dossier, []).append(deel)
    yield from sorted(groepen.items(), key=lambda paar: [-getal for getal in tellingen(paar[1]).values()])


def tellingen(bevindingen: Sequence[Bevinding]) -> dict[Ernst, int]:
    """Return how many findings there are of each weight, heaviest first."""
    geteld = Counter(deel.ernst for deel in bevindingen)
    return {ernst: geteld[ernst] for ernst in Ernst}


def per_plek(bevindingen: Sequence[Bevinding]) -> Iterator[tuple[tuple[str, str], list[Bevinding]]]:
    """Yield the findings of one dossier by form and file, worst first within each."""
    groepen: dict[tuple[str, str], list[Bevinding]] = {}
    for deel in bevindingen:
        eerste = deel.vindplaatsen[0] if deel.vindplaatsen else Vindplaats("")
        groepen.setdefault((str(deel.context.get("formulier", "")), eerste.bestand), []).append(deel)
    for plek, groep in groepen.items():
        yield plek, sorted(groep, key=lambda deel: -deel.ernst.gewicht)


def vaakst(bevindingen: Sequence[Bevinding]) -> str:
    """Return which codes come most: ``R30 Plan op tijd (412)``."""
    geteld = Counter((deel.code, deel.titel) for deel in bevindingen)
    rij = sorted(geteld.items(), key=lambda paar: (-paar[1], paar[0]))[:_VAAKST]
    return ", ".join(f"{code} {titel} ({aantal})" for (code, titel), aantal in rij)
