"""The command line: thin commands; the work is in `generator.opdrachten`."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.bestanden import SchrijfFout, oorzaak_van, schrijf_veilig
from generator.bron import OngeldigeBron
from generator.commandos.exporteer import exporteer
from generator.commandos.jaaroverzicht import jaaroverzicht
from generator.commandos.maak import maak
from generator.commandos.terugmelding import terugmelding
from generator.commandos.vervolg import vervolg
from generator.commandos.voorbeeld import voorbeeld
from generator.klik import Aantal, Bestandspad, Datum, Groep, Keuze, Tekst, gebruiksfout, toon_voortgang
from generator.opdrachten import Opdrachtfout

if TYPE_CHECKING:
    from generator.model import Inrichting
    from generator.versies import Verleden

IN_ORDE, GEVONDEN, MISLUKT = 0, 1, 2
_PAD = Bestandspad()
_CODE = Tekst()
_SPOOR = "ACHTFASEN_SPOOR"


def main(argumenten: Sequence[str] | None = None) -> int:
    """Run a command line and return the exit status: 0, 1 (findings) or 2 (could not do its work)."""
    _utf8()
    try:
        status = _voer_uit(argumenten)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read us has seen enough.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return IN_ORDE
    return status


def _voer_uit(argumenten: Sequence[str] | None) -> int:
    try:
        uitkomst = achtfasen.main(argumenten and list(argumenten), prog_name="achtfasen", standalone_mode=False)
        return uitkomst if isinstance(uitkomst, int) else IN_ORDE
    except click.exceptions.Exit as einde:
        return einde.exit_code
    except click.ClickException as fout:
        return _zeg(gebruiksfout(fout))
    except (click.Abort, KeyboardInterrupt):
        return _zeg("Afgebroken.")
    except OngeldigeBron as fout:
        return _zeg(_bronfouten(fout))
    except (Opdrachtfout, SchrijfFout) as fout:
        return _zeg(str(fout))
    except BrokenPipeError:
        raise
    except OSError as fout:
        return _zeg(f"{f'‘{fout.filename}’: ' if fout.filename else ''}{oorzaak_van(fout)}")
    except Exception as fout:
        if os.environ.get(_SPOOR):
            raise
        return _zeg(
            f"Er ging iets mis in achtfasen zelf ({type(fout).__name__}). Meld dit aan de makers; "
            f"met {_SPOOR}=1 ervoor laat dezelfde opdracht zien waar het misging."
        )


def _zeg(bericht: str) -> int:
    click.echo(bericht, err=True)
    return MISLUKT


def _bronfouten(fout: OngeldigeBron) -> str:
    aantal = len(fout.fouten)
    kop = "Er klopt iets niet:" if aantal == 1 else f"Er kloppen {aantal} dingen niet:"
    return "\n".join([kop, *(f"  {deel}" for deel in fout.fouten)])


def _utf8() -> None:
    """Write UTF-8 whatever the locale says; a file name that is no text must not stop us."""
    for stroom in (sys.stdout, sys.stderr):
        if hasattr(stroom, "reconfigure"):
            stroom.reconfigure(encoding="utf-8", errors="replace")


@click.group(cls=Groep, invoke_without_command=True)
@click.option("--versie", is_flag=True, help="Toon de versie van achtfasen.")
@click.pass_context
def achtfasen(ctx: click.Context, versie: bool) -> None:
    """Maak het 8-fasenmodel van je eigen organisatie.

    Je krijgt een handleiding en formulieren in je eigen woorden, en kijkt ingevulde
    formulieren in één keer na. Begin met: achtfasen voorbeeld.

    INRICHTING is een bestand (.yaml of .xlsx), de map waarin dat staat, of de naam van een uitgangsmodel.
    """
    if versie:
        click.echo(f"achtfasen {__version__}")
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


achtfasen.add_command(voorbeeld)


@achtfasen.command("nieuw")
@click.argument("map_", metavar="MAP", type=_PAD)
@click.option(
    "--uitgangsmodel", required=True, metavar="NAAM", help="Waarmee je begint; zie: achtfasen lijst uitgangsmodellen."
)
@click.option("--naam", metavar="ORGANISATIE", help="De naam van je organisatie.")
@click.option("--overschrijf", is_flag=True, help="Begin opnieuw als er al een inrichting staat.")
def nieuw(map_: Path, uitgangsmodel: str, naam: str | None, overschrijf: bool) -> int:
    """Begin een eigen inrichting: MAP/inrichting.yaml."""
    from generator.opdrachten import begin_inrichting

    doel = begin_inrichting(map_, uitgangsmodel, naam, overschrijf)
    click.echo(f"Je inrichting staat in {doel}.")
    click.echo("Pas haar aan in een tekstprogramma; in het bestand staat hoe dat werkt.")
    click.echo(f"De huisstijl staat in {doel.parent / 'word'}: pas de stijlen daar aan in Word.")
    click.echo(f"Daarna: achtfasen toets {doel}")
    return IN_ORDE


@achtfasen.command("toets")
@click.argument("inrichting", metavar="INRICHTING")
@click.option("--ingevuld", type=_PAD, multiple=True, metavar="PAD",
              help="Ingevulde formulieren van de organisatie zelf: een bestand of map; mag vaker.")  # fmt: skip
@click.option("--vorige", metavar="OUD", help="De vorige inrichting: hoort er een nieuwe versie bij?")
@click.option("--peildatum", type=Datum(), help="De dag waarop je kijkt (anders: vandaag).")
@click.option("--json", "json_bestand", type=_PAD, metavar="BESTAND", help="Schrijf de uitkomst ook als JSON.")
@click.option("--strikt", is_flag=True, help="Laat ook waarschuwingen en aandachtspunten tellen voor de uitslag.")
def toets(
    inrichting: str,
    ingevuld: tuple[Path, ...],
    vorige: str | None,
    peildatum: date | None,
    json_bestand: Path | None,
    strikt: bool,
) -> int:
    """Kijk na of een inrichting klopt en past bij het model.

    De uitslag is 0 als er niets is, 1 als er fouten zijn, 2 als de inrichting niet te lezen is.
    """
    from generator.opdrachten import toets_inrichting
    from generator.report.terminal import scherm
    from generator.report.toetsing import toon_toetsing

    _jsonnaam(json_bestand)
    rapport, bekeken = toets_inrichting(inrichting, peildatum or date.today(), ingevuld=ingevuld, vorige=vorige)
    console = scherm()
    toon_toetsing(rapport, bekeken, console)
    if json_bestand:
        from generator.report.json import rapport_als_json

        schrijf_veilig(json_bestand, rapport_als_json(rapport))
        console.print(f"De uitkomst staat ook in {json_bestand}.")
    return GEVONDEN if not rapport.geldig or (strikt and rapport.bevindingen) else IN_ORDE


def _jsonnaam(json_bestand: Path | None) -> None:
    if json_bestand and json_bestand.suffix.lower() != ".json":
        raise Opdrachtfout(f"‘{json_bestand}’ is geen plek voor het rapport. Kies een naam die eindigt op .json.")


@achtfasen.command("zet-om")
@click.argument("inrichting", metavar="INRICHTING")
@click.argument("doel", metavar="DOEL", type=_PAD)
@click.option("--overschrijf", is_flag=True, help="Vervang DOEL; de vorige versie blijft bewaard als DOEL.oud.")
def zet_om(inrichting: str, doel: Path, overschrijf: bool) -> int:
    """Maak van een inrichting een werkboek voor Excel, of andersom.

    Eindigt DOEL op .xlsx, dan komt er een werkboek; eindigt het op .yaml, dan een tekstbestand. Wat je niet
    wijzigt, blijft precies zoals het was, ook de uitleg in het tekstbestand.
    """
    from generator.opdrachten import zet_inrichting_om

    for zin in zet_inrichting_om(inrichting, doel, overschrijf):
        click.echo(f"Let op: {zin}", err=True)
    click.echo(f"De inrichting staat in {doel}.")
    return IN_ORDE


@achtfasen.command("vergelijk")
@click.argument("oud", metavar="OUD")
@click.argument("nieuw", metavar="NIEUW")
@click.option("--logregels", is_flag=True, help="Geef regels voor de wijzigingslog, om in je inrichting te plakken.")
def vergelijk(oud: str, nieuw: str, logregels: bool) -> int:
    """Laat zien wat er veranderd is tussen twee inrichtingen.

    OUD en NIEUW zijn allebei een INRICHTING: een bestand, een map of een uitgangsmodel.
    """
    from generator.opdrachten import stel_logregels_voor, vergelijk_inrichtingen

    if logregels:
        click.echo(stel_logregels_voor(oud, nieuw, date.today()), nl=False)
        return IN_ORDE
    wijzigingen = vergelijk_inrichtingen(oud, nieuw)
    aantal = sum(map(len, wijzigingen.values()))
    click.echo(f"{aantal} wijziging{'' if aantal == 1 else 'en'}." if aantal else "Er is niets veranderd.")
    for kop, zinnen in wijzigingen.items():
        click.echo(f"\n{kop}")
        for zin in zinnen:
            click.echo(f"  {zin}")
    if aantal:
        click.echo("\nMet --logregels krijg je regels voor de wijzigingslog.")
    return IN_ORDE


achtfasen.add_command(maak)


@achtfasen.command("vul")
@click.argument("formulierbestand", metavar="FORMULIERBESTAND", type=_PAD)
@click.option("--antwoorden", type=_PAD, required=True, metavar="BESTAND", help="Het antwoordbestand (YAML).")
@click.option("--naar", type=_PAD, required=True, metavar="BESTAND", help="Waar het ingevulde formulier komt.")
@click.option("--inrichting", metavar="INRICHTING", help="Anders: het uitgangsmodel dat het formulier zelf noemt.")
def vul(formulierbestand: Path, antwoorden: Path, naar: Path, inrichting: str | None) -> int:
    """Vul een leeg formulier in uit een antwoordbestand.

    Een antwoordbestand noemt formulier, dossier, cyclus en antwoorden: de sleutel van elke vraag, dan het antwoord.
    Een voorbeeld staat in docs/antwoordbestand.md. De sleutels zie je met: achtfasen lijst velden FORMULIER.
    """
    from generator.opdrachten import vul_formulier

    for zin in vul_formulier(formulierbestand, antwoorden, naar, _inrichting(inrichting), _verleden(inrichting)):
        click.echo(f"Let op: {zin}", err=True)
    click.echo(f"Het ingevulde formulier staat in {naar}.")
    return IN_ORDE


def _inrichting(naam: str | None) -> Inrichting | None:
    from generator.organisatie import lees_organisatie

    return lees_organisatie(naam) if naam else None


def _verleden(naam: str | None) -> Verleden | None:
    from generator.opdrachten import verleden_van

    return verleden_van(naam) if naam else None


@achtfasen.command("lees")
@click.argument("bestanden", metavar="BESTAND…", type=_PAD, nargs=-1, required=True)
@click.option("--json", "als_json", is_flag=True, help="Toon alles als JSON.")
@click.option("--inrichting", metavar="INRICHTING", help="Anders: het uitgangsmodel dat elk formulier zelf noemt.")
def lees(bestanden: tuple[Path, ...], als_json: bool, inrichting: str | None) -> int:
    """Laat zien wat er in ingevulde formulieren staat.

    Bij elk antwoord staat langs welke weg het is herkend.
    """
    from generator.opdrachten import lees as lees_formulieren

    gelezen = lees_formulieren(bestanden, _inrichting(inrichting), _verleden(inrichting))
    if als_json:
        from generator.report.json import als_json as maak_json
        from generator.report.json import lezing_als_gegevens

        _schrijf(maak_json([lezing_als_gegevens(bestand) for bestand in gelezen]))
    else:
        from generator.report.terminal import scherm, toon_lezing

        console = scherm()
        for bestand in gelezen:
            toon_lezing(bestand, console)
    return GEVONDEN if any(bestand.status == "geweigerd" for bestand in gelezen) else IN_ORDE


def _schrijf(inhoud: bytes) -> None:
    click.echo(inhoud.decode("utf-8"), nl=False)


@achtfasen.command("controleer")
@click.argument("paden", metavar="PAD…", type=_PAD, nargs=-1, required=True)
@click.option("--inrichting", required=True, metavar="INRICHTING", help="Waaraan de formulieren getoetst worden.")
@click.option("--peildatum", type=Datum(), help="De dag waarop je kijkt (anders: vandaag).")
@click.option("--json", "json_bestand", type=_PAD, metavar="BESTAND", help="Schrijf het rapport ook als JSON.")
@click.option("--html", "html_bestand", type=_PAD, metavar="BESTAND", help="Schrijf het rapport als webpagina.")
@click.option("--xlsx", "xlsx_bestand", type=_PAD, metavar="BESTAND", help="Schrijf een werklijst voor Excel.")
@click.option("--met-namen", is_flag=True, help="Zet er ook namen van cliënten in. Let op de privacy.")
@click.option("--met-antwoorden", is_flag=True, help="Zet er ook de antwoorden in. Let op de privacy.")
@click.option("--strikt", is_flag=True, help="Laat ook waarschuwingen en aandachtspunten tellen voor de uitslag.")
@click.option("--alles", is_flag=True, help="Toon alles, ook wat overgeslagen of geaccepteerd is.")
@click.option("--alleen", type=_CODE, multiple=True, metavar="CODE", help="Toon alleen deze codes; zie hieronder.")
@click.option("--negeer", type=_CODE, multiple=True, metavar="CODE", help="Laat deze codes weg; zie hieronder.")
@click.option("--geaccepteerd", type=_PAD, metavar="BESTAND",
              help="Wat jullie accepteren (anders: geaccepteerd.yaml naast de inrichting).")  # fmt: skip
@click.option("--werkers", type=Aantal(), help="Zoveel bestanden tegelijk (anders: het aantal kernen).")
def controleer(
    paden: tuple[Path, ...],
    inrichting: str,
    peildatum: date | None,
    json_bestand: Path | None,
    html_bestand: Path | None,
    xlsx_bestand: Path | None,
    met_namen: bool,
    met_antwoorden: bool,
    strikt: bool,
    alles: bool,
    alleen: tuple[str, ...],
    negeer: tuple[str, ...],
    geaccepteerd: Path | None,
    werkers: int | None,
) -> int:
    """Kijk ingevulde formulieren na: bestanden en hele mappen.

    De uitslag is 0 als er niets is, 1 als er fouten zijn, 2 als het nakijken zelf niet lukte.

    Een CODE is die van een regel (R30) of het begin ervan (R3, L). Je mag er meer noemen, met een komma of door de
    optie te herhalen. Wat je zo weglaat, telt niet mee voor de uitslag. Wat een code betekent: achtfasen leg-uit R30.
    """
    from generator.batch import Grenzen
    from generator.model import Codekeuze
    from generator.opdrachten import controleer_bestanden, woorden_en_vragen
    from generator.report.terminal import scherm, toon_rapport

    _jsonnaam(json_bestand)
    _htmlnaam(html_bestand)
    _xlsxnaam(xlsx_bestand)
    eigen = [pad for pad in (json_bestand, html_bestand, xlsx_bestand) if pad]
    keuze = Codekeuze(alleen=alleen, negeer=negeer)
    with toon_voortgang() as voortgang:
        rapport = controleer_bestanden(
            paden,
            inrichting,
            peildatum or date.today(),
            negeer=eigen,
            voortgang=voortgang,
            grenzen=Grenzen(werkers=werkers or 0),
            keuze=keuze,
            geaccepteerd=geaccepteerd,
        )
    console = scherm()
    toon_rapport(rapport, console, alles)
    if json_bestand:
        from generator.report.json import rapport_als_json

        schrijf_veilig(json_bestand, rapport_als_json(rapport, met_antwoorden))
        console.print()
        console.print(f"Het rapport staat ook in {json_bestand}.")
    if html_bestand:
        from generator.report.html import rapport_als_html
        from generator.werklijst import naam_van_dossier

        namen = {deel.nummer: naam_van_dossier(deel) for deel in rapport.dossiers} if met_namen else None
        pagina = rapport_als_html(rapport, *woorden_en_vragen(inrichting), namen=namen, met_antwoorden=met_antwoorden)
        schrijf_veilig(html_bestand, pagina)
        console.print(f"Het rapport als webpagina staat in {html_bestand}.")
    if xlsx_bestand:
        from generator.report.xlsx import rapport_als_xlsx

        inhoud = rapport_als_xlsx(
            rapport, *woorden_en_vragen(inrichting), met_namen=met_namen, met_antwoorden=met_antwoorden
        )
        schrijf_veilig(xlsx_bestand, inhoud)
        console.print(f"De werklijst staat in {xlsx_bestand}.")
    return GEVONDEN if not rapport.geldig or (strikt and rapport.bevindingen) else IN_ORDE


def _htmlnaam(html_bestand: Path | None) -> None:
    """A page never takes the place of a file that is not ours."""
    if html_bestand is None:
        return
    from generator.report.html import waarom_niet

    if html_bestand.suffix.lower() not in (".html", ".htm"):
        raise Opdrachtfout(f"‘{html_bestand}’ is geen plek voor de webpagina. Kies een naam die eindigt op .html.")
    if reden := waarom_niet(html_bestand):
        raise Opdrachtfout(reden)


def _xlsxnaam(xlsx_bestand: Path | None) -> None:
    """A worklist is for Excel, and never takes the place of somebody's work."""
    if xlsx_bestand is None:
        return
    from generator.report.xlsx import waarom_niet

    if xlsx_bestand.suffix.lower() != ".xlsx":
        raise Opdrachtfout(f"‘{xlsx_bestand}’ is geen plek voor de werklijst. Kies een naam die eindigt op .xlsx.")
    if reden := waarom_niet(xlsx_bestand):
        raise Opdrachtfout(reden)


