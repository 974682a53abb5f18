"""What the commands do, as functions that can be called from Python.

Everything that a user can do wrong ends as `Opdrachtfout`, `OngeldigeBron` or `SchrijfFout`,
each with a message in Dutch.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator import content
from generator.bestanden import SchrijfFout, oorzaak_van, schrijf_veilig
from generator.bron import Bron, Bronfout, OngeldigeBron, Pad, bedoelde, lees_yaml

if TYPE_CHECKING:
    from generator.batch import Grenzen, Leesfunctie
    from generator.checks.nakijken import Nawerk
    from generator.handboek.aanhangsel import Blanco
    from generator.model import Bestand, Codekeuze, Formulier, Inrichting, Rapport, Uitleg
    from generator.versies import Verleden

FORMATEN = ("word", "excel", "pdf")
VOORBEELDMODEL = "opvang2004"
# Beside an inrichting: the organisation's own Word templates.
HUISSTIJLMAP, HUISSTIJLEN = "word", ("formulier.docx", "handleiding.docx")
# The invented dossiers are judged on a day of their own, so that the outcome is always the same.
VOORBEELDDATUM = date(2026, 9, 20)
_SLEUTELS = ("formulier", "dossier", "cyclus", "antwoorden")


class Opdrachtfout(Exception):
    """A command can't do its work; the message says why and what to do."""


# --------------------------------------------------------------------------
# nieuw


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


# --------------------------------------------------------------------------
# maak


@dataclass(frozen=True, slots=True, kw_only=True)
class Maakopdracht:
    """What has to be made: everything, or a part of it; ``thuis`` is the folder of the inrichting.

    ``meld`` hears of every form that got another version.
    """

    naar: Path
    thuis: Path | None = None
    handleiding: bool = True
    formulieren: bool = True
    posters: bool = True
    sleutels: tuple[str, ...] = ()
    meld: Callable[[str], object] = str


def maak(inrichting: Inrichting, opdracht: Maakopdracht) -> list[Path]:
    """Make the handleiding and the forms of an organisation; return what was written.

    The versions of the forms are kept beside its inrichting (`generator.versies`).
    """
    from generator.formulier import formulieren_van

    formulieren = formulieren_van(inrichting)
    inrichting = _met_logo(inrichting, opdracht.thuis)
    for sleutel in opdracht.sleutels:
        if sleutel not in formulieren:
            tip = bedoelde(sleutel, formulieren)
            raise Opdrachtfout(f"Het formulier ‘{sleutel}’ is er niet. Kies uit: {', '.join(formulieren)}.{tip}")
    gemaakt: list[Path] = []
    blanco = _blanco_maker(inrichting, opdracht.thuis)
    if opdracht.handleiding:
        sjabloon = eigen_sjabloon(opdracht.thuis, "handleiding.docx")
        doel = opdracht.naar / "handleiding.docx"
        gemaakt.append(_maak_handleiding(inrichting, formulieren, doel, sjabloon, blanco, opdracht.thuis))
    if opdracht.posters:
        gemaakt += _maak_posters(inrichting, opdracht)
    if opdracht.formulieren:
        gekozen = [formulieren[sleutel] for sleutel in opdracht.sleutels] or list(formulieren.values())
        gemaakt += _maak_formulieren(gekozen, opdracht.naar / "formulieren", blanco)
    # The handleiding holds all of them; otherwise only what was asked for has gone out.
    alles = opdracht.handleiding or (opdracht.formulieren and not opdracht.sleutels)
    uitgegeven = [f for f in formulieren.values() if alles or (opdracht.formulieren and f.sleutel in opdracht.sleutels)]
    for zin in _bewaar_versies(inrichting, uitgegeven, opdracht.thuis):
        opdracht.meld(zin)
    return gemaakt


def _bewaar_versies(inrichting: Inrichting, formulieren: Sequence[Formulier], thuis: Path | None) -> Iterator[str]:
    """Record the versions of forms that were made; yield what changed since the last time."""
    from generator.versies import leg_vast, versiemap

    map_ = versiemap(thuis)
    if map_ is None:
        return
    try:
        nieuw = leg_vast(map_, inrichting.organisatie.naam, formulieren, date.today())
    except SchrijfFout as fout:
        yield f"De versies van je formulieren zijn niet bewaard: {fout}"
        return
    yield from (str(deel) for deel in nieuw if not deel.eerste)


def eigen_sjabloon(thuis: Path | None, naam: str) -> Path | None:
    """Return the organisation's own Word template, when there is one beside its inrichting."""
    pad = thuis / HUISSTIJLMAP / naam if thuis else None
    return pad if pad is not None and pad.is_file() else None


