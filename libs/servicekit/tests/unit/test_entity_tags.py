"""Lists of entity tags (RFC 9110 §8.8.3, §13.1)."""

import pytest

from loan_servicekit.core import Invalid
from loan_servicekit.http.entity_tags import matches

CURRENT = '"2"'


@pytest.mark.parametrize(
    ("header", "strongly", "weakly"),
    [
        ('"2"', True, True), ("*", True, True), (" * ", True, True), ('"1", "2"', True, True), ('"1","2","3"', True, True),
        (' , "2" , ', True, True), ('"1"', False, False), ('W/"2"', False, True), ('W/"1", W/"2"', False, True),
        ('W/"2", "2"', True, True), ('"a,b", "2"', True, True), ("", False, False), (",", False, False),
        ('"22"', False, False), ('"\u00e9"', False, False), ('""', False, False),
    ],
)  # fmt: skip
def test_a_list_matches_where_one_of_its_tags_does(header: str, strongly: bool, weakly: bool) -> None:
    assert matches(header, CURRENT, weakly=False) is strongly
    assert matches(header, CURRENT, weakly=True) is weakly


@pytest.mark.parametrize(
    "header", ["2", '"2', '2"', 'w/"2"', '"1" "2"', '"1", *', "'2'", '"a b"', '"1",2', "\x00", '"2";', "," * 5000]
)
def test_what_is_no_list_of_tags_is_refused(header: str) -> None:
    with pytest.raises(Invalid) as refused:
        matches(header, CURRENT, weakly=False)
    assert refused.value.code == "entity-tag-invalid"
