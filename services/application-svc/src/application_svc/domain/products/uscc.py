"""Unified social credit codes of organisations: GB 32100-2015 (domain.md §6.2)."""

from application_svc.domain.errors import wrong_field

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # no I, O, S, V, Z
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)  # 3^(i-1) mod 31
ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def parse_uscc(text: str, pointer: str = "/uscc") -> str:
    """The code in capitals; raises Invalid `uscc-malformed`, `uscc-organisation-check` or `uscc-check-character`."""
    code = text.strip().upper()
    if len(code) != 18 or any(character not in ALPHABET for character in code):
        raise wrong_field(
            pointer,
            "uscc-malformed",
            "a unified social credit code has 18 digits and capital letters without I O S V Z",
        )
    if code[16] != (expected := organisation_check(code)):
        raise wrong_field(
            pointer, "uscc-organisation-check", f"character 17 is {code[16]}; characters 9 to 16 ask for {expected}"
        )
    if code[17] != (expected := check_character(code)):
        raise wrong_field(
            pointer, "uscc-check-character", f"the last character is {code[17]}; the ones before ask for {expected}"
        )
    return code


def check_character(code: str) -> str:
    """The 18th character that belongs to the first 17."""
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(code, WEIGHTS, strict=False))
    return ALPHABET[-total % 31]


def organisation_check(code: str) -> str:
    """The 17th character: the check of the organisation code in characters 9 to 16 (GB 11714)."""
    total = sum(
        ORGANISATION_ALPHABET.index(character) * weight
        for character, weight in zip(code[8:], ORGANISATION_WEIGHTS, strict=False)
    )
    return "0X987654321"[total % 11]
