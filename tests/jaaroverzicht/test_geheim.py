"""Small numbers stay hidden, also for who can subtract."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.jaaroverzicht.geheim import GRENS, Getal, Telboek, bescherm


def verdeling(*aantallen: int, mensen: tuple[int, ...] = ()) -> dict[str, Getal]:
    """Protect one row of parts with their total, called ``a``, ``b`` … and ``samen``."""
    boek = Telboek()
    namen = [boek.zet(chr(97 + nr), aantal, (mensen or aantallen)[nr]) for nr, aantal in enumerate(aantallen)]
    boek.som(namen, boek.zet("samen", sum(aantallen)))
    return bescherm(boek.tellingen, boek.sommen)


def toon(getallen: dict[str, Getal]) -> list[str]:
    return [getal.toon for getal in getallen.values()]


def test_grote_getallen_en_nullen_staan_er_gewoon() -> None:
    assert toon(verdeling(5, 0, 17)) == ["5", "0", "17", "22"]


def test_een_klein_getal_neemt_het_op_een_na_kleinste_mee() -> None:
    assert toon(verdeling(3, 20, 9)) == ["< 5", "20", "5 of meer", "32"]


def test_twee_kleine_getallen_zijn_genoeg() -> None:
    assert toon(verdeling(2, 3, 20)) == ["< 5", "< 5", "20", "25"]


def test_twee_kleine_getallen_die_uit_te_rekenen_zijn_niet() -> None:
    """Together eight can only be four and four; together two only one and one."""
    assert toon(verdeling(4, 4, 20)) == ["< 5", "< 5", "5 of meer", "28"]
    assert toon(verdeling(1, 1, 20)) == ["< 5", "< 5", "5 of meer", "22"]


def test_waar_ook_klein_te_veel_zegt() -> None:
    """Four times at least one, and together less than five: that is four times one."""
    assert toon(verdeling(1, 1, 1, 1)) == ["< 5"] * 4 + ["niet getoond"]


def test_zonder_ander_getal_gaat_het_totaal_weg() -> None:
    assert toon(verdeling(4, 4)) == ["< 5", "< 5", "5 of meer"]
    assert toon(verdeling(3, 0)) == ["< 5", "0", "< 5"]


def test_wie_weet_hoe_het_werkt_rekent_het_ook_niet_uit() -> None:
    """Of 1 + 5 the hidden six could only be one and five, as the other is five or more: so more is hidden."""
    assert toon(verdeling(1, 5, 30)) == ["< 5", "5 of meer", "5 of meer", "36"]


def test_een_groot_getal_over_weinig_mensen_is_klein() -> None:
    assert toon(verdeling(12, 40, 50, mensen=(3, 40, 50))) == ["5 of meer", "5 of meer", "50", "102"]


def test_wat_overblijft_telt_ook() -> None:
    """Of 43 who came 41 left: then the two that stayed are known."""
    boek = Telboek()
    boek.deel_van(boek.zet("weg", 41), boek.zet("gekomen", 43))
    assert toon(bescherm(boek.tellingen, boek.sommen)) == ["5 of meer", "43"]


def test_een_getal_is_overal_weg_waar_het_staat() -> None:
    boek = Telboek()
    for naam, aantal in (("a", 2), ("b", 8), ("c", 30), ("ab", 10), ("alles", 40)):
        boek.zet(naam, aantal)
    boek.som(["a", "b"], "ab")
    boek.som(["ab", "c"], "alles")
    getallen = bescherm(boek.tellingen, boek.sommen)
    assert getallen["a"].toon == "< 5"
    assert getallen["alles"].waarde == 40
    assert getallen["ab"].waarde is None or getallen["b"].waarde is None


def test_een_som_die_niet_klopt_is_een_fout() -> None:
    boek = Telboek()
    boek.zet("a", 3)
    boek.zet("b", 4)
    with pytest.raises(ValueError):
        boek.som(["a"], "b")


def test_wat_gewoonlijk_hetzelfde_is_verraadt_elkaar_niet() -> None:
    """Of ten who left with seven exit forms nothing follows; with ten exit forms their number is known again."""
    for exits, zichtbaar in ((6, True), (7, False)):
        boek = Telboek()
        boek.som([boek.zet("graag", 6), boek.zet("weg", 1)], boek.zet("vertrokken", 7))
        boek.verwant([boek.zet("exit", exits)], "vertrokken")
        boek.verwant(["onbekend"], "vertrokken")
        getallen = bescherm(boek.tellingen, boek.sommen)
        assert getallen["weg"].toon == "< 5"
        assert (getallen["exit"].waarde is not None) >= zichtbaar
        verborgen = [naam for naam in ("graag", "vertrokken") if getallen[naam].waarde is None]
        assert verborgen
        if exits == 7 and "graag" not in verborgen:
            assert getallen["exit"].waarde is None


DELEN = st.lists(st.integers(0, 9), min_size=1, max_size=4)


def _waarden(getal: Getal, hoogste: int) -> range:
    if getal.waarde is not None:
        return range(getal.waarde, getal.waarde + 1)
    if getal.toon == "niet getoond":
        return range(1, hoogste + 1)
    return range(1, GRENS) if getal.klein else range(GRENS, hoogste + 1)


def mogelijk(getoond: list[Getal], hoogste: int) -> set[tuple[int, ...]]:
    """Return every way to fill in a row of parts with their total, for who sees only what is shown."""
    kan = [_waarden(getal, hoogste) for getal in getoond]
    return {rij for rij in product(*kan[:-1]) if sum(rij) in kan[-1]}


@pytest.mark.parametrize("delen", [1, 2, 3, 4])
def test_elk_verborgen_getal_kan_meer_dan_een_waarde_hebben(delen: int) -> None:
    """Every row of up to four numbers from nought to nine: 1000 of them."""
    for rij in combinations_with_replacement(range(10), delen):
        getoond = list(verdeling(*rij).values())
        kan = mogelijk(getoond, 45 if delen < 4 else 20)
        assert rij in kan
        for nr, (getal, aantal) in enumerate(zip(getoond, [*rij, sum(rij)], strict=True)):
            assert not 1 <= (getal.waarde or 0) < GRENS
            assert getal.waarde in (None, aantal)
            if getal.waarde is None:
                waarden = {(*ander, sum(ander))[nr] for ander in kan}
                assert len(waarden) > 1, (rij, [deel.toon for deel in getoond])


@given(DELEN, DELEN)
def test_ook_over_twee_tabellen_heen(delen: list[int], anderen: list[int]) -> None:
    """The total of the first is one of the parts of the second."""
    boek = Telboek()
    eerste = [boek.zet(f"a{nr}", aantal) for nr, aantal in enumerate(delen)]
    boek.som(eerste, boek.zet("tussen", sum(delen)))
    tweede = [boek.zet(f"b{nr}", aantal) for nr, aantal in enumerate(anderen)]
    boek.som(["tussen", *tweede], boek.zet("alles", sum(delen) + sum(anderen)))
    getallen = bescherm(boek.tellingen, boek.sommen)
    binnen = mogelijk([getallen[naam] for naam in (*eerste, "tussen")], 80)
    buiten = mogelijk([getallen[naam] for naam in ("tussen", *tweede, "alles")], 80)
    sommen = {sum(rij) for rij in binnen} & {rij[0] for rij in buiten}
    for nr, naam in enumerate(eerste):
        if getallen[naam].waarde is None:
            assert len({rij[nr] for rij in binnen if sum(rij) in sommen}) > 1
    for nr, naam in enumerate(("tussen", *tweede)):
        if getallen[naam].waarde is None:
            assert len({rij[nr] for rij in buiten if rij[0] in sommen}) > 1


def test_hoe_een_getal_staat() -> None:
    assert [Getal(0).toon, Getal(5).toon, Getal(None, True).toon, Getal(None).toon] == ["0", "5", "< 5", "5 of meer"]
