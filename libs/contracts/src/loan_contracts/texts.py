"""What a text in a message may be. There is no free text among them: what people write stays in the table of the
service that it was written to, since a message cannot be taken back and the evidence chain cannot be changed.

The bounds are the sender's duty and are not part of the wire schema, which keeps its version; a value that breaks one
is refused where the message is made, and where it is read. None takes sixteen digits in a row unless it is a hash or an
id of our own, so that no identity number and no card number can travel as a code.
"""

import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


@dataclass(frozen=True, slots=True)
class Bounded:
    """A text of this pattern and of at most so many characters."""

    pattern: str
    most: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.str_schema(pattern=self.pattern, max_length=self.most)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> JsonSchemaValue:
        return {"type": "string"}


HEX = "[0-9a-f]"
WORD = "(?:[0-9]{0,15}[A-Za-z_.:+-])*[0-9]{0,15}"
GIVEN = "[A-Z]{2}20[0-9]{6}[0-9A-Z]{4,20}(?:-[0-9]{1,4})?"  # a number that we gave: what for, the day, drawn characters
ID = f"{HEX}{{8}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{4}}-{HEX}{{12}}"

# A code: a word of a fixed vocabulary, chosen and never typed.
Code = Annotated[str, Bounded(f"^{WORD}$", 64)]
# A number that we give, as people read it: of an application, a contract, a loan.
Number = Annotated[str, Bounded(f"^(?:{GIVEN}|{WORD})$", 64)]
# A keyed hash of a number of a person; a SHA-256 of a paper.
Token = Annotated[str, Bounded(rf"^(?:{HEX}{{32}}|{WORD})$", 64)]
Digest = Annotated[str, Bounded(rf"^(?:{HEX}{{64}}|{WORD})$", 64)]
# The subject of a token, as the issuer gave it; several are joined by commas.
Subject = Annotated[str, Bounded(r"^[ -~]{1,2000}$", 2000)]
# A version of a model, of rules, of a process.
Version = Annotated[str, Bounded(r"^[A-Za-z0-9][A-Za-z0-9_.:+@/-]{0,199}$", 200)]
# The id of a record of ours, whatever its form: a UUID, a version, a day.
RecordId = Annotated[str, Bounded(r"^[A-Za-z0-9][!-~]{0,199}$", 200)]
# A figure as text: an amount, a share, a date, a code of a source.
Figure = Annotated[str, Bounded(r"^[ -~]{0,64}$", 64)]
# What the payment channel calls a payment.
Reference = Annotated[str, Bounded(r"^[!-~]{0,64}$", 64)]
# A seal over an order (`seals`): a key's id and a keyed hash.
SealText = Annotated[str, Bounded(r"^[!-~]{0,120}$", 120)]
# Wording of our own rules for staff.
Wording = Annotated[str, Bounded(r"^(?:[0-9]{0,15}[^0-9\x00-\x1f\x7f])*[0-9]{0,15}$", 300)]
# A detail of an audit record: a hash, ids, a number that we gave, or codes and figures.
Detail = Annotated[
    str, Bounded(rf"^(?:{HEX}{{64}}|{ID}(?:,{ID})*|{GIVEN}|(?:[0-9]{{0,15}}[ -/:-~])*[0-9]{{0,15}})$", 4000)
]


def in_pieces(number: str) -> str:
    """A number that a machine has drawn, ours or the channel's, as a code may hold it: by chance sixteen of its
    characters in a row are digits. Never for what a person has typed."""
    return re.sub(r"[0-9]{15}(?=[0-9])", r"\g<0>-", number)
