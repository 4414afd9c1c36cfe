"""The simulator's parts that decide something: faults by ratio and count, profiles kept and forgotten."""

from datetime import UTC, date, datetime

import pytest

from loan_contracts.values import Source, SourceStatus
from loan_datasets import people
from loan_datasets.borrower import Borrower
from loan_datasets.facts import collected_facts
from provider_simulator.faults import Fault, Faults
from provider_simulator.payments import MESSAGES
from provider_simulator.profiles import Override, Profiles, story_borrower

AT = datetime(2026, 9, 1, 4, 0, tzinfo=UTC)


@pytest.mark.parametrize(("ratio", "struck"), [(1.0, 100), (0.5, 50), (0.25, 25), (0.1, 10), (0.01, 1)])
def test_a_fault_strikes_as_often_as_its_ratio_says(ratio: float, struck: int) -> None:
    faults = Faults()
    faults.put("IDENTITY", Fault(hang=True, ratio=ratio))
    assert sum(faults.due("IDENTITY", None) is not None for _ in range(100)) == struck


def test_a_fault_is_over_after_its_times() -> None:
    faults = Faults()
    faults.put("IDENTITY", Fault(hang=True, times=2))
    assert [faults.due("IDENTITY", "x") is not None for _ in range(4)] == [True, True, False, False]
    assert faults.listing() == []


def test_faults_are_told_without_the_persons_they_are_about() -> None:
    faults = Faults()
    faults.put("COURT", Fault(status=500, identity_number="991150199003078017"))
    assert "991150199003078017" not in str(faults.listing())
    faults.clear("IDENTITY")
    assert len(faults.listing()) == 1
    faults.clear()
    assert faults.due("COURT", "991150199003078017") is None


class Rows:
    """A data set of ten rows that counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, row: int) -> Borrower | None:
        self.asked += 1
        return story_borrower(row) if row < 10 else None


def number(row: int) -> str:
    return people.identity_number(row, date(1988, 3, 7))


def test_facts_are_made_once_for_the_people_seen_last() -> None:
    rows = Rows()
    profiles = Profiles(rows, collected_facts, kept=2)
    for row in (1, 1, 2, 1, 3, 1, 2):  # 2 was forgotten for 3
        assert profiles.get(number(row), AT) is not None
    assert rows.asked == 4


def test_a_number_that_carries_no_row_is_nobodys() -> None:
    assert Profiles(Rows(), collected_facts).get("990101199003078017", AT) is None


def test_an_override_may_make_a_person_and_may_be_taken_back() -> None:
    profiles = Profiles(Rows(), collected_facts)
    override = Override(name="李演示", court={"dishonest": 1}, statuses={Source.CREDIT_BUREAU: SourceStatus.TIMEOUT})
    profiles.override("990101199003078017", override, AT)
    made = profiles.get("990101199003078017", AT)
    assert made is not None
    assert made.name == "李演示"
    assert made.facts.statuses == {Source.COURT: SourceStatus.HIT, Source.CREDIT_BUREAU: SourceStatus.TIMEOUT}
    profiles.restore("990101199003078017")
    assert profiles.get("990101199003078017", AT) is None


def test_an_override_changes_the_named_fields_alone() -> None:
    profiles = Profiles(Rows(), collected_facts)
    plain = profiles.get(number(1), AT)
    profiles.override(number(1), Override(credit_bureau={"queries_3m": 9}), AT)
    changed = profiles.get(number(1), AT)
    assert plain is not None
    assert changed is not None
    assert plain.facts.credit_bureau is not None
    assert changed.facts.credit_bureau == plain.facts.credit_bureau.model_copy(update={"queries_3m": 9})
    assert changed.facts.court == plain.facts.court


def test_every_code_of_the_handbook_has_a_text() -> None:
    of_the_handbook = {
        "00",
        "A6",
        "01",
        "03",
        "04",
        "05",
        "10",
        "12",
        "34",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "71",
    }
    assert set(MESSAGES) >= of_the_handbook  # domain.md §7.8
    assert "51" not in MESSAGES  # ISO 8583's, not the network's
