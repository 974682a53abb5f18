"""``achtfasen terugmelding``: copies and letters from the example dossiers, and the way they come back."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from generator import content
from generator.cli import main
from generator.formats import Lezer
from generator.formats.word import maak_formulier, vul
from generator.formats.word.namen import OPMERKER, q
from generator.formulier import formulieren_van
from generator.inrichting import ingevuld, lees_inrichting
from generator.model import Formulier
from generator.opdrachten import controleer_bestanden, lees_antwoordbestand, regelmatige_antwoorden

MODEL, DAG = "opvang2004", "2026-09-20"
DOSSIERS = ("P1", "P5", "P6")
ILSE, NOOR = "Ilse Kramer", "Noor van Dalen"


@dataclass(frozen=True)
class Praktijk:
    """A folder with filled forms of three dossiers, of which two have something to mend."""

    map: Path
    formulieren: Mapping[str, Formulier]
    lezer: Lezer


@pytest.fixture(scope="session")
def praktijk(tmp_path_factory: pytest.TempPathFactory) -> Praktijk:
    map_ = tmp_path_factory.mktemp("praktijk")
    inrichting = lees_inrichting(MODEL)
    formulieren, teksten = formulieren_van(inrichting), ingevuld(inrichting)
    blanco: dict[str, bytes] = {}
    for pad in [p for naam in DOSSIERS for p in sorted((content.voorbeelden() / naam).glob("*.yaml"))]:
        gegeven = lees_antwoordbestand(pad)
        formulier = formulieren[gegeven.formulier]
        leeg = blanco.setdefault(formulier.sleutel, maak_formulier(formulier, teksten))
        doel = map_ / "dossiers" / pad.parent.name / f"{pad.stem}.docx"
        doel.parent.mkdir(parents=True, exist_ok=True)
        waarden = regelmatige_antwoorden(gegeven, formulier)
        doel.write_bytes(vul(leeg, formulier, waarden, gegeven.dossier, gegeven.cyclus))
    return Praktijk(map_ / "dossiers", formulieren, Lezer(formulieren))


@pytest.fixture
def loop(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Run ``terugmelding`` in an empty folder; return status, output and errors."""
    monkeypatch.chdir(tmp_path)

    def loop(*argumenten: object, opdracht: str = "terugmelding") -> tuple[int, str, str]:
        status = main([opdracht, *map(str, argumenten), "--inrichting", MODEL, "--peildatum", DAG])
        gezegd = capsys.readouterr()
        return status, gezegd.out, gezegd.err

    return loop


