"""The three families of failure: refusals a caller can understand, outages that pass, and bugs (assertions)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldError:
    """One wrong field: where (JSON pointer), a stable code, and what is allowed."""

    pointer: str
    code: str
    detail: str


class DomainError(Exception):
    """An expected refusal with a stable `code`; the edges translate its kind, not its class name."""

    kind = "refused"

    def __init__(self, code: str, detail: str, errors: tuple[FieldError, ...] | list[FieldError] = ()) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail
        self.errors = tuple(errors)


class NotFound(DomainError):
    """The thing does not exist, or not yet: a message may have overtaken its creation."""

    kind = "not-found"


class Conflict(DomainError):
    """The state does not allow it: already decided, stale version, rule refuses."""

    kind = "conflict"


class Forbidden(DomainError):
    """This caller may not: missing permission, another branch's data, own case."""

    kind = "forbidden"


class Invalid(DomainError):
    """The input breaks a rule; `errors` names the fields."""

    kind = "invalid"


class MessageTooLarge(Invalid):
    """What the act would tell the others is larger than the bus takes: it is refused before it is committed."""


class NotCredible(DomainError):
    """A message says what its receiver knows to be untrue: another one's order, a decision beyond the request. It is a
    dead letter at once, with an alarm."""

    kind = "not-credible"


class Unavailable(DomainError):
    """Something we need does not answer; it will be tried again and is never a dead letter."""

    kind = "unavailable"
