"""How tasks are listed: whatever is asked for, only so many entries of an index are read as a page has rows.

An index holds the waiting tasks (or the closed ones) of a role and state in the order in which they are shown. A page
takes the first ones of each role and state that is asked for, and of those the first. Where a stage or product is asked
for, `task_counts` knows with which roles it comes. docs/decisions/0032 says why.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workflow_svc.domain.cases.case import case_id_of
from workflow_svc.domain.tasks.task import CLOSED, WAITING, TaskStatus
from workflow_svc.use_cases.tasks.ports import Inbox, Place


def _among(states: Sequence[TaskStatus]) -> str:
    """What a partial index is recognised by."""
    return f"t.status in ({', '.join(repr(status.value) for status in states)})"


IS_WAITING, IS_CLOSED = _among(WAITING), _among(CLOSED)
IS_SUSPENDED = f"t.status = {TaskStatus.SUSPENDED.value!r}"
BEHIND = "~"  # sorts behind every character of a number
KINDS = ("stage", "product_code")
MOST_NOTES = 2_000  # that are looked at: of a word that is in more of them some are found
SHORTEST_NUMBER = 12  # of which so many begin so that they can be looked at


@dataclass(frozen=True, slots=True)
class Condition:
    """What stands behind `where`, and its parameters."""

    text: str
    parameters: Sequence[Any]


@dataclass(slots=True)
class _Asked:
    """Conditions as they come together; each value has a number."""

    values: list[Any] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)

    def value(self, value: Any) -> str:
        self.values.append(value)
        return f"${len(self.values)}"

    def add(self, term: str, value: Any) -> None:
        """A condition with a place for its value, if there is one."""
        if value is not None:
            self.terms.append(term.format(self.value(value)))

    @property
    def text(self) -> str:
        return " and ".join(self.terms)


@dataclass(frozen=True, slots=True)
class _Listing:
    """In which order tasks of which states are listed, and how many."""

    order: str
    states: Sequence[TaskStatus]
    limit: int

    def first(self, table: str) -> str:
        """The first ones of a table."""
        return f"order by {', '.join(f'{table}.{by}' for by in self.order.split(', '))} limit {self.limit}"

    def condition(self, found: str, asked: _Asked) -> Condition:
        """The tasks whose ids are found, in this order."""
        return Condition(f"id = any(array({found})) order by {self.order}", asked.values)


def waiting(inbox: Inbox, after: Place | None, limit: int) -> Condition:
    """Waiting tasks, what is due first."""
    asked = _Asked(terms=[IS_WAITING])
    asked.add("t.branch = {}", inbox.branch)
    asked.add("t.assignee = {}", inbox.person)
    asked.add("t.due_at <= {}", inbox.due_until)
    asked.add("t.due_at > {}", inbox.due_after)
    if after:
        asked.terms.append(f"(t.due_at, t.id) > ({asked.value(after.at)}, {asked.value(after.id)})")
    listing = _Listing("due_at, id", inbox.waiting, limit)
    if inbox.of_few:
        return _of_an_application(inbox, asked, listing)
    if inbox.words:
        return _searched(inbox, asked, listing)
    if inbox.person:
        for kind in KINDS:
            asked.add(f"t.{kind} = {{}}", getattr(inbox, kind))
    elif inbox.stage or inbox.product_code:
        return _cells(asked, _kinds(inbox, asked), [*KINDS, "role"], listing)
    return _cells(asked, _roles(inbox, asked, IS_WAITING), ["role"], listing)


def suspended(inbox: Inbox, after: Place | None, limit: int) -> Condition:
    """What stands still, what is due first."""
    asked = _Asked(terms=[IS_SUSPENDED])
    asked.add("t.branch = {}", inbox.branch)
    asked.add("t.assignee = {}", inbox.person)
    if after:
        asked.terms.append(f"(t.due_at, t.id) > ({asked.value(after.at)}, {asked.value(after.id)})")
    listing = _Listing("due_at, id", (TaskStatus.SUSPENDED,), limit)
    if inbox.of_few or inbox.words:
        return _of_an_application(inbox, asked, listing)
    for kind in KINDS:
        asked.add(f"t.{kind} = {{}}", getattr(inbox, kind))
    return _cells(asked, _roles(inbox, asked, IS_SUSPENDED), ["role"], listing)


def closed(inbox: Inbox, after: Place | None, limit: int) -> Condition:
    """Closed tasks, newest first."""
    of_few = inbox.of_few or inbox.words
    of_a_person = inbox.person and not of_few
    at, id = ("d.decided_at", "d.task_id") if of_a_person else ("t.completed_at", "t.id")
    asked = _Asked(terms=[IS_CLOSED])
    asked.add("t.branch = {}", inbox.branch)
    asked.add(f"{at} >= {{}}", inbox.closed_from)
    asked.add(f"{at} < {{}}", inbox.closed_before)
    if after:
        asked.terms.append(f"({at}, {id}) < ({asked.value(after.at)}, {asked.value(after.id)})")
    listing = _Listing("completed_at desc, id desc", inbox.closed, limit)
    if of_few:
        return _of_an_application(inbox, asked, listing)
    if of_a_person:
        return _decided_by(inbox, asked, listing)
    return _cells(asked, _roles(inbox, asked, IS_CLOSED), ["role"], listing)


def _of_an_application(inbox: Inbox, asked: _Asked, listing: _Listing) -> Condition:
    """The tasks of an application, or of which somebody wrote what is searched for: so few that they are read and
    looked at."""
    return listing.condition(f"select id from ({_few(inbox, asked, listing)}) as few", asked)


def _few(inbox: Inbox, asked: _Asked, listing: _Listing) -> str:
    asked = _Asked(asked.values, [*asked.terms])
    if inbox.words:
        asked.terms.append(f"t.id = any(array({_written(inbox, asked)}))")
    asked.terms.append(f"t.status = any({asked.value([*listing.states])}::text[])")
    asked.add("t.role = any({}::text[])", None if inbox.roles is None else [*inbox.roles])
    asked.add("t.case_id = {}", inbox.application_id and case_id_of(inbox.application_id))
    asked.add("t.application_no >= {}", inbox.number)
    asked.add("t.application_no < {}", inbox.number and inbox.number + BEHIND)
    for kind in KINDS:
        asked.add(f"t.{kind} = {{}}", getattr(inbox, kind))
    if inbox.person and listing.states[0] in CLOSED:
        voted = f"select task_id from task_deciders where subject = {asked.value(inbox.person)}"
        asked.terms.append(f"t.id in ({voted} and task_id = t.id)")
    return f"select t.id, t.due_at, t.completed_at from tasks t where {asked.text} {listing.first('t')}"


def _searched(inbox: Inbox, asked: _Asked, listing: _Listing) -> Condition:
    """What waits at a stage or of a product that is called so, belongs to a number that begins so, or has a note that
    says so: the first of each, and of those the first."""
    for kind in KINDS:
        asked.add(f"t.{kind} = {{}}", getattr(inbox, kind))
    said = _Asked(asked.values, ["true"])
    for word, stages in inbox.words:
        called = f"position({said.value(word)} in lower(stage || ' ' || product_code || ' ' || role)) > 0"
        said.terms.append(f"({called} or stage = any({said.value([*stages])}::text[]))")
    cells = f"select * from ({_kinds(inbox, asked)}) as kind where {said.text}"
    rows = _cell_rows(asked, cells, [*KINDS, "role"], listing), _few(inbox, asked, listing)
    found = " union ".join(f"(select id, due_at, completed_at from ({each}) as rows)" for each in rows)
    return listing.condition(f"select f.id from ({found}) as f {listing.first('f')}", asked)


def _written(inbox: Inbox, asked: _Asked) -> str:
    """Ids of tasks by their number, or by what was written about them: both are read by an index."""
    whole = " ".join(word for word, _ in inbox.words)
    said = asked.value(whole)
    notes = [f"position({asked.value(word)} in lower(n.text)) > 0" for word, _ in inbox.words]
    found = f"select n.task_id from task_notes n where search_words(n.text) @> search_words({said})"
    found = f"({found} and {' and '.join(notes)} limit {MOST_NOTES})"
    if len(whole) >= SHORTEST_NUMBER:
        first, behind = asked.value(whole.upper()), asked.value(whole.upper() + BEHIND)
        found += f" union all select id from tasks where application_no >= {first} and application_no < {behind}"
    return found


def _decided_by(inbox: Inbox, asked: _Asked, listing: _Listing) -> Condition:
    """What a person has decided or voted on."""
    person, states = asked.value(inbox.person), asked.value([*listing.states])
    first = f"order by d.decided_at desc, d.task_id desc limit {listing.limit}"
    return listing.condition(
        f"select d.task_id from ({_roles(inbox, asked, IS_CLOSED)}) as cell cross join lateral ("
        f"select d.task_id, d.decided_at from task_deciders d join tasks t on t.id = d.task_id"
        f" where d.subject = {person} and d.role = cell.role and t.status = any({states}::text[]) and {asked.text}"
        f" {first}) d {first}",
        asked,
    )


def _roles(inbox: Inbox, asked: _Asked, state: str) -> str:
    """The roles to look at; where none is named all that there are, each found by a step in the index."""
    if inbox.roles is not None:
        return f"select distinct role from unnest({asked.value([*inbox.roles])}::text[]) as given(role)"
    first = f"select t.role from tasks t where {state} order by t.role limit 1"
    step = f"select t.role from tasks t where {state} and t.role > found.role order by t.role limit 1"
    return (
        f"with recursive found(role) as (({first}) union all select ({step}) from found where found.role is not null)"
        " select role from found where role is not null"
    )


def _kinds(inbox: Inbox, asked: _Asked) -> str:
    """The stages, products and roles that come together."""
    counted = _Asked(asked.values, ["true"])
    for kind in (*KINDS, "branch"):
        counted.add(f"{kind} = {{}}", getattr(inbox, kind))
    counted.add("role = any({}::text[])", None if inbox.roles is None else [*inbox.roles])
    return f"select distinct stage, product_code, role from task_counts where {counted.text}"


def _cells(asked: _Asked, cells: str, columns: Sequence[str], listing: _Listing) -> Condition:
    """The first of each cell and state, and of those the first: an index has them in their order behind the cell."""
    return listing.condition(f"select id from ({_cell_rows(asked, cells, columns, listing)}) as rows", asked)


def _cell_rows(asked: _Asked, cells: str, columns: Sequence[str], listing: _Listing) -> str:
    by = " and ".join(f"t.{column} = cell.{column}" for column in columns)
    states = asked.value([*listing.states])
    return (
        f"select p.id, p.due_at, p.completed_at from ({cells}) as cell cross join unnest({states}::text[]) as s(status)"
        f" cross join lateral (select t.id, t.due_at, t.completed_at from tasks t"
        f" where {by} and t.status = s.status and {asked.text} {listing.first('t')}) p {listing.first('p')}"
    )
