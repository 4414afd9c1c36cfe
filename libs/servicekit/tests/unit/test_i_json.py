"""JSON that two readers would understand differently is refused."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loan_servicekit.http.i_json import DEEPEST, JsonRefused, read_json

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)


@given(VALUES)
def test_whatever_is_json_is_read_as_it_is(value: Any) -> None:
    import json

    assert read_json(json.dumps(value).encode()) == value
    assert read_json(json.dumps(value, ensure_ascii=False, indent=1).encode()) == value


@given(st.binary(max_size=60))
def test_whatever_bytes_come_the_refusal_is_ours(body: bytes) -> None:
    try:
        read_json(body)
    except JsonRefused as refused:
        assert refused.code.startswith("json-") and refused.detail


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"amount": 100, "amount": 1000000}', "json-name-twice"),
        (b'{"a": {"b": [{"c": 1, "c": 1}]}}', "json-name-twice"),
        (b'{"a": 1, "\\u0061": 2}', "json-name-twice"),
        (b'{"": 1, "": 2}', "json-name-twice"),
        ('{"姓名": "张三"}'.encode("gbk"), "json-not-utf-8"),
        (b'{"a": "\xed\xa0\x80"}', "json-not-utf-8"),
        (b"\xff\xfe{\x00}\x00", "json-not-utf-8"),
        ('{"a": 1}'.encode("utf-16-le"), "json-malformed"),
        (b'\xef\xbb\xbf{"a": 1}', "json-malformed"),
        (b'{"\\udc00": 1}', "json-malformed"),
        (b'[{"a": {"\\uDC00\\ud800": 1}}]', "json-malformed"),
        (b'{"a": NaN}', "json-number"),
        (b'{"a": -Infinity}', "json-number"),
        (b'{"a": 1e400}', "json-number"),
        (b'{"a": ' + b"1" * 5000 + b"}", "json-number"),
        (b'{"a": 01}', "json-malformed"),
        (b'{"a": +1}', "json-malformed"),
        (b'{"a": 1,}', "json-malformed"),
        (b"{'a': 1}", "json-malformed"),
        (b'{"a": 1} {"a": 2}', "json-malformed"),
        (b'{"a": "line\nbreak"}', "json-malformed"),
        (b"/* */{}", "json-malformed"),
        (b"", "json-malformed"),
        (b"[" * 100_000, "json-too-deep"),
        (b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1), "json-too-deep"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "json-too-deep"),
    ],
)
def test_what_is_refused_and_by_which_name(body: bytes, code: str) -> None:
    with pytest.raises(JsonRefused) as refused:
        read_json(body)
    assert refused.value.code == code


def test_brackets_in_texts_are_no_depth_and_as_deep_as_allowed_is_read() -> None:
    assert read_json(b'["' + b"[{" * 100 + b'\\"]"]') == ["[{" * 100 + '"]']
    assert read_json(b"[" * DEEPEST + b"]" * DEEPEST)
    assert read_json(b"[" + b",".join([b"[[]]"] * 1000) + b"]")


def test_the_largest_body_is_read_or_refused_in_a_moment() -> None:
    many = b",".join(b'"%d":[]' % n for n in range(90_000))
    began = time.perf_counter()
    for body in (b"[" + b",".join([b"[]"] * 340_000) + b"]", b"{" + many + b"}", b"{" + many + b',"7":[]}',
                 b'{"a":"' + b"\\u4e00" * 170_000 + b'"}', b"[" * 1_000_000):  # fmt: skip
        try:
            read_json(body)
        except JsonRefused:
            continue
    assert time.perf_counter() - began < 5
