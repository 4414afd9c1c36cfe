"""Work as the desk stores it: JSON by the names of its fields, what is not given left out."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from integration_gateway.domain.desk.work import Kind, Work
from integration_gateway.domain.notifications.notice import Alert, Notify
from integration_gateway.domain.notifications.reminder import Remind
from integration_gateway.domain.payments.agreement import Agree
from integration_gateway.domain.payments.card import Verify
from integration_gateway.domain.payments.payment import Pay
from integration_gateway.domain.signatures.signing import Sign
from integration_gateway.domain.sources.request import Collect

COLLECT, PAY, NOTIFY, VERIFY = TypeAdapter(Collect), TypeAdapter(Pay), TypeAdapter(Notify), TypeAdapter(Verify)
ALERT, AGREE, REMIND, SIGN = TypeAdapter(Alert), TypeAdapter(Agree), TypeAdapter(Remind), TypeAdapter(Sign)
BODIES: Mapping[Kind, TypeAdapter[Any]] = {
    Kind.COLLECT: COLLECT,
    Kind.PAY: PAY,
    Kind.NOTIFY: NOTIFY,
    Kind.VERIFY: VERIFY,
    Kind.ALERT: ALERT,
    Kind.AGREE: AGREE,
    Kind.REMIND: REMIND,
    Kind.SIGN: SIGN,
}


def stored(work: Work) -> object:
    """What the column `body` holds."""
    return BODIES[work.KIND].dump_python(work, mode="json", exclude_none=True)
