"""How providers write their answers is no fault of theirs, unless it is no writing at all."""

import codecs
import gzip
import zlib

import pytest

from integration_gateway.clients.encoding import LARGEST, readable

TEXT = '{"姓名":"张测试","n":1}'


@pytest.mark.parametrize(
    ("body", "coding", "kind"),
    [
        (TEXT.encode(), "", "application/json"),
        (TEXT.encode(), "identity", "application/json; charset=utf-8"),
        (gzip.compress(TEXT.encode()), "gzip", ""),
        (gzip.compress(TEXT.encode()), "x-gzip", "application/json"),
        (zlib.compress(TEXT.encode()), "deflate", "application/json"),
        (zlib.compress(TEXT.encode())[2:-4], "deflate", "application/json"),
        (codecs.BOM_UTF8 + TEXT.encode(), "", "application/json"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "", "application/json"),
        (TEXT.encode("gb18030"), "", "application/json;charset=GBK"),
        (gzip.compress(TEXT.encode("gb18030")), "gzip", 'text/json; charset="gb2312"'),
    ],
    ids=["plain", "said", "gzip", "x-gzip", "zlib", "deflate", "mark", "utf-16", "gbk", "both"],
)
def test_an_answer_is_read_however_it_is_packed_and_written(body: bytes, coding: str, kind: str) -> None:
    assert readable(body, coding, kind).decode() == TEXT


@pytest.mark.parametrize(
    ("body", "coding", "kind"),
    [
        (b"not packed", "gzip", ""),
        (gzip.compress(b"cut off")[:-9], "gzip", ""),
        (zlib.compress(bytes(LARGEST + 1)), "deflate", ""),
        (b"{}", "br", ""),
        (b"\xff\xff", "", "text/plain;charset=GBK"),
        (b"{}", "", "text/plain;charset=nobody-knows"),
    ],
    ids=["not-packed", "cut-off", "too-large", "another-way", "not-gbk", "no-charset"],
)
def test_what_is_no_text_is_malformed(body: bytes, coding: str, kind: str) -> None:
    with pytest.raises((ValueError, LookupError)):
        readable(body, coding, kind)
