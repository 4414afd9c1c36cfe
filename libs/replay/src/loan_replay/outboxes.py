"""Publishes every service's retained outbox rows again; inboxes make the second delivery harmless."""

from loan_contracts.messages import SERVICES
from loan_replay.target import Target

RETAINED_DAYS = 7  # how long the services' outboxes keep what they have published
DAY_S = 86_400


async def replay_outboxes(days: float = RETAINED_DAYS) -> None:
    """Rows of the last `days`: all that are retained, unless told otherwise. Raises CannotStart, Refused."""
    async with Target.running().as_user("operations") as api:
        print(f"Published again from the outboxes, what the last {days:g} days have left there:")
        for service in SERVICES:
            answer = await api.post(service, f"/v1/admin/outbox/replay?since_s={days * DAY_S:.0f}")
            print(f"{service:<22}{answer['rows']:>8} messages")
