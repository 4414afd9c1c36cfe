"""Names of people as they stand on identity documents, and other names that a person tells: one written form, and what
is none (domain.md §6.7).

Which characters are letters stands here and not in the interpreter's table, which is as old as the interpreter: GB
18030-2022 is the rule, and 民委发〔2016〕33号 asks for all of it.
"""

import re
import unicodedata

from application_svc.domain.errors import wrong_field

LONGEST_NAME = 50
NAME_FORM = 1  # of `normal_name`: names that were kept in an earlier one are brought up to date
SEPARATOR = "\u00b7"  # GB 18030 A1A4; 民委发〔2016〕33号 no. 1
# What keyboards, fonts and old systems put in its place. A full stop is one too where a Chinese character stands beside
# it.
DOTS = (
    "\u0387\u02d9\u16eb\u1427\u2022\u2024\u2027\u2218\u2219\u22c5\u25cf"
    "\u25e6\u26ab\u26ac\u2981\u2e30\u2e31\u2e33\u30fb\u318d\ua78f\uff65"
)
STOPS = ".\u3002\uff61"
HYPHENS = "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d"
APOSTROPHES = "\u2018\u2019\u201b\u02bb\u02bc\u02b9\u2032\u0060\u00b4\uff07"
# Code points that show nothing: joiners, marks of direction, selectors of variants.
UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
UNPRINTED = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\uffff]")
HAN = (
    "\u3007\u3400-\u4dbf\u4e00-\u9fff"
    "\ufa0e\ufa0f\ufa11\ufa13\ufa14\ufa1f\ufa21\ufa23\ufa24\ufa27-\ufa29"  # unified ones in the compatibility block
    "\U00020000-\U0002a6df\U0002a700-\U0002ee5f\U00030000-\U0003347f"  # extensions B; C to F and I; G, H and J
)
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
LETTER = re.compile(f"[{HAN}{LATIN}]")
WORD = f"(?:[{HAN}{LATIN}]|(?<=[{LATIN}])['-](?=[{LATIN}])|(?<=[{LATIN}])\\.)+"
NAME = re.compile(f"{WORD}(?:[ {SEPARATOR}]{WORD})*")

_SAME = {ord(dot): SEPARATOR for dot in DOTS} | {ord(stop): "." for stop in STOPS}
_SAME |= {ord(hyphen): "-" for hyphen in HYPHENS} | {ord(mark): "'" for mark in APOSTROPHES}
_STOP_AT_HAN = re.compile(f"(?<=[{HAN}]) *\\. *(?=\\S)|(?<=\\S) *\\. *(?=[{HAN}])")
_AROUND_SEPARATOR = re.compile(f" *{SEPARATOR} *")
_BETWEEN_HAN = re.compile(f"(?<=[{HAN}]) +(?=[{HAN}])")


def normal_name(text: str) -> str:
    """The one form in which a name is kept, compared and asked about.

    The separator of names is U+00B7 however it was typed; compatibility forms are what they stand for (full-width
    letters, Kangxi radicals, the ideographs that GB 18030-2022 no longer encodes twice); Chinese characters have no
    blanks between them; what cannot be seen is left out.
    """
    seen = UNSEEN.sub("", text).translate(_SAME)
    name = " ".join(unicodedata.normalize("NFKC", seen).translate(_SAME).split(" ")).strip(" ")
    name = re.sub(" {2,}", " ", name)
    name = _STOP_AT_HAN.sub(SEPARATOR, name)
    name = _AROUND_SEPARATOR.sub(SEPARATOR, name)
    return _BETWEEN_HAN.sub("", name)


def parse_name(text: str, pointer: str = "/name") -> str:
    """The name in its normal form; raises Invalid `name-malformed`."""
    name = normal_name(text)
    if not NAME.fullmatch(name) or len(name) > LONGEST_NAME or len(LETTER.findall(name)) < 2:
        raise wrong_field(
            pointer,
            "name-malformed",
            f"a name has 2 to {LONGEST_NAME} characters: Chinese characters or Latin letters, at least two of them, "
            f"as on the identity document; between them {SEPARATOR} or a blank, in Latin names - ' and . too",
        )
    return name


READABLE = re.compile(f"[{HAN}{LATIN}0-9]")
FORMULA = "=+-@"  # what a spreadsheet would calculate, were it the first character of a cell


def parse_label(text: str, pointer: str) -> str:
    """What a person tells of himself in words, an employer or an address: as it was typed, without what cannot be seen.

    Raises Invalid `text-malformed` where it says nothing, or begins like a formula: no export may ever hold one.
    """
    label = unicodedata.normalize("NFC", UNSEEN.sub("", text)).strip(" \u3000")
    shown = unicodedata.normalize("NFKC", label)
    if UNPRINTED.search(label) or shown[:1] in FORMULA or len(READABLE.findall(shown)) < 2:
        raise wrong_field(
            pointer,
            "text-malformed",
            f"write it in words, with at least two letters or digits and none of {' '.join(FORMULA)} in front",
        )
    return label