@achtfasen.command("leg-uit")
@click.argument("code", metavar="CODE")
@click.option("--inrichting", metavar="INRICHTING", help="Met de afspraken van deze inrichting.")
def leg_uit(code: str, inrichting: str | None) -> int:
    """Leg uit wat een code in het rapport betekent.

    CODE is die van een regel (R30), van iets wat bij het lezen opviel (L09) of van het nakijken zelf (A01).
    """
    from generator.opdrachten import leg_code_uit
    from generator.report.terminal import scherm
    from generator.report.uitleg import toon_uitleg

    toon_uitleg(leg_code_uit(code, _inrichting(inrichting)), scherm())
    return IN_ORDE


_LIJSTEN = ("uitgangsmodellen", "formulieren", "regels", "velden")


@achtfasen.command("lijst")
@click.argument("wat", metavar="LIJST", type=Keuze(_LIJSTEN))
@click.argument("formulier", metavar="[FORMULIER]", required=False)
@click.option("--inrichting", metavar="INRICHTING", help="In de woorden van deze inrichting.")
@click.option("--json", "als_json", is_flag=True, help="Toon de lijst als JSON.")
def lijst(wat: str, formulier: str | None, inrichting: str | None, als_json: bool) -> int:
    """Laat zien wat er is.

    LIJST is uitgangsmodellen, formulieren, regels of velden; bij velden mag je één FORMULIER noemen.
    """
    rijen = _rijen(wat, formulier, _inrichting(inrichting))
    if als_json:
        from generator.report.json import als_json as maak_json

        _schrijf(maak_json(rijen))
    else:
        for regel in _kolommen(rijen):
            click.echo(regel)
    return IN_ORDE


