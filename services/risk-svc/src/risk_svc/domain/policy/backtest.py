"""What a policy does to borrowers of whom it is known who defaulted, and within which bounds it must stay."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal

from loan_contracts.message import JsonObject

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class PolicyBacktest:
    """Counts of a back-test with the model in force; `changed` are borrowers whose outcome the policy in force gives
    otherwise."""

    policy_version: str
    model_version: str
    rows: int
    approved: int
    referred: int
    declined: int
    bad: int
    bad_approved: int
    changed: int
    hits: Mapping[str, int]

    def as_json(self) -> JsonObject:
        """The counts to store and show."""
        return asdict(self)

    def refusals(self, values: Mapping[str, str]) -> list[str]:
        """Why the policy may not come into force, by the bounds of the day; empty where it may."""
        least, most = Decimal(values["policy.approval_min"]), Decimal(values["policy.approval_max"])
        ratio = Decimal(values["policy.bad_rate_max"])
        share = _HUNDRED * self.approved / self.rows
        found = []
        if not least <= share <= most:
            found.append(f"it approves {share:.1f} % of {self.rows} borrowers; {least} to {most} % are allowed")
        if self.approved:
            against = _HUNDRED * self.bad_approved * self.rows / (self.approved * self.bad)
            if against > ratio:
                found.append(
                    f"of those approved {against:.0f} % as many default as of all; at most {ratio} % are allowed"
                )
        return found
