"""Which rules struck in a year, in how many dossiers, and what the organisation might change."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.dossier import dossiersleutel, hoofddatum
from generator.jaaroverzicht.beeld import Jaarbeeld, mens
from generator.jaaroverzicht.cijfers import Regelstaat
from generator.jaaroverzicht.geheim import GRENS, Getal, Telboek
from generator.model import Bevinding, Invulling, Rapport
from generator.taal import vul_in
from generator.verloop import TERMIJNEN

_EISEN = ("R01", "R02")
_VAAK_LEEG = 6
_RAAD: Mapping[str, str] = {
    "R01": "Zoek uit welke vragen leeg blijven. Is de vraag duidelijk, en moet ze verplicht zijn? Een vraag die bijna "
    "niemand invult, kan misschien weg.",
    "R02": "Deze vragen hangen van een ander antwoord af. Vertel in de hulptekst erbij wanneer ze gelden.",
    "R03": "Staat er een keuze op het formulier die mensen missen? Voeg haar toe bij opties_erbij.",
    "R04": "Laat bij het veld zien welke datum bedoeld is; een voorbeeld in de hulptekst helpt.",
    "R06": "Leefgebieden worden overgeslagen. Spreek af dat ‘het is goed zo’ ook een antwoord is.",
    "R09": "Neem in de werkbespreking één goed uitgewerkt doel door: wie doet wat, en wanneer is het klaar?",
    "R10": "Neem in de werkbespreking één goed uitgewerkt doel door: wie doet wat, en wanneer is het klaar?",
    "R11": "Spreek af op welk moment er getekend wordt, bijvoorbeeld aan het eind van het gesprek over {de_plan}.",
    "R12": "Laat zien dat ‘later’ en ‘nee’ ook keuzes zijn, met een korte reden.",
    "R14": "Een aanmelding gaat door terwijl een criterium niet klopt. Is het criterium nog nodig, of is er een "
    "uitzondering die jullie kunnen vastleggen?",
    "R15": "Een aanmelding gaat door ondanks een contra-indicatie. Leg vast wie daarvan mag afwijken, en wanneer.",
    "R18": "Vraag bij elke afwijzing of doorverwijzing om een reden die je ook kunt voorlezen.",
    "R20": "Laat op het intakeformulier zien wat er bij een proef of bindende afspraken ingevuld moet zijn.",
    "R25": "Kijk samen naar de weg van een melding: wie meldt, bij wie, en wanneer is het klaar?",
    "R44": "Spreek af dat een wijziging in een gesprek meteen een nieuwe versie van {de_plan} geeft.",
    "R45": "Plan het bespreken van {de_beschrijving} meteen in, en geef dan ook de kopie.",
    "R48": "Zet het opnieuw invullen van de risico-inventarisatie in de agenda, op een vaste dag.",
    "R49": "Leg bij elke evaluatie de formulieren over voorvallen op tafel.",
    "R55": "Loop bij een stopzetting samen de stappen na: op tijd praten, twee keer melden, een andere plek zoeken.",
    "R70": "Spreek af welke map de echte is, en haal dubbele formulieren weg.",
    "R75": "Geef één collega de taak om kaarten en signaleringsplannen bij te houden.",
    "R21": "Hier gaat het om het gesprek, niet om een oordeel. Bespreek in de teams hoe {clienten} en hun netwerk "
    "meedoen.",
    "R26": "De volgorde van de stappen loopt anders dan in de inrichting. Klopt de afgesproken volgorde nog?",
    "R31": "Leg de looptijden hierboven naast de afgesproken duur. Is die duur nog haalbaar en nodig?",
    "R38": "Er wordt een stap overgeslagen, of het formulier ervan komt niet in de map. Zoek uit welk van de twee.",
    "R39": "Formulieren noemen leefgebieden anders dan de inrichting. Deel de nieuwste formulieren opnieuw uit.",
    "R41": "Doelen komen niet terug in de evaluatie. Zet ze er vooraf in, dan hoeft niemand ze over te typen.",
    "R46": "Vraag toestemming vast bij de intake; zet het op de checklist van de start.",
    "R50": "Kijk welke taken op de checklist nooit worden afgetekend. Horen die nog bij jullie werk?",
    "R51": "Plan het exitgesprek zodra de vertrekdatum bekend is.",
    "R52": "Zet tevredenheid, nazorg en overdracht op de checklist voor het vertrek.",
    "R71": "Er zijn oude formulieren in omloop. Deel de nieuwste uit en haal de oude uit de map.",
}
_BIJ_TERMIJN = (
    "Leg de afgesproken termijn naast de tijden hierboven. Is hij te krap, pas dan de inrichting aan; past hij wel, "
    "plan de stap dan eerder in."
)


@dataclass(slots=True)
class _Geraakt:
    """Of one rule: the dossiers in which it struck, and how often on which form."""

    titel: str
    wie: set[str] = field(default_factory=set)
    formulieren: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


@dataclass(frozen=True, slots=True)
class Slagen:
    """What the rules found in the year.

    ``bestanden``: kind of form → the files with a finding; ``leeg``: form and field → the people where it was empty.
    """

    per_code: Mapping[str, _Geraakt]
    bestanden: Mapping[str, set[str]]
    leeg: Mapping[tuple[str, str], set[str]]


def slagen(rapport: Rapport, beeld: Jaarbeeld) -> Slagen:
    """Gather the findings about forms of the year."""
    per_code: dict[str, _Geraakt] = {}
    bestanden: defaultdict[str, set[str]] = defaultdict(set)
    leeg: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for bevinding, deel in _in_het_jaar(rapport, beeld):
        wie = dossiersleutel(bevinding.dossier)
        geraakt = per_code.setdefault(bevinding.code, _Geraakt(bevinding.titel))
        geraakt.wie.add(wie)
        if deel is None:
            continue
        bestanden[deel.formulier].add(deel.bestand)
        geraakt.formulieren[deel.formulier].add(wie)
        if bevinding.code in _EISEN:
            veld = bevinding.vindplaatsen[0].veld.split(".")[0].split("[")[0]
            leeg[deel.formulier, veld].add(wie)
    return Slagen(per_code, bestanden, leeg)


def _in_het_jaar(rapport: Rapport, beeld: Jaarbeeld) -> Iterator[tuple[Bevinding, Invulling | None]]:
    """Yield the findings of rules about a form of the year, or about a dossier of the year as a whole."""
    delen = {(dossiersleutel(d.nummer), deel.bestand): deel for d in rapport.dossiers for deel in d.invullingen}
    open_ = {mens(dossier) for dossier in beeld.trajecten}
    for bevinding in rapport.bevindingen:
        if not bevinding.dossier or not bevinding.code.startswith("R"):
            continue
        wie = dossiersleutel(bevinding.dossier)
        bestand = bevinding.vindplaatsen[0].bestand if bevinding.vindplaatsen else ""
        deel = delen.get((wie, bestand))
        dag = hoofddatum(deel) if deel else None
        if beeld.jaar.bevat(dag) or (dag is None and wie in open_):
            yield bevinding, deel


def tel_regels(boek: Telboek, gevonden: Slagen) -> None:
    """Count the dossiers per rule, and per question that stayed empty."""
    for code, geraakt in gevonden.per_code.items():
        boek.zet(f"regel.{code}", len(geraakt.wie))


def regelstaten(
    gevonden: Slagen, getallen: Mapping[str, Getal], beeld: Jaarbeeld, woorden: Mapping[str, str]
) -> tuple[Regelstaat, ...]:
    """Return the rules that struck, most dossiers first; those in few dossiers stand in order of code."""
    staten = [
        _staat(code, geraakt, getallen[f"regel.{code}"], beeld, woorden)
        for code, geraakt in sorted(gevonden.per_code.items())
    ]
    return tuple(sorted(staten, key=lambda staat: -(staat.dossiers.waarde or 0)))


def _staat(code: str, geraakt: _Geraakt, dossiers: Getal, beeld: Jaarbeeld, woorden: Mapping[str, str]) -> Regelstaat:
    vaakst = Counter({sleutel: len(wie) for sleutel, wie in geraakt.formulieren.items()}).most_common(1)
    genoeg = [sleutel for sleutel, aantal in vaakst if aantal >= GRENS and sleutel in beeld.formulieren]
    raad = _RAAD.get(code, _BIJ_TERMIJN if code in TERMIJNEN.values() else "") if dossiers.waarde else ""
    vooral = beeld.formulieren[genoeg[0]].titel if genoeg else ""
    return Regelstaat(code=code, titel=geraakt.titel, dossiers=dossiers, vooral=vooral, raad=vul_in(raad, woorden))


def vaak_leeg(gevonden: Slagen, beeld: Jaarbeeld) -> tuple[tuple[str, str], ...]:
    """Return the questions that stayed empty in most dossiers, as form and question; only from five dossiers on."""
    vaakst = sorted(gevonden.leeg.items(), key=lambda paar: (-len(paar[1]), paar[0]))
    uit = []
    for (sleutel, naam), wie in vaakst:
        formulier = beeld.formulieren.get(sleutel)
        veld = formulier.veld(naam) if formulier else None
        if len(wie) >= GRENS and formulier and veld:
            uit.append((formulier.titel, veld.label))
    return tuple(uit[:_VAAK_LEEG])
