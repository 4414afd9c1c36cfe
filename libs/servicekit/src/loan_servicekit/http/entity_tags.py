"""Entity tags in If-Match and If-None-Match: `*`, or a list of tags, each strong or weak (RFC 9110 §8.8.3, §13.1)."""

import re

from loan_servicekit.core import FieldError, Invalid

TAG = re.compile(r'\s*(?:(W/)?("[!#-~\x80-\xff]*"))?\s*(?:,|$)')
LONGEST = 2_000


def matches(header: str, current: str, weakly: bool) -> bool:
    """Whether one of the header's tags is the current one; a weak tag matches where the comparison is weak alone.

    Raises Invalid for what is no list of tags.
    """
    if header.strip() == "*":
        return True
    place, found = 0, False
    while place < len(header):
        tag = TAG.match(header, place) if len(header) <= LONGEST else None
        if tag is None:
            raise Invalid(
                "entity-tag-invalid",
                'write the ETag as it was answered, in its quotes: "3"',
                [FieldError("/If-Match", "entity-tag-invalid", 'a list of tags like "3", or *')],
            )
        found = found or (tag[2] == current and (weakly or tag[1] is None))
        place = tag.end()
    return found
