"""Products in memory: every version, read at start, again every minute, and after a change made here."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import orjson
from sqlalchemy.ext.asyncio import AsyncEngine

from application_svc.domain.products.product import Product, in_force, succession
from loan_servicekit.core import NotFound

SELECT = "select content::text from product_versions order by code, version"


class ProductCatalogue:
    """Implements `use_cases.products.ports.Products`."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._versions: dict[str, list[Product]] = {}
        self._in_force = lru_cache(maxsize=256)(self._find_in_force)

    async def refresh(self) -> None:
        """Reads the table."""
        async with self._engine.connect() as connection:
            rows = (await connection.exec_driver_sql(SELECT)).all()
        known = {(p.code, p.version): p for versions in self._versions.values() for p in versions}
        found: dict[str, list[Product]] = {}
        for product in succession(Product.model_validate(orjson.loads(row[0])) for row in rows):
            same = known.get((product.code, product.version))
            kept = same if same == product else product  # keeps the compiled form
            found.setdefault(product.code, []).append(kept)
        self._versions = found
        self._in_force.cache_clear()

    def in_force(self, code: str, day: date) -> Product:
        """The version on sale; raises NotFound `product-unknown`, Conflict `product-not-on-sale`."""
        return self._in_force(code, day)

    def _find_in_force(self, code: str, day: date) -> Product:
        return in_force(self._versions.get(code, ()), code, day)

    def version(self, code: str, number: int) -> Product:
        """One version; raises NotFound `product-unknown`."""
        for product in self._versions.get(code, ()):
            if product.version == number:
                return product
        raise NotFound("product-unknown", f"there is no version {number} of product {code}")

    def versions(self, code: str) -> Sequence[Product]:
        """Every version of a product, oldest first; empty for an unknown one."""
        return self._versions.get(code, ())

    def on_sale(self, day: date) -> Sequence[Product]:
        """What is on sale that day, by code."""
        return [
            in_force(versions, code, day)
            for code, versions in sorted(self._versions.items())
            if any(product.on_sale(day) for product in versions)
        ]
