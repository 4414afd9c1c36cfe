"""A day of the ledger as a file for the institution's own general ledger: CSV with control totals."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from postloan_svc.use_cases.general_ledger.ports import FileLine

HEADER = [
    "record",
    "business_date",
    "branch",
    "account_number",
    "account",
    "source",
    "journal_id",
    "debit",
    "credit",
    "entries",
]


def interface_file(day: date, lines: Sequence[FileLine]) -> str:
    """A header, a record `D` a line, and a trailer `T` with the number of lines, both totals and the entries behind
    them. Amounts in yuan with two decimals; the same day gives the same bytes."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for each in lines:
        named = (each.branch, each.number, each.account, each.source, each.journal_id or "")
        writer.writerow(("D", day, *named, yuan(each.debit_minor), yuan(each.credit_minor), each.entries))
    debit, credit = sum(each.debit_minor for each in lines), sum(each.credit_minor for each in lines)
    entries = sum(each.entries for each in lines)
    writer.writerow(("T", day, len(lines), "", "", "", "", yuan(debit), yuan(credit), entries))
    return out.getvalue()


def yuan(minor: int) -> str:
    """Fen as yuan: 12345 is 123.45."""
    sign, minor = "-" if minor < 0 else "", abs(minor)
    return f"{sign}{minor // 100}.{minor % 100:02}"
