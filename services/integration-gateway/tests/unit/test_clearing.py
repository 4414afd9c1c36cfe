"""A break is cleared whatever its order is called: those that are not ours are numbered by others, often in digits alone."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import pytest

from integration_gateway.domain.payments.settlement import Clearing
from integration_gateway.use_cases.payments.clear_break import BreakBasis, ClearBreak, ClearingRow, clear_break
from loan_contracts.message import Message
from loan_contracts.operations import AuditRecorded
from loan_servicekit.core import Caller

DAY, NOW = date(2026, 11, 30), datetime(2026, 12, 1, tzinfo=UTC)


@dataclass
class Kept:
    """What a transaction was given."""

    rows: list[ClearingRow] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)

    @property
    def settlement_clearings(self) -> "Kept":
        return self

    def append(self, row: ClearingRow) -> None:
        self.rows.append(row)

    def emit(self, message: Message) -> None:
        self.told.append(message)


@pytest.mark.parametrize(
    "order_id", ["20261130000123456789", "9" * 64, "DFNOBODYSORDER01", "123456789012345X123456789012345678"]
)
async def test_whatever_the_order_is_called(order_id: str) -> None:
    kept, caller = Kept(), Caller("u-1", "", ("finance",), None, frozenset())
    command = ClearBreak(caller, DAY, order_id, Clearing.CHANNEL_CORRECTED, "MAIL-1", "渠道次日补报，金额一致")
    await clear_break(command, BreakBasis({(DAY, order_id)}, set()), kept, NOW)
    [row], [told] = kept.rows, kept.told
    assert row.order_id == order_id
    assert isinstance(told, AuditRecorded) and told.detail["order_id"].replace("-", "") == order_id
