"""How the providers of a capability are chosen and bounded: a policy each, which two persons change at run time
(docs/decisions/0063). It is the value of the parameter `provider.<capability>.<name>`, written as JSON:
effective-dated, and read again by every process within seconds. What is not written is as below.
"""

import logging
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import accumulate
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from loan_contracts.values import Source
from loan_servicekit.core.parameters import ParameterKind, number

log = logging.getLogger(__name__)

PREFIX, AREA, UNIT = "provider.", "provider", "JSON"
BUDGET, BUDGET_MS = "provider.collection_budget_ms", 25_000
SOURCES = frozenset(source.value.lower() for source in Source)
READ_BY_OTHERS = frozenset({"credit_bureau"})
"""Each query is told to who reads the report later (查询记录): it is neither hedged nor made for comparison."""

REPORT_REUSED_HOURS = 240
LONGEST_REUSE_HOURS = 720

Milliseconds = Annotated[int, Field(ge=1, le=120_000)]


class Policy(BaseModel):
    """How one provider of a capability is used."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    serves: bool = Field(True, description="Whether it is asked; false: for comparison alone, if at all")
    priority: Annotated[int, Field(ge=1, le=9)] = Field(
        1, description="The lowest is asked first, the next where it fails"
    )
    weight: Annotated[int, Field(ge=1, le=1000)] | None = Field(
        None,
        description="Its share among those of one priority; where one of them has none, the cheaper is asked first",
    )
    cost_yuan: Annotated[Decimal, Field(ge=0, le=10_000, max_digits=9, decimal_places=4)] = Field(
        Decimal(0), description="Price of a call that it charges for"
    )
    products: tuple[Annotated[str, Field(pattern=r"^[A-Z0-9_]{1,40}$")], ...] = Field(
        (), max_length=50, description="Products that it serves; none: all"
    )
    timeout_ms: Milliseconds | None = Field(None, description="For a call as a whole; absent: the adapter's own")
    connect_ms: Milliseconds | None = None
    read_ms: Milliseconds | None = Field(None, description="How long it may be silent within an answer")
    in_flight: Annotated[int, Field(ge=1, le=1000)] = Field(64, description="Calls under way in one process")
    per_second: Annotated[int, Field(ge=1, le=10_000)] | None = Field(None, description="Calls of one process")
    per_day: Annotated[int, Field(ge=0, le=10_000_000)] | None = Field(None, description="Calls of all processes")
    hedge_after_ms: Milliseconds | None = Field(None, description="Asked a second time where it is silent for so long")
    reuse_hours: Annotated[int, Field(ge=0, le=LONGEST_REUSE_HOURS)] | None = Field(
        None, description="How long an answer serves again, for the same person and purpose"
    )
    shadow_percent: Annotated[int, Field(ge=0, le=100)] = Field(
        0, description="Of the answers of others that its own are compared with"
    )


ALLOWED = "a JSON object with any of " + ", ".join(Policy.model_fields)
OF_SOURCES_ALONE = ("serves", "priority", "weight", "products", "hedge_after_ms", "reuse_hours", "shadow_percent")


def read_policy(capability: str, text: str) -> Policy:
    """Reads one; raises ValueError, in few words, for what is none or what the capability does not allow."""
    try:
        policy = Policy.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise ValueError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}".removeprefix(": ")) from error
    if capability not in SOURCES and (wrong := policy.model_fields_set.intersection(OF_SOURCES_ALONE)):
        raise ValueError(f"{', '.join(sorted(wrong))}: of sources alone, and not of {capability}")
    if capability in READ_BY_OTHERS and (policy.hedge_after_ms or policy.shadow_percent):
        raise ValueError("each query of the bureau stands in the person's report: no hedging, no comparison")
    if capability in READ_BY_OTHERS and (policy.reuse_hours or 0) > REPORT_REUSED_HOURS:
        raise ValueError("a credit report serves again for ten days at most (domain.md R-7.2)")
    return policy


def kinds(offered: Mapping[str, Sequence[str]]) -> dict[str, ParameterKind]:
    """What the catalogue of parameters says of them: a code a capability and provider, and the time of a collection."""
    found = {
        code_of(capability, name): ParameterKind(
            UNIT, AREA, f"How {name} is used for {capability}", ALLOWED, partial(read_policy, capability)
        )
        for capability, names in offered.items()
        for name in names
    }
    meaning = "How long a collection may take, all its providers together"
    return found | {BUDGET: number("ms", AREA, meaning, "1000", "120000")}


def code_of(capability: str, name: str) -> str:
    """The code of its parameter."""
    return f"{PREFIX}{capability}.{name}"


class Policies:
    """Those in force. `offered` are the providers by capability, the first of which serves unless `chosen` says which;
    `values` are the parameters of today, always the same mapping as long as nothing has changed."""

    def __init__(
        self,
        offered: Mapping[str, Sequence[str]],
        chosen: Mapping[str, str],
        values: Callable[[], Mapping[str, str]],
    ) -> None:
        self._offered, self._chosen, self._values = offered, chosen, values
        self._read: Mapping[str, str] | None = None
        self._found: dict[str, dict[str, Policy]] = {}

    @property
    def capabilities(self) -> Sequence[str]:
        """Their names."""
        return list(self._offered)

    def of(self, capability: str) -> Mapping[str, Policy]:
        """By provider, in the order of the table."""
        values = self._values()
        if values is not self._read:
            self._read, self._found = values, {}
        if (found := self._found.get(capability)) is None:
            names = self._offered[capability]
            found = self._found[capability] = {name: self._one(values, capability, name) for name in names}
        return found

    @property
    def budget_ms(self) -> int:
        """How long a collection may take."""
        return int(self._values().get(BUDGET, BUDGET_MS))

    def _one(self, values: Mapping[str, str], capability: str, name: str) -> Policy:
        if (text := values.get(code := code_of(capability, name))) is not None:
            try:
                return read_policy(capability, text)
            except ValueError as error:  # one of before, which a release since does not allow any more
                log.error("provider.policy_unreadable", extra={"parameter": code, "error": str(error)})
        first = self._chosen.get(capability) or self._offered[capability][0]
        reused = REPORT_REUSED_HOURS if capability in READ_BY_OTHERS else None
        return Policy(serves=name == first, reuse_hours=reused)


def in_order(policies: Mapping[str, Policy], product: str | None, draw: Fraction) -> list[str]:
    """Whom to ask first, and whom where he fails. `draw`, from 0 to 1, decides among those of one priority by weight;
    where one of them has no weight the cheapest comes first."""
    serving = [
        name for name, each in policies.items() if each.serves and (not each.products or product in each.products)
    ]
    found: list[str] = []
    for priority in sorted({policies[name].priority for name in serving}):
        alike = sorted(
            (name for name in serving if policies[name].priority == priority), key=lambda name: policies[name].cost_yuan
        )
        found += _drawn({name: policies[name].weight or 0 for name in alike}, draw)
    return found


def _drawn(weights: Mapping[str, int], draw: Fraction) -> list[str]:
    names = list(weights)
    if len(names) < 2 or not all(weights.values()):
        return names
    reached = list(accumulate(weights.values()))
    drawn = names[min(bisect_right(reached, draw * reached[-1]), len(names) - 1)]
    return [drawn, *(each for each in names if each != drawn)]
