"""HTTP side of a service: the application factory, the edge of every route, problems, pages."""

from loan_servicekit.http.app import service_app
from loan_servicekit.http.edge import Edge, requires
from loan_servicekit.http.fields import Day, Instant
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import Problem, problems

__all__ = ["Cursor", "Day", "Edge", "Instant", "Page", "Problem", "page", "problems", "requires", "service_app"]
