"""The running system that is played against: its addresses and sign-ins."""

from collections.abc import Awaitable, Callable
from typing import Self

from loan_devstack.origin.sign_in import sign_in_client, sign_in_user
from loan_devstack.running.control import addressed, need_running
from loan_devstack.services import BY_NAME
from loan_devstack.settings import Settings
from loan_replay.api import TRIES, Api

FEW_TRIES = 3  # of a command whose user waits for the answer


class Target:
    """An embedded system by its settings; `direct` goes to the services themselves, not through the edge.

    `tries` is how often a request is made until the system has answered it.
    """

    def __init__(self, settings: Settings, direct: bool = False, tries: int = TRIES) -> None:
        self.settings = settings
        self._direct, self._tries = direct, tries

    @classmethod
    def running(cls, tries: int = FEW_TRIES) -> Self:
        """The system that the environment means. Raises CannotStart where it does not run."""
        settings = addressed()
        need_running(settings)
        return cls(settings, tries=tries)

    def address(self, service: str) -> str:
        """Where a service's API stands."""
        if self._direct:
            return BY_NAME[service].url(self.settings)
        return f"{self.settings.edge_url}/api/{service}"

    def as_user(self, user: str) -> Api:
        """The API as a signed-in person."""

        async def token() -> str:
            return (await sign_in_user(self.settings.issuer_url, user)).access_token

        return self._api(token)

    def as_channel(self, secret: str) -> Api:
        """The API as the borrowers' front end."""

        async def token() -> str:
            return (await sign_in_client(self.settings.issuer_url, "channel", secret)).access_token

        return self._api(token)

    def _api(self, token: Callable[[], Awaitable[str]]) -> Api:
        return Api(self.address, token, self.settings.access_token_s, self._tries)