def _rijen(wat: str, formulier: str | None, inrichting: Inrichting | None) -> list[dict[str, str]]:
    from generator import opdrachten

    if formulier is not None and wat != "velden":
        raise Opdrachtfout("Een formulier noem je alleen bij: achtfasen lijst velden FORMULIER.")
    if wat == "uitgangsmodellen":
        return opdrachten.lijst_uitgangsmodellen()
    if wat == "regels":
        return opdrachten.lijst_regels()
    return (
        opdrachten.lijst_formulieren(inrichting)
        if wat == "formulieren"
        else opdrachten.lijst_velden(formulier, inrichting)
    )


def _kolommen(rijen: list[dict[str, Any]]) -> Iterator[str]:
    """Yield rows as lines with columns that line up; the last column is as long as it needs."""
    if not rijen:
        return
    namen = list(rijen[0])
    breedtes = [min(40, max(len(naam), *(len(rij[naam]) for rij in rijen))) for naam in namen]
    for rij in ({naam: naam for naam in namen}, *rijen):
        yield "  ".join(rij[naam].ljust(breedte) for naam, breedte in zip(namen, breedtes, strict=True)).rstrip()


achtfasen.add_command(exporteer)
achtfasen.add_command(jaaroverzicht)
achtfasen.add_command(terugmelding)
achtfasen.add_command(vervolg)


if __name__ == "__main__":
    sys.exit(main())
