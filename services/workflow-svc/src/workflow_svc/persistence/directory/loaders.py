"""What operations on who works here have loaded for a batch."""

from collections.abc import Sequence

from loan_servicekit.db.locks import follow_one_another
from loan_servicekit.db.tables import load_json
from loan_servicekit.db.unit_of_work import UnitOfWork
from workflow_svc.domain.directory.member import Directory, Post, member_id_of
from workflow_svc.use_cases.directory.change_roles import DecideRoleChange, ProposeRoleChange
from workflow_svc.use_cases.directory.ports import Known
from workflow_svc.use_cases.directory.report_staff import ReportStaff

LOCK = "workflow-svc directory"
MEMBERS = "select subject, roles::text, branch from staff_members"
DECIDED = (
    "select id, subject, roles::text, branch, status from role_changes"
    " where carried_out_at is null and status in ('PROPOSED', 'APPROVED')"
)


async def directory(uow: UnitOfWork, commands: Sequence[ProposeRoleChange | DecideRoleChange | ReportStaff]) -> Known:
    """Everybody, as he will be once what is decided is carried out; acts on roles follow one another, so that no two of
    them take the last administrator away."""
    await follow_one_another(uow, [LOCK])
    posts = {
        subject: Post(subject, tuple(load_json(roles)), branch) for subject, roles, branch in await uow.read(MEMBERS)
    }
    open, waiting = set(), []
    for id, subject, roles, branch, status in await uow.read(DECIDED):
        if status == "APPROVED":
            waiting.append(id)
            posts[subject] = Post(subject, tuple(load_json(roles)), branch)
        else:
            open.add(subject)
    reported = [post.subject for each in commands if isinstance(each, ReportStaff) for post in each.posts]
    everybody = [name for each in commands if isinstance(each, ReportStaff) for name in each.everybody]
    await uow.staff_members.preload([member_id_of(subject) for subject in {*reported, *everybody}])
    named = [each.change_id for each in commands if isinstance(each, DecideRoleChange)]
    await uow.role_changes.preload([*named, *(waiting if reported else ())])
    return Known(Directory(posts.values()), open, waiting)