def _met_logo(inrichting: Inrichting, thuis: Path | None) -> Inrichting:
    """A logo is named as seen from the folder of the inrichting."""
    logo = inrichting.organisatie.logo
    if not logo or thuis is None:
        return inrichting
    return replace(inrichting, organisatie=replace(inrichting.organisatie, logo=str(thuis / logo)))


def _maak_handleiding(
    inrichting: Inrichting,
    formulieren: Mapping[str, Formulier],
    doel: Path,
    sjabloon: Path | None,
    blanco: Blanco,
    thuis: Path | None,
) -> Path:
    from generator.handboek import Handboekfout, maak_handleiding

    try:
        maak_handleiding(inrichting, formulieren, doel, sjabloon=sjabloon, thuis=thuis, blanco=blanco)
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout
    return doel


def _maak_posters(inrichting: Inrichting, opdracht: Maakopdracht) -> list[Path]:
    from generator.handboek import Handboekfout
    from generator.handboek.poster import maak_posters

    try:
        return maak_posters(inrichting, opdracht.naar, sjabloon=eigen_sjabloon(opdracht.thuis, "handleiding.docx"))
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def _spaar_ingevuld(doel: Path) -> None:
    """A form that someone filled in is never replaced by a blank."""
    from generator.formats import is_ingevuld

    if is_ingevuld(doel):
        raise Opdrachtfout(f"‘{doel}’ is ingevuld; ik overschrijf het niet. Zet het ergens anders, of kies een map.")


class GeenPdf(Opdrachtfout):
    """The PDF can't be made here; the Word file of the handleiding stands."""


def maak_pdf(inrichting: Inrichting, opdracht: Maakopdracht) -> tuple[Path, list[str]]:
    """Lay out the handleiding that `maak` made as PDF beside it; return it and what needs attention.

    Raises `GeenPdf` without a LibreOffice that works, and `Opdrachtfout` when an own annex can't be read.
    """
    from generator.formulier import formulieren_van
    from generator.handboek import Handboekfout
    from generator.handboek.boek import Boek
    from generator.handboek.libreoffice import GeenLibreOffice
    from generator.handboek.pdf import eigen_bijlagen
    from generator.handboek.pdf import maak_pdf as maak

    boek = Boek.van(inrichting, formulieren_van(inrichting))
    docx, doel = opdracht.naar / "handleiding.docx", opdracht.naar / "handleiding.pdf"
    eigen, zinnen = eigen_bijlagen(boek, opdracht.thuis)
    try:
        return doel, zinnen + maak(boek, docx, doel, eigen)
    except GeenLibreOffice as fout:
        raise GeenPdf(
            f"De handleiding in pdf is niet gemaakt. {fout} Of open ‘{docx}’ in Word en bewaar haar daar als pdf."
        ) from fout
    except Handboekfout as fout:
        raise Opdrachtfout(f"De handleiding in pdf is niet gemaakt. {fout}") from fout


def _blanco_maker(inrichting: Inrichting, thuis: Path | None) -> Blanco:
    """Return a maker of blank forms: what stands loose and what is bound in is made once."""
    from generator.handboek.aanhangsel import blanco_maker

    return blanco_maker(inrichting, eigen_sjabloon(thuis, "formulier.docx"))


def _maak_formulieren(formulieren: Sequence[Formulier], map_: Path, blanco: Blanco) -> Iterator[Path]:
    from generator.handboek import Handboekfout

    for formulier in formulieren:
        doel = map_ / f"{formulier.sleutel}.docx"
        _spaar_ingevuld(doel)
        try:
            inhoud = blanco(formulier)
        except Handboekfout as fout:
            raise Opdrachtfout(str(fout)) from fout
        schrijf_veilig(doel, inhoud)
        yield doel


# --------------------------------------------------------------------------
# vul


@dataclass(frozen=True, slots=True)
class Antwoordbestand:
    """An answer file that was read: for which form and dossier, and the answers as they stand there."""

    bron: Bron
    formulier: str
    dossier: str
    cyclus: int | None
    antwoorden: Mapping[str, Any]


