"""Keeps an application that needs documents first, or that its applicant will complete later."""

from datetime import datetime

from application_svc.domain.applications.application import Application
from application_svc.use_cases.applications.ports import Borrowers
from application_svc.use_cases.applications.submit_application import SubmitApplication, ask, draw_up
from application_svc.use_cases.ports import UnitOfWork


async def save_draft(command: SubmitApplication, borrowers: Borrowers, uow: UnitOfWork, now: datetime) -> Application:
    """A draft; amounts, form and consents are checked when it is submitted."""
    product, asking = ask(command, borrowers, now)
    application = draw_up(command, product, asking, now)
    application.keep_as_draft()
    uow.applications.add(application)
    return application
