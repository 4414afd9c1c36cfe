"""Keeps who calls, as his verified token says: the people whom tasks may go to, and who are told of them."""

from workflow_svc.api.ports import Context
from workflow_svc.use_cases.people.note_person import NotePerson


async def note(context: Context) -> None:
    """Keeps who calls, once a day."""
    if not context.ports.noted.lately(context.caller, context.now):
        await context.run(context.ports.operations.note_person, NotePerson(context.caller))
        context.ports.noted.add(context.caller, context.now)