def lees_antwoordbestand(pad: Path) -> Antwoordbestand:
    """Read an answer file; raises `OngeldigeBron` with all that is wrong in its frame."""
    bron = lees_yaml(pad)
    gegevens = bron.gegevens
    if not isinstance(gegevens, dict):
        raise OngeldigeBron(
            [bron.fout((), "Dit is geen antwoordbestand. Het begint met: formulier, dossier, antwoorden.")]
        )
    fouten = [
        bron.fout((sleutel,), f"De sleutel ‘{sleutel}’ ken ik hier niet.{bedoelde(sleutel, _SLEUTELS)}")
        for sleutel in gegevens
        if sleutel not in _SLEUTELS
    ]
    antwoorden, cyclus = gegevens.get("antwoorden") or {}, gegevens.get("cyclus")
    if not isinstance(antwoorden, dict):
        fouten.append(bron.fout(("antwoorden",), "Hier horen antwoorden: de sleutel van een veld, dan het antwoord."))
    if not isinstance(gegevens.get("formulier"), str):
        fouten.append(bron.fout((), "Hier ontbreekt ‘formulier’: de sleutel van het formulier."))
    if cyclus is not None and not isinstance(cyclus, int):
        fouten.append(bron.fout(("cyclus",), "Hier hoort een heel getal: 1, 2, 3 …"))
    if fouten:
        raise OngeldigeBron(fouten)
    dossier = gegevens.get("dossier")
    return Antwoordbestand(bron, gegevens["formulier"], "" if dossier is None else str(dossier), cyclus, antwoorden)


def regelmatige_antwoorden(antwoorden: Antwoordbestand, formulier: Formulier) -> dict[str, Any]:
    """Return the answers in regular form; raises `OngeldigeBron` for what the form doesn't have."""
    from generator.veldsoorten import normaliseer_antwoorden

    ruw = dict(antwoorden.antwoorden)
    if formulier.veld("dossier_nr") is not None:
        ruw.setdefault("dossier_nr", antwoorden.dossier or None)
    if formulier.veld("cyclus_nr") is not None:
        ruw.setdefault("cyclus_nr", antwoorden.cyclus)
    waarden, fouten = normaliseer_antwoorden(formulier, ruw)
    if fouten:
        bron = antwoorden.bron
        raise OngeldigeBron(bron.fout(("antwoorden", *_sleutelpad(fout.sleutel)), fout.bericht) for fout in fouten)
    return waarden


def _sleutelpad(sleutel: str) -> Pad:
    """Return ``doelen[2].doel`` as a key path, to find its line."""
    delen = re.findall(r"([^.\[\]]+)|\[(\d+)\]", sleutel)
    return tuple(int(nr) - 1 if nr else naam for naam, nr in delen)


def vul_formulier(
    blanco: Path,
    antwoorden: Path,
    naar: Path,
    inrichting: Inrichting | None = None,
    verleden: Verleden | None = None,
) -> list[str]:
    """Fill a blank from an answer file; return what was kept as typed because it can't be understood.

    A blank of an earlier version is filled as what it is, when *verleden* has that version;
    otherwise it is refused as soon as an answer has no place in it.
    """
    from generator.formats import Geweigerd, herken, reden_van
    from generator.formats.word import vul
    from generator.formulier import formulieren_van

    for invoer in (blanco, antwoorden):
        if naar.exists() and invoer.exists() and naar.samefile(invoer):
            raise Opdrachtfout(f"‘{naar}’ is ook de invoer. Kies een andere naam bij --naar.")
    gegeven = lees_antwoordbestand(antwoorden)
    _spaar_ander_dossier(naar, gegeven.dossier)
    try:
        wie = herken(blanco).identiteit
        inhoud = blanco.read_bytes()
    except Geweigerd as fout:
        raise Opdrachtfout(f"‘{blanco}’: {reden_van(fout)}") from fout
    except OSError as fout:
        raise Opdrachtfout(f"‘{blanco}’ is niet te lezen. {oorzaak_van(fout)}") from fout
    formulieren = formulieren_van(inrichting or _inrichting_van(blanco, wie.uitgangsmodel))
    if wie.formulier != gegeven.formulier:
        bericht = f"De antwoorden zijn voor het formulier ‘{gegeven.formulier}’, maar ‘{blanco}’ is "
        raise Opdrachtfout(bericht + (f"‘{wie.formulier}’." if wie.formulier else "niet als formulier te herkennen."))
    if wie.formulier not in formulieren:
        raise Opdrachtfout(f"Deze inrichting heeft geen formulier ‘{wie.formulier}’. Geef een andere op.")
    nu = formulieren[wie.formulier]
    toen = verleden.definitie_bij(nu, wie.versie, wie.organisatie) if verleden else None
    formulier = toen or nu
    waarden = regelmatige_antwoorden(gegeven, formulier)
    try:
        gevuld = vul(inhoud, formulier, waarden, gegeven.dossier, gegeven.cyclus)
    except Geweigerd as fout:
        raise Opdrachtfout(f"‘{blanco}’: {reden_van(fout)}") from fout
    if toen is None and wie.versie != nu.versie:
        _alles_heeft_een_plek(gevuld, nu, waarden, f"‘{blanco}’ is versie {wie.versie}; nu geldt {nu.versie}")
    schrijf_veilig(naar, gevuld)
    return _onbegrepen(waarden)


