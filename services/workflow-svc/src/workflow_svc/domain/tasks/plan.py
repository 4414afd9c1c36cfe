"""How a task is offered, as its process says: a form, how urgent it is, when it is looked at again. And what was
filled in."""

from dataclasses import dataclass, field
from datetime import datetime

from loan_contracts.message import JsonObject


@dataclass(frozen=True, slots=True)
class Plan:
    """`form` is a JSON Schema of what has to be told with the decision, `form_key` names a page of whoever shows it,
    `told` is what was told. The most urgent priority is 100."""

    form_key: str = ""
    form: JsonObject = field(default_factory=dict)
    priority: int | None = None
    follow_up_at: datetime | None = None
    told: JsonObject = field(default_factory=dict)
