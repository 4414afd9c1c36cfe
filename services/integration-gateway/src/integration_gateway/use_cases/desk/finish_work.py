"""Finishes work: what the outside world answered is kept and told, each item once."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import TypeVar

from integration_gateway.use_cases.desk.ports import Finish, FinishedItems
from loan_servicekit.core import Conflict

U = TypeVar("U")


async def finish_work(
    commands: Sequence[Finish[U]], items: FinishedItems, uow: U, now: datetime
) -> AsyncIterator[Conflict | None]:
    """Marks the items of a batch as finished in one statement, then tells of each. The row says who is first: whoever
    comes later is refused `request-finished`, and a roll-back takes the mark back with the rest."""
    first = await items.mark({command.item.id: command.outcome for command in commands}, now)
    for command in commands:
        if command.item.id in first:
            first.remove(command.item.id)
            command.tell(uow, now)
            yield None
        else:
            yield Conflict("request-finished", f"the request {command.item.id} is finished already")
