"""The bounds of a day, from the parameter table in memory."""

from datetime import date, timedelta

from application_svc.domain.bounds import LPR, Bounds
from application_svc.domain.products.legality import under_law
from application_svc.domain.products.product import Product
from loan_servicekit.db.parameters import ParameterCache, Parameters

MOST_DAYS = 64  # that are remembered


class BoundsTable:
    """Implements `use_cases.products.ports.BoundsInForce`."""

    def __init__(self, cache: ParameterCache) -> None:
        self._cache = cache
        self._read: Parameters | None = None
        self._by_day: dict[date, Bounds] = {}
        self._lawful: dict[tuple[date, str, int], Product] = {}

    def on(self, day: date) -> Bounds:
        """All bounds that hold on a day; raises KeyError where one is missing."""
        parameters = self._cache.parameters
        if self._read is not parameters or len(self._by_day) > MOST_DAYS:
            self._read, self._by_day, self._lawful = parameters, {}, {}
        if day not in self._by_day:
            before = day - timedelta(days=1)
            published = {code: parameters.text(code, before) for code in LPR.values()}
            self._by_day[day] = Bounds.of(parameters.on(day) | published)
        return self._by_day[day]

    def lawful(self, product: Product, day: date) -> Product:
        """The product as far as the law of a day allows it; raises Conflict `product-unlawful`."""
        bounds = self.on(day)
        key = (day, product.code, product.version)
        if key not in self._lawful:
            self._lawful[key] = under_law(product, bounds)
        return self._lawful[key]
