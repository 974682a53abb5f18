"""Which instruments are annexes of the handleiding, and with which number (domein.md T13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import Inrichting, Instrument


def bijlagenummers(inrichting: Inrichting) -> Mapping[str, int]:
    """Return instrument key → annex number, in order of number.

    Annexes are numbered in order of first use (domein.md T13); a number that the
    organisation fixed stays, and the others count round it.
    """
    bijlagen = [deel for deel in op_volgorde_van_gebruik(inrichting) if is_bijlage(deel, inrichting)]
    vast = {deel.sleutel: deel.bijlage for deel in bijlagen if isinstance(deel.bijlage, int)}
    vrij = (nr for nr in range(1, len(inrichting.instrumenten) + len(vast) + 1) if nr not in vast.values())
    nummers = {deel.sleutel: vast.get(deel.sleutel) or next(vrij) for deel in bijlagen}
    return dict(sorted(nummers.items(), key=lambda paar: paar[1]))


def is_bijlage(instrument: Instrument, inrichting: Inrichting) -> bool:
    """True when an instrument stands behind the handleiding; a form that is switched off does not."""
    return instrument.bijlage != "geen" and in_gebruik(inrichting, instrument)


def in_gebruik(inrichting: Inrichting, instrument: Instrument) -> bool:
    """True unless it is a form that the organisation switched off."""
    if instrument.soort != "formulier" or instrument.formulier is None:
        return True
    aanpassing = inrichting.formulieren.get(instrument.formulier)
    return aanpassing is not None and aanpassing.aan == "ja"


def op_volgorde_van_gebruik(inrichting: Inrichting) -> list[Instrument]:
    """Return all instruments in order of first use; what no fase uses comes last."""
    gebruikt = dict.fromkeys(sleutel for _, sleutel in gebruik(inrichting))
    volgorde = [*gebruikt, *(deel.sleutel for deel in inrichting.instrumenten if deel.sleutel not in gebruikt)]
    gevonden = (inrichting.instrument(sleutel) for sleutel in volgorde)
    return [deel for deel in gevonden if deel is not None]


def gebruik(inrichting: Inrichting) -> Iterator[tuple[str, str]]:
    """Yield (fase, instrument) for every mention, in the order a reader meets them."""
    for fase in inrichting.fasen:
        for sleutel in fase.instrumenten:
            yield fase.sleutel, sleutel
        for taak in fase.taken:
            for sleutel in taak.waarmee:
                yield fase.sleutel, sleutel