def _alles_heeft_een_plek(gevuld: bytes, formulier: Formulier, waarden: Mapping[str, Any], wat: str) -> None:
    """Refuse a blank of another version in which an answer would be lost."""
    from generator.formats import Lezer

    terug = Lezer({formulier.sleutel: formulier}).lees_inhoud(Path("terug.docx"), gevuld).invulling
    staat = terug.waarden if terug else {}
    weg = [naam for naam, waarde in waarden.items() if waarde is not None and not _staat_er(waarde, staat.get(naam))]
    if weg:
        labels = [veld.label for veld in formulier.velden if veld.sleutel in weg]
        raise Opdrachtfout(
            f"{wat}. Niet elk antwoord heeft daarin een plek: {', '.join(f'‘{label}’' for label in labels)}. "
            "Neem een nieuw leeg formulier."
        )


def _staat_er(waarde: Any, staat: Any) -> bool:
    """True when something stands wherever there was an answer."""
    if isinstance(waarde, Mapping):
        return all(deel is None or _staat_er(deel, _deel(staat, naam)) for naam, deel in waarde.items())
    if isinstance(waarde, tuple) and any(isinstance(deel, Mapping) for deel in waarde):
        rijen = staat if isinstance(staat, tuple) else ()
        return len(rijen) >= len(waarde) and all(map(_staat_er, waarde, rijen))
    if isinstance(waarde, tuple):
        return isinstance(staat, tuple) and set(waarde) <= set(staat)
    return waarde in ("", ()) or staat is not None


def _deel(waarde: Any, naam: str) -> Any:
    return waarde.get(naam) if isinstance(waarde, Mapping) else None


def _inrichting_van(bestand: Path, uitgangsmodel: str) -> Inrichting:
    from generator.organisatie import lees_organisatie

    if uitgangsmodel not in content.uitgangsmodellen():
        raise Opdrachtfout(
            f"Aan ‘{bestand}’ is niet te zien bij welke inrichting het hoort. Geef die op met --inrichting."
        )
    return lees_organisatie(uitgangsmodel)


def _onbegrepen(waarden: Any, pad: str = "") -> list[str]:
    from generator.model import Onleesbaar

    if isinstance(waarden, Onleesbaar):
        return [f"{pad}: {waarden.reden}. Wat er stond is zo overgenomen."]
    if isinstance(waarden, Mapping):
        return [zin for naam, deel in waarden.items() for zin in _onbegrepen(deel, f"{pad}.{naam}" if pad else naam)]
    if isinstance(waarden, tuple):
        return [zin for nr, deel in enumerate(waarden, 1) for zin in _onbegrepen(deel, f"{pad}[{nr}]")]
    return []


# --------------------------------------------------------------------------
# lees


def lees(
    paden: Sequence[Path], inrichting: Inrichting | None = None, verleden: Verleden | None = None
) -> list[Bestand]:
    """Read returned forms, against *inrichting* or what each file says of itself.

    A form of an earlier version is read as what it is, when *verleden* has that version.
    """
    from generator.batch import Vondst, gewone_lezer, lees_alle, met_verleden
    from generator.formulier import formulieren_van

    for pad in paden:
        if not pad.exists():
            raise Opdrachtfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
        if pad.is_dir():
            raise Opdrachtfout(f"‘{pad}’ is een map. Noem bestanden, of gebruik: achtfasen controleer.")
    gevonden = [Vondst(pad) for pad in dict.fromkeys(paden)]
    if inrichting is None:
        return lees_alle(gevonden, {}, lezer=lezer_naar_eigen_zeggen)
    formulieren = formulieren_van(inrichting)
    gelezen = lees_alle(gevonden, formulieren, lezer=met_verleden(gewone_lezer, verleden))
    _vroegere_versies(gelezen, formulieren, verleden)
    return gelezen


