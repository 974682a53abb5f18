"""The documents: nothing that leads to a person, nothing that opens as a formula, and good to read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jaarhulp import Partij
from lxml import etree
from openpyxl import load_workbook
from populatie import MODELLEN, PEILDATUM, model_van
from populatie.model import waarden_van

from generator.inrichting import ingevuld, woorden_van
from generator.jaaroverzicht import Jaarcijfers
from generator.jaaroverzicht.excel import maak_excel
from generator.jaaroverzicht.verhaal import Deel, verhaal
from generator.jaaroverzicht.word import maak_word
from generator.model import Inrichting

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
JAREN = (PEILDATUM.year - 1, PEILDATUM.year)
KLEIN = re.compile(r"[1-4]")
VIJANDIG = '=HYPERLINK("http://kwaad") <b>&"'


class Paar:
    """Both files of a year, opened without the code that made them."""

    def __init__(self, cijfers: Jaarcijfers, inrichting: Inrichting) -> None:
        self.cijfers = cijfers
        self.delen: tuple[Deel, ...] = verhaal(cijfers, woorden_van(inrichting))
        self.ruw_word = maak_word(cijfers, self.delen, ingevuld(inrichting))
        self.ruw_excel = maak_excel(cijfers, self.delen, ingevuld(inrichting))
        with zipfile.ZipFile(io.BytesIO(self.ruw_word)) as pakket:
            self.word = {naam: pakket.read(naam) for naam in pakket.namelist()}
        with zipfile.ZipFile(io.BytesIO(self.ruw_excel)) as pakket:
            self.excel = {naam: pakket.read(naam) for naam in pakket.namelist()}
        self.boek = load_workbook(io.BytesIO(self.ruw_excel))
        self.wortel = etree.fromstring(self.word["word/document.xml"])

    def tabellen(self) -> Iterator[list[list[str]]]:
        """Yield the tables in Word as texts."""
        for tabel in self.wortel.iter(f"{W}tbl"):
            yield [["".join(cel.itertext()) for cel in rij.findall(f"{W}tc")] for rij in tabel.findall(f"{W}tr")]

    def cellen(self) -> Iterator[Any]:
        """Yield the cells in Excel that hold something."""
        for blad in self.boek:
            yield from (cel for rij in blad.iter_rows() for cel in rij if cel.value is not None)

    def tekst(self) -> str:
        """Everything that can be read in either file, properties and alternative texts included."""
        xml = [*self.word.values(), *self.excel.values()]
        return "\n".join(deel.decode("utf-8", "replace") for deel in xml)


@pytest.fixture(scope="session")
def paren(partijen: Mapping[str, Partij]) -> Mapping[tuple[str, int], Paar]:
    """Two years of every organisation."""
    return {(m, jaar): Paar(partijen[m].cijfers(jaar), model_van(m).inrichting) for m in MODELLEN for jaar in JAREN}


def test_er_staat_geen_klein_getal_in_een_tabel(paren: Mapping[tuple[str, int], Paar]) -> None:
    gezien = verborgen = 0
    for paar in paren.values():
        for rij in (rij for tabel in paar.tabellen() for rij in tabel):
            assert not any(KLEIN.fullmatch(cel.strip()) for cel in rij), rij
            gezien += sum(cel.isdecimal() for cel in rij)
            verborgen += sum(cel in ("< 5", "5 of meer", "niet getoond") for cel in rij)
        for cel in paar.cellen():
            dagen = "dagen" in cel.number_format
            assert dagen or not KLEIN.fullmatch(str(cel.value).strip()), (cel.coordinate, cel.value)
    assert gezien > 400
    assert verborgen > 60


def test_ook_in_zinnen_en_grafieken_niet(paren: Mapping[tuple[str, int], Paar]) -> None:
    """Outside the tables a small number stands only as a day, a date, a mark or a point of a scale."""
    anders = re.compile(r"\d+ (?:dag|dagen|werkdag|werkdagen|januari|weken|week|jaar|maanden?)\b|\(\d of \d\)|\(\d\)"
                        r"|\d+,\d|\(R\d+\)|< 5|5 of meer|\d+ tot \d+|hooguit \d+|\d{2,}|MIC/MIM")  # fmt: skip
    for paar in paren.values():
        alineas = [p for p in paar.wortel.iter(f"{W}p") if next(p.iterancestors(f"{W}tbl"), None) is None]
        teksten = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in alineas]
        teksten += [beeld.get("descr") or "" for beeld in paar.wortel.iter("{*}docPr")]
        for tekst in teksten:
            assert not re.search(r"\b[1-4]\b", anders.sub("", tekst)), tekst


def test_een_som_verbergt_geen_enkel_of_meer_dan_een_getal(paren: Mapping[tuple[str, int], Paar]) -> None:
    sommen = 0
    for paar in paren.values():
        for tabel in paar.tabellen():
            if tabel[-1][0] == "Samen":
                verborgen = sum(not rij[1].isdecimal() for rij in tabel[1:])
                assert verborgen != 1, tabel
                sommen += verborgen > 1
                if not verborgen:
                    assert sum(int(rij[1]) for rij in tabel[1:-1]) == int(tabel[-1][1])
    assert sommen > 5


@pytest.mark.parametrize("model", MODELLEN)
def test_niets_leidt_naar_een_mens(model: str, partijen: Mapping[str, Partij], paren: Mapping[Any, Paar]) -> None:
    tekst = "".join(paren[model, jaar].tekst() for jaar in JAREN)
    soort = model_van(model)
    vrij: set[str] = set()
    for geval in partijen[model].gevallen:
        assert geval.nummer not in tekst
        assert geval.naam not in tekst
        for deel in geval.delen:
            if deel.soort != "geweigerd" and (formulier := soort.formulieren.get(deel.formulier)):
                lang = {veld.sleutel for veld in formulier.velden if veld.soort == "lang"}
                waarden = waarden_van(soort, deel)
                vrij |= {waarden[naam] for naam in lang if isinstance(waarden.get(naam), str)}
    assert len(vrij) > 50
    assert not [zin for zin in vrij if len(zin) > 12 and zin in tekst]


def test_elke_grafiek_heeft_een_omschrijving_en_een_tabel(paren: Mapping[tuple[str, int], Paar]) -> None:
    for paar in paren.values():
        beelden = [beeld.get("descr") for beeld in paar.wortel.iter("{*}docPr")]
        assert all(len(beeld or "") > 40 for beeld in beelden)
        assert len(beelden) >= 3
        nummers = [beeld.get("id") for beeld in paar.wortel.iter("{*}docPr")]
        assert len(nummers) == len(set(nummers))
        namen = [t.get(f"{W}val") for t in paar.wortel.iter(f"{W}tblDescription")]
        titels = [re.sub(r"^(?:Staafd|D)iagram\. ", "", beeld or "") for beeld in beelden]
        assert all(any(titel.startswith(naam) for naam in namen if naam) for titel in titels)
        tekeningen = b"".join(deel for naam, deel in paar.excel.items() if "drawings/drawing" in naam)
        grafieken = sum("charts/chart" in naam for naam in paar.excel)
        assert grafieken >= 3
        assert tekeningen.count(b'descr="Staafdiagram') == grafieken


def test_koppen_koprijen_taal_en_titel(paren: Mapping[tuple[str, int], Paar]) -> None:
    paar = paren["movisie2021", PEILDATUM.year]
    stijlen = etree.fromstring(paar.word["word/styles.xml"])
    namen = {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in stijlen.findall(f"{W}style")}
    gebruikt = [namen[s.get(f"{W}val")] for s in paar.wortel.iter(f"{W}pStyle")]
    niveaus = [int(naam[-1]) for naam in gebruikt if naam.startswith("heading")]
    assert niveaus[0] == 1
    assert all(nieuw <= oud + 1 for oud, nieuw in pairwise(niveaus))
    assert gebruikt[:3] == ["Titelblad organisatie", "Title", "Subtitle"]
    for tabel in paar.wortel.iter(f"{W}tbl"):
        kop, *rest = [rij.find(f"{W}trPr/{W}tblHeader") is not None for rij in tabel.findall(f"{W}tr")]
        assert kop
        assert not any(rest)
    assert set(re.findall(rb'<w:lang w:val="([^"]*)"', paar.word["word/styles.xml"])) == {b"nl-NL"}
    kern = paar.word["docProps/core.xml"].decode()
    assert f"<dc:title>Jaaroverzicht {PEILDATUM.year}, " in kern
    assert "<dc:language>nl-NL</dc:language>" in kern


def test_geen_plek_van_het_sjabloon_blijft_open(paren: Mapping[tuple[str, int], Paar]) -> None:
    for paar in paren.values():
        assert not re.search(rb"\{\{|\{%|\xee\x80\x80|Inhoud<", paar.word["word/document.xml"])
        assert not re.search(r"\{[a-z_.]+\}", "".join(map(str, (cel.value for cel in paar.cellen()))))


def test_hetzelfde_geeft_dezelfde_bytes(paren: Mapping[tuple[str, int], Paar]) -> None:
    paar = paren["opvang2004", PEILDATUM.year]
    opnieuw = Paar(paar.cijfers, model_van("opvang2004").inrichting)
    assert opnieuw.ruw_word == paar.ruw_word
    assert opnieuw.ruw_excel == paar.ruw_excel


def test_tekst_wordt_nooit_een_formule_of_opmaak(partijen: Mapping[str, Partij]) -> None:
    """Names that an organisation chooses itself may look like anything."""
    inrichting = model_van("opvang2004").inrichting
    gebieden = tuple(replace(g, naam=f"{VIJANDIG} {nr}") for nr, g in enumerate(inrichting.leefgebieden))
    fasen = tuple(replace(f, naam=f"+{f.naam}\x07{VIJANDIG}") for f in inrichting.fasen)
    vijandig = replace(inrichting, leefgebieden=gebieden, fasen=fasen,
                       organisatie=replace(inrichting.organisatie, naam=VIJANDIG))  # fmt: skip
    partij = partijen["opvang2004"]
    from generator.jaaroverzicht import bereken

    cijfers = bereken(partij.rapport, vijandig, model_van("opvang2004").formulieren, PEILDATUM.year, PEILDATUM)
    paar = Paar(cijfers, vijandig)
    assert all(cel.data_type != "f" for cel in paar.cellen())
    assert not any(b"<f>" in deel for naam, deel in paar.excel.items() if "worksheets/sheet" in naam)
    assert not any("hyperlink" in deel.decode("utf-8", "replace").lower().replace(VIJANDIG.lower(), "")
                   .replace("=hyperlink(", "") for naam, deel in paar.excel.items()
                   if naam.endswith(".rels"))  # fmt: skip
    teksten = [cel.value for cel in paar.cellen()]
    assert f"{VIJANDIG} 0" in teksten
    assert sum(VIJANDIG in "".join(rij) for tabel in paar.tabellen() for rij in tabel) > 8


def test_stellingen_en_cijfer(partijen: Mapping[str, Partij]) -> None:
    """Five statements per exit form: three kinds of answer, and who said nothing."""
    partij = partijen["opvang2004"]
    nr = iter(range(10_000))

    def met_scores(deel: Any) -> Any:
        if deel.formulier != "exit":
            return deel
        score = next(nr)
        extra = {"score_luisteren": 5 if score % 3 else 1, "score_plan": 3, "score_informatie": 4.5, "totaalcijfer": 8}
        return replace(deel, waarden={**deel.waarden, **extra, "score_samenwerking": True})

    dossiers = tuple(replace(d, invullingen=tuple(map(met_scores, d.invullingen))) for d in partij.rapport.dossiers)
    from generator.jaaroverzicht import bereken

    soort = model_van("opvang2004")
    rapport = replace(partij.rapport, dossiers=dossiers)
    cijfers = bereken(rapport, soort.inrichting, soort.formulieren, PEILDATUM.year, PEILDATUM)
    (exit_,) = cijfers.stellingen
    aantal = exit_.ingevuld.waarde
    assert aantal
    assert exit_.cijfer == 8.0
    per_veld = {post.sleutel: [getal.waarde for getal in post.getallen] for post in exit_.stellingen.posten}
    assert per_veld["score_plan"] == [0, aantal, 0, 0]
    assert per_veld["score_informatie"] == [aantal, 0, 0, 0]
    assert per_veld["score_samenwerking"] == [0, 0, 0, aantal]
    hoog, _, laag, _ = per_veld["score_luisteren"]
    assert hoog is None or laag is None or hoog + laag == aantal
    paar = Paar(cijfers, soort.inrichting)
    assert any(tabel[0][0] == "Stelling" and len(tabel) == 6 for tabel in paar.tabellen())


def test_een_eigen_logo_en_kleur(partijen: Mapping[str, Partij], tmp_path: Path) -> None:
    import base64

    logo = tmp_path / "logo.png"
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    logo.write_bytes(base64.b64decode(pixel))
    inrichting = model_van("movisie2021").inrichting
    eigen = replace(inrichting, organisatie=replace(inrichting.organisatie, logo=str(logo), accentkleur="#7A1F5C"))
    paar = Paar(partijen["movisie2021"].cijfers(), eigen)
    assert next(beeld.get("descr") for beeld in paar.wortel.iter("{*}docPr")).startswith("Logo van ")
    assert b"7A1F5C" in paar.word["word/document.xml"]
    assert b"7A1F5C" in paar.excel["xl/styles.xml"]
    assert b"1F5C7A" not in paar.word["word/document.xml"]
