"""How far the record has come, by what the recording processes say."""

import pytest

from reporting_svc.domain.evidence.recording import Recorder, recording

RUNS = Recorder(True, False, 0, "")
LAGS = Recorder(True, False, 7, "")
WAITS = Recorder(False, False, 0, "the broker does not answer")
STOPPED = Recorder(False, True, 0, "50 messages in a row are dead letters")


@pytest.mark.parametrize(
    ("recorders", "unrecorded", "state", "lag", "complete"),
    [
        ([RUNS], 0, "CURRENT", 0, True),
        ([RUNS, RUNS], 0, "CURRENT", 0, True),
        ([RUNS], 1, "CURRENT", 0, False),
        ([LAGS], 0, "BEHIND", 7, False),
        ([RUNS, LAGS], 0, "BEHIND", 7, False),
        ([WAITS], 0, "BEHIND", 0, False),
        ([STOPPED], 0, "STOPPED", 0, False),
        ([STOPPED, STOPPED], 0, "STOPPED", 0, False),
        ([STOPPED, RUNS], 0, "CURRENT", 0, True),  # the other has its partitions
        ([STOPPED, LAGS], 0, "BEHIND", 7, False),
        ([], 0, "ABSENT", 0, False),
    ],
)
def test_how_far_the_record_has_come(
    recorders: list[Recorder], unrecorded: int, state: str, lag: int, complete: bool
) -> None:
    found = recording(recorders, unrecorded)
    assert (found.state, found.lag, found.complete) == (state, lag, complete)
    assert bool(found.reason) is (state not in ("CURRENT", "BEHIND")) or WAITS in recorders or STOPPED in recorders