def _vroegere_versies(
    bestanden: Iterable[Bestand], formulieren: Mapping[str, Formulier], verleden: Verleden | None
) -> dict[str, Formulier]:
    """Return per file the earlier definition that it was read with.

    Raises `OngeldigeBron` with every kept version that is damaged: a reader could do no better than today's.
    """
    fouten: dict[str, Bronfout] = {}
    toen: dict[str, Formulier] = {}
    for bestand in bestanden:
        deel = bestand.invulling
        if deel is None or deel.formulier not in formulieren or verleden is None:
            continue
        try:
            oud = verleden.definitie_bij(formulieren[deel.formulier], deel.versie, deel.organisatie)
        except OngeldigeBron as fout:
            fouten.update({str(een): een for een in fout.fouten})
        else:
            toen.update({bestand.pad: oud} if oud else {})
    if fouten:
        raise OngeldigeBron(list(fouten.values()))
    return toen


def lezer_naar_eigen_zeggen(_: Mapping[str, Formulier]) -> Leesfunctie:
    """Return a reader that takes for each file the starting model that the file itself names."""
    from generator.formats import Geweigerd, Lezer, geweigerd, herken
    from generator.formulier import formulieren_van
    from generator.organisatie import lees_organisatie

    lezers: dict[str, Lezer] = {}

    def lees_een(pad: Path) -> Bestand:
        try:
            model = herken(pad).identiteit.uitgangsmodel
        except Geweigerd as fout:
            return geweigerd(pad, "", fout)
        if model not in content.uitgangsmodellen():
            return geweigerd(pad, "", Geweigerd("L46"))
        if model not in lezers:
            lezers[model] = Lezer(formulieren_van(lees_organisatie(model)))
        return lezers[model].lees(pad)

    return lees_een


# --------------------------------------------------------------------------
# toets


def toets_inrichting(
    naam: str, peildatum: date, *, ingevuld: Sequence[Path] = (), vorige: str | None = None
) -> tuple[Rapport, list[str]]:
    """Hold an inrichting against the rules about it; return the report, and in sentences what was looked at.

    *ingevuld* are returned forms of the organisation itself; *vorige* is an earlier inrichting.
    """
    from generator.checks import InrichtingBlik
    from generator.checks import toets as toets_regels
    from generator.organisatie import bron_van, controleer_organisatie, thuis_van

    bron = bron_van(naam)
    rauw = controleer_organisatie(bron)
    # Its own file, also when a folder of that name stands right here.
    model = content.uitgangsmodellen().get(rauw.uitgangsmodel)
    blik = InrichtingBlik.op(
        rauw,
        peildatum,
        bron=bron,
        hoofdstukken=_eigen_hoofdstukken(thuis_van(bron)),
        vorige=controleer_organisatie(bron_van(vorige)) if vorige else None,
        model=controleer_organisatie(lees_yaml(model)) if model else None,
    )
    _hoofdstukken_kloppen(rauw, blik.formulieren, thuis_van(bron))
    bestanden = _van_organisatie(ingevuld, blik.formulieren, verleden_van(naam))
    blik = replace(blik, invullingen=tuple(b.invulling for b in bestanden if b.status == "gelezen" and b.invulling))
    rapport = toets_regels(blik, bestanden=bestanden, naam=naam)
    return rapport, _bekeken(rapport, rauw, bron, len(blik.hoofdstukken), vorige)


def _eigen_hoofdstukken(thuis: Path | None) -> tuple[tuple[str, str], ...]:
    """Return file and text of the chapters that an organisation has beside its inrichting."""
    from generator.handboek import Handboekfout
    from generator.handboek.hoofdstukken import Hoofdstukkenmap

    try:
        kaart = Hoofdstukkenmap.bij(thuis)
        map_ = kaart.eigen
        namen = [pad.relative_to(map_).as_posix() for pad in sorted(map_.rglob("*.md"))] if map_ else []
        gelezen = [kaart.lees(naam) for naam in namen if kaart.heeft(naam)]
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout
    return tuple((deel.plek, deel.tekst) for deel in gelezen if deel.eigen)


