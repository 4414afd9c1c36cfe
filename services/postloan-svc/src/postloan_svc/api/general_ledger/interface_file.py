"""A day of the ledger as a file for the institution's own general ledger: CSV with control totals."""

import csv
import io
from collections.abc import Sequence
from datetime import date

from postloan_svc.domain.general_ledger.journal import Journal
from postloan_svc.use_cases.general_ledger.figures import FileLine

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


JOURNAL_HEADER = [
    "record",
    "business_date",
    "branch",
    "journal_id",
    "reverses",
    "account",
    "debit",
    "credit",
    "reason",
    "requested_by",
    "released_by",
]


def journal_file(period: str, journals: Sequence[Journal]) -> str:
    """A header, a record `D` a line of a journal, and a trailer `T` with the number of lines and journals and both
    totals. Texts that a spreadsheet would take for a formula begin with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(JOURNAL_HEADER)
    lines = [(journal, line) for journal in journals for line in journal.lines]
    for each, line in lines:
        named = (each.business_date, each.branch, each.id, each.reverses or "", line.account)
        people = (plain(each.reason), plain(each.requested_by), plain(each.decided_by or ""))
        writer.writerow(("D", *named, yuan(line.debit_minor), yuan(line.credit_minor), *people))
    debit, credit = sum(line.debit_minor for _, line in lines), sum(line.credit_minor for _, line in lines)
    writer.writerow(("T", period, len(lines), len(journals), "", "", yuan(debit), yuan(credit), "", "", ""))
    return out.getvalue()


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def yuan(minor: int) -> str:
    """Fen as yuan: 12345 is 123.45."""
    sign, minor = "-" if minor < 0 else "", abs(minor)
    return f"{sign}{minor // 100}.{minor % 100:02}"
