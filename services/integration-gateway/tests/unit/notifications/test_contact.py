"""When a customer may be told something, against the golden cases of domain.md §5.2, and when he is reminded."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from integration_gateway.domain.notifications.contact import Permitted, Purpose, QuietHours, Rules, Standing, may_tell
from integration_gateway.domain.notifications.reminder import Instalment, first_look, look_at, planned, yuan

SHANGHAI = ZoneInfo("Asia/Shanghai")
RULES = Rules(QuietHours.parse("22:00-08:00"), 3)


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 1, day, hour, minute, tzinfo=SHANGHAI)


@pytest.mark.parametrize(
    ("now", "standing", "expected"),
    [
        (at(7, 59), Standing(), Permitted(later=at(8))),
        (at(8), Standing(), Permitted()),
        (at(21, 59), Standing(), Permitted()),
        (at(22), Standing(), Permitted(later=at(8, day=21))),
        (at(22, 30), Standing(night=True), Permitted()),
        (at(10), Standing(reminded_today=2), Permitted()),
        (at(10), Standing(reminded_today=3), Permitted("too-many-today")),
        (at(10), Standing(wants_reminders=False), Permitted("refused-by-customer")),
    ],
)
def test_a_reminder_keeps_the_rules_of_contact(now: datetime, standing: Standing, expected: Permitted) -> None:
    assert may_tell(Purpose.REMINDER, standing, RULES, now) == expected
    assert may_tell(Purpose.ANSWER, standing, RULES, now) == Permitted(), "what he has asked for is told at once"


@pytest.mark.parametrize("text", ["", "22:00", "22:00-22:00", "22:00-8:00", "24:00-08:00", "22:00-08:00-09:00"])
def test_quiet_hours_are_two_times(text: str) -> None:
    with pytest.raises(ValueError):
        QuietHours.parse(text)
    assert QuietHours.parse("12:00-13:00").over_at(at(12, 30)) == at(13)


def test_reminders_come_seven_three_and_one_days_before_and_stop_when_it_is_paid() -> None:
    plan = [Instalment(date(2026, 2, 20), 888_488), Instalment(date(2026, 3, 20), 888_488)]
    assert first_look(date(2026, 2, 20)) == date(2026, 2, 13)
    looks, day = [], date(2026, 2, 13)
    while True:
        found = planned(plan, day)
        looks.append((found.days, found.remind is not None))
        if found.look_on is None:
            break
        day = found.look_on
    assert looks == [(7, True), (3, True), (1, True)], "the day itself is told by its own message"
    assert planned(plan, date(2026, 2, 10)).look_on == date(2026, 2, 13)
    paid_early = [Instalment(date(2026, 2, 20), 0), plan[1]]
    assert planned(paid_early, date(2026, 2, 17)) == planned(plan[1:], date(2026, 2, 17))
    assert planned([Instalment(date(2026, 2, 20), 0)], date(2026, 2, 13)).look_on is None
    assert look_at(date(2026, 2, 13), at(10)) == datetime.combine(date(2026, 2, 13), time(9), SHANGHAI)
    assert look_at(date(2026, 1, 13), at(10)) == at(10), "what is past is made up for at once"
    assert yuan(888_488) == "8,884.88"
