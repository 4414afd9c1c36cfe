"""Whether a sign-in still stands: who has lost a role, or was signed out, is not waited for until his token expires.

A token says what was so when it was issued. Of members of staff the issuer is asked again while they work, a few
seconds apart: its user info endpoint (OpenID Connect Core 1.0 §5.3) refuses a token whose session has ended, and tells
the roles and the branch of now. An issuer that does not answer changes nothing: what it signed holds until it expires.
"""

import logging
import time
from collections import OrderedDict

import aiohttp

from loan_contracts.access import STAFF_ROLES
from loan_contracts.message import JsonObject
from loan_servicekit.core import Caller, Forbidden

log = logging.getLogger(__name__)

ANEW_S = 5.0
RESTS_S = 30.0
PATIENCE = aiohttp.ClientTimeout(total=0.5)
REMEMBERED = 5_000
OVER = float("inf")
REFUSED = (401, 403)


class Standing:
    """Sign-ins that stand, by their tokens; `endpoint` is where the issuer says so, if it does."""

    def __init__(self) -> None:
        self.endpoint: str | None = None
        self.anew_s = ANEW_S
        self._asked: OrderedDict[str, float] = OrderedDict()
        self._rests_until = 0.0

    async def require(self, token: str, caller: Caller) -> None:
        """Raises Forbidden `token-expired` where the sign-in has ended, or his roles are others by now."""
        if self.endpoint is None or STAFF_ROLES.isdisjoint(caller.roles):
            return
        now, asked = time.monotonic(), self._asked.get(token, 0.0)
        if asked is not OVER and now - asked > self.anew_s and now > self._rests_until:
            self._note(token, now)  # who comes meanwhile does not ask, too
            if not await self._stands(self.endpoint, token, caller):
                self._note(token, OVER)
        if self._asked.get(token) is OVER:
            raise Forbidden("token-expired", "the sign-in has ended, or what you may do has changed; sign in again")

    def _note(self, token: str, at: float) -> None:
        self._asked[token] = at
        if len(self._asked) > REMEMBERED:
            self._asked.popitem(last=False)

    async def _stands(self, endpoint: str, token: str, caller: Caller) -> bool:
        try:
            async with (
                aiohttp.ClientSession(timeout=PATIENCE) as session,
                session.get(endpoint, headers={"Authorization": f"Bearer {token}"}) as answer,
            ):
                return answer.status not in REFUSED and (answer.status != 200 or _same(await answer.json(), caller))
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            self._rests_until = time.monotonic() + RESTS_S
            log.warning("issuer.unavailable", extra={"error": type(error).__name__})
            return True


def _same(told: JsonObject, caller: Caller) -> bool:
    """Whether what is told of him now is what his token says; an issuer that tells no roles there says nothing."""
    roles = told.get("roles")
    if not isinstance(roles, list):
        return True
    return set(roles) == set(caller.roles) and (told.get("branch") or None) in (None, caller.branch)