@pytest.fixture(scope="session")
def terug(praktijk: Praktijk, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Report back on the example (once for each way of asking); return the folder."""
    gemaakt: dict[tuple[object, ...], Path] = {}

    def maak(*opties: object, van: Path = praktijk.map, keer: int = 1) -> Path:
        vraag = (*opties, van, keer)
        if vraag not in gemaakt:
            gemaakt[vraag] = tmp_path_factory.mktemp("terug")
            argumenten = [van, "--naar", gemaakt[vraag], *opties, "--inrichting", MODEL, "--peildatum", DAG]
            assert main(["terugmelding", *map(str, argumenten)]) == 0
        return gemaakt[vraag]

    return maak


def bestanden_in(map_: Path) -> dict[str, bytes]:
    """Return every file under a folder: path → bytes."""
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def opmerkingen_in(inhoud: bytes) -> list[str]:
    """Return the comments of a copy; all of them must be ours, dated on the peildatum."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        lijst = etree.fromstring(pakket.read("word/comments.xml"))
    assert {(deel.get(q("w:author")), deel.get(q("w:date"))[:10]) for deel in lijst} == {(OPMERKER, DAG)}
    return ["".join(map(str, deel.itertext())) for deel in lijst]


def woordtekst(inhoud: bytes) -> str:
    """Return all text of a Word file, a line per paragraph."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as pakket:
        document = etree.fromstring(pakket.read("word/document.xml"))
    return "\n".join("".join(map(str, p.itertext())) for p in document.iter(q("w:p")))


# --------------------------------------------------------------------------
# What is written


def test_wat_er_komt(loop: Any, praktijk: Praktijk, tmp_path: Path) -> None:
    voor = bestanden_in(praktijk.map)
    status, uit, fout = loop(praktijk.map, "--naar", "terug")
    assert (status, fout) == (0, "")
    assert "4 kopieën met opmerkingen en 2 brieven staan in terug:" in uit
    assert f"  {ILSE}: 2 punten, 2 kopieën" in uit
    assert bestanden_in(praktijk.map) == voor
    assert list(bestanden_in(tmp_path / "terug")) == [
        f"{ILSE}/D-0005/04_persoonsbeschrijving_c1.docx",
        f"{ILSE}/D-0005/05_begeleidingsplan_c1.docx",
        f"{ILSE}/brief.docx",
        f"{ILSE}/brief.txt",
        f"{NOOR}/D-0006/05_begeleidingsplan_c1.docx",
        f"{NOOR}/D-0006/06_evaluatie_c1.docx",
        f"{NOOR}/brief.docx",
        f"{NOOR}/brief.txt",
    ]


def test_opmerkingen_zeggen_wat_er_gevraagd_wordt(terug: Callable[..., Path]) -> None:
    delen = bestanden_in(terug())
    plan = opmerkingen_in(delen[f"{ILSE}/D-0005/05_begeleidingsplan_c1.docx"])
    assert plan == [
        "Graag nakijken. Tussen Persoonsbeschrijving (11-08-2026) en het plan (04-09-2026) zitten 24 dagen. "
        "Afgesproken is hoogstens 14 dagen. Kijk of de datums kloppen, en bespreek hoe het op tijd lukt. "
        "Dit staat ook bij Persoonsbeschrijving van 11-08-2026. (R30)",
        "Graag aanpassen. ‘Handtekening cliënt’ ontbreekt nog. Laat tekenen, met naam en datum. (R11)",
    ]
    (beschrijving,) = opmerkingen_in(delen[f"{ILSE}/D-0005/04_persoonsbeschrijving_c1.docx"])
    assert beschrijving.startswith("Graag nakijken. Begeleidingsplan: tussen Persoonsbeschrijving")
    assert beschrijving.endswith("Dit staat ook bij Begeleidingsplan van 04-09-2026. (R30)")


def test_formulieren_met_een_naam_zijn_uit_elkaar_te_houden(praktijk: Praktijk, loop: Any, tmp_path: Path) -> None:
    """Who gets five plans of one day back has to know which is which."""
    bron = praktijk.map / "P5" / "05_begeleidingsplan_c1.docx"
    for naam in ("a", "b", "c", "d", "map/a"):
        doel = tmp_path / "alles" / f"{naam}.docx"
        doel.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(bron, doel)
    assert loop(tmp_path / "alles", "--naar", "terug")[0] == 0
    brief = (tmp_path / "terug" / ILSE / "brief.txt").read_text(encoding="utf-8")
    tekst = " ".join(brief.split())
    assert "Begeleidingsplan van 04-09-2026 (alles/a.docx)" in tekst
    assert "Dit staat ook bij Begeleidingsplan van 04-09-2026 (b.docx, c.docx, d.docx en nog 1)." in tekst


def test_twee_keer_hetzelfde(terug: Callable[..., Path]) -> None:
    assert bestanden_in(terug()) == bestanden_in(terug(keer=2))


def test_antwoorden_blijven(terug: Callable[..., Path], praktijk: Praktijk) -> None:
    for pad, inhoud in bestanden_in(terug()).items():
        if "/D-" not in pad:
            continue
        (bron,) = praktijk.map.glob(f"P{pad.split('/')[1][-1]}/{Path(pad).name}")
        hier, daar = praktijk.lezer.lees_inhoud(Path("x.docx"), inhoud), praktijk.lezer.lees(bron)
        assert hier.invulling is not None
        assert daar.invulling is not None
        assert hier.invulling.waarden == daar.invulling.waarden
        assert hier.invulling.meldingen == ()


def test_een_deel(terug: Callable[..., Path]) -> None:
    delen = bestanden_in(terug("--alleen", "R11"))
    assert [pad for pad in delen if "/D-" in pad] == [f"{ILSE}/D-0005/05_begeleidingsplan_c1.docx"]
    assert len(opmerkingen_in(delen[f"{ILSE}/D-0005/05_begeleidingsplan_c1.docx"])) == 1


def test_niets_te_melden(loop: Any, praktijk: Praktijk, tmp_path: Path) -> None:
    status, uit, fout = loop(praktijk.map / "P1", "--naar", "terug")
    assert (status, fout) == (0, "")
    assert "Er is niets terug te melden" in uit
    assert not (tmp_path / "terug").exists()


def test_bedankje(terug: Callable[..., Path], praktijk: Praktijk) -> None:
    map_ = terug("--ook-zonder-vragen", van=praktijk.map / "P1")
    brieven = {pad: inhoud.decode() for pad, inhoud in bestanden_in(map_).items() if pad.endswith(".txt")}
    assert len(brieven) > 1
    for tekst in brieven.values():
        assert "helemaal in orde. Dank je wel." in " ".join(tekst.split())
        assert "Je hoeft niets te doen." in tekst
        assert "Graag" not in tekst
    assert not [pad for pad in bestanden_in(map_) if "/D-" in pad]


# --------------------------------------------------------------------------
# The letters


def test_brief_zegt_eerst_wat_goed_is(terug: Callable[..., Path]) -> None:
    tekst = bestanden_in(terug())[f"{ILSE}/brief.txt"].decode()
    assert "\n".join(tekst.splitlines()[:6]).endswith(f"Beste {ILSE},\n")
    goed, gevraagd = tekst.index("helemaal in orde"), tekst.index("Wil je nog kijken")
    assert goed < gevraagd < tekst.index("Handtekening") < tekst.index("Wat kun je ermee doen?")
    # The heavier question first.
    assert tekst.index("‘Handtekening cliënt’") < tekst.index("Graag nakijken") < tekst.index("zitten 24 dagen")
    assert max(map(len, tekst.splitlines())) <= 88


def test_word_en_tekst_zeggen_hetzelfde(terug: Callable[..., Path]) -> None:
    delen = bestanden_in(terug("--ook-zonder-vragen"))
    brieven = [pad for pad in delen if pad.endswith("brief.docx")]
    assert len(brieven) > 2
    for pad in brieven:
        tekst = delen[pad.replace(".docx", ".txt")].decode()
        assert woorden(woordtekst(delen[pad])) == woorden(tekst)


def woorden(tekst: str) -> list[str]:
    """Return the words of a letter, without what marks or underlines them."""
    return [woord.casefold() for woord in re.findall(r"[^\W_]+", tekst)]


def test_zonder_namen_en_zonder_wat_clienten_zeiden(terug: Callable[..., Path], praktijk: Praktijk) -> None:
    gelezen = [praktijk.lezer.lees(pad).invulling for pad in sorted(praktijk.map.rglob("*.docx"))]
    antwoorden = [antwoord for deel in gelezen if deel for antwoord in deel.antwoorden]
    namen = {a.ruw for a in antwoorden if a.sleutel == "client_naam"}
    vrij = {a.ruw for a in antwoorden if isinstance(a.waarde, str) and len(a.ruw) > 25}
    assert len(namen) == 3
    assert len(vrij) > 50
    for pad, inhoud in bestanden_in(terug("--ook-zonder-vragen")).items():
        if pad.endswith(".txt"):
            gezegd = " ".join(inhoud.decode().split())
        else:
            gezegd = woordtekst(inhoud) if pad.endswith("brief.docx") else "\n".join(opmerkingen_in(inhoud))
        assert not [tekst for tekst in namen | vrij if tekst in gezegd]


def test_met_namen(terug: Callable[..., Path], praktijk: Praktijk) -> None:
    bestand = praktijk.lezer.lees(next(praktijk.map.glob("P5/05*.docx")))
    assert bestand.invulling is not None
    tekst = bestanden_in(terug("--met-namen"))[f"{ILSE}/brief.txt"].decode()
    assert f"Dossier D-0005 ({bestand.invulling.waarde('client_naam')})" in tekst


def test_niet_te_lezen_bestand(terug: Callable[..., Path], praktijk: Praktijk, tmp_path: Path) -> None:
    """Among forms of one dossier it is probably of that begeleider; elsewhere nobody can tell."""
    van = tmp_path / "in"
    shutil.copytree(praktijk.map, van)
    (van / "P5" / "exit oud.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (van / "los.pdf").write_bytes(b"%PDF-1.7")
    delen = bestanden_in(terug(van=van))
    ilse, niemand = delen[f"{ILSE}/brief.txt"].decode(), delen["onbekend/brief.txt"].decode()
    assert "exit oud.doc: Dit bestand heeft een wachtwoord of is een oud .doc-bestand." in " ".join(ilse.split())
    assert "los.pdf" not in ilse
    assert "los.pdf: Deze pdf is beschadigd en niet te lezen" in niemand
    assert "Beste" not in niemand


def test_eigen_huisstijl_in_de_brief(loop: Any, praktijk: Praktijk, tmp_path: Path) -> None:
    assert main(["nieuw", str(tmp_path / "org"), "--uitgangsmodel", MODEL, "--naam", "Het Eigen Huis"]) == 0
    argumenten = ["--inrichting", str(tmp_path / "org"), "--peildatum", DAG, "--naar", str(tmp_path / "t")]
    assert main(["terugmelding", str(praktijk.map / "P5"), *argumenten]) == 0
    brieven = [inhoud for pad, inhoud in bestanden_in(tmp_path / "t").items() if pad.endswith("brief.docx")]
    assert brieven
    assert all("Het Eigen Huis" in woordtekst(inhoud) for inhoud in brieven)
    (tmp_path / "org" / "word" / "formulier.docx").write_bytes(b"kapot")
    assert main(["terugmelding", str(praktijk.map / "P5"), *argumenten[:-1], str(tmp_path / "u")]) == 2


def test_brieven_tellen_niet_als_formulier(terug: Callable[..., Path]) -> None:
    """Whoever mends in this folder may have it checked as it is."""
    rapport = controleer_bestanden([terug()], MODEL, date.fromisoformat(DAG))
    per_status: dict[str, set[str]] = {}
    for bestand in rapport.bestanden:
        per_status.setdefault(bestand.status, set()).add(Path(bestand.pad).name)
    assert per_status["overgeslagen"] == {"brief.docx", "brief.txt"}
    assert "geweigerd" not in per_status


# --------------------------------------------------------------------------
# Where it may go


@pytest.mark.parametrize("naar", ["", "terug", "P5/terug", "../dossiers/nieuw"])
def test_niet_in_wat_nagekeken_wordt(loop: Any, praktijk: Praktijk, naar: str) -> None:
    voor = bestanden_in(praktijk.map)
    status, uit, fout = loop(praktijk.map, "--naar", praktijk.map / naar)
    assert (status, uit) == (2, "")
    assert "ligt in de map die je nakijkt" in fout
    assert bestanden_in(praktijk.map) == voor
    assert not (praktijk.map / "terug").exists()


def test_niet_langs_een_snelkoppeling(loop: Any, praktijk: Praktijk, tmp_path: Path) -> None:
    (tmp_path / "zijdeur").symlink_to(praktijk.map, target_is_directory=True)
    status, _, fout = loop(praktijk.map, "--naar", tmp_path / "zijdeur" / "terug")
    assert status == 2
    assert "ligt in de map die je nakijkt" in fout


def test_naast_een_los_bestand_mag_het(loop: Any, praktijk: Praktijk, tmp_path: Path) -> None:
    shutil.copytree(praktijk.map / "P5", tmp_path / "P5")
    status, _, fout = loop(*sorted((tmp_path / "P5").glob("*.docx")), "--naar", tmp_path / "P5" / "terug")
    assert (status, fout) == (0, "")


def test_niet_over_iets_heen(loop: Any, praktijk: Praktijk, tmp_path: Path) -> None:
    (tmp_path / "vol").mkdir()
    (tmp_path / "vol" / "brief.docx").write_bytes(b"van mij")
    status, _, fout = loop(praktijk.map, "--naar", "vol")
    assert (status, fout) == (2, "In ‘vol’ staat al iets. Kies een nieuwe map, dan blijft bewaard wat daar staat.\n")
    assert bestanden_in(tmp_path / "vol") == {"brief.docx": b"van mij"}
    assert loop(praktijk.map, "--naar", tmp_path / "vol" / "brief.docx")[0] == 2
    (tmp_path / "leeg").mkdir()
    (tmp_path / "leeg" / ".DS_Store").write_bytes(b"")
    assert loop(praktijk.map, "--naar", "leeg")[0] == 0


def test_ander_bestand_dan_nagekeken(
    loop: Any, praktijk: Praktijk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saved the form while it was checked: no comments on what nobody looked at."""
    from generator.terugmelding import kopie

    echt = kopie.lees_bytes
    monkeypatch.setattr(kopie, "lees_bytes", lambda pad: echt(pad) + b"\0")
    status, uit, _ = loop(praktijk.map, "--naar", "terug")
    assert status == 0
    assert "is veranderd tijdens het nakijken" in uit
    assert not [pad for pad in bestanden_in(tmp_path / "terug") if "/D-" in pad]


# --------------------------------------------------------------------------
# And back


def test_de_verbeterde_kopie_sluit_de_bevindingen(
    terug: Callable[..., Path], praktijk: Praktijk, tmp_path: Path
) -> None:
    """What was asked is done in the copies; together with the other forms nothing is left to ask."""
    map_, samen = terug(), tmp_path / "samen"
    shutil.copytree(praktijk.map, samen)
    naam = praktijk.lezer.lees(samen / "P5" / "05_begeleidingsplan_c1.docx").invulling
    assert naam is not None
    typ(map_ / ILSE / "D-0005" / "05_begeleidingsplan_c1.docx", samen / "P5", {
        "handtekening_client.naam": [str(naam.waarde("client_naam"))],
        "handtekening_client.datum": ["04-09-2026"], "handtekening_client.getekend": ["ja"]})  # fmt: skip
    rapport = controleer_bestanden([samen], MODEL, date.fromisoformat(DAG))
    assert sorted((b.code, b.dossier) for b in rapport.bevindingen) == [
        ("R09", "D-0006"), ("R30", "D-0005"), ("R41", "D-0006")]  # fmt: skip


def typ(bron: Path, naar: Path, waarden: Mapping[str, list[str]]) -> None:
    """Type into the controls of a copy, as a person does in Word, and save it elsewhere."""
    with zipfile.ZipFile(bron) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    document = etree.fromstring(delen["word/document.xml"])
    for sleutel, teksten in waarden.items():
        merken = [m for m in document.iter(q("w:tag")) if m.get(q("w:val")) == f"af:{sleutel}"]
        assert len(merken) >= len(teksten)
        for merk, tekst in zip(merken, teksten, strict=False):
            sdt = merk.getparent().getparent()
            for toont in sdt[0].findall(q("w:showingPlcHdr")):
                sdt[0].remove(toont)
            (t,) = sdt[-1].iter(q("w:t"))
            t.text = tekst
    with zipfile.ZipFile(naar / bron.name, "w") as pakket:
        for deelnaam, deel in (delen | {"word/document.xml": etree.tostring(document)}).items():
            pakket.writestr(deelnaam, deel)
