"""What people write: cleaned, counted by what a reader can see, and free of what deceives him or the database."""

import re
import unicodedata
from dataclasses import dataclass

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

# Never in a text: control characters, halves of surrogate pairs, non-characters, what turns the reading direction
# round (a "reversed" reason reads otherwise than it is stored), and tags, which carry text that no screen shows.
REFUSED = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufff9-\ufffb\U000e0000-\U000e007f"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# Letters and signs by the Unicode tables that are drawn as nothing: fillers, the blank Braille cell and their like.
DRAWN_AS_NOTHING = frozenset("\u115f\u1160\u2800\u3164\uffa0\ufffc\U0001d159\U00013441\U00013442")
UNASSIGNED_AND_IGNORABLE = re.compile("[\u2065\ufff0-\ufff8\U000e0080-\U000e0fff]")


class UnreadableText(ValueError):
    """A text that a person cannot have meant; the message says what is wrong with it."""


def clean(text: str, lines: bool = False) -> str:
    """The text in composed form (NFC) without the blanks around it; `lines`: it may have several, with tabs in them.

    Raises UnreadableText for characters that no text needs and some attacks do.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    if lines:
        text = LINE_ENDS.sub("\n", text)
    if REFUSED.search(text.replace("\n", "").replace("\t", "") if lines else text):
        raise UnreadableText("no control characters, halves of characters, or signs that turn the direction of reading")
    if not lines and LINE_ENDS.search(text):
        raise UnreadableText("one line")
    return _trimmed(unicodedata.normalize("NFC", text))


def _trimmed(text: str) -> str:
    start, end = 0, len(text)
    while start < end and is_nothing(text[start]):
        start += 1
    while end > start and is_blank(text[end - 1]):
        end -= 1
    return text[start:end]


def is_blank(character: str) -> bool:
    """Whether it only makes room, or not even that. A mark on the character before is none."""
    category = unicodedata.category(character)
    if character in DRAWN_AS_NOTHING:
        return True
    if category == "Cn":  # not in this interpreter's table: newer ideographs and signs are there all the same
        return UNASSIGNED_AND_IGNORABLE.match(character) is not None
    return category[0] in "ZC"


def is_nothing(character: str) -> bool:
    """Whether it shows nothing by itself: a blank, or a mark that needs a character to stand on."""
    return is_blank(character) or unicodedata.category(character)[0] == "M"


def visible(text: str, enough: int) -> bool:
    """Whether the text has so many characters that a reader sees."""
    seen = 0
    for character in text:
        seen += not is_nothing(character)
        if seen >= enough:
            return True
    return enough <= 0


@dataclass(frozen=True)
class Written:
    """What a person writes, as metadata of a `str`: between so many visible characters (blanks, fillers and marks do
    not count) and so many in all, cleaned. `lines`: it may have several lines."""

    least: int
    most: int
    lines: bool = False

    def __call__(self, value: str | None) -> str | None:
        """The cleaned text; None stays, where the field may be null. Raises what pydantic tells of a field."""
        if value is None:
            return None
        if len(value) > self.most:
            raise PydanticKnownError("string_too_long", {"max_length": self.most})
        try:
            written = clean(value, self.lines)
        except UnreadableText as unreadable:
            raise PydanticCustomError("string_pattern_mismatch", "{why}", {"why": str(unreadable)}) from None
        if not visible(written, self.least):
            raise PydanticCustomError(
                "string_too_short", "Write at least {least} visible characters", {"least": self.least}
            )
        return written

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        made = handler(schema)
        pattern = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$" if self.lines else r"^[^\u0000-\u001f\u007f]*$"
        for part in made.get("anyOf", [made]):
            if part.get("type") == "string":
                part |= {"minLength": self.least, "maxLength": self.most, "pattern": pattern}
        return made


def text(least: int, most: int, lines: bool = False) -> Written:
    """A text that people write: `Annotated[str, text(5, 200), Field(examples=[...])]`."""
    return Written(least, most, lines)
