"""What counts as written, and what no text may hold."""

import pytest
from pydantic import ValidationError

from loan_servicekit.core.texts import UnreadableText, Written, clean, text, visible


@pytest.mark.parametrize(
    "nothing",
    ["", "      ", "\u200b" * 10, "\u2800" * 10, "\u3164" * 10, "\u115f\u1160" * 5, "\uffa0" * 10, "\u0301" * 10,
     "\u034f" * 10, "\ufe0f" * 10, "\u00ad" * 10, "\ufeff" * 10, "\u2060" * 10, "\u180e" * 10, "\u3000" * 10,
     "\u00a0" * 10, "\U0001d159" * 10, "\U00013441" * 10, "\U000e0100" * 10, "\ufffc" * 10, "\u20e3" * 10],
)  # fmt: skip
def test_what_nobody_sees_is_not_written(nothing: str) -> None:
    assert not visible(clean(nothing), 1)
    with pytest.raises(ValidationError):
        _read(text(1, 200), nothing)


@pytest.mark.parametrize("few", ["a \u200b\u200b b", "\u2800ab\u2800", "a\u0301\u0302\u0303b", "  ab  "])
def test_blanks_and_marks_do_not_help_to_the_least_length(few: str) -> None:
    with pytest.raises(ValidationError) as refused:
        _read(text(3, 200), few)
    assert refused.value.errors()[0]["type"] == "string_too_short"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("  收入一致，同意  ", "收入一致，同意"), ("e\u0301te", "éte"), ("\u200b\ufeffabc\u200b", "abc"), ("a b\u00a0c", "a b\u00a0c"),
     ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"), ("𠮷野家", "𠮷野家"), ("\U00031350\U0002ebf0x", "\U00031350\U0002ebf0x"),
     ("क्षत्रिय", "क्षत्रिय"), ("שלום עולם", "שלום עולם"), ("\u0301abc", "abc")],
)  # fmt: skip
def test_what_people_write_is_kept_in_composed_form_without_the_blanks_around_it(written: str, kept: str) -> None:
    assert _read(text(3, 200), written) == kept


@pytest.mark.parametrize(
    "bad",
    ["abc\x00def", "abc\x1bdef", "abc\x7fdef", "abc\x85def", "abc\x9bdef", "abc\ud800def", "\udc00abc", "abc\u202edef",
     "abc\u2066def\u2069", "abc\ufdd0def", "abc\uffffdef", "abc\U0010ffffdef", "abc\U000e0041def", "abc\u2028def",
     "abc\ndef", "abc\tdef", "abc\r\ndef"],
)  # fmt: skip
def test_what_deceives_a_reader_or_the_database_is_refused(bad: str) -> None:
    with pytest.raises(UnreadableText):
        clean(bad)
    with pytest.raises(ValidationError) as refused:
        _read(text(3, 200), bad)
    assert refused.value.errors()[0]["type"] == "string_pattern_mismatch"


def test_a_text_of_several_lines_has_line_ends_of_one_kind_and_may_have_tabs() -> None:
    assert _read(text(3, 200, lines=True), "first\r\nsecond\rthird\u2028\tfourth\n") == "first\nsecond\nthird\n\tfourth"
    with pytest.raises(ValidationError):
        _read(text(3, 200, lines=True), "abc\x00")


def test_a_text_that_is_too_long_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(ValidationError) as refused:
        _read(text(1, 5), "abcdef")
    assert refused.value.errors()[0]["type"] == "string_too_long"


def _read(kind: Written, value: str) -> str:
    from typing import Annotated

    from pydantic import TypeAdapter

    found: str = TypeAdapter(Annotated[str, kind]).validate_python(value)
    return found
