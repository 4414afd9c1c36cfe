"""Publishes every service's retained outbox rows again; inboxes make the second delivery harmless."""

from rich.console import Console

from loan_contracts.messages import SERVICES
from loan_replay.target import Target

DAY_S = 86_400


async def replay_outboxes(since_s: float = DAY_S) -> None:
    """Rows of the last day, unless told otherwise."""
    console = Console()
    async with Target().as_user("operations") as api:
        for service in SERVICES:
            answer = await api.post(service, f"/v1/admin/outbox/replay?since_s={since_s:.0f}")
            console.print(f"{service:<22}{answer['rows']:>8} messages")
