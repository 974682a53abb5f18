"""What typed text means, per kind of field; a doubtful value is never guessed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.formulier import JA_NEE
from generator.model import Onleesbaar, Optie
from generator.veldsoorten import DELEN_HANDTEKENING, VELDSOORTEN, Omgeving, is_leeg, schone_tekst, vergelijkbaar
from generator.veldsoorten.datum import BESTAAT_NIET, KORT_JAAR, ONBEKEND, VREEMD_JAAR
from generator.veldsoorten.getal import DUBBELZINNIG
from generator.veldsoorten.getal import ONBEKEND as GEEN_GETAL
from generator.veldsoorten.keuze import NIET_IN_LIJST

DATUM, GETAL, KEUZE, JANEE = (VELDSOORTEN[naam] for naam in ("datum", "getal", "keuze", "ja_nee"))
MEER, GEDRUKT, TEKST = (VELDSOORTEN[naam] for naam in ("meerkeuze", "voorgedrukt", "kort"))
NIETS = Omgeving()
KEUZES = Omgeving(
    (
        Optie(sleutel="wonen", label="Huisvesting", synoniemen=("wonen en huishouden", "huis")),
        Optie(sleutel="financien", label="Financiën", synoniemen=("geld", "schulden")),
        Optie(sleutel="sociaal", label="Vrienden, familie en buren"),
        Optie(sleutel="werk", label="Werk / dagbesteding"),
    )
)
MAART = date(2026, 3, 6)


# -- dates


@pytest.mark.parametrize(
    "tekst",
    [
        "6-3-2026",
        "06-03-2026",
        "6/3/2026",
        "06/03/2026",
        "6.3.2026",
        "6 3 2026",
        "6 - 3 - 2026",
        "2026-03-06",
        "2026-3-6",
        "2026-03-06T00:00:00Z",
        "2026-03-06 00:00:00",
        "2026-03-06T00:00",
        "6 maart 2026",
        "6 mrt 2026",
        "6 mrt. 2026",
        "6. maart 2026",
        "6-maart-2026",
        "6-mrt-2026",
        "06 MAART 2026",
        "vrijdag 6 maart 2026",
        "vr 6 maart 2026",
        "vr. 6-3-2026",
        "Vrijdag 6-3-2026",
        " 6-3-2026. ",
        "6-3-2026,",
        "6\u00a0maart\u00a02026",
        "6\tmaart 2026",
        "\u200b6-3-2026\ufeff",
    ],
)
def test_datum_in_elke_schrijfwijze(tekst: str) -> None:
    assert DATUM.parse(tekst, NIETS) == MAART


@pytest.mark.parametrize(
    ("maand", "woorden"),
    list(
        enumerate(
            "januari/jan februari/feb/febr maart/mrt april/apr mei juni/jun juli/jul augustus/aug september/sep/sept "
            "oktober/okt november/nov december/dec".split(),
            1,
        )
    ),
)
def test_elke_maandnaam(maand: int, woorden: str) -> None:
    for woord in woorden.split("/"):
        assert DATUM.parse(f"2 {woord} 2026", NIETS) == date(2026, maand, 2)
        assert DATUM.parse(f"2 {woord.upper()}. 2026", NIETS) == date(2026, maand, 2)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("31-02-2026", BESTAAT_NIET),
        ("29-02-2026", BESTAAT_NIET),
        ("31 april 2026", BESTAAT_NIET),
        ("3-13-2026", BESTAAT_NIET),
        ("0-3-2026", BESTAAT_NIET),
        ("2026-02-30", BESTAAT_NIET),
        ("6-3-26", KORT_JAAR),
        ("6 maart '26", ONBEKEND),
        ("6 maart 26", KORT_JAAR),
        ("6-3-0026", VREEMD_JAAR),
        ("6-3-1899", VREEMD_JAAR),
        ("6-3-2101", VREEMD_JAAR),
        ("0000-03-06", BESTAAT_NIET),
        ("maart 2026", ONBEKEND),
        ("2026", ONBEKEND),
        ("6-3", ONBEKEND),
        ("6 maart", ONBEKEND),
        ("begin maart 2026", ONBEKEND),
        ("6 of 7 maart 2026", ONBEKEND),
        ("6-3-2026 of later", ONBEKEND),
        ("6-3-2026 / 7-3-2026", ONBEKEND),
        ("6 march 2026", ONBEKEND),
        ("6 ma 2026", ONBEKEND),
        ("46087", ONBEKEND),
        ("06032026", ONBEKEND),
        ("2026-03-06T13:45:00Z", ONBEKEND),
        ("volgt", ONBEKEND),
        ("n.v.t.", ONBEKEND),
    ],
)
def test_twijfelachtige_datum_wordt_niet_geraden(tekst: str, reden: str) -> None:
    assert DATUM.parse(tekst, NIETS) == Onleesbaar(tekst, reden)


def test_schrikkeldag() -> None:
    assert DATUM.parse("29-2-2028", NIETS) == date(2028, 2, 29)
    assert DATUM.parse("29-2-2100", NIETS) == Onleesbaar("29-2-2100", BESTAAT_NIET)


@pytest.mark.parametrize("waarde", [MAART, datetime(2026, 3, 6, 13, 45), "2026-03-06", "6 maart 2026"])
def test_datum_uit_een_antwoordbestand(waarde: Any) -> None:
    uit = DATUM.normaliseer(waarde, NIETS)
    assert uit == MAART
    assert type(uit) is date


def test_getal_is_geen_datum() -> None:
    assert DATUM.normaliseer(2026, NIETS) == Onleesbaar("2026", ONBEKEND)


@given(dag=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_datum_toon_en_parse(dag: date) -> None:
    assert DATUM.parse(DATUM.toon(dag, NIETS), NIETS) == dag
    assert DATUM.toon(dag, NIETS) == f"{dag.day:02d}-{dag.month:02d}-{dag.year}"


# -- numbers


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("3", 3),
        (" 3 ", 3),
        ("03", 3),
        ("2,5", 2.5),
        ("2.5", 2.5),
        ("-1", -1),
        ("+4", 4),
        ("0", 0),
        ("3,0", 3),
        ("1000", 1000),
        ("1,000", 1),
        ("0,125", 0.125),
        ("999999999999", 999_999_999_999),
    ],
)
def test_getal(tekst: str, waarde: float) -> None:
    uit = GETAL.parse(tekst, NIETS)
    assert uit == waarde
    assert type(uit) is type(waarde)


@pytest.mark.parametrize(
    ("tekst", "reden"),
    [
        ("1.000", DUBBELZINNIG),
        ("12.500", DUBBELZINNIG),
        ("-1.000", DUBBELZINNIG),
        ("0.125", DUBBELZINNIG),
        ("1.000,50", GEEN_GETAL),
        ("drie", GEEN_GETAL),
        ("3 uur", GEEN_GETAL),
        ("3-4", GEEN_GETAL),
        ("1e3", GEEN_GETAL),
        ("nan", GEEN_GETAL),
        ("inf", GEEN_GETAL),
        ("1 000", GEEN_GETAL),
        ("٣\u200bx", GEEN_GETAL),
        ("2,", GEEN_GETAL),
        (",5", GEEN_GETAL),
        ("1" * 13, GEEN_GETAL),
    ],
)
def test_twijfelachtig_getal_wordt_niet_geraden(tekst: str, reden: str) -> None:
    assert GETAL.parse(tekst, NIETS) == Onleesbaar(tekst, reden)


@pytest.mark.parametrize("waarde", [True, False])
def test_ja_of_nee_is_geen_getal(waarde: bool) -> None:
    assert isinstance(GETAL.normaliseer(waarde, NIETS), Onleesbaar)


@given(n=st.integers(-999_999_999_999, 999_999_999_999), deler=st.sampled_from([1, 2, 10, 100]))
def test_getal_toon_en_parse(n: int, deler: int) -> None:
    waarde = GETAL.normaliseer(n / deler if deler > 1 else n, NIETS)
    assert GETAL.parse(GETAL.toon(waarde, NIETS), NIETS) == waarde


@pytest.mark.parametrize("waarde", [10**13, 1e22, 1e-7, 0.1234567, float("inf")])
def test_elk_aanvaard_getal_komt_terug(waarde: float) -> None:
    regelmatig = GETAL.normaliseer(waarde, NIETS)
    assert isinstance(regelmatig, Onleesbaar) or GETAL.parse(GETAL.toon(regelmatig, NIETS), NIETS) == regelmatig


# -- choices


@pytest.mark.parametrize(
    "tekst",
    ["wonen", "Wonen", "Huisvesting", " huisvesting ", "HUISVESTING.", "huis", "wonen en  huishouden", "Huisvesting*"],
)
def test_keuze_met_sleutel_label_of_synoniem(tekst: str) -> None:
    assert KEUZE.parse(tekst, KEUZES) == "wonen"
    assert KEUZE.normaliseer(tekst, KEUZES) == "wonen"


@pytest.mark.parametrize("tekst", ["tuin", "huis en tuin", "hui", "?", "wonen, geld"])
def test_keuze_buiten_de_lijst(tekst: str) -> None:
    assert KEUZE.parse(tekst, KEUZES) == Onleesbaar(tekst, NIET_IN_LIJST)


def test_label_dat_elders_synoniem_is_komt_terug() -> None:
    keuzes = Omgeving((Optie(sleutel="a", label="een", synoniemen=("twee",)), Optie(sleutel="b", label="twee")))
    assert KEUZE.parse(KEUZE.toon("b", keuzes), keuzes) == "b"


def test_sleutel_die_elders_label_is_blijft_sleutel() -> None:
    keuzes = Omgeving((Optie(sleutel="a", label="b"), Optie(sleutel="b", label="c")))
    assert KEUZE.normaliseer("b", keuzes) == "b"


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("ja", "ja"), ("JA", "ja"), ("Ja.", "ja"), ("j", "ja"), ("yes", "ja"), ("true", "ja"), ("waar", "ja"),
        ("1", "ja"), ("x", "ja"), ("X", "ja"), ("☒", "ja"), ("✓", "ja"),
        ("nee", "nee"), ("Nee", "nee"), ("n", "nee"), ("neen", "nee"), ("no", "nee"), ("false", "nee"), ("0", "nee"),
        ("", None), (" ", None),
    ],
)  # fmt: skip
def test_ja_nee(tekst: str, waarde: str | None) -> None:
    assert JANEE.parse(tekst, Omgeving(JA_NEE)) == waarde


@pytest.mark.parametrize(
    "tekst",
    [
        "misschien",
        "ja en nee",
        "nvt",
        "2",
        "☐",
        "xx",
    ],
)
def test_ja_nee_wordt_niet_geraden(tekst: str) -> None:
    assert JANEE.parse(tekst, Omgeving(JA_NEE)) == Onleesbaar(tekst, NIET_IN_LIJST)


@pytest.mark.parametrize(("waarde", "uit"), [(True, "ja"), (False, "nee"), (1, "ja"), (0, "nee"), (None, None)])
def test_ja_nee_uit_een_antwoordbestand(waarde: Any, uit: str | None) -> None:
    assert JANEE.normaliseer(waarde, Omgeving(JA_NEE)) == uit


@pytest.mark.parametrize(
    ("tekst", "waarde"),
    [
        ("Huisvesting", ("wonen",)),
        ("Financiën, Huisvesting", ("wonen", "financien")),
        ("geld; huis", ("wonen", "financien")),
        ("Huisvesting\nFinanciën", ("wonen", "financien")),
        ("☒ Huisvesting\n☐ Financiën", ("wonen",)),
        ("[x] Huisvesting\n[ ] Financiën", ("wonen",)),
        ("(X) Huisvesting\n( ) Financiën\n[] Financiën", ("wonen",)),
        ("✓ Vrienden, familie en buren", ("sociaal",)),
        ("Vrienden, familie en buren", ("sociaal",)),
        ("☑ werk\n☑ wonen", ("wonen", "werk")),
        ("wonen, wonen", ("wonen",)),
        ("☐ Huisvesting\n☐ Financiën", None),
        ("", None),
        (" , ; ", None),
    ],
)
def test_meerkeuze_uit_tekst(tekst: str, waarde: tuple[str, ...] | None) -> None:
    assert MEER.parse(tekst, KEUZES) == waarde


@pytest.mark.parametrize("tekst", ["Huisvesting, tuin", "☒ tuin", "xHuisvesting"])
def test_meerkeuze_buiten_de_lijst(tekst: str) -> None:
    assert MEER.parse(tekst, KEUZES) == Onleesbaar(tekst, NIET_IN_LIJST)


@pytest.mark.parametrize(
    ("waarde", "uit"),
    [
        (["geld", "wonen"], ("wonen", "financien")),
        (("financien",), ("financien",)),
        ([], None),
        (None, None),
        ("geld", ("financien",)),
        (["tuin"], Onleesbaar("tuin", NIET_IN_LIJST)),
        (["wonen", 3], Onleesbaar("wonen, 3", NIET_IN_LIJST)),
    ],
)
def test_meerkeuze_uit_een_antwoordbestand(waarde: Any, uit: Any) -> None:
    assert MEER.normaliseer(waarde, KEUZES) == uit


@pytest.mark.parametrize(("tekst", "uit"), [("Huisvesting", "wonen"), ("Eigen rij", "Eigen rij"), (" ", None)])
def test_voorgedrukte_rij(tekst: str, uit: str | None) -> None:
    assert GEDRUKT.parse(tekst, KEUZES) == uit


# -- text


@pytest.mark.parametrize(
    ("ruw", "schoon"),
    [
        ("  a  ", "a"),
        ("\n\ta\u00a0\u200b", "a"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x0cc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\x00b\x07c\x1b", "abc"),
        ("a\ufffeb\uffffc\ud800d\udfff", "abcd"),
        ("a  b\tc", "a  b\tc"),
        ("a\u00a0b", "a\u00a0b"),
        ("😀\U0001fffe", "😀\U0001fffe"),
        ("", ""),
        ("\u00a0\u2007\u202f\u2060\ufeff\u3000", ""),
    ],
)
def test_schone_tekst(ruw: str, schoon: str) -> None:
    assert schone_tekst(ruw) == schoon
    assert TEKST.parse(ruw, NIETS) == (schoon or None)


@given(ruw=st.text(st.characters(exclude_categories=())))
def test_schone_tekst_blijft_schoon(ruw: str) -> None:
    schoon = schone_tekst(ruw)
    assert schone_tekst(schoon) == schoon
    assert is_leeg(schoon) == (schoon == "")
    schoon.encode()


@pytest.mark.parametrize("waarde", [["a"], {"a": 1}, ("a",)])
def test_lijst_is_geen_tekst(waarde: Any) -> None:
    assert TEKST.normaliseer(waarde, NIETS) == Onleesbaar(str(waarde), "hier hoort tekst")


@pytest.mark.parametrize(("waarde", "uit"), [(3, "3"), (2.5, "2.5"), (MAART, "2026-03-06"), (None, None), (0, "0")])
def test_andere_waarden_worden_tekst(waarde: Any, uit: str | None) -> None:
    assert TEKST.normaliseer(waarde, NIETS) == uit


@pytest.mark.parametrize("waarde", [None, "", " \n\u00a0", [], (), {}])
def test_leeg(waarde: Any) -> None:
    assert is_leeg(waarde)


@pytest.mark.parametrize("waarde", [0, False, "0", "-", [None], Onleesbaar("", ""), MAART])
def test_niet_leeg(waarde: Any) -> None:
    assert not is_leeg(waarde)


def test_vergelijkbaar() -> None:
    assert vergelijkbaar(" Wat  gaat\u00a0goed?:* ") == "wat gaat goed?"


# -- every kind


@pytest.mark.parametrize("naam", sorted(VELDSOORTEN))
def test_leeg_is_niets_en_toont_niets(naam: str) -> None:
    soort = VELDSOORTEN[naam]
    for leeg in ("", " ", "\n\t", "\u00a0"):
        assert soort.parse(leeg, KEUZES) is None
    assert soort.normaliseer(None, KEUZES) is None
    assert soort.toon(None, KEUZES) == ""


@pytest.mark.parametrize("naam", sorted(VELDSOORTEN))
def test_onleesbaar_toont_wat_er_getypt_is(naam: str) -> None:
    assert VELDSOORTEN[naam].toon(Onleesbaar("31-02-2026", "reden"), KEUZES) == "31-02-2026"


@pytest.mark.parametrize("naam", sorted(VELDSOORTEN))
def test_onleesbaar_blijft_onleesbaar(naam: str) -> None:
    onleesbaar = Onleesbaar("31-02-2026", "reden")
    assert VELDSOORTEN[naam].normaliseer(onleesbaar, KEUZES) == onleesbaar


@pytest.mark.parametrize("naam", sorted(VELDSOORTEN))
def test_elke_tekst_geeft_een_waarde_of_een_reden(naam: str) -> None:
    @given(ruw=st.text(st.characters(exclude_categories=())))
    @example("x")
    @example("0")
    def geeft(ruw: str) -> None:
        waarde = VELDSOORTEN[naam].parse(ruw, KEUZES)
        if isinstance(waarde, Onleesbaar):
            assert waarde.ruw == schone_tekst(ruw)
            assert waarde.reden
        else:
            assert VELDSOORTEN[naam].parse(VELDSOORTEN[naam].toon(waarde, KEUZES), KEUZES) == waarde

    geeft()


def test_delen_van_een_handtekening() -> None:
    assert dict(DELEN_HANDTEKENING) == {"naam": "kort", "datum": "datum", "getekend": "ja_nee"}
