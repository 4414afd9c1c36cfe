"""Parameters in the path and the query of a request: numbers and truth values are written as their documents say, and
what may be said once is said once. `5_0`, ` 5`, `+5`, digits of other scripts and `yes` are read by a program, not
meant by a person; of `limit=5&limit=200` one reader takes the first and another the last."""

import re
from types import UnionType
from typing import Annotated, Union, get_args, get_origin

from fastapi import Request
from fastapi.dependencies.utils import get_flat_params
from fastapi.params import Param, ParamTypes
from fastapi.routing import APIRoute

from loan_servicekit.core import FieldError, Invalid

WRITTEN: dict[object, tuple[re.Pattern[str], str, str]] = {
    int: (re.compile(r"0|-?[1-9][0-9]{0,29}", re.ASCII), "int_parsing", "write a whole number in digits, like 50"),
    float: (
        re.compile(r"-?(0|[1-9][0-9]{0,29})(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?", re.ASCII),
        "float_parsing",
        "write a number in digits, like 86400 or 0.5",
    ),
    bool: (re.compile("true|false"), "bool_parsing", "write true or false"),
}


class Parameters:
    """How the parameters of a route are written."""

    def __init__(self, route: APIRoute) -> None:
        found = [(field.alias, field.field_info) for field in get_flat_params(route.dependant)]
        kinds = {(info.in_, alias): _scalar(info.annotation) for alias, info in found if isinstance(info, Param)}
        self._path = {alias: kind for (place, alias), kind in kinds.items() if place is ParamTypes.path}
        self._query = {alias: kind for (place, alias), kind in kinds.items() if place is ParamTypes.query}

    def check(self, request: Request) -> None:
        """Raises Invalid with every parameter that is not written as one."""
        wrong = [
            _misread("path", name, kind, str(request.path_params[name]))
            for name, kind in self._path.items()
            if kind in WRITTEN
        ]
        if self._query and request.scope["query_string"]:
            for name, kind in self._query.items():
                wrong += _wrong_in_query(name, kind, request.query_params.getlist(name))
        errors = [error for error in wrong if error is not None]
        if errors:
            detail = "; ".join(f"{error.pointer}: {error.detail}" for error in errors)
            raise Invalid("request-invalid", detail, errors)


def _scalar(annotation: object) -> object:
    """The one type of a parameter that may be absent; `list` of one that may come several times."""
    if get_origin(annotation) is Annotated:
        return _scalar(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return next(_scalar(part) for part in get_args(annotation) if part is not type(None))
    return get_origin(annotation) or annotation


def _wrong_in_query(name: str, kind: object, given: list[str]) -> list[FieldError | None]:
    if kind is list:
        return []
    if len(given) > 1:
        return [FieldError(f"/query/{name}", "given_twice", "give it once; which value was meant?")]
    return [_misread("query", name, kind, value) for value in given if kind in WRITTEN]


def _misread(place: str, name: str, kind: object, value: str) -> FieldError | None:
    form, code, told = WRITTEN[kind]
    return None if form.fullmatch(value) else FieldError(f"/{place}/{name}", code, told)
