"""Papers set by typst, in a font of their own: nothing of the machine shows in them."""

from loan_papers.press import Press, Printed

__all__ = ["Press", "Printed"]
