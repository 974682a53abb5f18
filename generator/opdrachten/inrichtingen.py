"""Inrichtingen: begin one, turn it into a workbook or back, and see what changed."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from generator import content
from generator.bestanden import schrijf_veilig
from generator.bron import Bron, OngeldigeBron, bedoelde, lees_yaml
from generator.opdrachten.fout import Opdrachtfout

# Beside an inrichting: the organisation's own Word templates.
HUISSTIJLMAP, HUISSTIJLEN = "word", ("formulier.docx", "handleiding.docx")


def begin_inrichting(map_: Path, uitgangsmodel: str, naam: str | None = None, overschrijf: bool = False) -> Path:
    """Copy a starting model, comments and all, to ``MAP/inrichting.yaml`` and return that path.

    The house style goes along, to ``MAP/word/``: Word files that the organisation may restyle.
    """
    modellen = content.uitgangsmodellen()
    if uitgangsmodel not in modellen:
        tip = bedoelde(uitgangsmodel, modellen)
        raise Opdrachtfout(f"Het uitgangsmodel ‘{uitgangsmodel}’ bestaat niet. Kies uit: {', '.join(modellen)}.{tip}")
    doel = map_ / "inrichting.yaml"
    if doel.exists() and not overschrijf:
        raise Opdrachtfout(f"‘{doel}’ bestaat al. Kies een andere map, of begin opnieuw met --overschrijf.")
    tekst = met_eigen_begin(modellen[uitgangsmodel].read_text(encoding="utf-8"), uitgangsmodel, date.today())
    schrijf_veilig(doel, (met_organisatienaam(tekst, naam) if naam else tekst).encode("utf-8"))
    for sjabloon in HUISSTIJLEN:
        eigen = map_ / HUISSTIJLMAP / sjabloon
        if overschrijf or not eigen.exists():
            schrijf_veilig(eigen, content.woordsjabloon(sjabloon).read_bytes())
    return doel


def met_eigen_begin(tekst: str, uitgangsmodel: str, vandaag: date) -> str:
    """Return the text of an inrichting as version 0.1 of today, with a log of its own; comments stay.

    The log of a starting model is the history of somebody else's handbook.
    """
    begin = {"versie": '"0.1"', "datum": vandaag.isoformat()}
    regels, in_handleiding, in_log = [], False, False
    for regel in tekst.splitlines(keepends=True):
        if regel[:1].isalpha():
            in_handleiding, in_log = regel.startswith("handleiding:"), False
        sleutel = regel.strip().partition(":")[0] if in_handleiding and re.match(r"  \w", regel) else ""
        in_log = sleutel == "log" or (in_log and not sleutel)
        if sleutel in begin:
            regel = f"  {sleutel}: {begin[sleutel]}\n"
        if sleutel == "log":
            regel = _EERSTE_LOG.format(datum=vandaag.isoformat(), model=uitgangsmodel)
        elif in_log:
            continue
        regels.append(regel)
    return "".join(regels)


# The places of the invented organisation.
_LOCATIES = re.compile(r"^(  locaties:)[^\n]*\n(?:    -[^\n]*\n)*", re.MULTILINE)
_EERSTE_LOG = """\
  log:
    - datum: {datum}
      versie: "0.1"
      aanpassing: Begonnen met het uitgangsmodel {model}.
      vervolg: Deze handleiding op maat maken.
