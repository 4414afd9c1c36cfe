"""What the routes of drafts take and answer."""

from collections import Counter
from collections.abc import Mapping, Sequence
from statistics import median_low
from typing import Annotated, Any, Self

from pydantic import BaseModel, Field

from loan_servicekit.core import FieldError
from loan_servicekit.core.texts import text
from loan_servicekit.http import Body
from workflow_svc.api.definitions.views import ProcessBody
from workflow_svc.engine import Change, Facts, Played
from workflow_svc.use_cases.definitions.ports import Replayed

MOST_FACTS, MOST_ANSWERS = 200, 20
Name = Annotated[str, text(1, 100)]
Known = Annotated[int, Field(ge=-(10**15), le=10**15)] | Annotated[str, text(0, 100)] | bool | None
Told = Annotated[dict[Name, Known], Field(max_length=50)]


class FindingView(BaseModel):
    """What keeps a process from being published."""

    element: str
    code: str
    detail: str

    @classmethod
    def of(cls, error: FieldError) -> Self:
        """The view of a finding."""
        return cls(element=error.pointer.removeprefix("/elements/"), code=error.code, detail=error.detail)


class CheckView(BaseModel):
    """What the checks of a publication say of a draft; `dialogues` is how many steps were played to prove it."""

    publishable: bool
    findings: list[FindingView]
    code: str | None = None
    next_version: int | None = None
    executor: str | None = None
    dialogues: int | None = None


class ChangeView(BaseModel):
    """A part of a process that is new (no `before`), gone (no `after`) or other than it was."""

    element: str
    part: str = Field(description="Empty for the whole element")
    before: str | None
    after: str | None

    @classmethod
    def of(cls, change: Change) -> Self:
        """The view of a change."""
        return cls.model_validate(change, from_attributes=True)


class FactsBody(Body):
    """What a case starts with, and what it is answered."""

    name: Annotated[str, text(1, 100)]
    given: Annotated[Told, Field(examples=[{"amount_minor": 3_000_000, "auto_authority_minor": 5_000_000}])] = {}
    answers: Annotated[
        dict[Name, Annotated[list[Told], Field(min_length=1, max_length=MOST_ANSWERS)]],
        Field(
            max_length=50,
            description="In their order, by id of a step or topic of a request; the last one stands for all further",
            examples=[{"fraud-screening.requested": [{"fraud_outcome": "PASS"}]}],
        ),
    ] = {}

    def facts(self) -> Facts:
        """In the engine's words."""
        return Facts(self.name, dict(self.given), {name: list(told) for name, told in self.answers.items()})


class SimulationBody(ProcessBody):
    """A draft, and what to play it over: facts, or the cases of a process that were decided last."""

    facts: Annotated[list[FactsBody], Field(max_length=MOST_FACTS)] = []
    history_of: Annotated[
        Name | None, Field(description="Where no facts are given: the process whose decided cases are played")
    ] = None
    cases: Annotated[int, Field(ge=1, le=MOST_FACTS)] = 100
    beside: Annotated[Name | None, Field(description="The process whose version in force is played beside it")] = None


class PlayedView(BaseModel):
    """What became of one."""

    name: str
    result: str | None
    path: list[str]
    tasks: list[str] = Field(description="The roles that tasks were opened for")
    waits_for: str | None = Field(description="The step that nothing answers and no timer ends")
    faults: list[str]
    timers_s: int = Field(description="Seconds waited for timers")
    due_hours: int = Field(description="Working hours that people have for its tasks, one after the other")

    @classmethod
    def of(cls, played: Played) -> Self:
        """The view of a played case."""
        return cls.model_validate(played, from_attributes=True)


class AnswerView(BaseModel):
    """What a decision gives."""

    result: dict[str, Any]
    fallback: str = Field(description="Why the careful answer was given; empty where a rule gave it")


class ReplayedView(BaseModel):
    """What a draft of a decision gives of what a case knew, and the version in force."""

    name: str = Field(description="The application")
    given: dict[str, Any]
    draft: AnswerView
    in_force: AnswerView | None

    @classmethod
    def of(cls, r: Replayed) -> Self:
        """The view of a case."""
        beside = r.in_force and AnswerView.model_validate(r.in_force, from_attributes=True)
        draft = AnswerView.model_validate(r.draft, from_attributes=True)
        return cls(name=r.name, given=dict(r.draft.given), draft=draft, in_force=beside)


class CountedView(BaseModel):
    """An answer, and how many got it."""

    result: dict[str, Any]
    draft: int
    in_force: int


class DecisionSimulationView(BaseModel):
    """What a draft of a decision would have given."""

    cases: int
    results: list[CountedView] = Field(description="The most frequent first")
    fallbacks: int = Field(description="How often the draft gave its careful answer")
    differences: list[ReplayedView] = Field(description="Those that got another answer than by the version in force")

    @classmethod
    def of(cls, replayed: Sequence[Replayed]) -> Self:
        """The view of all."""
        draft = Counter(_shown(each.draft.result) for each in replayed)
        beside = Counter(_shown(each.in_force.result) for each in replayed if each.in_force)
        return cls(
            cases=len(replayed),
            results=[
                CountedView(result=dict(result), draft=draft[result], in_force=beside[result])
                for result, _ in (draft + beside).most_common()
            ],
            fallbacks=sum(bool(each.draft.fallback) for each in replayed),
            differences=[
                ReplayedView.of(each)
                for each in replayed
                if each.in_force is None or each.draft.result != each.in_force.result
            ],
        )


def _shown(result: Mapping[str, Any]) -> tuple[tuple[str, Any], ...]:
    return tuple(sorted((name, tuple(v) if isinstance(v, list) else v) for name, v in result.items()))


class PathView(BaseModel):
    """A path, how many went it, and how long it takes: the median of each."""

    path: list[str]
    count: int
    timers_s: int = Field(description="Seconds waited for timers")
    due_hours: int = Field(description="Working hours that people have for its tasks")


class DifferenceView(BaseModel):
    """One that ends otherwise, or goes another way, than on the version in force."""

    name: str
    draft: PlayedView
    in_force: PlayedView


class SimulationView(BaseModel):
    """What became of all."""

    items: list[PlayedView]
    results: dict[str, int] = Field(description="How many ended so; `NONE` did not end")
    tasks: dict[str, int] = Field(description="How many tasks each role got")
    paths: list[PathView] = Field(description="The most frequent first")
    differences: list[DifferenceView]

    @classmethod
    def of(cls, draft: list[PlayedView], in_force: list[PlayedView]) -> Self:
        """The view of a simulation."""
        paths: dict[tuple[str, ...], list[PlayedView]] = {}
        for each in draft:
            paths.setdefault(tuple(each.path), []).append(each)
        pairs: list[tuple[Any, Any]] = list(zip(draft, in_force, strict=False))
        return cls(
            items=draft,
            results=dict(Counter(each.result or "NONE" for each in draft)),
            tasks=dict(Counter(role for each in draft for role in each.tasks)),
            paths=[
                PathView(
                    path=list(path),
                    count=len(went),
                    timers_s=median_low(each.timers_s for each in went),
                    due_hours=median_low(each.due_hours for each in went),
                )
                for path, went in sorted(paths.items(), key=lambda item: -len(item[1]))
            ],
            differences=[
                DifferenceView(name=new.name, draft=new, in_force=old)
                for new, old in pairs
                if (new.result, new.path, new.tasks) != (old.result, old.path, old.tasks)
            ],
        )
