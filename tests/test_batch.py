"""Finding files, and reading them so that one bad file is one finding."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.batch import Grenzen, Leesfunctie, LezersStartenNiet, Vondst, afgebroken, lees_alle, vind_bestanden
from generator.model import Bestand, Formulier

KORT = Grenzen(werkers=2, seconden=1.5, geheugen=200 * 2**20)


def moordlezer(_: Mapping[str, Formulier]) -> Leesfunctie:
    """A reader that does what the name of the file says."""

    def lees(pad: Path) -> Bestand:
        if pad.stem.startswith("hangt"):
            time.sleep(600)
        if pad.stem.startswith("vreet"):
            vol = [bytearray(2**24) for _ in range(10_000)]
            return Bestand(pad=str(pad), status="gelezen", reden=str(len(vol)))
        if pad.stem.startswith("sterft"):
            os._exit(3)
        if pad.stem.startswith("traag"):
            time.sleep(0.03)
        if pad.stem.startswith("gooit"):
            raise ValueError("onverwacht")
        return Bestand(pad=str(pad), status="gelezen", sha256=str(os.getpid()))

    return lees


def kapotte_lezer(_: Mapping[str, Formulier]) -> Leesfunctie:
    os._exit(1)


def lees(namen: list[str], grenzen: Grenzen = KORT) -> dict[str, Bestand]:
    bestanden = lees_alle([Vondst(Path(naam)) for naam in namen], {}, grenzen=grenzen, lezer=moordlezer)
    assert [bestand.pad for bestand in bestanden] == namen
    return {bestand.pad: bestand for bestand in bestanden}


@pytest.mark.parametrize("moordenaar", ["hangt", "sterft", "gooit"])
@pytest.mark.parametrize("werkers", [1, 2])
def test_een_bestand_dat_zijn_lezer_doodt_is_een_bevinding(moordenaar: str, werkers: int) -> None:
    namen = sorted([f"goed{nr:02}.docx" for nr in range(40)] + [f"{moordenaar}.docx"])
    gelezen = lees(namen, Grenzen(werkers=werkers, seconden=1.5))
    assert {b.pad for b in gelezen.values() if b.status != "gelezen"} == {f"{moordenaar}.docx"}
    assert gelezen[f"{moordenaar}.docx"].code == "L49"


@pytest.mark.skipif(sys.platform != "linux", reason="alleen hier is een grens aan het geheugen te zetten")
def test_een_bestand_dat_het_geheugen_opeet_is_een_bevinding() -> None:
    gelezen = lees(["a.docx", "b.docx", "vreet.docx", "z.docx"])
    assert {b.pad: b.code for b in gelezen.values() if b.code} == {"vreet.docx": "L49"}


def test_veel_moordenaars_achter_elkaar() -> None:
    namen = [f"sterft{nr}.docx" for nr in range(3)] + ["z.docx"]
    gelezen = lees(namen)
    assert [bestand.status for bestand in gelezen.values()] == ["geweigerd"] * 3 + ["gelezen"]


def test_alleen_moordenaars() -> None:
    assert all(b == afgebroken(Path(b.pad)) for b in lees(["sterft1.docx", "sterft2.docx"]).values())


def test_meer_processen_delen_het_werk() -> None:
    gelezen = lees([f"traag{nr:03}.docx" for nr in range(120)])
    assert len({bestand.sha256 for bestand in gelezen.values()}) == 2
    assert os.getpid() not in {int(bestand.sha256) for bestand in gelezen.values()}


def test_voortgang_telt_elk_bestand() -> None:
    gezien: list[tuple[int, int]] = []
    vondsten = [Vondst(Path(f"{nr}.docx")) for nr in range(20)]
    lees_alle(vondsten, {}, grenzen=KORT, lezer=moordlezer, voortgang=lambda *stand: gezien.append(stand))
    assert gezien == [(nr, 20) for nr in range(1, 21)]


def test_lezers_die_niet_starten_geven_een_duidelijke_fout() -> None:
    with pytest.raises(LezersStartenNiet, match="starten niet"):
        lees_alle([Vondst(Path("a.docx"))], {}, grenzen=KORT, lezer=kapotte_lezer)


def test_afbreken_ruimt_de_processen_op() -> None:
    threading.Timer(2.0, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
    with pytest.raises(KeyboardInterrupt):
        lees(["hangt.docx"], Grenzen(werkers=1, seconden=60))
    import multiprocessing

    assert multiprocessing.active_children() == []


def test_niets_te_lezen() -> None:
    assert lees_alle([], {}) == []


def test_niet_meer_processen_dan_nodig() -> None:
    assert Grenzen(werkers=8).aantal(1) == 1
    assert Grenzen(werkers=8).aantal(20) == 3
    assert Grenzen(werkers=2).aantal(10_000) == 2


# --------------------------------------------------------------------------
# Finding


@pytest.fixture
def boom(tmp_path: Path) -> Path:
    for naam in ("b.docx", "a/c.docx", "a/~$c.docx", "a/.verborgen.docx", ".git/x.docx", "a/Thumbs.db",
                 "a/.~lock.c.docx#", "__MACOSX/q.docx", "a/leeg.txt"):  # fmt: skip
        pad = tmp_path / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(b"")
    return tmp_path


def test_vindt_alles_en_zegt_waarom_iets_overgeslagen_is(boom: Path) -> None:
    gevonden = {str(v.pad.relative_to(boom)): v for v in vind_bestanden([boom])}
    assert [naam for naam, v in gevonden.items() if v.status == "lezen"] == ["a/c.docx", "a/leeg.txt", "b.docx"]
    overgeslagen = {naam for naam, v in gevonden.items() if v.status == "overgeslagen"}
    assert overgeslagen == {".git", "__MACOSX", "a/.verborgen.docx", "a/.~lock.c.docx#", "a/Thumbs.db", "a/~$c.docx"}
    assert all(v.reden for v in gevonden.values() if v.status == "overgeslagen")


def test_elk_bestand_telt_een_keer(boom: Path) -> None:
    assert vind_bestanden([boom, boom / "a", boom / "b.docx"]) == vind_bestanden([boom])


def test_eigen_rapport_wordt_overgeslagen(boom: Path) -> None:
    (boom / "rapport.json").write_text("{}", encoding="utf-8")
    gevonden = {v.pad.name: v for v in vind_bestanden([boom], [boom / "rapport.json"])}
    assert gevonden["rapport.json"].reden == "Dit is het rapport zelf."


def test_genoemd_bestand_mag_verborgen_zijn(boom: Path) -> None:
    assert vind_bestanden([boom / "a" / ".verborgen.docx"])[0].status == "lezen"


@pytest.mark.skipif(sys.platform == "win32", reason="snelkoppelingen en pijpen zijn hier anders")
def test_lussen_pijpen_en_dode_snelkoppelingen(boom: Path) -> None:
    (boom / "a" / "lus").symlink_to(boom)
    (boom / "a" / "dood.docx").symlink_to(boom / "bestaat_niet.docx")
    (boom / "a" / "ook.docx").symlink_to(boom / "b.docx")
    os.mkfifo(boom / "pijp.docx")
    gevonden = {v.pad.name: v for v in vind_bestanden([boom])}
    assert gevonden["lus"].status == gevonden["pijp.docx"].status == "overgeslagen"
    assert gevonden["dood.docx"].status == gevonden["ook.docx"].status == "lezen"


def test_map_die_niet_open_mag(boom: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def dicht(pad: Path) -> object:
        if Path(pad).name == "a":
            raise PermissionError(13, "nee", str(pad))
        return scandir(pad)

    monkeypatch.setattr("generator.batch.os.scandir", dicht)
    gevonden = {v.pad.name: v for v in vind_bestanden([boom])}
    assert gevonden["a"].status == "geweigerd"
    bestand = lees_alle([gevonden["a"]], {})[0]
    assert (bestand.status, bestand.code) == ("geweigerd", "L48")


def test_verdwenen_bestand(tmp_path: Path) -> None:
    bestand = lees_alle([Vondst(tmp_path / "weg.docx")], {})[0]
    assert bestand.status == "geweigerd"
    assert "er niet meer" in (bestand.reden or "")
