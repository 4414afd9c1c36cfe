"""What a customer has from us already, without collateral (domain.md R-2.5a)."""

from importlib.resources import files

import orjson

from application_svc.domain.exposure import Exposure, own_exposure_minor
from application_svc.domain.product import Product


def test_what_has_collateral_or_a_guarantor_does_not_count() -> None:
    seed = orjson.loads(files("application_svc").joinpath("products/PCL-ONLINE.json").read_bytes())
    products = {
        (code, version): Product.model_validate(seed | {"code": code, "version": version, "secured": secured})
        for code, version, secured in (("PCL", 1, "CREDIT"), ("PCL", 2, "MORTGAGE"), ("SMB", 1, "GUARANTEE"))
    }
    exposures = [Exposure("PCL", 1, 5_000_000), Exposure("PCL", 2, 70_000_000), Exposure("SMB", 1, 30_000_000),
                 Exposure("PCL", 1, 1)]  # fmt: skip
    assert own_exposure_minor(exposures, lambda code, version: products[code, version]) == 5_000_001
    assert own_exposure_minor([], lambda code, version: products[code, version]) == 0
