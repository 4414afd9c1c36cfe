"""The reconciliation file: orders of a settlement day in lines of fixed columns, zipped, deflated, in base64."""

import io
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Iterable
from datetime import date

from provider_simulator.payment_book import Entry

WIDTHS = (
    *(3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13),
    *(13, 8, 32, 13, 13, 12, 2, 1, 32, 98),
)
ADJUSTMENT_WIDTHS = (3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135)
_FEE = 100
_RETURNED = "E74"  # a credit that was taken back
_CODES = {"11": "S20", "12": "S22"}
_PRODUCTS = {"11": "000501", "12": "000401"}
_KIND, _AGENT, _SENDER, _TRACE, _TIME, _CARD, _AMOUNT, _MCC, _TERMINAL, _QUERY = range(10)
_OF_TRACE, _OF_TIME = 10, 11  # of an adjustment: the order that it is about
_ORDER, _CARD_KIND, _COST, _SETTLED, _TYPE, _SUBTYPE, _PRODUCT, _MERCHANT, _NET = 11, 12, 15, 16, 19, 20, 21, 27, 32


def file_name(merchant: str, day: date) -> str:
    """What the file is called."""
    return f"{merchant}_{day:%Y%m%d}.zip"


def content(entries: Iterable[Entry], returned: Iterable[Entry], merchant: str, day: date) -> str:
    """The field `fileContent`: what was settled, and what was adjusted afterwards."""
    lines = b"".join(_line(entry, merchant) + b"\r\n" for entry in entries)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"INN{day:%y%m%d}88ZM_{merchant}", lines)
        archive.writestr(f"INN{day:%y%m%d}88ZME_{merchant}", b"".join(_adjustment(each) + b"\r\n" for each in returned))
    return b64encode(zlib.compress(packed.getvalue())).decode()


def _line(entry: Entry, merchant: str) -> bytes:
    away, amount_minor = entry.txn_type == "12", int(entry.filed or entry.amount_minor)
    columns = [""] * len(WIDTHS)
    columns[_KIND] = _CODES[entry.txn_type]
    columns[_AGENT] = columns[_SENDER] = "00049993"
    columns[_TRACE], columns[_TIME], columns[_CARD] = entry.trace_no, entry.txn_time[4:], entry.account
    columns[_AMOUNT], columns[_MCC], columns[_TERMINAL] = f"{amount_minor:012d}", "6012", "07"
    columns[_QUERY], columns[_ORDER], columns[_CARD_KIND] = entry.query_id, entry.order_id, "01"
    columns[_COST] = f"D{_FEE:012d}"
    net = amount_minor + _FEE if away else amount_minor - _FEE
    columns[_SETTLED] = columns[_NET] = f"{'D' if away else 'C'}{abs(net):012d}"
    columns[_TYPE], columns[_SUBTYPE], columns[_PRODUCT] = entry.txn_type, "00", _PRODUCTS[entry.txn_type]
    columns[_MERCHANT] = merchant
    return _fixed(columns, WIDTHS)


def _adjustment(entry: Entry) -> bytes:
    columns = [""] * len(ADJUSTMENT_WIDTHS)
    columns[_KIND] = _RETURNED
    columns[_AGENT] = columns[_SENDER] = "00049993"
    columns[_TRACE], columns[_TIME], columns[_CARD] = entry.trace_no, entry.txn_time[4:], entry.account
    columns[_AMOUNT], columns[_MCC], columns[_TERMINAL] = f"{entry.amount_minor:012d}", "6012", "07"
    columns[_OF_TRACE], columns[_OF_TIME] = entry.trace_no, entry.txn_time[4:]
    return _fixed(columns, ADJUSTMENT_WIDTHS)


def _fixed(columns: list[str], widths: tuple[int, ...]) -> bytes:
    return b" ".join(text.encode("gb18030").ljust(width) for text, width in zip(columns, widths, strict=True))
