"""Reading messages (L01 …): what a reader may notice, with weight and wording in one place.

The texts hold ``{…}`` that the context of a `Melding` fills in.  ``{veld}`` is always
the label of the field as printed.  No message repeats what a client typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Ernst, Melding


@dataclass(frozen=True, slots=True)
class Leesregel:
    """Title, weight and wording of one reading message.

    ``weigert`` when the file is refused; ``maken`` when it can only be said while a form is made or filled.
    ``een`` is the wording for an ``aantal`` of one.
    """

    titel: str
    ernst: Ernst
    tekst: str
    weigert: bool = False
    maken: bool = False
    een: str = ""


_F, _W, _A = Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.AANDACHTSPUNT

LEESMELDINGEN: Mapping[str, Leesregel] = {
    # The content of a field
    "L01": Leesregel("Twee antwoorden op één vraag", _F,
        "‘{veld}’ staat twee keer in het formulier, met verschillende antwoorden. Laat er één staan."),
    "L02": Leesregel("Vakje en kruisje spreken elkaar tegen", _W,
        "Bij ‘{veld}’ is aan het vakje niet te zien of het aangekruist is. Ik las: {gelezen}. Kijk of dat klopt."),
    "L03": Leesregel("Datum zegt iets anders dan hij toont", _A,
        "Bij ‘{veld}’ staat {zichtbaar}, maar in het bestand is daar ook {verborgen} bewaard. "
        "De zichtbare datum telt. Kijk of die klopt."),
    "L04": Leesregel("Keuze staat niet in de lijst", _A,
        "Bij ‘{veld}’ staat iets dat niet in de keuzelijst voorkomt. Kies iets uit de lijst."),
    "L05": Leesregel("Voorbeeldtekst bleef staan", _W,
        "Bij ‘{veld}’ staat nog een stuk van de voorbeeldtekst. Haal dat weg; de rest is gelezen."),
    "L06": Leesregel("Rij zonder invulvakken", _A,
        "In de tabel ‘{veld}’ is een rij bijgeschreven zonder invulvakken. De tekst is per kolom gelezen. "
        "Kijk of alles in de goede kolom staat."),
    "L07": Leesregel("Tekst naast het invulvak", _A,
        "Bij ‘{veld}’ staat tekst naast het invulvak in plaats van erin. Die tekst is meegelezen."),
    "L08": Leesregel("Wijzigingen bijgehouden", _A,
        "In dit document staan nog {aantal} bijgehouden wijzigingen. De tekst is gelezen alsof ze allemaal gelden. "
        "Ga naar Controleren, beslis over elke wijziging en sla het formulier opnieuw op.",
        een="In dit document staat nog 1 bijgehouden wijziging. De tekst is gelezen alsof die geldt. "
        "Ga naar Controleren, beslis erover en sla het formulier opnieuw op."),
    "L09": Leesregel("Veld niet teruggevonden", _F,
        "‘{veld}’ is uit het formulier verdwenen. Het is dus niet leeg, maar weg. "
        "Neem een nieuw formulier of zet de vraag terug."),
    "L10": Leesregel("Veld van een ander formulier", _A,
        "Het formulier heeft een invulvak ‘{veld}’ dat ik in deze inrichting niet ken. Het antwoord is bewaard."),
    "L11": Leesregel("Regeleinden verdwenen", _A,
        "Bij ‘{veld}’ lijken regels aan elkaar geplakt te zijn door het programma waarmee is opgeslagen. "
        "Kijk of de tekst nog goed te lezen is."),
    "L12": Leesregel("Meer dan één keuze", _F,
        "Bij ‘{veld}’ is meer dan één keuze aangekruist, terwijl er één kan. Laat er één staan."),
    "L13": Leesregel("Getal niet te lezen", _F,
        "Bij ‘{veld}’ staat geen getal dat ik kan lezen. Schrijf alleen cijfers, bijvoorbeeld 3 of 2,5."),
    "L14": Leesregel("Formulier staat er twee keer in", _W,
        "Dit bestand bevat het formulier meer dan één keer. Wat gelijk is, telt één keer. "
        "Bewaar elk formulier als eigen bestand."),
    "L15": Leesregel("Tekst buiten de vragen", _A,
        "{waar} staat tekst die bij geen vraag hoort. Die is bewaard, maar niet beoordeeld. "
        "Is het een antwoord, zet het dan bij de goede vraag."),
    "L16": Leesregel("Opmerkingen bij het formulier", _A,
        "Bij het formulier staan {aantal} opmerkingen. Die tellen niet als antwoord.",
        een="Bij het formulier staat 1 opmerking. Die telt niet als antwoord."),
    "L17": Leesregel("Antwoord of voorbeeldtekst", _A,
        "Bij ‘{veld}’ is niet zeker of er een antwoord staat of nog voorbeeldtekst. Het is als antwoord gelezen. "
        "Kijk of dat klopt."),
    "L18": Leesregel("Getal buiten de grenzen", _W,
        "Bij ‘{veld}’ staat {getal}. Verwacht is {grenzen}. Kijk of het getal klopt."),
    # Who the form says it is
    "L19": Leesregel("Keuzes niet teruggevonden", _W,
        "Bij ‘{veld}’ staan niet alle keuzes op het formulier: {keuzes}. Misschien is het van een eerdere versie. "
        "Kijk of er iets is weggehaald."),
    "L20": Leesregel("Herkenning spreekt zichzelf tegen", _W,
        "Het formulier zegt op twee plekken iets anders over {wat}: {waarden}. Het is gelezen als {gekozen}."),
    "L21": Leesregel("Controlecijfer klopt niet", _W,
        "De regel onder aan het formulier is veranderd: het controlecijfer klopt niet. "
        "Kijk of dit het goede formulier is."),
    "L22": Leesregel("Herkend aan de vragen", _W,
        "Wat dit formulier herkenbaar maakt, is weg. Aan de vragen is te zien dat het {formulier} is."),
    "L23": Leesregel("Dossiernummer in de kop is anders", _W,
        "In de kop staat een ander dossiernummer dan in het lege formulier stond ({verborgen}). "
        "Het nummer in de kop telt. Kijk of dat klopt."),
    # Excel
    "L24": Leesregel("Formule in plaats van antwoord", _W,
        "Bij ‘{veld}’ staat een formule. De uitkomst is gelezen. Typ het antwoord er zelf in."),
    "L25": Leesregel("Foutwaarde in het antwoord", _F,
        "Bij ‘{veld}’ staat een foutmelding van Excel in plaats van een antwoord. Typ het antwoord opnieuw."),
    "L26": Leesregel("Antwoord staat niet meer bij zijn vraag", _W,
        "Bij ‘{veld}’ is het vak verschoven: de naam van het vak en de vraag ernaast horen niet meer bij elkaar. "
        "Gelezen is wat naast de vraag staat. Kijk of dat klopt."),
    "L27": Leesregel("Antwoord dat niet te zien is", _A,
        "Bij ‘{veld}’ staat een antwoord in een rij, kolom of blad dat verborgen is. Het is meegelezen. "
        "Maak het weer zichtbaar."),
    "L28": Leesregel("Werkboek met macro’s", _A,
        "In dit werkboek zitten macro’s. Die zijn niet gestart en niet bekeken. "
        "Sla het formulier op als ‘Excel-werkmap (.xlsx)’."),
    "L29": Leesregel("Samengevoegde vakken", _W,
        "Bij ‘{veld}’ zijn vakken samengevoegd. Daarbij kan een antwoord verdwenen zijn. Kijk of alles er nog staat."),
    "L30": Leesregel("Gedrukte rij niet teruggevonden", _W,
        "In de tabel ‘{veld}’ staan niet alle gedrukte rijen meer: {rijen}. Wat daar stond is dus niet leeg, maar weg. "
        "Neem een nieuw formulier of zet de rij terug."),
    "L31": Leesregel("Formule zonder uitkomst", _F,
        "Bij ‘{veld}’ staat een formule zonder uitkomst, dus er is geen antwoord te lezen. "
        "Typ het antwoord zelf in de cel."),
    # Why a file is refused
    "L40": Leesregel("Wachtwoord of oud .doc", _F,
        "Dit bestand heeft een wachtwoord of is een oud .doc-bestand. Haal het wachtwoord eraf "
        "of sla het op als ‘Word-document (.docx)’.", weigert=True),
    "L41": Leesregel("Bestand is beschadigd", _F,
        "Dit bestand is beschadigd en niet te lezen ({oorzaak}). Open het, laat het herstellen "
        "en sla het opnieuw op, of vraag het nog eens op.", weigert=True),
    "L42": Leesregel("Bestand is te groot", _F,
        "Dit bestand is te groot voor een formulier ({oorzaak}). Haal plaatjes en bijlagen eruit "
        "en sla het opnieuw op.", weigert=True),
    "L43": Leesregel("Document met macro’s", _F,
        "Dit is een document met macro’s. Sla het op als gewoon ‘Word-document (.docx)’.", weigert=True),
    "L44": Leesregel("Sjabloon in plaats van document", _F,
        "Dit is een Word-sjabloon. Open het en sla het op als ‘Word-document (.docx)’.", weigert=True),
    "L45": Leesregel("Onveilige inhoud", _F,
        "Dit bestand bevat iets dat niet in een formulier hoort ({oorzaak}). Het is niet geopend. "
        "Vraag het formulier opnieuw op.", weigert=True),
    "L46": Leesregel("Geen formulier", _F,
        "Dit bestand is niet als een formulier van deze organisatie te herkennen. "
        "Kijk of het in de goede map staat.", weigert=True),
    "L47": Leesregel("Soort bestand niet bekend", _F,
        "Dit soort bestand ({soort}) kan ik niet lezen. {remedie}", weigert=True),
    "L48": Leesregel("Bestand is niet te openen", _F,
        "Dit bestand is niet te openen ({oorzaak}). Sluit het in andere programma’s en kijk of je erbij mag.",
        weigert=True),
    "L49": Leesregel("Lezen afgebroken", _F,
        "Het lezen van dit bestand duurde te lang of vroeg te veel geheugen. Het is overgeslagen om de rest te "
        "kunnen lezen. Vraag het formulier opnieuw op.", weigert=True),
    "L50": Leesregel("Formulier niet in gebruik", _F,
        "Dit is het formulier ‘{formulier}’, maar dat gebruikt deze organisatie niet. "
        "Kijk of het dossier bij deze inrichting hoort.", weigert=True),
    "L51": Leesregel("Handleiding", _A, "Dit is de handleiding, geen formulier.", weigert=True),
    "L52": Leesregel("Brief of overzicht", _A, "Dit is een brief, lijst of werkboek van achtfasen, geen formulier.",
        weigert=True),
    # Excel
    "L53": Leesregel("Werkboek met wachtwoord", _F,
        "Dit Excel-bestand heeft een wachtwoord. Open het, haal bij Bestand > Info het wachtwoord eraf "
        "en sla het opnieuw op.", weigert=True),
    "L54": Leesregel("Oud Excel-bestand", _F,
        "Dit is een oud Excel-bestand (.xls). Open het in Excel of LibreOffice en sla het op als "
        "‘Excel-werkmap (.xlsx)’.", weigert=True),
    "L55": Leesregel("Werkblad van LibreOffice", _F,
        "Dit is een werkblad van LibreOffice (.ods). Sla het daar op als ‘Excel 2007-365 (.xlsx)’.", weigert=True),
    "L56": Leesregel("Binair Excel-bestand", _F,
        "Dit is een binair Excel-bestand (.xlsb). Open het in Excel en sla het op als ‘Excel-werkmap (.xlsx)’.",
        weigert=True),
    "L57": Leesregel("Antwoord te lang voor Excel", _F,
        "Het antwoord bij ‘{veld}’ is langer dan in een vak van Excel past (32.767 tekens). "
        "Kies Word of pdf voor dit formulier.", weigert=True, maken=True),
    # PDF
    "L32": Leesregel("Pdf wil zelf iets doen", _A,
        "Deze pdf bevat een opdracht die bij het openen vanzelf start. Die is niet uitgevoerd; de antwoorden zijn "
        "gelezen. Kijk of de pdf van een bekende afzender komt."),
    "L33": Leesregel("Digitale handtekening", _A,
        "In deze pdf staat een digitale handtekening. Of die klopt is niet bekeken. "
        "Vul ook bij Ondertekening naam en datum in."),
    "L34": Leesregel("Pdf was beschadigd", _W,
        "Deze pdf was beschadigd. De antwoorden zijn zo goed mogelijk gelezen. Kijk of alles er staat, "
        "of vraag het formulier nog eens op."),
    "L35": Leesregel("Tweede formulier in de pdf", _W,
        "In deze pdf zit ook een formulier dat alleen Adobe Acrobat toont. Daaruit is niets gelezen. "
        "Kijk of alle antwoorden in de gewone invulvakken staan."),
    "L36": Leesregel("Invulvak bevat geen tekst", _F,
        "In het invulvak ‘{veld}’ heeft een programma iets bewaard dat geen tekst is. Het is dus niet leeg, maar niet "
        "te lezen. Vul het opnieuw in."),
    "L37": Leesregel("Over het formulier heen getekend", _W,
        "Op {bladen} is met een pen, vorm of stempel iets over het formulier heen gezet. Dat kan ik niet lezen. "
        "Typ in de invulvakken wat daar staat."),
    "L60": Leesregel("Pdf met een wachtwoord", _F,
        "Deze pdf gaat alleen met een wachtwoord open. Haal het wachtwoord eraf en sla de pdf opnieuw op.",
        weigert=True),
    "L61": Leesregel("Pdf is beschadigd", _F,
        "Deze pdf is beschadigd en niet te lezen ({oorzaak}). Vraag het formulier nog eens op.", weigert=True),
    "L62": Leesregel("Pdf alleen voor Adobe Acrobat", _F,
        "Dit is een soort pdf-formulier dat alleen Adobe Acrobat kent. Dat kan ik niet lezen. "
        "Vul een formulier in dat met achtfasen is gemaakt.", weigert=True),
    "L63": Leesregel("Afdruk van een formulier", _F,
        "Dit is een afdruk van het formulier ‘{formulier}’{over}: de tekst is te zien, maar de invulvakken zijn weg. "
        "Een afdruk is niet in te lezen. Lever het formulier zelf aan waarin is ingevuld (Word, Excel of pdf), niet de "
        "afdruk.",
        weigert=True),
    "L64": Leesregel("Scan of foto", _F,
        "Deze pdf is een beeld, zoals een scan of een foto. Daar kan ik geen antwoorden uit lezen. "
        "Typ de antwoorden over in het formulier.", weigert=True),
    "L65": Leesregel("Pdf met te veel erin", _F,
        "Deze pdf is te groot voor een formulier ({oorzaak}). Lever elk formulier als eigen bestand aan.",
        weigert=True),
    "L68": Leesregel("Geen lettertype gevonden", _F,
        "Om pdf-formulieren te maken is een lettertype nodig, en dat vind ik niet. Installeer Carlito of Liberation: "
        "op Debian met ‘apt install fonts-crosextra-carlito’, op Windows komt het mee met LibreOffice.",
        weigert=True, maken=True),
    "L69": Leesregel("Pango ontbreekt", _F,
        "Om pdf-formulieren te maken is Pango nodig, en dat vind ik niet. Installeer het: op Debian met "
        "‘apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0’, op Windows met MSYS2 "
        "(msys2.org) en dan ‘pacman -S mingw-w64-ucrt-x86_64-pango’. Lezen van pdf’s gaat ook zonder.",
        weigert=True, maken=True),
}  # fmt: skip


def bericht_van(melding: Melding) -> str:
    """Return the wording of a reading message with its facts filled in."""
    regel = LEESMELDINGEN[melding.code]
    tekst = regel.een if regel.een and melding.context.get("aantal") == 1 else regel.tekst
    return tekst.format_map(_Feiten(melding.context))


class _Feiten(dict[str, object]):
    """Facts for a text: a fact that is missing shows as dots instead of failing."""

    def __missing__(self, sleutel: str) -> str:
        return "…"
