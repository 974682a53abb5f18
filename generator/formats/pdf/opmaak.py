"""How a PDF form looks: the style sheet, with the sizes that the drawing needs too."""

from __future__ import annotations

from generator.formats.pdf.letters import letterbestanden, proefletters
from generator.kleuren import leesbaar, tint

A4 = (595.28, 841.89)
MARGE = 56.7
# Heights of places to fill in, in points: room to write by hand.
HOOG_KORT, HOOG_LANG, HOOG_GEBIED, HOOG_LIGGEND = 19, 64, 48, 38
HOOG_CEL, HOOG_RUIME_CEL, HOOG_HANDTEKENING, HOOG_REGEL = 21, 33, 30, 16
HOOG_VAKJE = 9.5
CELRAND = 2.5


def tekstbreedte(liggend: bool) -> float:
    """Return the room between the margins, in points."""
    return A4[1 if liggend else 0] - 2 * MARGE


def stijlblad(accentkleur: str, liggend: bool, voet: str) -> str:
    """Return the style sheet; *voet* stands at the left of the footer."""
    from base64 import b64encode

    accent = leesbaar(accentkleur.lstrip("#").upper())
    gewoon, vet, schuin, beide = (pad.as_uri() for pad in letterbestanden())
    proef = b64encode(proefletters()).decode()
    kleuren = {"ACCENT": f"#{accent}", "KOPGROND": f"#{tint(accent, 0.15)}", "STROOK": f"#{tint(accent, 0.09)}"}
    blad = _BLAD
    for naam, kleur in kleuren.items():
        blad = blad.replace(naam, kleur)
    return f"""
@font-face {{ font-family: Tekst; src: url("{gewoon}") }}
@font-face {{ font-family: Tekst; font-weight: bold; src: url("{vet}") }}
@font-face {{ font-family: Tekst; font-style: italic; src: url("{schuin}") }}
@font-face {{ font-family: Tekst; font-weight: bold; font-style: italic; src: url("{beide}") }}
@font-face {{ font-family: AchtfasenVak; src: url(data:font/ttf;base64,{proef}) }}
@page {{ size: A4 {"landscape" if liggend else "portrait"}; margin: {40 if liggend else 50}pt {MARGE}pt 58pt {MARGE}pt;
  @bottom-left {{ content: {_css_tekst(voet)}; font: 8.5pt Tekst; color: #55626B; vertical-align: top;
    padding-top: 13pt; white-space: nowrap; width: 80% }}
  @bottom-right {{ content: "pagina " counter(page) " van " counter(pages); font: 8.5pt Tekst; color: #55626B;
    vertical-align: top; padding-top: 13pt; width: 20% }} }}
{blad}"""


def _css_tekst(tekst: str) -> str:
    """Return a text as CSS writes it, every letter that could mean something by its number."""
    return '"' + "".join(t if (t.isalnum() and t.isascii()) or t == " " else f"\\{ord(t):06x} " for t in tekst) + '"'


_BLAD = f"""
html {{ font: 10pt/1.25 Tekst; color: #1B2328 }}
body {{ margin: 0 }}
p, h1, h2, h3, h4, ol {{ margin: 0; padding: 0 }}
.organisatie {{ font-weight: bold; font-size: 9.5pt; color: #55626B; margin-bottom: 2pt }}
h1 {{ font-size: 20pt; line-height: 1.1; color: ACCENT; margin-bottom: 5pt }}
h2 {{ font-size: 14pt; line-height: 1.15; color: ACCENT; margin: 15pt 0 2pt; break-after: avoid }}
h3 {{ font-size: 11.5pt; line-height: 1.15; color: ACCENT; margin: 9pt 0 0; break-after: avoid }}
h4 {{ font-size: 10pt; margin: 9pt 0 1pt; break-after: avoid }}
.strook {{ display: table; width: 100%; table-layout: fixed; border-spacing: 1.5pt 0; margin: 2pt -1.5pt 7pt;
  font-size: 7.5pt; line-height: 1.2; text-align: center; color: #55626B }}
.strook li {{ display: table-cell; background: STROOK; padding: 3pt 1pt; list-style: none }}
.strook li.hier {{ background: ACCENT; color: #fff; font-weight: bold }}
.inleiding {{ font-size: 10.5pt; margin-bottom: 2pt }}
.wanneer, .legenda, .uitleg, .gebied {{ color: #55626B; font-size: 9.5pt }}
.wanneer {{ margin-bottom: 7pt }}
.legenda {{ font-size: 9pt; margin-top: 5pt }}
.uitleg {{ font-size: 10pt; margin-bottom: 5pt; break-after: avoid }}
.gebied, .vraag {{ break-after: avoid }}
.vraag {{ font-style: italic; font-size: 9.5pt; margin-bottom: 3pt }}
.hulp, .overgenomen {{ color: #55626B; font-size: 8.5pt; line-height: 1.18; font-weight: normal }}
.overgenomen {{ font-style: italic }}
p.hulp {{ margin-bottom: 3pt; break-after: avoid }}
.heel {{ white-space: nowrap }}
.ster {{ color: #9A2A1E; font-weight: bold }}
.wenk {{ font-style: italic; color: #5F6B73; font-size: 8.5pt; line-height: 1.15; margin: 0 2.5pt 1.5pt }}
table {{ width: 100%; table-layout: fixed; border-collapse: collapse }}
th {{ text-align: left; vertical-align: top; font-weight: bold }}
tr {{ break-inside: avoid }}
.velden {{ margin-bottom: 5pt }}
.velden th {{ padding: 4.5pt 6pt 2.5pt 0; border-bottom: 3pt solid #fff }}
.velden td {{ background: #F1F4F6; padding: 3pt; vertical-align: top; border-bottom: 3pt solid #fff }}
.velden td.leeg {{ background: none }}
.kop th {{ padding-left: 7pt }}
.kop th:first-child {{ padding-left: 0 }}
.lijst {{ margin-bottom: 6pt; border-bottom: 0.6pt solid #C9D2D8 }}
.lijst thead th {{ background: KOPGROND; font-size: 8.5pt; line-height: 1.15; padding: 3pt; vertical-align: bottom;
  border-right: 1.5pt solid #fff }}
.lijst tbody th, .lijst tbody td {{ font-size: 9pt; line-height: 1.18; padding: {CELRAND}pt; vertical-align: top;
  border-top: 0.6pt solid #C9D2D8; border-right: 1.5pt solid #fff }}
.lijst tbody td {{ background: #F1F4F6 }}
.lijst tbody th {{ font-weight: normal; padding-top: 5pt }}
.lijst.laag tbody th {{ padding-top: 7pt }}
.lijst .wie {{ font-weight: bold; font-size: 10pt; padding-right: 6pt }}
.lijst tr > :last-child {{ border-right: 0 }}
.velden td.balk, .lijst td.balk {{ border-left: 3pt solid }}
input, textarea, select {{ display: block; width: 100%; box-sizing: border-box; margin: 0; padding: 0; border: 0;
  background: none; font: 10pt AchtfasenVak }}
.vak {{ display: inline-block; padding: 1.5pt 10pt 1.5pt 2.5pt }}
.vak.half {{ width: 46% }}
.vak.heel {{ display: block }}
.vak input {{ display: inline-block; width: {HOOG_VAKJE}pt; height: {HOOG_VAKJE}pt; margin-right: 4pt;
  vertical-align: -1pt }}
.nieuw {{ break-before: page }}
.samen {{ break-inside: avoid }}
"""
