"""Values and the days on which they hold (domain.md R-0.1)."""

from datetime import date

import pytest

from loan_servicekit.db.parameters import Parameter, Parameters


def a_value(value: str, valid_from: date, valid_to: date | None = None) -> Parameter:
    return Parameter("cap.bank_assisted", value, "%", valid_from, valid_to, "金规〔2025〕9号", "C2", "seed")


PARAMETERS = Parameters([
    a_value("36", date(2024, 1, 1), date(2025, 9, 30)),
    a_value("24", date(2025, 10, 1)),
])  # fmt: skip


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2024, 1, 1), "36"),
        (date(2025, 9, 30), "36"),
        (date(2025, 10, 1), "24"),
        (date(2030, 1, 1), "24"),
    ],
)
def test_a_value_holds_from_its_first_to_its_last_day(day: date, value: str) -> None:
    assert PARAMETERS.text("cap.bank_assisted", day) == value
    assert PARAMETERS.on(day) == {"cap.bank_assisted": value}


def test_a_missing_value_is_not_guessed() -> None:
    with pytest.raises(KeyError, match=r"cap\.bank_assisted on 2023-12-31"):
        PARAMETERS.text("cap.bank_assisted", date(2023, 12, 31))
    assert PARAMETERS.on(date(2023, 12, 31)) == {}


def test_a_newer_value_ends_the_one_before_even_where_nobody_wrote_its_last_day() -> None:
    open_ended = Parameters([a_value("36", date(2024, 1, 1)), a_value("24", date(2025, 10, 1))])
    assert open_ended.text("cap.bank_assisted", date(2026, 1, 1)) == "24"
