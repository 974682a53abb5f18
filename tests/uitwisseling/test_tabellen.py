"""What goes out as CSV or workbook comes back the same, for every form and every answer."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invullen import volle_antwoorden
from strategieen import antwoorden, teksten

from generator.formats.bladen import bladen_van
from generator.formulier import formulieren_van
from generator.inrichting import lees_inrichting
from generator.model import Formulier, Onleesbaar, Veld
from generator.uitwisseling.cellen import als_tekst, beschermd, getaltekst, onbeschermd, uit_tekst
from generator.uitwisseling.csvtabel import als_csv, uit_csv
from generator.uitwisseling.tabellen import Merk, Overdracht, Tabel, lees_terug, tabellen_van, tabelvormen
from generator.uitwisseling.werkboek import INGEKORT, MAX_TEKENS, als_werkboek, bladnamen, uit_werkboek
from generator.veldsoorten import normaliseer_antwoorden

ALLE = formulieren_van(lees_inrichting("leefhuis2022"))
SLEUTELS = pytest.mark.parametrize("sleutel", ALLE)
Rondgang = Callable[[Sequence[Tabel]], Sequence[Tabel]]
GEVAARLIJK = ("=1+1", "+31", "-2", "@som", "\t=1", "\r=1", "＝1", "'=1", "''-1", "#KWIJT", "#ONLEESBAAR (x): y", "#N/A",
              '=HYPERLINK("http://x";"klik")', "=cmd|' /C calc'!A0")  # fmt: skip
ONGEVAARLIJK = ("'s avonds", "'t gaat", "a=b", "1-2", "", "<script>", "https://voorbeeld.nl", "00123", "1e5", "ja;nee")


def met_csv(tabellen: Sequence[Tabel]) -> Sequence[Tabel]:
    return [uit_csv(als_csv(tabel), tabel.vorm) for tabel in tabellen]


def met_werkboek(tabellen: Sequence[Tabel]) -> Sequence[Tabel]:
    return uit_werkboek(als_werkboek(tabellen), [tabel.vorm for tabel in tabellen])


RONDGANGEN = pytest.mark.parametrize("rondgang", [met_csv, met_werkboek], ids=["csv", "xlsx"])


def overdracht(formulier: Formulier, waarden: Mapping[str, Any], nr: int = 1, **anders: Any) -> Overdracht:
    basis = Overdracht(dossier="D-0042", cyclus=2, bestand=f"map/{nr}.docx", sha256="ab" * 32,
                       formulier=formulier.sleutel, versie="1", waarden=waarden)  # fmt: skip
    return replace(basis, **anders)


def bladsleutels(formulier: Formulier) -> list[str]:
    return [blad.sleutel for veld in formulier.velden for blad in bladen_van(veld, formulier)]


def test_alle_formulieren_doen_mee() -> None:
    assert len(ALLE) == 34


@RONDGANGEN
@SLEUTELS
def test_vol_leeg_en_beschadigd_komen_terug(sleutel: str, rondgang: Rondgang) -> None:
    formulier = ALLE[sleutel]
    vol = volle_antwoorden(formulier)
    kwijt = tuple(random.Random(7).sample(bladsleutels(formulier), 5))
    delen = (
        overdracht(formulier, vol),
        overdracht(formulier, {}, 2, cyclus=None, dossier="", versie="", sha256=""),
        overdracht(formulier, onleesbaar_gemaakt(vol), 3, niet_gevonden=kwijt),
    )
    tabellen = tabellen_van(formulier, delen)
    assert sum(len(tabel.rijen) for tabel in tabellen[1:]) == 2 * sum(
        len(vol[tabel.vorm.veld]) for tabel in tabellen[1:]
    )
    assert lees_terug(rondgang(tabellen)) == delen


def onleesbaar_gemaakt(waarden: Mapping[str, Any]) -> dict[str, Any]:
    """Return answers in which what is no text could not be understood."""
    vreemd = Onleesbaar("=31 (februari): nooit\nof toch", "die datum bestaat niet")

    def diep(waarde: Any) -> Any:
        if isinstance(waarde, Mapping):
            return {sleutel: diep(deel) for sleutel, deel in waarde.items()}
        if isinstance(waarde, tuple) and waarde and isinstance(waarde[0], Mapping):
            return tuple(map(diep, waarde))
        return waarde if isinstance(waarde, str) else vreemd

    return {sleutel: diep(waarde) for sleutel, waarde in waarden.items()}


@st.composite
def delen_van(draw: st.DrawFn) -> tuple[Formulier, tuple[Overdracht, ...]]:
    formulier = ALLE[draw(st.sampled_from(sorted(ALLE)))]
    bladen = bladsleutels(formulier)
    delen = []
    for nr in range(draw(st.integers(1, 3))):
        waarden, _ = normaliseer_antwoorden(formulier, draw(antwoorden(formulier)))
        kwijt = tuple(draw(st.lists(st.sampled_from(bladen), max_size=3, unique=True)))
        nummer = (normaliseer_antwoorden(formulier, {"dossier_nr": draw(teksten())})[0]).get("dossier_nr", "")
        delen.append(overdracht(formulier, waarden, nr, niet_gevonden=kwijt, dossier=nummer))
    return formulier, tuple(delen)


@given(delen_van())
def test_elk_antwoord_komt_terug_uit_csv(gegeven: tuple[Formulier, tuple[Overdracht, ...]]) -> None:
    formulier, delen = gegeven
    assert lees_terug(met_csv(tabellen_van(formulier, delen))) == delen


@given(delen_van())
def test_elk_antwoord_komt_terug_uit_een_werkboek(gegeven: tuple[Formulier, tuple[Overdracht, ...]]) -> None:
    formulier, delen = gegeven
    assert lees_terug(met_werkboek(tabellen_van(formulier, delen))) == delen


@SLEUTELS
def test_kolommen_volgen_alleen_uit_de_definitie(sleutel: str) -> None:
    formulier = ALLE[sleutel]
    leeg, vol = (
        tabellen_van(formulier, ()),
        tabellen_van(formulier, [overdracht(formulier, volle_antwoorden(formulier))]),
    )
    assert [tabel.vorm for tabel in leeg] == [tabel.vorm for tabel in vol] == list(tabelvormen(formulier))
    for vorm in tabelvormen(formulier):
        namen = [kolom.naam for kolom in vorm.kolommen]
        assert namen[:6] == ["dossier", "cyclus", "bestand", "sha256", "formulier", "versie"]
        assert len(set(map(str.casefold, namen))) == len(namen)
    for veld in formulier.velden:
        kolommen = [k for k in tabelvormen(formulier)[0].kolommen if k.pad and k.pad[0] == veld.sleutel]
        verwacht = {"tabel": 0, "handtekening": 3}.get(veld.soort, 1)
        assert len(kolommen) == (len(formulier.leefgebieden) if veld.per_leefgebied == "ja" else verwacht)


def test_een_veld_dat_heet_als_een_vaste_kolom() -> None:
    formulier = ALLE["memo"]
    eigen = (Veld(sleutel="versie", soort="kort", label="Versie"), Veld(sleutel="rij", soort="kort", label="Rij"))
    eigen += (Veld(sleutel="veld_versie", soort="kort", label="Nog een"),)
    formulier = replace(formulier, secties=(replace(formulier.secties[0], velden=eigen),))
    delen = (overdracht(formulier, {"versie": "mijn", "veld_versie": "andere", "rij": "3"}),)
    namen = [kolom.naam for kolom in tabelvormen(formulier)[0].kolommen]
    assert len(set(namen)) == len(namen)
    assert {"versie", "veld_versie", "veld_veld_versie", "rij"} <= set(namen)
    assert lees_terug(met_csv(tabellen_van(formulier, delen))) == delen


@RONDGANGEN
def test_wat_geen_kolom_heeft_gaat_mee(rondgang: Rondgang) -> None:
    formulier = ALLE["persoonsbeschrijving"]
    tabel = next(veld for veld in formulier.velden if veld.soort == "tabel")
    gebied = next(veld for veld in formulier.velden if veld.per_leefgebied == "ja")
    waarden = {
        "oud_veld": "tekst",
        "oude_dag": date(2026, 3, 1),
        gebied.sleutel: {"tuin": Onleesbaar("=rozen", "ander leefgebied"), "hobby": ("a", "b")},
        tabel.sleutel: ({tabel.kolommen[0].sleutel: "iemand", "oude_kolom": "x"},),
    }
    delen = (overdracht(formulier, waarden),)
    assert lees_terug(rondgang(tabellen_van(formulier, delen))) == delen


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_geen_formule(tekst: str) -> None:
    assert beschermd(tekst) == f"'{tekst}"
    assert onbeschermd(beschermd(tekst)) == tekst
    assert uit_tekst(als_tekst(tekst), "kort") == tekst


@pytest.mark.parametrize("tekst", ONGEVAARLIJK)
def test_gewone_tekst_blijft_zoals_ze_is(tekst: str) -> None:
    assert beschermd(tekst) == onbeschermd(tekst) == tekst


@given(st.text())
def test_bescherming_is_omkeerbaar_en_dekt_alles(tekst: str) -> None:
    assert onbeschermd(beschermd(tekst)) == tekst
    assert beschermd(tekst)[:1] not in tuple("=+-@\t\r\n#＝＋－＠")


@pytest.mark.parametrize("tekst", GEVAARLIJK)
def test_geen_cel_van_een_export_is_een_formule(tekst: str) -> None:
    from openpyxl import load_workbook

    formulier = ALLE["begeleidingsplan"]
    waarden = {v.sleutel: tekst for v in formulier.velden if v.soort in ("kort", "lang") and v.per_leefgebied == "nee"}
    waarden |= {"doelen": ({"doel": tekst},)}
    tabellen = tabellen_van(formulier, [overdracht(formulier, waarden, dossier=tekst)])
    rijen = [rij for t in tabellen for rij in csv.reader(io.StringIO(als_csv(t).decode("utf-8-sig")), delimiter=";")]
    assert all(not cel.startswith(tuple("=+-@\t\r\n＝＋－＠")) for rij in rijen for cel in rij)
    boek = load_workbook(io.BytesIO(als_werkboek(tabellen)))
    cellen = [cel for vel in boek for rij in vel.iter_rows() for cel in rij]
    assert [cel for cel in cellen if cel.data_type == "f" or cel.hyperlink] == []
    assert sum(cel.value == f"'{tekst}" for cel in cellen) >= 2 if "\r" not in tekst else True


def test_leeg_kwijt_en_onleesbaar_zijn_te_onderscheiden() -> None:
    formulier = ALLE["begeleidingsplan"]
    waarden = {"evaluatie_gepland": Onleesbaar("31-02-2026", "die datum bestaat niet")}
    tabel = tabellen_van(formulier, [overdracht(formulier, waarden, niet_gevonden=("einddoel",))])[0]
    (rij,) = csv.DictReader(io.StringIO(als_csv(tabel).decode("utf-8-sig")), delimiter=";")
    assert rij["plan_datum"] == ""
    assert rij["einddoel"] == "#KWIJT"
    assert rij["evaluatie_gepland"] == "#ONLEESBAAR (die datum bestaat niet): 31-02-2026"
    assert rij["kwijt"] == "einddoel"


def test_csv_zoals_excel_het_wil() -> None:
    formulier = ALLE["memo"]
    inhoud = als_csv(tabellen_van(formulier, [overdracht(formulier, volle_antwoorden(formulier))])[0])
    assert inhoud.startswith(b"\xef\xbb\xbfdossier;cyclus;bestand;")
    assert inhoud.endswith(b"\r\n")
    assert inhoud.count(b"\r\n") == 2
    assert b"2026-01-" in inhoud


@given(st.one_of(st.integers(-(10**12), 10**12), st.integers(-(10**15), 10**15).map(lambda n: n / 10**6)))
def test_getallen_komen_terug(getal: float) -> None:
    assert uit_tekst(getaltekst(getal), "getal") == getal


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_dagen_komen_terug_uit_een_werkboek(dag: date) -> None:
    formulier = ALLE["memo"]
    delen = (overdracht(formulier, {"datum_ingevuld": dag, "geboortedatum": date(1900, 1, 1) + timedelta(days=59)}),)
    assert lees_terug(met_werkboek(tabellen_van(formulier, delen))) == delen


@pytest.mark.parametrize("tekst", ["_x000D_", "regel\nregel", "  spaties  ", "😀" * 20_000])
def test_lastige_tekst_in_een_werkboek(tekst: str) -> None:
    formulier = ALLE["memo"]
    veld = next(veld.sleutel for veld in formulier.velden if veld.soort == "lang")
    (terug,) = lees_terug(met_werkboek(tabellen_van(formulier, [overdracht(formulier, {veld: tekst})])))
    if len(tekst) > 1_000:
        assert terug.waarden[veld].endswith(INGEKORT)
        assert MAX_TEKENS - 2 <= len(terug.waarden[veld].encode("utf-16-le")) // 2 <= MAX_TEKENS
    else:
        assert terug.waarden[veld] == tekst


@SLEUTELS
def test_bladnamen_passen(sleutel: str) -> None:
    namen = bladnamen(tabelvormen(ALLE[sleutel]))
    assert len(set(namen)) == len(namen)
    assert all(0 < len(naam) <= 31 for naam in namen)


@pytest.mark.parametrize("lees", [uit_csv, lambda inhoud, vorm: uit_werkboek(inhoud, [vorm])], ids=["csv", "xlsx"])
def test_andere_kolommen_worden_niet_gelezen(lees: Callable[..., Any]) -> None:
    memo, plan = tabellen_van(ALLE["memo"], ())[0], tabellen_van(ALLE["begeleidingsplan"], ())[0]
    inhoud = als_csv(memo) if lees is uit_csv else als_werkboek([memo])
    with pytest.raises(ValueError, match=r"begeleidingsplan|ontbreekt"):
        lees(inhoud, plan.vorm)


def test_kwijt_in_een_tabel() -> None:
    formulier = ALLE["begeleidingsplan"]
    deel = overdracht(formulier, {"doelen": ({"doel": "fietsen"},)}, niet_gevonden=("doelen.streefdatum",))
    doelen = next(tabel for tabel in tabellen_van(formulier, [deel]) if tabel.vorm.veld == "doelen")
    plek = [kolom.naam for kolom in doelen.vorm.kolommen].index("streefdatum")
    assert doelen.rijen[0][plek] is Merk.KWIJT
