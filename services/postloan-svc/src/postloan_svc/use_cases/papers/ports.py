"""What handing out papers needs."""

from collections.abc import Sequence
from typing import Protocol
from uuid import UUID

from postloan_svc.domain.papers.paper import Paper


class Papers(Protocol):
    """The papers of this unit of work."""

    async def find(self, id: UUID) -> Paper | None:
        """The paper, if it was handed out."""

    def add(self, aggregate: Paper) -> None:
        """Takes in a new one."""


class UnitOfWork(Protocol):
    """One transaction."""

    papers: Papers


class PaperQueries(Protocol):
    """Reads of papers."""

    async def papers_of(self, loan_id: UUID) -> Sequence[Paper]:
        """Those of a loan, newest first."""

    async def paper(self, paper_id: UUID) -> Paper | None:
        """One paper."""

    async def numbered(self, number: str) -> Paper | None:
        """The paper of a number."""


class Typesetter(Protocol):
    """Makes papers of what they say."""

    async def pdf(self, paper: Paper) -> bytes:
        """A PDF: the same bytes for the same paper."""
