"""HTTP side of a service: the application factory, the context of every route, problems, pages."""

from loan_servicekit.http.app import service_app
from loan_servicekit.http.context import Entrance, RequestContext, requires, through
from loan_servicekit.http.door import Router
from loan_servicekit.http.fields import Body, Day, Instant, JsonObject
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import Answered, Problem, problems

__all__ = [
    "Answered",
    "Body",
    "Cursor",
    "Day",
    "Entrance",
    "Instant",
    "JsonObject",
    "Page",
    "Problem",
    "RequestContext",
    "Router",
    "page",
    "problems",
    "requires",
    "service_app",
    "through",
]
