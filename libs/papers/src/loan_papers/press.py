"""Typst. What a paper says goes in as data, so that nothing in it is read as markup (docs/decisions/0042)."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Final

import orjson
import pylopdf_fonts_zh_cn
import typst

SHEET = (Path(__file__).parent / "paper.typ").read_bytes()
STANDARD: Final = "a-2b"  # PDF/A: to be kept


@dataclass(frozen=True, slots=True)
class Printed:
    """A paper: number and code at its foot, when it was issued, and what it says, as its template asks for it."""

    number: str
    code: str
    issued_on: date
    issued_at: datetime
    content: Mapping[str, object]


class Press:
    """Sets one paper at a time."""

    def __init__(self, lender: str) -> None:
        self._lender = lender
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(pylopdf_fonts_zh_cn.sans_path().parent)],
        )
        self._free = asyncio.Lock()

    async def pdf(self, template: bytes, paper: Printed) -> bytes:
        """A PDF: the same bytes for the same paper. Some 20 ms of another thread's time."""
        async with self._free:
            return await asyncio.to_thread(self._set, template, paper)

    def _set(self, template: bytes, paper: Printed) -> bytes:
        said = {
            "lender": self._lender,
            "number": paper.number,
            "code": paper.code,
            "issued_on": str(paper.issued_on),
            "content": paper.content,
        }
        compiler = typst.Compiler(
            SHEET + template,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={"said": orjson.dumps(said).decode()},
        )
        found = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=int(paper.issued_at.timestamp()))
        assert isinstance(found, bytes), "a PDF is one file"
        return found
