"""Who can sign in to a development system, with the roles of today: the invented people, and what two persons have
changed of them at workflow-svc since. Kept in a file, so that a restart gives nobody back what he has lost."""

import json
import logging
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import aiohttp

from loan_devstack.origin.people import PEOPLE, Person

log = logging.getLogger(__name__)

FRESH_S = 2.0
TIMEOUT = aiohttp.ClientTimeout(total=5)
FILE = "staff.json"
SUBJECT = "identity-provider"
Ask = Callable[[str, str, object], Awaitable[Any]]


class Directory:
    """Members of staff. `ask` reaches workflow-svc (method, path, body), `end` ends somebody's sessions."""

    def __init__(self, folder: Path, ask: Ask) -> None:
        self._file, self._ask = folder / FILE, ask
        self.people: dict[str, Person] = dict(PEOPLE) | _read(self._file)
        self.looked, self._reported = 0.0, False

    @property
    def working(self) -> Iterable[Person]:
        """Who holds a role."""
        return [person for person in self.people.values() if person.roles]

    async def refresh(self, end: Callable[[str], None]) -> None:
        """Carries out what was decided since; asked where somebody signs in or works, so an idle system asks nothing.
        Where workflow-svc does not answer, what is known holds."""
        if time.monotonic() - self.looked < FRESH_S:
            return
        self.looked = time.monotonic()
        try:
            orders = (await self._ask("GET", "/staff/orders", None))["items"]
            for order in orders:
                self._carry_out(order)
                end(order["subject"])
            if orders or not self._reported:
                await self._ask("POST", "/staff/reports", {"people": [_told(each) for each in self.working]})
                self._reported = True
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
            log.warning("directory.unavailable", extra={"error": repr(error)})

    def _carry_out(self, order: Mapping[str, Any]) -> None:
        subject = order["subject"]
        known = self.people.get(subject, Person(subject, subject, (), ""))
        self.people[subject] = Person(subject, known.name, tuple(order["roles"]), order["branch"] or known.branch)
        changed = {id: _kept(person) for id, person in self.people.items() if PEOPLE.get(id) != person}
        draft = self._file.with_suffix(".new")
        draft.write_text(json.dumps(changed, ensure_ascii=False))
        draft.replace(self._file)


def platform(origin: str, bearer: Callable[[], str]) -> Ask:
    """How workflow-svc is reached; raises aiohttp.ClientError where it refuses."""

    async def ask(method: str, path: str, body: object) -> Any:
        headers = {"Authorization": f"Bearer {bearer()}", "Idempotency-Key": str(uuid4())}
        async with (
            aiohttp.ClientSession(timeout=TIMEOUT, raise_for_status=True) as session,
            session.request(method, f"{origin}/api/workflow-svc/v1{path}", json=body, headers=headers) as answer,
        ):
            return await answer.json()

    return ask


def _told(person: Person) -> dict[str, object]:
    return {"subject": person.id, "roles": list(person.roles), "branch": person.branch or None}


def _kept(person: Person) -> dict[str, object]:
    return {"name": person.name, "roles": list(person.roles), "branch": person.branch}


def _read(file: Path) -> dict[str, Person]:
    if not file.is_file():
        return {}
    kept = json.loads(file.read_text())
    return {id: Person(id, each["name"], tuple(each["roles"]), each["branch"]) for id, each in kept.items()}
