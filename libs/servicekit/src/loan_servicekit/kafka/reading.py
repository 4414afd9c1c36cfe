"""From records to messages: what reads as ours, what breaks its contract, and the order to handle it in."""

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from loan_contracts.envelope import Envelope, EnvelopeInvalid
from loan_servicekit.db.upkeep.dead_letters import Letter, LetterState, Record, letter
from loan_servicekit.kafka.subscriptions import Subscription, Subscriptions
from loan_servicekit.telemetry import described

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Received:
    """A record that reads as one of our messages, with its reaction."""

    record: Record
    envelope: Envelope
    subscription: Subscription
    command: object


def in_order(batches: Iterable[Sequence[Record]]) -> list[Record]:
    """The records of several partitions by their time, those of one partition always as they lie there.

    A topic's clock may step back where a producer's does, or where leadership moves to a host with another.
    """
    timed: list[tuple[int, Record]] = []
    for batch in batches:
        latest = 0
        for record in batch:
            latest = max(latest, record.timestamp)
            timed.append((latest, record))
    return [record for _, record in sorted(timed, key=lambda pair: pair[0])]


def read(record: Record, subscriptions: Subscriptions, prefix: str) -> Received | Letter:
    """The message of a record, or a dead letter where it breaks the contract; its text never repeats what it holds."""
    try:
        envelope = Envelope.from_headers(record.headers)
        subscription = subscriptions.find(envelope.type)
        if subscription is None or prefix + envelope.type != record.topic:
            raise EnvelopeInvalid(f"type {envelope.type} does not belong on this topic")
        expected = subscription.message.dataschema()
        if envelope.dataschema != expected:
            raise EnvelopeInvalid(f"schema {envelope.dataschema} is unknown, {expected} is expected")
        if record.value is None:
            raise EnvelopeInvalid("the record has no value")
        return Received(record, envelope, subscription, subscription.read(envelope, record.value))
    except EnvelopeInvalid as error:
        return _dead(record, "envelope-invalid", str(error))
    except ValidationError as error:
        detail = "; ".join(f"/{'/'.join(map(str, e['loc']))}: {e['type']}" for e in error.errors()[:5])
        return _dead(record, "message-invalid", detail)
    except Exception as error:  # no record may hold up those behind it
        log.exception("message.unreadable", extra={"topic": record.topic})
        return _dead(record, "message-unreadable", described(error))


def _dead(record: Record, reason: str, detail: str) -> Letter:
    return letter(record, reason, detail, 1, LetterState.DEAD, None)