def _hoofdstukken_kloppen(inrichting: Inrichting, formulieren: Mapping[str, Formulier], thuis: Path | None) -> None:
    """Read the chapters as `maak` does: what would stop it, stops here with the same message."""
    from generator.handboek import Handboekfout
    from generator.handboek.boek import Boek
    from generator.handboek.hoofdstukken import Hoofdstukkenmap
    from generator.handboek.maken import hoofdstukken

    try:
        hoofdstukken(Boek.van(inrichting, formulieren, Hoofdstukkenmap.bij(thuis)))
    except Handboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def _van_organisatie(paden: Sequence[Path], formulieren: Mapping[str, Formulier], verleden: Verleden) -> list[Bestand]:
    """Read forms of the organisation itself, lifted to today's version; one about a client is skipped, with why."""
    from generator.batch import LezersStartenNiet, gewone_lezer, lees_alle, met_verleden, vind_bestanden

    for pad in paden:
        if not pad.exists():
            raise Opdrachtfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
    try:
        gelezen = lees_alle(vind_bestanden(paden), formulieren, lezer=met_verleden(gewone_lezer, verleden))
    except LezersStartenNiet as fout:
        raise Opdrachtfout(str(fout)) from fout
    eigen = {sleutel: formulier for sleutel, formulier in formulieren.items() if formulier.soort == "organisatie"}
    gelezen = _opgetild(gelezen, eigen, verleden)
    reden = "Dit formulier gaat niet over de organisatie zelf. Gebruik daarvoor: achtfasen controleer."
    return [
        replace(bestand, status="overgeslagen", reden=reden)
        if bestand.invulling is not None and bestand.invulling.formulier not in eigen
        else bestand
        for bestand in gelezen
    ]


def _opgetild(bestanden: Sequence[Bestand], formulieren: Mapping[str, Formulier], verleden: Verleden) -> list[Bestand]:
    """Bring the answers of earlier versions under today's keys."""
    from generator.checks.optillen import Overgang

    toen = _vroegere_versies(bestanden, formulieren, verleden)
    return [
        replace(b, invulling=Overgang(toen[b.pad], formulieren[b.invulling.formulier]).til_op(b.invulling))
        if b.invulling is not None and b.pad in toen
        else b
        for b in bestanden
    ]


def _bekeken(rapport: Rapport, inrichting: Inrichting, bron: Bron, hoofdstukken: int, vorige: str | None) -> list[str]:
    jaar, maand, dag = rapport.peildatum.split("-")
    delen = [f"{len(inrichting.fasen)} fasen", f"{len(inrichting.leefgebieden)} leefgebieden"]
    delen += [f"{len(inrichting.instrumenten)} instrumenten"]
    delen += [f"{sum(deel.aan == 'ja' for deel in inrichting.formulieren.values())} formulieren"]
    delen += [f"{hoofdstukken} eigen {'hoofdstuk' if hoofdstukken == 1 else 'hoofdstukken'}"] if hoofdstukken else []
    gelezen = sum(bestand.status == "gelezen" for bestand in rapport.bestanden)
    delen += [f"{gelezen} ingevuld"] if rapport.bestanden else []
    naast = f", naast {vorige}" if vorige else ""
    return [
        f"Bekeken: {bron.bestand} ({', '.join(delen)}){naast}; peildatum {dag}-{maand}-{jaar}.",
        "Nagekeken: de opbouw, sleutels en verwijzingen, termijnen, datums en woorden tussen {}, "
        "en de regels R57 tot en met R69.",
    ]


# --------------------------------------------------------------------------
# controleer


def controleer_bestanden(
    paden: Sequence[Path],
    inrichting: str,
    peildatum: date,
    *,
    grenzen: Grenzen | None = None,
    negeer: Sequence[Path] = (),
    voortgang: Callable[[int, int], None] | None = None,
    keuze: Codekeuze | None = None,
    geaccepteerd: Path | None = None,
) -> Rapport:
    """Check files and folders against an inrichting (a path or the name of a starting model).

    *keuze* says which findings to show; *geaccepteerd* is the list of accepted ones, when it isn't
    ``geaccepteerd.yaml`` beside the inrichting.
    """
    from generator.batch import LezersStartenNiet, controleer_paden
    from generator.organisatie import lees_organisatie

    gegevens = lees_organisatie(inrichting)
    nawerk = _nawerk(inrichting, gegevens, keuze, geaccepteerd)
    for pad in paden:
        if not pad.exists() and not pad.is_symlink():
            raise Opdrachtfout(f"‘{pad}’ bestaat niet. Controleer de naam en de map.")
    try:
        rapport = controleer_paden(paden, gegevens, peildatum, naam=inrichting, grenzen=grenzen,
                                   negeer=[*negeer, *nawerk.bestanden], voortgang=voortgang,
                                   verleden=verleden_van(inrichting))  # fmt: skip
    except LezersStartenNiet as fout:
        raise Opdrachtfout(str(fout)) from fout
    return nawerk.op(rapport, paden, peildatum)


