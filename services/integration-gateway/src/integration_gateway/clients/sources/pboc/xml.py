"""The report as XML: the same units and codes as in JSON, an element a unit, a repeated group as elements of a name."""

from typing import Final, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from integration_gateway.clients.wire import Json

Value: TypeAlias = "str | dict[str, Value] | list[Value]"

_DECLARATION_ENDS: Final = b"?>"


def units_of(raw: bytes) -> Json:
    """The content of a document as nested objects, as JSON would have it: all values text. ValueError where it is none.

    Neither entities nor a document type are read: a report has none.
    """
    try:
        root = etree.fromstring(_plain(raw), _parser(raw))
    except etree.XMLSyntaxError as error:
        raise ValueError("no XML") from error
    if root.getroottree().docinfo.doctype:
        raise ValueError("a report has no document type")
    found = _value(root)
    if not isinstance(found, dict):
        raise ValueError("no units")
    return found


def _plain(raw: bytes) -> bytes:
    """Without the declaration where the text is UTF-8 by now, whatever it said before it was read."""
    if not raw.startswith(b"<?xml") or not _is_utf8(raw):
        return raw
    return raw[raw.index(_DECLARATION_ENDS) + len(_DECLARATION_ENDS) :].lstrip()


def _parser(raw: bytes) -> etree.XMLParser:
    encoding = "utf-8" if _is_utf8(raw) else None
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, encoding=encoding)


def _is_utf8(raw: bytes) -> bool:
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def _value(element: etree._Element) -> Value:
    children = [child for child in element if isinstance(child.tag, str)]
    if not children:
        return (element.text or "").strip()
    found: dict[str, Value] = {}
    for child in children:
        value = _value(child)
        before = found.setdefault(child.tag, value)
        if isinstance(before, list):
            before.append(value)
        elif before is not value:
            found[child.tag] = [before, value]
    return found
