"""What a rule about the inrichting sees: the inrichting itself, as typed and filled in, and what goes with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from generator.bron import Bron, Pad
from generator.checks.regel import Bestandsplek, Bronplek
from generator.formulier import definities_van, formulieren_van, op_maat
from generator.inrichting import alle_teksten, ingevuld
from generator.model import Fase, Formulier, Inrichting, Invulling
from generator.taal import VERWIJZING

# Keys whose text nobody reads as language: keys, sources, choices, and words kept to recognise other words.
_GEEN_TEKST = frozenset(
    "sleutel bron uitkomst vervolg basisgebied parameter formulier soort versie datum alleen_als verplicht opties_uit "
    "rijen_uit begrip aan bijlage lidwoord oordeel geregeld gestart evaluatie_gepland evaluatie_gehouden".split()
)
_VERWIJST = frozenset("wie waarmee uitzondering_door herzien_door voorstel velden_uit instrumenten".split())
_OVERSLAAN = frozenset(("synoniemen", "log", "redenen"))
_BEGIN = frozenset(("schema", "uitgangsmodel", "termen", "parameters", "organisatie"))
_PASSAGE = re.compile(r"^\s*:::\s*tekst\s+(\w+)\s*$", re.MULTILINE)


@dataclass(frozen=True)
class InrichtingBlik:
    """One inrichting; ``rauw`` still holds its ``{…}``, ``inrichting`` doesn't.

    ``hoofdstukken`` are the chapters of the organisation's own: file and text.  ``invullingen`` are
    forms of the organisation itself that were filled in.  ``model`` is the starting model it came from.
    """

    rauw: Inrichting
    inrichting: Inrichting
    formulieren: Mapping[str, Formulier]
    peildatum: date
    bron: Bron | None = None
    hoofdstukken: tuple[tuple[str, str], ...] = ()
    invullingen: tuple[Invulling, ...] = ()
    vorige: Inrichting | None = None
    model: Inrichting | None = field(default=None, repr=False)

    @classmethod
    def op(
        cls,
        rauw: Inrichting,
        peildatum: date,
        *,
        bron: Bron | None = None,
        hoofdstukken: tuple[tuple[str, str], ...] = (),
        invullingen: tuple[Invulling, ...] = (),
        vorige: Inrichting | None = None,
        model: Inrichting | None = None,
    ) -> InrichtingBlik:
        """Return the view of *rauw*; texts and forms are filled in here."""
        return cls(rauw, ingevuld(rauw), _formulieren(rauw), peildatum, bron, hoofdstukken, invullingen, vorige,
                   model)  # fmt: skip

    @property
    def ongewijzigd(self) -> bool:
        """True when nothing but the organisation itself differs from the starting model: nobody works by it yet."""
        return self.model is not None and replace(self.rauw, organisatie=self.model.organisatie) == self.model

    def fase(self, fase: Fase | str) -> str:
        """Return ``fase 3 (Opnamefase)``."""
        sleutel = fase if isinstance(fase, str) else fase.sleutel
        nr = 1 + [deel.sleutel for deel in self.inrichting.fasen].index(sleutel)  # type: ignore[arg-type]
        return f"fase {nr} ({self.inrichting.fasen[nr - 1].naam})"

    @cached_property
    def namen(self) -> frozenset[str]:
        """Every name and term in use, in small letters: words that mean what they say here."""
        termen = (woord for term in self.inrichting.termen.values() for woord in (term.enkelvoud, term.meervoud))
        rollen = (self.inrichting.rolnaam(rol.sleutel) for rol in self.inrichting.rollen)
        return frozenset(naam.casefold() for naam in (*termen, *rollen))

    def eigen_teksten(self) -> Iterator[tuple[Bronplek | Bestandsplek, str]]:
        """Yield every text of the organisation's own, with its place: the inrichting first, then its chapters."""
        for pad, tekst in alle_teksten(self.rauw, ()):
            if _is_tekst(pad):
                yield Bronplek(pad), tekst
        for bestand, inhoud in self.hoofdstukken:
            for nr, regel in enumerate(inhoud.splitlines(), 1):
                if regel.strip() and not regel.lstrip().startswith(":::"):
                    yield Bestandsplek(bestand, "markdown", f"regel {nr}"), regel

    def hoofdstuk(self, nummer: str) -> tuple[str, str] | None:
        """Return the organisation's own chapter whose file name starts with *nummer*, or None."""
        return next((deel for deel in self.hoofdstukken if _bestandsnaam(deel[0]).startswith(nummer)), None)

    def in_hoofdstukken(self) -> str:
        """Return what the own chapters say, the passages that they call in included."""
        teksten = self.inrichting.handleiding.teksten
        delen = [_PASSAGE.sub(lambda t: teksten.get(t[1], ""), inhoud) for _, inhoud in self.hoofdstukken]
        return "\n".join(delen)


def _formulieren(rauw: Inrichting) -> dict[str, Formulier]:
    """Return the forms in use, and those of the organisation itself: these may be filled in without being in use."""
    erbij = {s: d for s, d in definities_van(rauw).items() if d.soort == "organisatie"}
    return {sleutel: op_maat(definitie, rauw) for sleutel, definitie in erbij.items()} | formulieren_van(rauw)


def _bestandsnaam(pad: str) -> str:
    return pad.replace("\\", "/").rpartition("/")[2]


def _is_tekst(pad: Pad) -> bool:
    if not pad or pad[0] in _BEGIN or not _OVERSLAAN.isdisjoint(pad):
        return False
    laatste = pad[-1]
    if isinstance(laatste, int):
        return pad[-2] not in _VERWIJST
    return laatste not in _GEEN_TEKST


def genoemd(tekst: str, groep: str) -> set[str]:
    """Return the keys that a text refers to: ``{formulier.exit}`` names exit of group formulier."""
    namen = (naam[0].lower() + naam[1:] for naam in VERWIJZING.findall(tekst))
    return {naam.removeprefix(f"{groep}.") for naam in namen if naam.startswith(f"{groep}.")}


def woord_in(woorden: Collection[str], tekst: str) -> bool:
    """True when one of *woorden* stands in *tekst* as a word or as the beginning of one; case doesn't count."""
    klein = tekst.casefold()
    return any(re.search(rf"\b{re.escape(woord.casefold())}", klein) for woord in woorden if woord)
