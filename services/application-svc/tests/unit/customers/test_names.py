"""Names: one form however they were typed, every character of GB 18030-2022, and nothing that is no name (domain.md §6.7)."""

import pytest

from application_svc.domain.customers.names import DOTS, STOPS, normal_name, parse_label, parse_name
from loan_servicekit.core import Invalid

WRITTEN = "阿卜杜拉·买买提"


@pytest.mark.parametrize("dot", [*DOTS, *STOPS, "．", "﹒", "·", " · ", " •", "・ ", "\u200b·"])
def test_the_separator_is_the_standard_one_however_it_was_typed(dot: str) -> None:
    assert parse_name(f"阿卜杜拉{dot}买买提") == WRITTEN


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("张 三", "张三"),
        ("张\u3000三", "张三"),
        ("\u200b张\ufeff三\U000e0101", "张三"),
        ("\uf92c小明", "郎小明"),  # GB 18030-2022 no longer encodes it twice
        ("\u2f00一", "一一"),  # a Kangxi radical
        ("ＪＯＨＮ　ＳＭＩＴＨ", "JOHN SMITH"),
        ("John   Smith", "John Smith"),
        ("O\u2019Neil", "O'Neil"),
        ("Jean\u2010Luc", "Jean-Luc"),
        ("Jose\u0301", "José"),
        ("John F. Kennedy", "John F. Kennedy"),
        ("Nguyễn Văn", "Nguyễn Văn"),
        ("李.Smith", "李·Smith"),
        ("  张三  ", "张三"),
        ("武〇", "武〇"),
    ],
)
def test_what_is_the_same_name_is_written_the_same(typed: str, name: str) -> None:
    assert parse_name(typed) == name
    assert normal_name(name) == name


@pytest.mark.parametrize(
    "point",
    [0x3400, 0x4DBF, 0x9FFF, 0x20000, 0x2A6DF, 0x2A700, 0x2B740, 0x2B820, 0x2CEB0, 0x2EBE0, 0x2EBF0, 0x2EE5D, 0x30000,
     0x3134A, 0x31350, 0x323AF, 0x323B0, 0xFA0E, 0xFA29],
)  # fmt: skip
def test_every_extension_is_written_in_names(point: int) -> None:
    assert parse_name(f"张{chr(point)}") == f"张{chr(point)}"
    assert parse_name(chr(point) * 2) == chr(point) * 2


@pytest.mark.parametrize(
    "text",
    ["😀😀", "··", "张·", "·张三", "张··三", "=HYPERLINK(a)", "＝张三", "@张三", "+1", "-张三", "－张三", "\t张三", "张三\r",
     "张\n三", "张", "A", "张3", "张③", "", "  ", "\u2800\u2800", "\u200b\u200b", "张-三", "张'三", "John--Smith", "John -Smith",
     "'John", "张三;", "张<三>", "\ue000张三", "张\ud800", "⺀⺁", "张" * 51, "．．", "A·", "张_三", "%张三", "|张三"],
)  # fmt: skip
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_name(text)
    assert [(error.pointer, error.code) for error in refusal.value.errors] == [("/name", "name-malformed")]


def test_a_name_may_have_fifty_characters() -> None:
    assert len(parse_name("阿" * 24 + "•" + "买" * 25)) == 50


@pytest.mark.parametrize("text", ["=HYPERLINK(a)", "+86 21", "-公司", "@公司", "＝公司", "  =1+1", "\u200b=1", "、、", "  ", "A",
                                  "😀😀😀", "示例\u0007公司", "\t示例公司"])  # fmt: skip
def test_what_says_nothing_or_would_be_calculated_is_no_employer_or_address(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        parse_label(text, "/employer")
    assert [(error.pointer, error.code) for error in refusal.value.errors] == [("/employer", "text-malformed")]


@pytest.mark.parametrize(
    "text", ["示例华信（上海）有限公司", "O'Neil & Sons, Ltd.", "示例路1号-2栋", "\U00031350\U0002ebf0村7号", "3M公司"]
)
def test_employers_and_addresses_are_kept_as_they_were_typed(text: str) -> None:
    assert parse_label(f" {text}\u200b", "/address") == text
