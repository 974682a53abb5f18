"""How wide letters are: Calibri and its twin Carlito, in thousandths of the letter size.

Used to estimate where Word breaks lines and pages, and to make names fit in the flowchart.
"""

from __future__ import annotations

from functools import lru_cache

_ONBEKEND = 600.0
REGELHOOGTE = 1.2207
"""Height of a line of Calibri at single spacing, as a multiple of the letter size."""


def _tabel(*groepen: tuple[int, str]) -> dict[str, float]:
    return {letter: float(breedte) for breedte, letters in groepen for letter in letters}


_GEWOON = _tabel(
    (221, "'"),
    (226, " "),
    (229, "ilìíîïĩīĭįıĺļ"),
    (239, "jĵ"),
    (246, "¹"),
    (248, "ł"),
    (250, ",‘’"),
    (252, ".I·ÌÍÎÏĨĪĬĮİ"),
    (264, "ľ"),
    (268, ":;"),
    (291, "`"),
    (292, "´"),
    (303, "()"),
    (305, "f"),
    (306, "-"),
    (307, "[]¸"),
    (314, "{}"),
    (319, "JĴ"),
    (326, "!¡"),
    (334, "³"),
    (335, "tţ"),
    (336, "²"),
    (339, "°"),
    (342, "ŧ"),
    (346, "ť"),
    (349, "rŕŗř"),
    (374, "ŀ"),
    (386, "/\\"),
    (391, "sśŝşš"),
    (393, "¨"),
    (394, "¯"),
    (395, "zźżž"),
    (401, '"'),
    (402, "ª"),
    (418, "“”"),
    (420, "LĹĻ"),
    (422, "º"),
    (423, "cçćĉċčĽ"),
    (430, "Ł"),
    (433, "x"),
    (452, "v"),
    (453, "yýÿŷ"),
    (455, "kķĸ"),
    (459, "FSŚŜŞŠ"),
    (460, "|"),
    (463, "?¿"),
    (468, "ZŹŻŽ"),
    (469, "ĳ"),
    (471, "gĝğġģ"),
    (479, "aàáâãäåāăą"),
    (487, "TYÝŢŤŦŶŸ"),
    (488, "EÈÉÊËĒĔĖĘĚ"),
    (498, "#*+<=>^_e~¢¤¦§¬±×èéêë÷ēĕėęě–•"),
    (507, "$0123456789£¥®€"),
    (512, "«»"),
    (517, "PÞ"),
    (519, "X"),
    (520, "KĶ"),
    (525, "bdhnpquðñùúûüþĥńņňŋũūŭůűų"),
    (527, "oßòóôõöōŏő"),
    (529, "ø"),
    (533, "CÇĆĈĊČħ"),
    (543, "RŔŖŘ"),
    (544, "B"),
    (546, "Ŀ"),
    (550, "µ"),
    (552, "đ"),
    (567, "V"),
    (568, "ď"),
    (571, "Ĳ"),
    (579, "AÀÁÂÃÄÅĀĂĄŉ"),
    (586, "¶"),
    (604, "●"),
    (615, "DĎ"),
    (623, "HĤ"),
    (625, "ÐĐ"),
    (628, "Ŋ"),
    (631, "GĜĞĠĢ"),
    (636, "¼"),
    (642, "UÙÚÛÜŨŪŬŮŰŲ"),
    (646, "NÑŃŅŇ"),
    (656, "Ħ"),
    (662, "OÒÓÔÕÖŌŎŐ"),
    (664, "Ø"),
    (671, "½"),
    (673, "Q"),
    (675, "¾"),
    (682, "&"),
    (690, "…"),
    (715, "%wŵ"),
    (763, "Æ"),
    (773, "æ"),
    (799, "m"),
    (834, "©"),
    (850, "œ"),
    (855, "M"),
    (867, "Œ"),
    (890, "WŴ"),
    (894, "@"),
    (905, "—→"),
)
_VET = _tabel(
    (226, " "),
    (233, "'"),
    (246, "ilìíîïĩīĭįıĺļ"),
    (252, "¹"),
    (255, "jĵ"),
    (258, ",‘’"),
    (264, "ł"),
    (267, ".IÌÍÎÏĨĪĬĮİ"),
    (268, "·"),
    (276, ":;"),
    (300, "`"),
    (301, "´"),
    (303, "¸"),
    (306, "-ľ"),
    (312, "()"),
    (316, "f"),
    (325, "[]"),
    (326, "!¡"),
    (331, "JĴ"),
    (336, "³"),
    (338, "²"),
    (342, "°"),
    (344, "{}"),
    (347, "tţ"),
    (354, "ŧ"),
    (355, "rŕŗř"),
    (363, "ť"),
    (390, "¯"),
    (397, "zźżž"),
    (399, "sśŝşš"),
    (415, "¨"),
    (416, "ª"),
    (418, "cçćĉċč"),
    (422, "ŀ"),
    (423, "LĹĻ"),
    (430, "/\\Ľ"),
    (433, "Ł"),
    (435, "º“”"),
    (438, '"'),
    (459, "Fx"),
    (463, "?¿"),
    (473, "SvŚŜŞŠ"),
    (474, "gyýÿĝğġģŷ"),
    (475, "|"),
    (478, "ZŹŻŽ"),
    (480, "kķĸ"),
    (488, "EÈÉÊËĒĔĖĘĚ"),
    (494, "aàáâãäåāăą"),
    (495, "TŢŤŦ"),
    (498, "#*+<=>^_~¢¤¦§¬±×÷–•"),
    (501, "ĳ"),
    (503, "eèéêëēĕėęě"),
    (507, "$0123456789£¥®€"),
    (520, "YÝŶŸ"),
    (529, "CÇĆĈĊČ"),
    (532, "PÞ"),
    (537, "bdhnpquðñùúûüþĥńņňŋũūŭůűų"),
    (538, "oòóôõöōŏő"),
    (539, "«»"),
    (544, "ø"),
    (547, "KħĶ"),
    (551, "X"),
    (555, "ß"),
    (561, "B"),
    (562, "Ŀ"),
    (563, "RµŔŖŘ"),
    (569, "đ"),
    (591, "V"),
    (597, "ď"),
    (598, "¶Ĳ"),
    (604, "●"),
    (606, "AÀÁÂÃÄÅĀĂĄ"),
    (622, "ŉ"),
    (630, "DĎ"),
    (631, "HĤ"),
    (637, "GĜĞĠĢ"),
    (639, "ÐĐ"),
    (641, "Ŋ"),
    (653, "UÙÚÛÜŨŪŬŮŰŲ"),
    (658, "¼Ħ"),
    (659, "NÑŃŅŇ"),
    (676, "OÒÓÔÕÖŌŎŐ"),
    (681, "Ø"),
    (686, "Q"),
    (691, "½"),
    (702, "¾"),
    (705, "&"),
    (711, "…"),
    (729, "%"),
    (745, "wŵ"),
    (775, "Ææ"),
    (813, "m"),
    (834, "©"),
    (843, "œ"),
    (874, "MŒ"),
    (898, "@"),
    (905, "—→"),
    (906, "WŴ"),
)