def _nawerk(naam: str, inrichting: Inrichting, keuze: Codekeuze | None, geaccepteerd: Path | None) -> Nawerk:
    """Read what happens with the report before any form is read: a mistake in it must not cost an hour."""
    from generator.checks.aanvaard import BESTANDSNAAM, lees_acceptaties
    from generator.checks.filters import Codefilter, VerkeerdeCode
    from generator.checks.nakijken import Nawerk
    from generator.formulier import formulieren_van
    from generator.inrichting import zoek_inrichting

    try:
        filter_ = Codefilter.van(keuze.alleen, keuze.negeer) if keuze else Codefilter()
    except VerkeerdeCode as fout:
        raise Opdrachtfout(str(fout)) from fout
    vast = zoek_inrichting(naam).parent / BESTANDSNAAM
    pad = geaccepteerd or (vast if vast.is_file() else None)
    return Nawerk(filter_, lees_acceptaties(pad, formulieren_van(inrichting)) if pad else None)


def woorden_en_vragen(inrichting: str) -> tuple[Inrichting, Mapping[str, Formulier]]:
    """Return an organisation with its texts filled in, and its tailored forms: what a report shows."""
    from generator.formulier import formulieren_van
    from generator.inrichting import ingevuld
    from generator.organisatie import lees_organisatie

    gelezen = lees_organisatie(inrichting)
    return ingevuld(gelezen), formulieren_van(gelezen)


def verleden_van(inrichting: str) -> Verleden:
    """Return what an organisation had before: what is kept beside its inrichting."""
    from generator.inrichting import zoek_inrichting
    from generator.versies import Verleden, versiemap

    return Verleden(versiemap(zoek_inrichting(inrichting).parent))


# --------------------------------------------------------------------------
# voorbeeld


def maak_voorbeeld(naar: Path) -> tuple[list[Path], Rapport]:
    """Walk the whole road with an invented organisation; return what was written, and the report."""
    from generator.formulier import formulieren_van
    from generator.organisatie import lees_organisatie
    from generator.report.html import rapport_als_html
    from generator.report.json import rapport_als_json

    inrichting = lees_organisatie(VOORBEELDMODEL)
    gemaakt = maak(inrichting, Maakopdracht(naar=naar))
    dossiers = naar / "dossiers"
    gemaakt += _vul_dossiers(inrichting, formulieren_van(inrichting), dossiers)
    rapport = controleer_bestanden([dossiers], VOORBEELDMODEL, VOORBEELDDATUM)
    schrijf_veilig(naar / "rapport.json", rapport_als_json(rapport))
    schrijf_veilig(naar / "rapport.html", rapport_als_html(rapport, *woorden_en_vragen(VOORBEELDMODEL)))
    gemaakt += [naar / "rapport.json", naar / "rapport.html", *_vervolg_van(inrichting, rapport, dossiers, naar)]
    return gemaakt, rapport


def _vervolg_van(inrichting: Inrichting, rapport: Rapport, dossiers: Path, naar: Path) -> Iterator[Path]:
    """Make the next forms of the invented dossiers, filled in beforehand."""
    from generator.vervolg import Vervolgopdracht
    from generator.vervolg.maken import uit_rapport

    opdracht = Vervolgopdracht(
        paden=(dossiers,), inrichting=VOORBEELDMODEL, naar=naar / "vervolg", peildatum=VOORBEELDDATUM
    )
    uitslag = uit_rapport(rapport, inrichting, opdracht, _blanco_maker(inrichting, None))
    yield from (deel.pad for dossier in uitslag.dossiers for deel in dossier.gemaakt)


def _vul_dossiers(inrichting: Inrichting, formulieren: Mapping[str, Formulier], naar: Path) -> Iterator[Path]:
    from generator.formats.word import maak_formulier, vul
    from generator.inrichting import ingevuld

    gevuld = ingevuld(inrichting)
    blanco: dict[str, bytes] = {}
    for pad in sorted(content.voorbeelden().glob("*/*.yaml")):
        gegeven = lees_antwoordbestand(pad)
        if (formulier := formulieren.get(gegeven.formulier)) is None:
            bericht = f"{VOORBEELDMODEL} gebruikt het formulier ‘{gegeven.formulier}’ niet."
            raise OngeldigeBron([Bronfout(str(pad), None, "formulier", bericht)])
        if formulier.sleutel not in blanco:
            blanco[formulier.sleutel] = maak_formulier(formulier, gevuld)
        waarden = regelmatige_antwoorden(gegeven, formulier)
        doel = naar / pad.parent.name / f"{pad.stem}.docx"
        schrijf_veilig(doel, vul(blanco[formulier.sleutel], formulier, waarden, gegeven.dossier, gegeven.cyclus))
        yield doel


