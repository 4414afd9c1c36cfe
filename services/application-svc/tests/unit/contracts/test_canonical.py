"""One byte form for one content."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from application_svc.domain.contracts.canonical import canonical_json, content_hash
from application_svc.domain.numbering import readable_number


def test_keys_are_sorted_and_values_have_one_spelling() -> None:
    content = {"b": Decimal("0.1200"), "a": date(2026, 11, 23), "c": "利率", "d": Decimal("1E+2"), "e": [1, None]}
    assert canonical_json(content) == '{"a":"2026-11-23","b":"0.12","c":"利率","d":"100","e":[1,null]}'.encode()


def test_the_hash_is_sha_256_of_that_form() -> None:
    # sha256 of the two bytes {} as printed by coreutils' sha256sum.
    assert content_hash({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_what_has_no_canonical_form_is_a_mistake() -> None:
    with pytest.raises(TypeError):
        canonical_json({"a": object()})


def test_a_readable_number_comes_from_the_random_end_of_an_id() -> None:
    assert readable_number("AP", date(2026, 11, 23), UUID(int=0)) == "AP20261123000000000000"
    assert readable_number("HT", date(2026, 11, 23), UUID(int=32**12 - 1)) == "HT20261123ZZZZZZZZZZZZ"
    assert readable_number("AP", date(2026, 11, 23), UUID(int=33)) == "AP20261123000000000011"
