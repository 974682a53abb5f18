"""Annex numbers: in order of first use, fixed numbers kept, documents without one."""

from __future__ import annotations

from dataclasses import replace

from generator.handboek import bijlagenummers
from generator.handboek.boek import Boek
from generator.handboek.nummers import gebruik
from generator.model import Aanpassing, Inrichting


def test_volgorde_van_eerste_gebruik(inrichting: Inrichting) -> None:
    nummers = bijlagenummers(inrichting)
    assert list(nummers.values()) == list(range(1, len(nummers) + 1))
    gebruikt = dict.fromkeys(sleutel for _, sleutel in gebruik(inrichting) if sleutel in nummers)
    assert [sleutel for sleutel in nummers if sleutel in gebruikt] == list(gebruikt)


def test_een_vast_nummer_blijft_en_de_rest_telt_eromheen(inrichting: Inrichting) -> None:
    eerst = list(bijlagenummers(inrichting))
    vast = tuple(replace(deel, bijlage=2) if deel.sleutel == eerst[-1] else deel for deel in inrichting.instrumenten)
    nummers = bijlagenummers(replace(inrichting, instrumenten=vast))
    assert nummers[eerst[-1]] == 2
    assert list(nummers) == [eerst[0], eerst[-1], *eerst[1:-1]]
    assert sorted(nummers.values()) == list(range(1, len(eerst) + 1))


def test_geen_bijlage_en_een_formulier_dat_uit_staat(inrichting: Inrichting) -> None:
    for deel in inrichting.instrumenten:
        assert (deel.sleutel in bijlagenummers(inrichting)) == (deel.bijlage != "geen")
    zonder = replace(inrichting, formulieren={**inrichting.formulieren, "exit": Aanpassing(aan="nee")})
    sleutels = {deel.sleutel for deel in inrichting.instrumenten if deel.formulier == "exit"}
    assert sleutels
    assert not sleutels & set(bijlagenummers(zonder))


def test_een_verwijzing_noemt_het_nummer_en_een_document_niet(inrichting: Inrichting) -> None:
    boek = Boek.van(inrichting, {})
    for deel in inrichting.instrumenten:
        (stuk,) = boek.verwijzing(deel)
        nummer = boek.nummers.get(deel.sleutel)
        assert stuk.tekst.endswith(f"(bijlage {nummer})") == (nummer is not None)
        assert (stuk.stijl == "Bijlageverwijzing") == (nummer is not None)
