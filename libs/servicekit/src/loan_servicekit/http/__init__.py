"""HTTP side of a service: the application factory, the edge of every route, problems, pages."""

from loan_servicekit.http.app import service_app
from loan_servicekit.http.door import Router
from loan_servicekit.http.edge import Edge, requires
from loan_servicekit.http.fields import Body, Day, Instant, JsonObject
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import Problem, problems

__all__ = [
    "Body", "Cursor", "Day", "Edge", "Instant", "JsonObject", "Page", "Problem", "Router", "page", "problems",
    "requires", "service_app",
]  # fmt: skip
