"""Typst as a Typesetter. What a paper says goes in as data, so that nothing in it is read as markup."""

import asyncio
from pathlib import Path
from typing import Final

import orjson
import pylopdf_fonts_zh_cn
import typst

from postloan_svc.domain.papers.paper import Paper, PaperKind

TEMPLATES = Path(__file__).parent
FILES = {PaperKind.STATEMENT: "statement.typ", PaperKind.SETTLEMENT_CERTIFICATE: "settlement_certificate.typ"}
STANDARD: Final = "a-2b"  # PDF/A: to be kept


class TypstTypesetter:
    """Implements `use_cases.papers.ports.Typesetter`; one paper at a time."""

    def __init__(self, lender: str) -> None:
        self._lender = lender
        self._fonts = typst.Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(pylopdf_fonts_zh_cn.sans_path().parent)],
        )
        self._press = asyncio.Lock()

    async def pdf(self, paper: Paper) -> bytes:
        """A PDF: the same bytes for the same paper. Some 20 ms of another thread's time."""
        async with self._press:
            return await asyncio.to_thread(self._set, paper)

    def _set(self, paper: Paper) -> bytes:
        said = {
            "lender": self._lender,
            "number": paper.number,
            "code": paper.printed_code,
            "issued_on": str(paper.issued_on),
            "content": paper.content,
        }
        compiler = typst.Compiler(
            TEMPLATES / FILES[paper.kind],
            root=TEMPLATES,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={"said": orjson.dumps(said).decode()},
        )
        found = compiler.compile(format="pdf", pdf_standards=STANDARD, timestamp=int(paper.issued_at.timestamp()))
        assert isinstance(found, bytes), "a PDF is one file"
        return found
