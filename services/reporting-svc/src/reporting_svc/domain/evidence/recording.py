"""Whether the evidence chain holds all that was said so far: a chain that is whole may still be behind."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class RecordingState(StrEnum):
    """CURRENT: all that lies on the topics is recorded. BEHIND: some of it is not yet. STOPPED: nothing is recorded
    until an operator has looked. ABSENT: no process records."""

    CURRENT = "CURRENT"
    BEHIND = "BEHIND"
    STOPPED = "STOPPED"
    ABSENT = "ABSENT"


@dataclass(frozen=True, slots=True)
class Recorder:
    """A process that records, as it said of itself lately."""

    running: bool
    stopped: bool
    lag: int
    reason: str


@dataclass(frozen=True, slots=True)
class Recording:
    """How far the record has come. `lag` counts messages that lie on the topics, `unrecorded` those that could not be
    recorded and wait as dead letters."""

    state: RecordingState
    lag: int
    unrecorded: int
    reason: str

    @property
    def complete(self) -> bool:
        """Whether nothing that has reached this service is missing from the chain."""
        return self.state is RecordingState.CURRENT and not self.unrecorded


def recording(recorders: Sequence[Recorder], unrecorded: int) -> Recording:
    """What the recorders come to together: those that run carry on for those that do not."""
    lag = sum(each.lag for each in recorders)
    reason = "; ".join(sorted({each.reason for each in recorders if each.reason}))
    if not recorders:
        state, reason = RecordingState.ABSENT, "no process of this service records messages"
    elif all(each.stopped for each in recorders):
        state = RecordingState.STOPPED
    elif lag or not all(each.running or each.stopped for each in recorders):
        state = RecordingState.BEHIND
    else:
        state = RecordingState.CURRENT
    return Recording(state, lag, unrecorded, reason)