"""


def met_organisatienaam(tekst: str, naam: str) -> str:
    """Return the text of an inrichting with another name for the organisation; comments stay."""
    bron = lees_yaml(Path("inrichting.yaml"), tekst)
    regels = tekst.splitlines(keepends=True)
    nr = int(bron.regel(("organisatie", "naam")) or 1) - 1
    begin = re.match(r"\s*naam:", regels[nr])
    if begin is None:
        raise Opdrachtfout("In dit uitgangsmodel staat geen naam van een organisatie om te vervangen.")
    commentaar = re.search(r"\s+#.*$", regels[nr].rstrip("\n"))
    regels[nr] = f"{begin[0]} {json.dumps(naam, ensure_ascii=False)}{commentaar[0] if commentaar else ''}\n"
    return _LOCATIES.sub(r"\1 []\n", "".join(regels), count=1)


# --------------------------------------------------------------------------
# vergelijk


def zet_inrichting_om(inrichting: str, doel: Path, overschrijf: bool = False) -> list[str]:
    """Write an inrichting as workbook (.xlsx) or as YAML; return sentences on what needs attention.

    Mistakes in what it says don't stop this, so that they can be mended in the other form.
    Raises `OngeldigeBron` when it can't be read or held, `Opdrachtfout` for another DOEL.
    """
    from generator.inrichting import zoek_inrichting
    from generator.werkboek import is_werkboek, lees_geheel, maak_yaml, schrijf_werkboek

    pad, soort = zoek_inrichting(inrichting), doel.suffix.lower()
    if soort not in (".xlsx", ".yaml", ".yml"):
        raise Opdrachtfout(f"‘{doel}’ moet eindigen op .xlsx (een werkboek) of op .yaml (een tekstbestand).")
    if soort != ".xlsx" and not is_werkboek(pad):
        raise Opdrachtfout(f"‘{pad}’ is al een tekstbestand. Kies een DOEL dat eindigt op .xlsx.")
    if doel.exists() and not overschrijf:
        raise Opdrachtfout(f"‘{doel}’ bestaat al. Kies een andere naam, of vervang het met --overschrijf.")
    behouden = True
    if is_werkboek(pad):
        gelezen = lees_geheel(pad)
        bron = gelezen.bron
        tekst, behouden = maak_yaml(bron.gegevens, gelezen.yamltekst)
    else:
        bron, tekst = lees_yaml(pad), pad.read_bytes().decode("utf-8")
    inhoud = schrijf_werkboek(bron, tekst) if soort == ".xlsx" else tekst.encode("utf-8")
    zinnen = [] if behouden else ["De uitleg uit het vroegere tekstbestand is er niet meer bij; de gegevens wel."]
    zinnen += _spaar_vorige(doel, inhoud)
    schrijf_veilig(doel, inhoud)
    return zinnen + _nog_fout(bron, doel)


def _spaar_vorige(doel: Path, inhoud: bytes) -> list[str]:
    """Keep what is about to be replaced, when it is something else."""
    if not doel.is_file() or (was := doel.read_bytes()) == inhoud:
        return []
    vorige = doel.with_name(f"{doel.name}.oud")
    schrijf_veilig(vorige, was)
    return [f"Wat er stond, is bewaard als {vorige}."]


def _nog_fout(bron: Bron, doel: Path) -> list[str]:
    """Say how many mistakes an inrichting still holds."""
    from generator.organisatie import controleer_organisatie

    try:
        controleer_organisatie(bron)
    except OngeldigeBron as fout:
        aantal = len(fout.fouten)
        wat = "klopt nog iets" if aantal == 1 else f"kloppen nog {aantal} dingen"
        return [f"In deze inrichting {wat} niet. Bekijk het met: achtfasen toets {doel}"]
    return []


def vergelijk_inrichtingen(oud: str, nieuw: str) -> dict[str, list[str]]:
    """Return what changed between two inrichtingen (a path or the name of a starting model): heading → sentences."""
    from generator.organisatie import lees_organisatie
    from generator.vergelijken import per_kop, vergelijk

    gevonden = per_kop(vergelijk(lees_organisatie(oud), lees_organisatie(nieuw)))
    return {kop: [wijziging.tekst for wijziging in delen] for kop, delen in gevonden.items()}


def stel_logregels_voor(oud: str, nieuw: str, vandaag: date) -> str:
    """Return rows for the wijzigingslog as YAML, one for every part that changed; nothing when none did."""
    from generator.organisatie import lees_organisatie
    from generator.vergelijken import als_yaml, logregels, vergelijk

    kanten = lees_organisatie(oud), lees_organisatie(nieuw)
    return als_yaml(logregels(*kanten, vergelijk(*kanten), vandaag))
