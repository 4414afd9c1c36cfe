"""What the routes of people take and answer."""

from typing import Annotated, Self

from pydantic import BaseModel, Field

from loan_servicekit.http import Body, Instant
from workflow_svc.api.tasks.views import SUBJECT
from workflow_svc.domain.people.person import Absence, Person
from workflow_svc.domain.people.staff import Colleague


class AbsenceBody(Body):
    """From when until when the caller is away, and who stands in for him."""

    begins: Annotated[Instant, Field(examples=["2026-10-08T01:00:00Z"])]
    ends: Annotated[Instant, Field(examples=["2026-10-16T01:00:00Z"])]
    deputy: Annotated[str | None, SUBJECT] = None

    def absence(self) -> Absence:
        """In the domain's words."""
        return Absence(self.begins, self.ends, self.deputy)


class AbsenceView(BaseModel):
    """When somebody is away."""

    begins: Instant
    ends: Instant
    deputy: str | None


class ColleagueView(BaseModel):
    """Somebody whom a task may be handed to."""

    subject: str
    roles: list[str] = Field(description="Those that work on tasks, as his last token said")
    branch: str | None
    all_branches: bool
    load: int = Field(description="Tasks in his hands")
    absence: AbsenceView | None

    @classmethod
    def of(cls, known: Colleague) -> Self:
        """The view of somebody known."""
        return cls.model_validate(
            {name: getattr(known, name) for name in ("subject", "roles", "branch", "all_branches", "load")}
            | {"absence": known.absence and AbsenceView(**known.absence._asdict())}
        )


class ColleaguesView(BaseModel):
    """Those whom a task may be handed to; there are few, so all are told at once."""

    items: list[ColleagueView]


class PersonView(BaseModel):
    """The caller as the service knows him."""

    subject: str
    roles: list[str]
    absence: AbsenceView | None

    @classmethod
    def of(cls, person: Person) -> Self:
        """The view of a person."""
        absence = person.absence and AbsenceView(**person.absence._asdict())
        return cls(subject=person.subject, roles=list(person.roles), absence=absence)
