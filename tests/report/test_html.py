"""The report as a page: whole, well-formed, harmless, and with everything on it that the report says."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from html_rapporten import Invoer, gevallen, invoer
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from generator.kleuren import contrast_met_wit
from generator.model import Antwoord, Bestand, Codekeuze, Ernst, Geaccepteerd, Inrichting, Rapport, Vindplaats
from generator.report.html import rapport_als_html, waarom_niet
from generator.werklijst import naam_van_dossier

AANTAL = 40
_ROUW = re.compile(rb"(<(style|script)>).*?(</\2>)", re.S)
_WEG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


@pytest.fixture(scope="module")
def alles() -> Invoer:
    return invoer(AANTAL)


@pytest.fixture(scope="module")
def pagina(alles: Invoer) -> bytes:
    return rapport_als_html(*alles)


@pytest.fixture(scope="module")
def boom(pagina: bytes) -> html.HtmlElement:
    return html.document_fromstring(pagina.decode())


def als_xml(pagina: bytes) -> etree._Element:
    """Parse the page as XML, without its style sheet and script: every element closed, every sign escaped."""
    kaal, gevonden = _ROUW.subn(rb"\1\3", pagina)
    assert gevonden == 2
    return etree.fromstring(kaal)


def tekst(deel: etree._Element) -> str:
    return " ".join("".join(deel.itertext()).split())


# -- the page as a whole


def test_een_welgevormd_bestand_zonder_iets_van_buiten(pagina: bytes) -> None:
    wortel = als_xml(pagina)
    assert wortel.get("lang") == "nl"
    for deel in wortel.iter():
        for naam, waarde in deel.attrib.items():
            assert not naam.startswith("on"), naam
            assert naam not in ("src", "style", "srcset", "action", "formaction", "data", "background"), naam
            assert naam != "href" or waarde.startswith("#"), waarde
    stijl = re.search(rb"<style>(.*?)</style>", pagina, re.S)
    assert stijl is not None
    assert b"@import" not in stijl[1]
    assert {plek for plek in re.findall(rb"url\(([^)]*)\)", stijl[1]) if not plek.startswith(b"#")} == set()


def test_het_beleid_laat_alleen_de_eigen_stijl_en_het_eigen_script_toe(pagina: bytes) -> None:
    (beleid,) = als_xml(pagina).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    regels = dict(regel.split(" ", 1) for regel in str(beleid).split("; "))
    assert regels["default-src"] == "'none'"
    for soort in ("style", "script"):
        (inhoud,) = re.findall(rf"<{soort}>(.*?)</{soort}>".encode(), pagina, re.S)
        som = base64.b64encode(hashlib.sha256(inhoud).digest()).decode()
        assert regels[f"{soort}-src"] == f"'sha256-{som}'"


def test_verwijzingen_komen_uit_en_namen_zijn_uniek(boom: html.HtmlElement) -> None:
    namen = Counter(boom.xpath("//@id"))
    assert [naam for naam, keer in namen.items() if keer > 1] == []
    doelen = {str(href).removeprefix("#") for href in boom.xpath("//@href")}
    for soort in ("aria-labelledby", "aria-describedby"):
        doelen |= {deel for waarde in boom.xpath(f"//@{soort}") for deel in str(waarde).split()}
    assert doelen - set(namen) == set()


def test_koppen_gaan_een_trede_tegelijk(boom: html.HtmlElement) -> None:
    treden = [int(kop.tag[1]) for kop in boom.xpath("//h1|//h2|//h3|//h4")]
    assert treden[0] == 1
    assert treden.count(1) == 1
    assert all(na - voor <= 1 for voor, na in pairwise(treden))


def test_tabellen_hebben_bijschrift_koppen_en_hele_rijen(boom: html.HtmlElement) -> None:
    tabellen = boom.xpath("//table")
    assert len(tabellen) > AANTAL
    for tabel in tabellen:
        koppen = tabel.xpath("thead/tr/th")
        assert tekst(tabel.find("caption"))
        assert {kop.get("scope") for kop in koppen} == {"col"}
        assert {len(rij) for rij in tabel.xpath("tbody/tr")} <= {len(koppen)}
        assert set(tabel.xpath("tbody/tr/th/@scope")) <= {"row"}


def test_wat_een_script_nodig_heeft_is_zonder_script_weg(boom: html.HtmlElement) -> None:
    knoppen = boom.xpath("//button|//input|//select")
    assert knoppen
    assert [k for k in knoppen if not k.xpath("ancestor-or-self::*[@hidden]")] == []


def test_zelfde_rapport_geeft_zelfde_bytes(alles: Invoer, pagina: bytes) -> None:
    assert rapport_als_html(*alles) == pagina


@pytest.mark.parametrize("kleur", ["#1F5C7A", "#FFD400", "#00ff88", "#000000"])
def test_de_kleur_van_de_organisatie_is_te_lezen(alles: Invoer, kleur: str) -> None:
    rapport, inrichting, formulieren = alles
    organisatie = replace(inrichting.organisatie, accentkleur=kleur)
    gemaakt = rapport_als_html(rapport, replace(inrichting, organisatie=organisatie), formulieren).decode()
    accent = re.search(r"--accent:#([0-9A-F]{6})", gemaakt)
    assert accent is not None
    assert contrast_met_wit(accent[1]) >= 4.5


# -- what it says


def test_in_het_kort_telt_wat_er_is(alles: Invoer, boom: html.HtmlElement) -> None:
    rapport = alles[0]
    goed, aandacht = (tekst(blok) for blok in boom.xpath("//*[@class='blok']"))
    schoon = len(rapport.dossiers) - len({b.dossier for b in rapport.bevindingen if b.dossier})
    assert f"Bij {schoon} dossiers is er niets om na te kijken." in goed
    assert f"van {len(rapport.dossiers)} dossiers" in goed
    assert f"{rapport.telling(Ernst.FOUT)} fouten" in aandacht
    assert f"{rapport.telling(Ernst.WAARSCHUWING)} waarschuwingen" in aandacht


def test_elk_dossier_staat_op_de_kaart_met_een_letter_per_fase(alles: Invoer, boom: html.HtmlElement) -> None:
    rijen = boom.xpath("//table[contains(@class,'kaart')]/tbody/tr")
    assert {tekst(rij.find("th")) for rij in rijen} == {dossier.nummer for dossier in alles[0].dossiers}
    for rij in rijen:
        cellen = rij.xpath("td[contains(@class,'cel')]/span")
        assert len(cellen) == 8
        assert all(cel.text in "FTNL✓–" and cel.get("aria-label") for cel in cellen)
        assert boom.xpath(f"//details[@id='{rij.get('data-d')}']/summary/h3/bdi/text()") == [tekst(rij.find("th"))]


def test_bovenaan_staat_wat_het_meeste_vraagt(boom: html.HtmlElement) -> None:
    fouten = [int(td) for td in boom.xpath("//table[contains(@class,'kaart')]//td[@class='getal'][1]/@data-k")]
    assert fouten == sorted(fouten, reverse=True)
    assert fouten[0] > fouten[-1] == 0


def test_elke_bevinding_staat_een_keer_in_de_werklijst_en_bij_haar_dossier(
    alles: Invoer, boom: html.HtmlElement
) -> None:
    rijen = boom.xpath("//section[@aria-labelledby='werklijst']//tbody/tr")
    assert len(rijen) == len(alles[0].bevindingen)
    codes = Counter(b.code for b in alles[0].bevindingen)
    assert Counter(tekst(rij.xpath("td/span[@class='code']")[0]) for rij in rijen) == codes
    per_dossier = boom.xpath(
        "//details[contains(@class,'dossier')]//table[contains(@class,'werk')]//span[@class='code']"
    )
    assert Counter(map(tekst, per_dossier)) == Counter(b.code for b in alles[0].bevindingen if b.dossier)
    for bevinding in alles[0].bevindingen:
        assert bevinding.bericht[-30:] in " ".join(map(tekst, rijen))


def test_de_werklijst_telt_per_persoon(boom: html.HtmlElement) -> None:
    for groep in boom.xpath("//section[@aria-labelledby='werklijst']/details"):
        (getal,) = groep.xpath("summary//span[@class='tel']/text()")
        assert int(getal) == len(groep.xpath(".//tbody/tr")) > 0


def test_elke_tijdlijn_heeft_een_titel_een_omschrijving_en_een_tabel(boom: html.HtmlElement) -> None:
    dossiers = boom.xpath("//details[contains(@class,'dossier')]")
    assert len(dossiers) == len(boom.xpath("//svg[@role='img']")) == AANTAL
    for dossier in dossiers:
        (svg,) = dossier.xpath(".//svg[@role='img']")
        assert tekst(svg.find("title")) == f"Verloop van dossier {tekst(dossier.xpath('summary/h3/bdi')[0])}"
        assert tekst(svg.find("desc")).startswith("Van ")
        assert len(dossier.xpath(".//details[@class='verloop']//tbody/tr")) >= len(svg.xpath(".//rect[@class='b']"))


def test_wat_niet_gelezen_is_staat_er_met_de_reden(alles: Invoer) -> None:
    rapport, inrichting, formulieren = alles
    erbij = (
        Bestand(pad="map/oud.doc", status="geweigerd", reden="Dit is een oud Word-bestand.", code="L40"),
        Bestand(pad="map/~$x.docx", status="overgeslagen", reden="Dit is een slot van Word."),
    )
    pagina = rapport_als_html(
        replace(rapport, bestanden=(*rapport.bestanden, *erbij)), inrichting, formulieren
    ).decode()
    for bestand in erbij:
        assert bestand.pad.replace("$", "$") in pagina
        assert str(bestand.reden) in pagina


def test_geaccepteerd_en_keuze_staan_erbij(alles: Invoer) -> None:
    rapport, inrichting, formulieren = alles
    mag = Geaccepteerd(bevinding=rapport.bevindingen[0], reden="Zo afgesproken.", tot="2026-12-31", door="Mo")
    keuze = Codekeuze(alleen=("R3",), negeer=("R30",), weggelaten={"fout": 2})
    gemaakt = rapport_als_html(replace(rapport, geaccepteerd=(mag,), keuze=keuze), inrichting, formulieren).decode()
    assert "Zo afgesproken." in gemaakt
    assert "Tot en met 31-12-2026, door Mo." in gemaakt
    assert "Alleen R3 en zonder R30. Niet getoond en niet geteld: 2 fouten." in gemaakt


def test_een_leeg_rapport_is_ook_een_pagina(alles: Invoer) -> None:
    rapport, inrichting, formulieren = alles
    leeg = replace(rapport, bestanden=(), dossiers=(), bevindingen=(), overgeslagen=())
    wortel = als_xml(rapport_als_html(leeg, inrichting, formulieren))
    assert "Er is nu niets wat aandacht vraagt." in tekst(wortel)
    assert "Er zijn geen dossiers gelezen." in tekst(wortel)


@pytest.mark.parametrize("model", ["movisie2021", "leefhuis2022", "kr8jongeren"])
def test_elk_uitgangsmodel(model: str) -> None:
    als_xml(rapport_als_html(*invoer(12, model)))


# -- names and answers


def _verteld(alles: Invoer) -> Iterator[str]:
    """Yield what people wrote in long answers."""
    rapport, _, formulieren = alles
    for bestand in rapport.bestanden:
        if (deel := bestand.invulling) is None:
            continue
        velden = [veld.sleutel for veld in formulieren[deel.formulier].velden if veld.soort == "lang"]
        yield from (waarde for veld in velden if isinstance(waarde := deel.waarde(veld), str) and len(waarde) > 20)


def test_geen_namen_en_geen_antwoorden_tenzij_gevraagd(alles: Invoer, pagina: bytes) -> None:
    namen = {geval.naam for geval in gevallen(AANTAL)}
    verteld = set(_verteld(alles))
    assert len(verteld) > 20
    kaal = html.document_fromstring(pagina.decode()).text_content()
    assert {naam for naam in namen if naam in kaal} == set()
    assert {zin for zin in verteld if zin in kaal} == set()


def test_namen_en_antwoorden_als_je_erom_vraagt(alles: Invoer) -> None:
    namen = {dossier.nummer: naam_van_dossier(dossier) for dossier in alles[0].dossiers}
    gemaakt = rapport_als_html(*alles, namen=namen, met_antwoorden=True)
    kaal = " ".join(html.document_fromstring(gemaakt.decode()).text_content().split())
    als_xml(gemaakt)
    assert {naam for naam in namen.values() if naam not in kaal} == set()
    assert {zin for zin in _verteld(alles) if " ".join(zin.split()) not in kaal} == set()


# -- what could do harm


GEVAARLIJK = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><!--",
    "]]><svg onload=alert(1)>",
    '=HYPERLINK("http://x";"klik")',
    "&lt;b&gt; &amp; '\"`",
    "javascript:alert(1)",
    "D-\x00\x1b[31m\x07\x7f\x9f",
    "D-\u202e1000\u2066",
    "\ud800\ufffe\U0001ffff",
    "مرحبا D-1",
)


@pytest.fixture(scope="module")
def klein() -> Invoer:
    return invoer(3)


def _met(alles: Invoer, gif: str) -> tuple[Rapport, Inrichting]:
    """Return a report and an inrichting in which everything that people type is this."""
    rapport, inrichting, _ = alles
    invullingen = {}
    for bestand in rapport.bestanden:
        if (deel := bestand.invulling) is not None:
            waarden = {k: gif if isinstance(w, str) else w for k, w in deel.waarden.items()}
            antwoord = Antwoord("x", gif, gif, Vindplaats(gif))
            invullingen[bestand.pad] = replace(
                deel, waarden=waarden, bestand=gif + deel.bestand, antwoorden=(antwoord,)
            )
    bestanden = [replace(b, pad=gif + b.pad, invulling=invullingen.get(b.pad)) for b in rapport.bestanden]
    bestanden.append(Bestand(pad=gif, status="geweigerd", reden=gif, code=gif))
    dossiers = [
        replace(d, nummer=f"{gif}{nr}", invullingen=tuple(invullingen[i.bestand] for i in d.invullingen))
        for nr, d in enumerate(rapport.dossiers)
    ]
    bevindingen = [
        replace(b, bericht=gif, dossier=f"{gif}0", titel=gif, vindplaatsen=(Vindplaats(gif, plek=gif, veld=gif),))
        for b in rapport.bevindingen
    ]
    vol = replace(rapport, organisatie=gif, bestanden=tuple(bestanden), dossiers=tuple(dossiers),
                  bevindingen=tuple(bevindingen))  # fmt: skip
    fasen = tuple(replace(fase, naam=gif, kort=gif) for fase in inrichting.fasen)
    return vol, replace(inrichting, fasen=fasen)


def _is_onschuldig(klein: Invoer, gif: str) -> None:
    gewoon = html.document_fromstring(rapport_als_html(*klein, met_antwoorden=True).decode())
    vol, inrichting = _met(klein, gif)
    namen = {dossier.nummer: gif for dossier in vol.dossiers}
    gemaakt = rapport_als_html(vol, inrichting, klein[2], namen=namen, met_antwoorden=True)
    wortel = als_xml(gemaakt)
    boom = html.document_fromstring(gemaakt.decode())
    soorten = {str(deel.tag) for deel in boom.iter() if isinstance(deel.tag, str)}
    assert soorten <= {str(deel.tag) for deel in gewoon.iter() if isinstance(deel.tag, str)} | {"b", "span", "small"}
    assert len(boom.xpath("//script")) == len(boom.xpath("//style")) == 1
    assert boom.xpath("//comment()") == []
    assert [str(naam) for naam in boom.xpath("//@*[starts-with(name(), 'on')]")] == []
    assert {str(href)[:1] for href in boom.xpath("//@href")} == {"#"}
    assert not _WEG.search(gemaakt.decode())
    if len(gif) > 3 and gif.isprintable():
        assert gif in "".join(wortel.itertext())


@pytest.mark.parametrize("gif", GEVAARLIJK)
def test_gevaarlijke_tekst_is_tekst(klein: Invoer, gif: str) -> None:
    _is_onschuldig(klein, gif)


@given(gif=st.text(min_size=1, max_size=40) | st.text(alphabet="<>\"'&/=;:!-[]()scriptonx\u202e\x00", max_size=40))
@settings(max_examples=25)
def test_elke_tekst_is_tekst(klein: Invoer, gif: str) -> None:
    _is_onschuldig(klein, gif)


# -- where it may be written


def test_alleen_een_eigen_pagina_wordt_vervangen(tmp_path: Path, pagina: bytes) -> None:
    doel = tmp_path / "rapport.html"
    assert waarom_niet(doel) == ""
    doel.write_bytes(pagina)
    assert waarom_niet(doel) == ""
    doel.write_text("<p>Mijn eigen pagina</p>", encoding="utf-8")
    assert "geen rapport van achtfasen" in waarom_niet(doel)
    assert waarom_niet(tmp_path)