@lru_cache(maxsize=20_000)
def breedte(tekst: str, vet: bool = False) -> float:
    """Return the width of *tekst* in thousandths of the letter size."""
    tabel = _VET if vet else _GEWOON
    return sum(tabel.get(letter, _ONBEKEND) for letter in tekst)


def breek(tekst: str, ruimte: float, vet: bool = False) -> list[str]:
    """Return *tekst* in lines of at most *ruimte* (thousandths of the letter size)."""
    regels: list[str] = []
    regel, vol = "", 0.0
    for woord in tekst.split():
        for deel in _stukken(woord, ruimte, vet):
            lang = breedte(deel, vet)
            tussen = breedte(" ", vet) if regel else 0.0
            if regel and vol + tussen + lang > ruimte:
                regels.append(regel)
                regel, vol = deel, lang
            else:
                regel, vol = f"{regel} {deel}" if regel else deel, vol + tussen + lang
    return [*regels, regel] if regel else regels


def _stukken(woord: str, ruimte: float, vet: bool) -> list[str]:
    """Cut a word that is wider than the line, as Word does."""
    if breedte(woord, vet) <= ruimte:
        return [woord]
    stukken, deel = [], ""
    for letter in woord:
        if deel and breedte(deel + letter, vet) > ruimte:
            stukken.append(deel)
            deel = ""
        deel += letter
    return [*stukken, deel]
