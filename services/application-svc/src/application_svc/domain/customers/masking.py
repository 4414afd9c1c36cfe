"""How personal data is shown to those who need not see it whole (domain.md §9.5)."""

COMPOUND_SURNAMES = frozenset(
    (
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "东方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "长孙",
        "宇文",
        "司徒",
        "夏侯",
        "端木",
        "南宫",
    )
)


def mask_name(name: str) -> str:
    """The surname, then a star for every other character: 张*, 欧阳*."""
    shown = 2 if len(name) > 2 and name[:2] in COMPOUND_SURNAMES else 1
    return name[:shown] + "*" * (len(name) - shown) if len(name) > 1 else "*"


def mask_identity_number(number: str) -> str:
    """The first four and the last two characters: 9901************17."""
    return _mask(number, 4, 2)


def mask_mobile(number: str) -> str:
    """The first three and the last four digits: 138****1234."""
    return _mask(number, 3, 4)


def mask_card(number: str) -> str:
    """The first six and the last four digits: 620999*********0011."""
    return _mask(number, 6, 4)


def _mask(text: str, first: int, last: int) -> str:
    hidden = len(text) - first - last
    return text[:first] + "*" * hidden + text[-last:] if hidden > 0 else "*" * len(text)
