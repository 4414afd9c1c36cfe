"""Which version of which process an application starts on: by product, kind of customer, branch, region, channel and
amount, from a day on until a day. Where nothing is bound, it is the newest version of the process that its product
names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from loan_servicekit.core import Conflict

FACTS = ("branch", "product_code", "customer_type", "channel")


@dataclass(frozen=True, slots=True)
class Scope:
    """What applications are bound: what is not told holds for all. A region is the beginning of its branches' codes
    (310000 for 310000-01); amounts are from `amount_from_minor` on and below `amount_below_minor`."""

    product_code: str | None = None
    customer_type: str | None = None
    branch: str | None = None
    region: str | None = None
    channel: str | None = None
    amount_from_minor: int | None = None
    amount_below_minor: int | None = None

    def holds(self, told: Mapping[str, object]) -> bool:
        """Whether an application is one of them."""
        if any(getattr(self, name) not in (None, told[name]) for name in FACTS):
            return False
        amount = told["amount_minor"]
        assert isinstance(amount, int)
        from_, below = self.amount_from_minor, self.amount_below_minor
        if (from_ is not None and amount < from_) or (below is not None and amount >= below):
            return False
        return self.region is None or str(told["branch"]).startswith(self.region)

    @property
    def weight(self) -> int:
        """How narrow it is: a branch before a product, a product before a kind of customer, and so on (most first)."""
        told = (self.branch, self.product_code, self.customer_type, self.channel, self.amount_band, self.region)
        return sum(1 << place for place, value in enumerate(reversed(told)) if value is not None)

    @property
    def amount_band(self) -> tuple[int, int] | None:
        """From and below, where an amount is told."""
        if self.amount_from_minor is None and self.amount_below_minor is None:
            return None
        return self.amount_from_minor or 0, self.amount_below_minor or 2**62

    def meets(self, other: "Scope") -> bool:
        """Whether both are equally narrow and an application could be of both."""
        if self.weight != other.weight:
            return False
        if any(getattr(self, name) != getattr(other, name) for name in FACTS):
            return False
        if self.region is not None and other.region is not None and self.region != other.region:
            return False
        one, two = self.amount_band, other.amount_band
        return one is None or two is None or (one[0] < two[1] and two[0] < one[1])


@dataclass(frozen=True, slots=True)
class Binding:
    """Applications of `scope` whose product names `process_code` start on `target` from `valid_from` on until before
    `valid_to`; without a version on its newest."""

    id: UUID
    process_code: str
    target: str
    version: int | None
    scope: Scope
    valid_from: date
    valid_to: date | None = None

    def is_valid(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def overlaps(self, other: "Binding") -> bool:
        """Whether both hold on a day."""
        return (other.valid_to is None or self.valid_from < other.valid_to) and (
            self.valid_to is None or other.valid_from < self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Retirement:
    """No case starts on a version any more from a day on; those that run on it go on."""

    code: str
    version: int
    valid_from: date


@dataclass(slots=True)
class Bindings:
    """What is bound and what is retired."""

    bound: list[Binding] = field(default_factory=list)
    retired: list[Retirement] = field(default_factory=list)

    def chosen(self, process_code: str, told: Mapping[str, object], day: date) -> tuple[str, int | None]:
        """Process and version (None: the newest) of an application: those of the narrowest binding, of two equally
        narrow ones the one that began later."""
        found = [
            bound
            for bound in self.bound
            if bound.process_code == process_code and bound.is_valid(day) and bound.scope.holds(told)
        ]
        if not found:
            return process_code, None
        best = max(found, key=lambda bound: bound.scope.weight)
        return best.target, best.version

    def is_retired(self, code: str, version: int, day: date) -> bool:
        """Whether no case starts on a version on a day."""
        return any((r.code, r.version) == (code, version) and r.valid_from <= day for r in self.retired)

    def require_bindable(self, new: Binding) -> None:
        """Raises Conflict `binding-ambiguous`, `version-retired`."""
        for bound in self.bound:
            if bound.process_code == new.process_code and bound.overlaps(new) and bound.scope.meets(new.scope):
                raise Conflict("binding-ambiguous", f"an application could be of this binding and of {bound.id}")
        if new.version is not None and any(
            (r.code, r.version) == (new.target, new.version) and (new.valid_to is None or r.valid_from < new.valid_to)
            for r in self.retired
        ):
            raise Conflict("version-retired", f"version {new.version} of {new.target} is retired")

    def require_retirable(self, new: Retirement, versions: Iterable[int]) -> None:
        """Raises Conflict `version-retired`, `version-bound`, `last-version`."""
        if any((r.code, r.version) == (new.code, new.version) for r in self.retired):
            raise Conflict("version-retired", f"version {new.version} of {new.code} is retired already")
        for bound in self.bound:
            if (bound.target, bound.version) == (new.code, new.version) and (
                bound.valid_to is None or new.valid_from < bound.valid_to
            ):
                raise Conflict("version-bound", f"the binding {bound.id} starts cases on it")
        gone = {r.version for r in self.retired if r.code == new.code} | {new.version}
        if not set(versions) - gone:
            raise Conflict("last-version", f"{new.code} would have no version that cases can start on")
