"""The tables that expected loss is computed with, as parameters `ecl.*`: codes, each with a percentage or numbers.

`PCL-ONLINE:60 *:60` gives 60 to a product and to every other one; R-0.1: each change is made by two people.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from loan_servicekit.core.parameters import ParameterKind
from postloan_svc.domain.provision.ecl import Scenario

OTHERS = "*"
ENTRY = re.compile(r"([A-Z0-9+_*-]{1,40}):([0-9]{1,3}(?:\.[0-9]{1,6})?)")
SCENARIO = re.compile(r"([A-Z]{1,20}):([0-9.]{1,8}):([0-9.]{1,8}):([0-9.]{1,8})")
BUCKET_CODES = ("M0", "M1", "M2", "M3", "M4", "M5", "M6", "M6+")
CLASS_CODES = ("SUBSTANDARD", "DOUBTFUL", "LOSS")
EXPOSURE_CODES = ("PRINCIPAL", "INTEREST", "UNDRAWN")


def shares(text: str) -> dict[str, Decimal]:
    """A table of percentages as shares. Raises ValueError where it is none."""
    found: dict[str, Decimal] = {}
    for word in text.split():
        entry = ENTRY.fullmatch(word)
        if entry is None or entry[1] in found or Decimal(entry[2]) > 100:
            raise ValueError(f"{word}: CODE:percentage from 0 to 100, each code once")
        found[entry[1]] = Decimal(entry[2]) / 100
    if not found:
        raise ValueError("at least one entry")
    return found


def with_others(text: str) -> dict[str, Decimal]:
    """A table of shares that knows every code. Raises ValueError."""
    found = shares(text)
    if OTHERS not in found:
        raise ValueError(f"an entry {OTHERS} for those that are not named")
    return found


def scenarios_of(text: str) -> tuple[Scenario, ...]:
    """`CODE:weight:factor of probability:factor of loss`, at most five; weights in percent sum to 100. Raises
    ValueError."""
    found = []
    for word in text.split():
        if (entry := SCENARIO.fullmatch(word)) is None:
            raise ValueError(f"{word}: CODE:weight:factor of probability:factor of loss")
        weight, pd_factor, lgd_factor = (_number(part) for part in entry.groups()[1:])
        found.append(Scenario(entry[1], weight / 100, pd_factor, lgd_factor))
    if not 1 <= len(found) <= 5 or sum(each.weight for each in found) != 1:
        raise ValueError("one to five scenarios, whose weights sum to 100")
    return tuple(found)


def _number(text: str) -> Decimal:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        raise ValueError(f"{text} is no number")
    return Decimal(text)


def kind(meaning: str, allowed: str, read: Callable[[str], object]) -> ParameterKind:
    """A table of expected loss among the parameters."""
    return ParameterKind("table", "risk", meaning, allowed, read)


def naming(codes: tuple[str, ...]) -> Callable[[str], dict[str, Decimal]]:
    """Reads a table of shares that names exactly these codes."""

    def read(text: str) -> dict[str, Decimal]:
        found = shares(text)
        if found.keys() != set(codes):
            raise ValueError(f"exactly {', '.join(codes)}")
        return found

    return read


EXPECTED_LOSS: dict[str, ParameterKind] = {
    "ecl.pd": kind(
        "Probability of default within a year, in percent, of a grade of which risk-svc has said no more",
        "GRADE:percentage …, and * for the others",
        with_others,
    ),
    "ecl.pd_floors": kind(
        "The least probability of default within a year, in percent, by bucket",
        f"{' '.join(f'{code}:percentage' for code in BUCKET_CODES)}",
        naming(BUCKET_CODES),
    ),
    "ecl.lgd": kind(
        "Loss given default, in percent, by product", "PRODUCT:percentage …, and * for the others", with_others
    ),
    "ecl.impaired_least": kind(
        "The least loss, in percent, of loans in a non-performing class",
        " ".join(f"{code}:percentage" for code in CLASS_CODES),
        naming(CLASS_CODES),
    ),
    "ecl.ead": kind(
        "How much of what is owed, or may yet be drawn, is exposed at default, in percent",
        " ".join(f"{code}:percentage" for code in EXPOSURE_CODES),
        naming(EXPOSURE_CODES),
    ),
    "ecl.scenarios": kind(
        "States of the economy", "CODE:weight in percent:factor of probability:factor of loss …", scenarios_of
    ),
}


@dataclass(frozen=True, slots=True)
class LossTables:
    """The tables of a day. `pd` by grade, where risk-svc has said nothing of a borrower; `pd_floors` by bucket, `lgd`
    by product, `impaired_least` by class, `ead` by what is owed."""

    pd: Mapping[str, Decimal]
    pd_floors: Mapping[str, Decimal]
    lgd: Mapping[str, Decimal]
    impaired_least: Mapping[str, Decimal]
    ead: Mapping[str, Decimal]
    scenarios: tuple[Scenario, ...]

    def pd_of(self, assessed: Decimal | None, grade: str | None, bucket: str) -> Decimal:
        """The probability of default within a year: as assessed, and no less than arrears of the bucket show."""
        assumed = self.pd.get(grade or OTHERS, self.pd[OTHERS])
        return max(assumed if assessed is None else assessed, self.pd_floors[bucket])

    def lgd_of(self, product_code: str, risk_class: str) -> Decimal:
        """What is lost of a defaulted loan of a product; of one in a non-performing class no less than its share."""
        return max(self.lgd.get(product_code, self.lgd[OTHERS]), self.impaired_least.get(risk_class, Decimal(0)))
