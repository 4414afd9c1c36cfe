"""The live table, drawn as wide as a terminal usually is."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from rich.console import Console

from loan_replay.board import Board
from loan_replay.channel import Applicant
from loan_replay.journeys import Journey, Stage

SUBMITTED = datetime(2026, 1, 15, 9, tzinfo=UTC)


def journey(number: int, stage: Stage = Stage.DISBURSED, **more: Any) -> Journey:
    told = {"application_id": str(UUID(int=number)), "submitted_at": SUBMITTED} | more
    return Journey(Applicant(number, {}, {"amount_minor": 20_000_000}), stage=stage, **told)


def assessed(*numbers: int) -> dict[str, Any]:
    reasons = [{"code": code} for code in ("R02", "R10", "R07")]
    found = {"score": 640, "grade": "A", "reasons": reasons}
    return {f"/risk-svc/v1/applications/{UUID(int=number)}/assessment": found for number in numbers}


def drawn(board: Board, width: int) -> list[str]:
    console = Console(width=width, height=60, force_terminal=False)
    with console.capture() as shown:
        console.print(board)
    return shown.get().splitlines()


async def test_in_eighty_columns_a_row_shows_the_id_that_trace_takes_amount_outcome_score_and_times(
    serving: Callable[[dict[str, Any]], Any],
) -> None:
    paid = journey(
        7, decided_at=SUBMITTED + timedelta(milliseconds=480), disbursed_at=SUBMITTED + timedelta(seconds=12)
    )
    async with serving(assessed(7)) as staff:
        async with Board(1, staff) as board:
            board.told(paid)
    lines = drawn(board, 80)
    assert max(map(len, lines)) <= 80
    row = next(line for line in lines if str(UUID(int=7)) in line)
    assert row.split() == [str(UUID(int=7)), "200,000", "paid", "out", "640", "A", "R02", "R1…", "0.48", "12"]
    assert "R02 R10 R07" in "\n".join(drawn(board, 120))


async def test_every_application_that_ended_gets_its_row_however_many_end_at_once(
    serving: Callable[[dict[str, Any]], Any],
) -> None:
    async with serving(assessed(*range(100))) as staff:
        async with Board(100, staff) as board:
            for number in range(100):
                board.told(journey(number))
                board.told(journey(number, Stage.SIGNED))  # not an end
    shown = [line.split()[0] for line in drawn(board, 80) if line.startswith("00000000-")]
    assert set(shown) == {str(UUID(int=number)) for number in range(86, 100)}
    assert "100/100" in drawn(board, 80)[0]


async def test_what_was_not_assessed_or_refused_at_the_door_says_so(
    serving: Callable[[dict[str, Any]], Any],
) -> None:
    refused = journey(2, Stage.REFUSED, application_id="", refusal="422 amount-out-of-range")
    async with serving({}) as staff:
        async with Board(2, staff) as board:
            board.told(journey(1, Stage.WITH_A_PERSON))
            board.told(refused)
    shown = "\n".join(drawn(board, 120))
    assert "person" in shown
    assert "not assessed" in shown
    assert "422 amount-out-of-range" in shown
