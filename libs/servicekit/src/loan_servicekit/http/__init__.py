"""HTTP side of a service: the application factory, the edge of every route, problems, pages."""

from loan_servicekit.http.app import service_app
from loan_servicekit.http.edge import Edge, requires
from loan_servicekit.http.pages import Cursor, Page, page
from loan_servicekit.http.problems import Problem, problems

__all__ = ["Cursor", "Edge", "Page", "Problem", "page", "problems", "requires", "service_app"]
