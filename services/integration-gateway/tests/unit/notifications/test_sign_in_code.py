"""Codes that borrowers sign in with: good once, for five minutes, after five wrong ones no more."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from integration_gateway.domain.notifications.sign_in_code import MOST_A_DAY, SignInCode
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Conflict

NOW = datetime(2026, 11, 30, 4, 0, tzinfo=UTC)  # noon in Shanghai
CUSTOMER, RIGHT, WRONG = UUID(int=7), "042917", "042918"


@pytest.fixture
def sent() -> SignInCode:
    return SignInCode.first(CUSTOMER, RIGHT, NOW)


def test_a_code_is_good_once(sent: SignInCode) -> None:
    assert [sent.check(RIGHT, NOW), sent.check(RIGHT, NOW)] == [True, False]


def test_a_code_lives_five_minutes(sent: SignInCode) -> None:
    assert not sent.check(RIGHT, NOW + timedelta(minutes=5))
    again = SignInCode.first(CUSTOMER, RIGHT, NOW)
    assert again.check(RIGHT, NOW + timedelta(minutes=4, seconds=59))


def test_five_wrong_ones_end_a_code(sent: SignInCode) -> None:
    assert not any(sent.check(WRONG, NOW) for _ in range(5))
    assert not sent.check(RIGHT, NOW)


def test_four_wrong_ones_do_not(sent: SignInCode) -> None:
    assert not any(sent.check(WRONG, NOW) for _ in range(4))
    assert sent.check(RIGHT, NOW)


def test_another_code_takes_the_place_of_the_last_one_after_a_minute(sent: SignInCode) -> None:
    with pytest.raises(Conflict) as refusal:
        sent.send_again(WRONG, NOW + timedelta(seconds=59))
    assert refusal.value.code == "sign-in-code-too-soon"
    sent.send_again(WRONG, NOW + timedelta(seconds=60))
    assert not sent.check(RIGHT, NOW + timedelta(seconds=61))
    assert sent.check(WRONG, NOW + timedelta(seconds=61))


def test_ten_codes_a_day_are_sent_and_the_next_day_another_ten(sent: SignInCode) -> None:
    for minute in range(1, MOST_A_DAY):
        sent.send_again(RIGHT, NOW + timedelta(minutes=minute))
    with pytest.raises(Conflict) as refusal:
        sent.send_again(RIGHT, NOW + timedelta(hours=11))
    assert refusal.value.code == "sign-in-codes-too-many"
    sent.send_again(RIGHT, NOW + timedelta(hours=12))  # midnight in Shanghai
    assert sent.sent_that_day == 1


def test_nothing_that_is_told_or_kept_shows_the_code(sent: SignInCode) -> None:
    sent.check(RIGHT, NOW)
    told = [fact for fact in sent.facts if isinstance(fact, AuditRecorded)]
    assert [fact.action for fact in told] == ["send_sign_in_code", "check_sign_in_code"]
    assert RIGHT not in repr(told) + repr(vars(sent))
