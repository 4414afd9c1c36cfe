"""The reconciliation file of UnionPay (ZM): a zip in DEFLATE in base64; in it lines of fixed columns in GBK."""

import io
import zipfile
import zlib
from base64 import b64decode
from typing import Final

from integration_gateway.domain.payments.settlement import SettledOrder

LARGEST: Final = 64 << 20
_DETAILS = "88ZM_"
_ORDER, _AMOUNT, _TIME, _REFERENCE, _KIND = (112, 32), (66, 12), (35, 10), (87, 21), (215, 2)
_SHORTEST: Final = 217


def read_details(content: str) -> list[SettledOrder]:
    """The orders that were settled, as the file lists them. ValueError where it is no such file."""
    try:
        unpacking = zlib.decompressobj()
        packed = unpacking.decompress(b64decode(content, validate=True), LARGEST)
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            details = [
                each for each in archive.infolist() if each.filename.startswith("INN") and _DETAILS in each.filename
            ]
            if not details or sum(each.file_size for each in details) > LARGEST:
                raise ValueError("no details, or too many")
            return [_order(line) for each in details for line in archive.read(each).splitlines() if line.strip()]
    except (zlib.error, zipfile.BadZipFile) as error:
        raise ValueError("no reconciliation file") from error


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
