"""Whoever signs people in tells who works here; what two persons have decided is carried out once it is told so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow_svc.domain.directory.member import Member, Post, member_id_of
from workflow_svc.use_cases.directory.ports import Known, UnitOfWork


@dataclass(frozen=True, slots=True)
class ReportStaff:
    """Everybody who can sign in; who is known and not among them has left."""

    posts: Sequence[Post]
    everybody: Sequence[str]


async def report_staff(command: ReportStaff, known: Known, uow: UnitOfWork, now: datetime) -> int:
    """How many have changed. Who holds no role any more stays in the directory, so that what he did keeps its name."""
    told = {post.subject: post for post in command.posts}
    gone = [Post(subject, (), None) for subject in command.everybody if subject not in told]
    changed = 0
    for post in (*command.posts, *gone):
        member = await uow.staff_members.find(member_id_of(post.subject))
        if member is None:
            uow.staff_members.add(Member.of(post, now))
        elif member.post != post:
            member.told(post, now)
        else:
            continue
        changed += 1
    for id in known.waiting:
        change = await uow.role_changes.get(id)
        if change.waits and told.get(change.subject, Post(change.subject, (), None)).roles == change.roles:
            change.carry_out(now)
    return changed
