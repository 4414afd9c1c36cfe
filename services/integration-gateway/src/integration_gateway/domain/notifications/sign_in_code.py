"""Codes with which borrowers sign in: what a text message brings to the number that we know is his.

The code never leaves this service but by the message provider: no message of the platform carries it.
"""

import hmac
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from loan_servicekit.core import Aggregate, Conflict, business_day

TEMPLATE = "sign-in-code"
DIGITS = 6
LIVES = timedelta(minutes=5)
AGAIN_AFTER = timedelta(seconds=60)
MOST_A_DAY = 10
TRIES = 5  # of a million numbers: one in two hundred thousand is hit by chance, then another code is needed


@dataclass(eq=False)
class SignInCode(Aggregate):
    """The code of a customer that was sent last; it is good once. `id` is the customer."""

    AUDITED_AS = "sign-in-code"

    id: UUID
    code_hash: str
    sent_at: datetime
    tries_left: int
    sent_on: date
    sent_that_day: int

    @classmethod
    def first(cls, customer_id: UUID, code: str, now: datetime) -> "SignInCode":
        """The first code of a customer."""
        found = cls(customer_id, "", now, 0, business_day(now), 0)
        found._send(code, now)
        return found

    def send_again(self, code: str, now: datetime) -> None:
        """Another code in the place of the last one. Raises Conflict `sign-in-code-too-soon`,
        `sign-in-codes-too-many`."""
        if now < self.sent_at + AGAIN_AFTER:
            wait = int((self.sent_at + AGAIN_AFTER - now).total_seconds()) + 1
            raise Conflict("sign-in-code-too-soon", f"a code was sent just now; another one can be sent in {wait} s")
        if self.sent_on == business_day(now) and self.sent_that_day >= MOST_A_DAY:
            raise Conflict("sign-in-codes-too-many", f"{MOST_A_DAY} codes were sent today; go on tomorrow")
        self._send(code, now)

    def check(self, code: str, now: datetime) -> bool:
        """Whether it is the code. A wrong one costs a try, the right one can be used once."""
        open_still = self.tries_left > 0 and now < self.sent_at + LIVES
        right = hmac.compare_digest(self.code_hash, _hash(self.id, code)) and open_still
        self.tries_left = 0 if right else max(0, self.tries_left - 1)
        self.audit("check_sign_in_code", {"right": str(right).lower()})
        return right

    def _send(self, code: str, now: datetime) -> None:
        today = business_day(now)
        self.sent_that_day = self.sent_that_day + 1 if self.sent_on == today else 1
        self.code_hash, self.sent_at, self.sent_on, self.tries_left = _hash(self.id, code), now, today, TRIES
        self.audit("send_sign_in_code", {"sent_that_day": str(self.sent_that_day)})


def _hash(customer_id: UUID, code: str) -> str:
    return sha256(f"{customer_id} {code}".encode()).hexdigest()
