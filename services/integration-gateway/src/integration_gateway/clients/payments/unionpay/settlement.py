"""The reconciliation file of UnionPay: a zip in DEFLATE in base64; in it lines of fixed columns in GBK, those of orders
(ZM) and those of what was adjusted afterwards (ZME)."""

import io
import zipfile
import zlib
from base64 import b64decode
from typing import Final

from integration_gateway.domain.payments.settlement import DayFile, ReturnedOrder, SettledOrder

LARGEST: Final = 64 << 20
_DETAILS, _ADJUSTMENTS = "88ZM_", "88ZME_"
_ORDER, _AMOUNT, _TIME, _REFERENCE, _KIND = (112, 32), (66, 12), (35, 10), (87, 21), (215, 2)
_SHORTEST: Final = 217
# Of an adjustment: the amount, then trace number and time of the order that it is about.
_ADJUSTED, _TRACE, _TRACED_AT, _SHORTEST_ADJUSTMENT = (66, 12), (90, 6), (97, 10), 107


def read_day(content: str) -> DayFile:
    """The orders that were settled and those whose money went back, as the file lists them. ValueError where it is no
    such file."""
    try:
        unpacking = zlib.decompressobj()
        packed = unpacking.decompress(b64decode(content, validate=True), LARGEST)
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            members = [each for each in archive.infolist() if each.filename.startswith("INN")]
            if sum(each.file_size for each in members) > LARGEST:
                raise ValueError("too many lines")
            details = [each for each in members if _DETAILS in each.filename]
            if not details:
                raise ValueError("no details")
            adjusted = [each for each in members if _ADJUSTMENTS in each.filename]
            return DayFile(
                [_order(line) for line in _lines(archive, details)],
                [_returned(line) for line in _lines(archive, adjusted)],
            )
    except (zlib.error, zipfile.BadZipFile) as error:
        raise ValueError("no reconciliation file") from error


def _lines(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> list[bytes]:
    return [line for each in members for line in archive.read(each).splitlines() if line.strip()]


def _returned(line: bytes) -> ReturnedOrder:
    if len(line) < _SHORTEST_ADJUSTMENT:
        raise ValueError("an adjustment that is too short")
    return ReturnedOrder(f"{_text(line, _TRACE)} {_text(line, _TRACED_AT)}", int(_text(line, _ADJUSTED)))


def _order(line: bytes) -> SettledOrder:
    if len(line) < _SHORTEST:
        raise ValueError("a line that is too short")
    return SettledOrder(
        order_id=_text(line, _ORDER),
        amount_minor=int(_text(line, _AMOUNT)),
        traded_at=_text(line, _TIME),
        reference=_text(line, _REFERENCE),
        kind=_text(line, _KIND),
    )


def _text(line: bytes, column: tuple[int, int]) -> str:
    start, width = column
    return line[start : start + width].decode("gb18030").strip()