# --------------------------------------------------------------------------
# lijst


def lijst_uitgangsmodellen() -> list[dict[str, str]]:
    """Return the starting models: key, name of the organisation, number of leefgebieden."""
    rijen = []
    for sleutel, pad in content.uitgangsmodellen().items():
        gegevens = lees_yaml(pad).gegevens
        gegevens = gegevens if isinstance(gegevens, dict) else {}
        organisatie = gegevens.get("organisatie") or {}
        rijen.append({"sleutel": sleutel, "organisatie": str(organisatie.get("naam", "")),
                      "leefgebieden": str(len(gegevens.get("leefgebieden") or ()))})  # fmt: skip
    return rijen


def lijst_formulieren(inrichting: Inrichting | None = None) -> list[dict[str, str]]:
    """Return the forms, of an organisation or all that there are."""
    return [
        {"sleutel": f.sleutel, "titel": f.titel, "fase": f.fase or "organisatie", "versie": f.versie}
        for f in _formulieren(inrichting).values()
    ]


def lijst_regels() -> list[dict[str, str]]:
    """Return the rules: code, title, weight, level, whether it is fixed by the model, source."""
    from generator.checks import REGELS

    return [
        {"code": r.code, "titel": r.titel, "ernst": r.ernst.value, "niveau": r.niveau,
         "vast": "ja" if r.vast else "nee", "bron": r.bron}
        for r in REGELS
    ]  # fmt: skip


def leg_code_uit(code: str, inrichting: Inrichting | None = None) -> Uitleg:
    """Return what there is to say about a code; with what *inrichting* makes of it."""
    from generator.checks.codes import tip_bij
    from generator.checks.uitleg import OnbekendeCode, uitleg_van

    try:
        return uitleg_van(code, inrichting)
    except OnbekendeCode as fout:
        tip = tip_bij(code)
        raise Opdrachtfout(
            f"De code ‘{code}’ bestaat niet.{tip} Alle regels staan in: achtfasen lijst regels."
        ) from fout


def lijst_velden(sleutel: str | None, inrichting: Inrichting | None = None) -> list[dict[str, str]]:
    """Return the fields of one form or of all, with their keys as answer files use them."""
    formulieren = _formulieren(inrichting)
    if sleutel is not None and sleutel not in formulieren:
        tip = bedoelde(sleutel, formulieren)
        raise Opdrachtfout(f"Het formulier ‘{sleutel}’ is er niet. Kies uit: {', '.join(formulieren)}.{tip}")
    gekozen = [formulieren[sleutel]] if sleutel else list(formulieren.values())
    return [
        {"formulier": f.sleutel, "veld": naam, "soort": soort, "label": label, "verplicht": verplicht}
        for f in gekozen
        for veld in f.velden
        for naam, soort, label, verplicht in _veldregels(veld)
    ]


def _veldregels(veld: Any) -> Iterator[tuple[str, str, str, str]]:
    per = "" if veld.per_leefgebied == "nee" else " per leefgebied"
    yield veld.sleutel, veld.soort + per, veld.label, veld.verplicht
    for kolom in veld.kolommen:
        yield f"{veld.sleutel}.{kolom.sleutel}", kolom.soort, kolom.label, kolom.verplicht


def _spaar_ander_dossier(naar: Path, dossier: str) -> None:
    """A filled form of someone else is never written over."""
    from generator.formats import Geweigerd, herken

    try:
        staat_er = herken(naar).identiteit.dossier if naar.is_file() else ""
    except Geweigerd:
        return
    if staat_er and staat_er != dossier:
        raise Opdrachtfout(f"In ‘{naar}’ staat al een formulier van dossier {staat_er}. Kies een andere naam.")


def _formulieren(inrichting: Inrichting | None) -> dict[str, Formulier]:
    """Return the forms of an organisation; without one, all definitions in common words."""
    from generator.formulier import definities, formulieren_van
    from generator.model import Term
    from generator.taal import standaardwoorden, termwoorden, vul_record_in

    if inrichting is not None:
        return formulieren_van(inrichting)
    woorden = {
        "organisatie": "de organisatie",
        **standaardwoorden(),
        **termwoorden("client", Term(enkelvoud="cliënt", meervoud="cliënten")),
        **termwoorden("begeleider", Term(enkelvoud="begeleider", meervoud="begeleiders")),
    }
    return {sleutel: vul_record_in(definitie, woorden) for sleutel, definitie in definities().items()}
