"""Where outside work waits and what was collected."""

from collections.abc import Sequence

from integration_gateway.domain.desk.work import Kind
from integration_gateway.domain.sources.answer import KeptAnswer
from integration_gateway.persistence.desk.bodies import stored
from integration_gateway.persistence.sources.queries import ANSWERS
from integration_gateway.use_cases.customers.keep_relation import RelationRow
from integration_gateway.use_cases.desk.ports import DeskRow
from integration_gateway.use_cases.sources.ports import CollectionRow
from loan_contracts.facts import CollectedFacts
from loan_servicekit.db.columns import Column, enumerated, rows
from loan_servicekit.db.unit_of_work import Schema


def _facts(facts: CollectedFacts) -> object:
    return facts.model_dump(mode="json", exclude_none=True)


def _answers(answers: Sequence[KeptAnswer]) -> object:
    return ANSWERS.dump_python(list(answers), mode="json", exclude_none=True)


DESK = rows(
    "desk",
    DeskRow,
    [
        Column("id", "uuid"),
        enumerated("kind", Kind),
        Column("application_id", "uuid"),
        Column("body", "json", of="work", write=stored),
        Column("requested_at", "timestamptz"),
        Column("due_at", "timestamptz"),
        Column("correlation_id", "text"),
        Column("causation_id", "text"),
        Column("traceparent", "text"),
    ],
    on_conflict="on conflict (id) do nothing",
)
COLLECTIONS = rows(
    "collections",
    CollectionRow,
    [
        Column("request_id", "uuid"),
        Column("application_id", "uuid"),
        Column("customer_id", "uuid"),
        Column("purpose_code", "text"),
        Column("collected_at", "timestamptz"),
        Column("facts", "json", write=_facts),
        Column("answers", "json", write=_answers),
        Column("raw", "text"),
        Column("report_at", "timestamptz"),
    ],
)
_RELATION = [Column("application_id", "uuid"), Column("begun_at", "timestamptz"), Column("ended_at", "timestamptz")]
BEGUN = rows("loan_relations", RelationRow, _RELATION, on_conflict="on conflict (application_id) do nothing")
ENDED = rows(
    "loan_relations",
    RelationRow,
    _RELATION,
    on_conflict="on conflict (application_id) do update set ended_at = excluded.ended_at",
)
SCHEMA = Schema({}, {"desk": DESK, "collections": COLLECTIONS, "begun_relations": BEGUN, "ended_relations": ENDED})
