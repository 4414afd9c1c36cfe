"""Amounts as providers write them: yuan, as a JSON number or as text."""

from decimal import Decimal


def fen(yuan: object) -> int:
    """Yuan in fen. Raises ValueError for what is no amount, is not finite, or has fractions of a fen.

    JSON numbers arrive as floats: their shortest text is the amount that the provider wrote.
    """
    if isinstance(yuan, int) and not isinstance(yuan, bool):
        return yuan * 100
    if isinstance(yuan, str) and yuan.isascii():
        # The two common texts by whole numbers alone: a report has dozens of amounts.
        if yuan.isdigit():
            return int(yuan) * 100
        if yuan[-3:-2] == "." and (digits := yuan[:-3] + yuan[-2:]).isdigit():
            return int(digits)
    return whole(decimal(yuan) * 100)


def decimal(value: object) -> Decimal:
    """A JSON number or a text of one as an exact decimal; ValueError for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | str) or not str(value).isascii():
        raise ValueError("not a number")
    number = Decimal(repr(value) if isinstance(value, float) else value)
    if not number.is_finite():
        raise ValueError("not a finite number")
    return number


def whole(number: Decimal) -> int:
    """A decimal that is a whole number, as an int; ValueError where it is not one."""
    if number != number.to_integral_value():
        raise ValueError("not a whole number")
    return int(number)
