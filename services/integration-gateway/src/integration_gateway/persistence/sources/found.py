"""Facts and answers of a collection as they are kept: one piece of JSON by the names of their fields, packed."""

from collections.abc import Sequence

import orjson
from pydantic import TypeAdapter

from integration_gateway.domain.sources.answer import KeptAnswer
from integration_gateway.persistence.sources.packing import pack, unpack
from integration_gateway.use_cases.sources.ports import Found
from loan_contracts.facts import CollectedFacts
from loan_servicekit.db.tables import Fetched

ANSWERS = TypeAdapter(list[KeptAnswer])
FOUND = "found, facts::text as facts, answers::text as answers"  # columns; rows of 0.2.0 have the last two


def packed(found: Found) -> bytes:
    """What the column `found` holds."""
    facts = found.facts.model_dump(mode="json", exclude_none=True)
    answers = ANSWERS.dump_python(list(found.answers), mode="json", exclude_none=True)
    about = {"subject": found.subject} if found.subject else {}
    return pack(orjson.dumps({"facts": facts, "answers": answers, **about}))


def found_in(row: Fetched) -> Found:
    """Facts and answers of a row."""
    if row.found is None:
        return _found(orjson.loads(row.facts), orjson.loads(row.answers))
    kept = orjson.loads(unpack(row.found))
    return _found(kept["facts"], kept["answers"], kept.get("subject"))


def _found(facts: object, answers: Sequence[object], subject: str | None = None) -> Found:
    return Found(CollectedFacts.model_validate(facts), ANSWERS.validate_python(answers), subject)
