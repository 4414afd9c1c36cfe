"""An answer as XML: one element a member, a list as elements of one name."""

from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def document(name: str, content: Mapping[str, Any]) -> bytes:
    """A document whose root has this name."""
    return (HEAD + _element(name, content)).encode()


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(name, each) for each in value)
    if isinstance(value, Mapping):
        inside = "".join(_element(child, each) for child, each in value.items())
        return f"<{name}>{inside}</{name}>"
    told = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{escape(told)}</{name}>"
