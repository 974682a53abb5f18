"""``lees`` and ``controleer``: returned forms, read and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from generator import content
from generator.bron import Bronfout, OngeldigeBron
from generator.opdrachten.fout import Opdrachtfout

if TYPE_CHECKING:
    from generator.batch import Grenzen, Leesfunctie
    from generator.checks.nakijken import Nawerk
    from generator.model import Bestand, Codekeuze, Formulier, Inrichting, Rapport
    from generator.versies import Verleden


def lees(
    paden: Sequence[Path], inrichting: Inrichting | None = None, verleden: Verleden | None = None
) -> list[Bestand]:
    """Read returned forms, against *inrichting* or what each file says of itself.

    A form of an earlier version is read as what it is, when *verleden* has that version.
    """
    from generator.batch import Vondst, gewone_lezer, lees_alle, met_verleden
    from generator.formulier import formulieren_van

    for pad in paden:
        if not pad.exists():
            raise Opdrachtfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
        if pad.is_dir():
            raise Opdrachtfout(f"‘{pad}’ is een map. Noem bestanden, of gebruik: achtfasen controleer.")
    gevonden = [Vondst(pad) for pad in dict.fromkeys(paden)]
    if inrichting is None:
        return lees_alle(gevonden, {}, lezer=lezer_naar_eigen_zeggen)
    formulieren = formulieren_van(inrichting)
    gelezen = lees_alle(gevonden, formulieren, lezer=met_verleden(gewone_lezer, verleden))
    vroegere_versies(gelezen, formulieren, verleden)
    return gelezen


def vroegere_versies(
    bestanden: Iterable[Bestand], formulieren: Mapping[str, Formulier], verleden: Verleden | None
) -> dict[str, Formulier]:
    """Return per file the earlier definition that it was read with.

    Raises `OngeldigeBron` with every kept version that is damaged: a reader could do no better than today's.
    """
    fouten: dict[str, Bronfout] = {}
    toen: dict[str, Formulier] = {}
    for bestand in bestanden:
        deel = bestand.invulling
        if deel is None or deel.formulier not in formulieren or verleden is None:
            continue
        try:
            oud = verleden.definitie_bij(formulieren[deel.formulier], deel.versie, deel.organisatie)
        except OngeldigeBron as fout:
            fouten.update({str(een): een for een in fout.fouten})
        else:
            toen.update({bestand.pad: oud} if oud else {})
    if fouten:
        raise OngeldigeBron(list(fouten.values()))
    return toen


def lezer_naar_eigen_zeggen(_: Mapping[str, Formulier]) -> Leesfunctie:
    """Return a reader that takes for each file the starting model that the file itself names."""
    from generator.formats import Geweigerd, Lezer, geweigerd, herken
    from generator.formulier import formulieren_van
    from generator.organisatie import lees_organisatie

    lezers: dict[str, Lezer] = {}

    def lees_een(pad: Path) -> Bestand:
        try:
            model = herken(pad).identiteit.uitgangsmodel
        except Geweigerd as fout:
            return geweigerd(pad, "", fout)
        if model not in content.uitgangsmodellen():
            return geweigerd(pad, "", Geweigerd("L46"))
        if model not in lezers:
            lezers[model] = Lezer(formulieren_van(lees_organisatie(model)))
        return lezers[model].lees(pad)

    return lees_een


# --------------------------------------------------------------------------
# controleer


def controleer_bestanden(
    paden: Sequence[Path],
    inrichting: str,
    peildatum: date,
    *,
    grenzen: Grenzen | None = None,
    negeer: Sequence[Path] = (),
    voortgang: Callable[[int, int], None] | None = None,
    keuze: Codekeuze | None = None,
    geaccepteerd: Path | None = None,
) -> Rapport:
    """Check files and folders against an inrichting (a path or the name of a starting model).

    *keuze* says which findings to show; *geaccepteerd* is the list of accepted ones, when it isn't
    ``geaccepteerd.yaml`` beside the inrichting.
    """
    from generator.batch import LezersStartenNiet, controleer_paden
    from generator.organisatie import lees_organisatie

    gegevens = lees_organisatie(inrichting)
    nawerk = _nawerk(inrichting, gegevens, keuze, geaccepteerd)
    for pad in paden:
        if not pad.exists() and not pad.is_symlink():
            raise Opdrachtfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
    try:
        rapport = controleer_paden(paden, gegevens, peildatum, naam=inrichting, grenzen=grenzen,
                                   negeer=[*negeer, *nawerk.bestanden], voortgang=voortgang,
                                   verleden=verleden_van(inrichting))  # fmt: skip
    except LezersStartenNiet as fout:
        raise Opdrachtfout(str(fout)) from fout
    return nawerk.op(rapport, paden, peildatum)


def _nawerk(naam: str, inrichting: Inrichting, keuze: Codekeuze | None, geaccepteerd: Path | None) -> Nawerk:
    """Read what happens with the report before any form is read: a mistake in it must not cost an hour."""
    from generator.checks.aanvaard import BESTANDSNAAM, lees_acceptaties
    from generator.checks.filters import Codefilter, VerkeerdeCode
    from generator.checks.nakijken import Nawerk
    from generator.formulier import formulieren_van
    from generator.inrichting import zoek_inrichting

    try:
        filter_ = Codefilter.van(keuze.alleen, keuze.negeer) if keuze else Codefilter()
    except VerkeerdeCode as fout:
        raise Opdrachtfout(str(fout)) from fout
    vast = zoek_inrichting(naam).parent / BESTANDSNAAM
    pad = geaccepteerd or (vast if vast.is_file() else None)
    return Nawerk(filter_, lees_acceptaties(pad, formulieren_van(inrichting)) if pad else None)


def woorden_en_vragen(inrichting: str) -> tuple[Inrichting, Mapping[str, Formulier]]:
    """Return an organisation with its texts filled in, and its tailored forms: what a report shows."""
    from generator.formulier import formulieren_van
    from generator.inrichting import ingevuld
    from generator.organisatie import lees_organisatie

    gelezen = lees_organisatie(inrichting)
    return ingevuld(gelezen), formulieren_van(gelezen)


def verleden_van(inrichting: str) -> Verleden:
    """Return what an organisation had before: what is kept beside its inrichting."""
    from generator.inrichting import zoek_inrichting
    from generator.versies import Verleden, versiemap

    return Verleden(versiemap(zoek_inrichting(inrichting).parent))
