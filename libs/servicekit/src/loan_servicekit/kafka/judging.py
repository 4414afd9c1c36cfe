"""What becomes of a message that was handled (docs/decisions/0006).

Done, a duplicate, or refused: finished with. Not found yet: tried again with growing delays, then dead. An outage is
nobody's fault and is tried again for as long as it takes. Forbidden, not credible, or an effect that the bus cannot
tell: dead at once. A bug: tried again, then dead.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from loan_servicekit.core import DomainError, Forbidden, MessageTooLarge, NotCredible, NotFound, Unavailable
from loan_servicekit.db.engine import may_pass
from loan_servicekit.db.transactor import DUPLICATE
from loan_servicekit.db.upkeep.dead_letters import Letter, LetterState, Record, letter
from loan_servicekit.telemetry import described

RETRY_AFTER_S = (0.2, 0.5, 1, 2, 5, 10, 30)
TRIES_OF_A_BUG = 3


class Fate(StrEnum):
    """What became of a message; a metric counts by it."""

    DONE = "done"
    DUPLICATE = "duplicate"
    REFUSED = "refused"
    RETRIED = "retried"
    DEAD = "dead"


def judge(record: Record, outcome: object, attempts: int, now: datetime) -> tuple[Fate, Letter | None]:
    """The fate of a message, and the letter to keep where it is not finished with. `attempts` were made before."""
    if outcome is DUPLICATE:
        return Fate.DUPLICATE, None
    if isinstance(outcome, Unavailable) or (isinstance(outcome, NotFound) and attempts < len(RETRY_AFTER_S)):
        return Fate.RETRIED, _again(record, outcome.code, outcome.detail, attempts, now)
    if isinstance(outcome, NotFound | Forbidden | NotCredible | MessageTooLarge):
        return Fate.DEAD, letter(record, outcome.code, outcome.detail, attempts + 1, LetterState.DEAD, None)
    if isinstance(outcome, DomainError):
        return Fate.REFUSED, None
    if isinstance(outcome, BaseException):
        if attempts + 1 < TRIES_OF_A_BUG or may_pass(outcome):
            return Fate.RETRIED, _again(record, "handler-failed", described(outcome), attempts, now)
        return Fate.DEAD, letter(record, "handler-failed", described(outcome), attempts + 1, LetterState.DEAD, None)
    return Fate.DONE, None


def _again(record: Record, code: str, detail: str, attempts: int, now: datetime) -> Letter:
    pause_s = RETRY_AFTER_S[min(attempts, len(RETRY_AFTER_S) - 1)]
    return letter(record, code, detail, attempts + 1, LetterState.RETRYING, now + timedelta(seconds=pause_s))
