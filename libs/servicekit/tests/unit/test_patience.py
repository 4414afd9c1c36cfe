"""Topics that nobody waits for rest after something came on them, and only they."""

from collections.abc import Collection

from aiokafka import TopicPartition

from loan_servicekit.kafka.patience import Patience

URGENT, RECORD, OTHER_RECORD = TopicPartition("urgent", 0), TopicPartition("record", 0), TopicPartition("other", 1)


class Consumer:
    """Remembers what rests."""

    def __init__(self) -> None:
        self._paused: set[TopicPartition] = set()

    def assignment(self) -> Collection[TopicPartition]:
        return {URGENT, RECORD, OTHER_RECORD}

    def paused(self) -> Collection[TopicPartition]:
        return frozenset(self._paused)

    def pause(self, *partitions: TopicPartition) -> None:
        self._paused |= set(partitions)

    def resume(self, *partitions: TopicPartition) -> None:
        self._paused -= set(partitions)


def test_all_that_is_patient_rests_after_one_came_and_is_read_again_when_its_time_is_over() -> None:
    consumer, time = Consumer(), [100.0]
    patience = Patience(["record", "other"], 1.0, 5, lambda: time[0])
    assert patience.before_poll(consumer, 2.0) == 2.0
    patience.after_poll(consumer, {RECORD: [1], URGENT: [1]})
    assert consumer.paused() == {RECORD, OTHER_RECORD}
    time[0] = 100.25
    assert patience.before_poll(consumer, 2.0) == 0.75, "the poll ends when the rest does"
    assert patience.before_poll(consumer, 0.5) == 0.5
    patience.after_poll(consumer, {URGENT: [1]})
    assert consumer.paused() == {RECORD, OTHER_RECORD}
    time[0] = 101.0
    assert patience.before_poll(consumer, 2.0) == 2.0
    assert consumer.paused() == frozenset()


def test_what_is_urgent_alone_lets_nothing_rest() -> None:
    consumer = Consumer()
    Patience(["record", "other"], 1.0, 5).after_poll(consumer, {URGENT: [1]})
    assert consumer.paused() == frozenset()


def test_who_is_behind_does_not_rest() -> None:
    consumer = Consumer()
    Patience(["record", "other"], 1.0, 5).after_poll(consumer, {RECORD: [1, 2, 3], OTHER_RECORD: [1, 2]})
    assert consumer.paused() == frozenset()


def test_no_rest_is_asked_for() -> None:
    consumer = Consumer()
    Patience(["record"], 0.0, 5).after_poll(consumer, {RECORD: [1]})
    assert consumer.paused() == frozenset()
