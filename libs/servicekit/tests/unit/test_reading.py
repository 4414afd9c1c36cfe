"""The order in which the records of a poll are handled."""

from types import SimpleNamespace

from loan_servicekit.kafka.reading import in_order


def a_partition(name: str, *times: int) -> list[SimpleNamespace]:
    return [SimpleNamespace(name=f"{name}{number}", timestamp=time) for number, time in enumerate(times)]


def test_records_of_several_partitions_are_handled_by_time() -> None:
    handled = in_order([a_partition("a", 10, 30), a_partition("b", 20, 40)])
    assert [record.name for record in handled] == ["a0", "b0", "a1", "b1"]


def test_a_clock_that_steps_back_does_not_turn_a_partition_round() -> None:
    handled = in_order([a_partition("a", 30, 10, 20), a_partition("b", 15, 35)])
    assert [record.name for record in handled] == ["b0", "a0", "a1", "a2", "b1"]
