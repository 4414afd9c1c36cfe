"""The resolver of jars trusts what the machine trusts."""

import os
from pathlib import Path

import pytest

from loan_devstack.broker import jar_fetching


@pytest.mark.parametrize("before", [None, "/somebody's.pem"])
def test_while_jars_are_fetched_the_resolver_trusts_all_stores(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    network = tmp_path / "network.pem"
    network.write_bytes(b"-----BEGIN CERTIFICATE-----\nthe network's\n-----END CERTIFICATE-----\n")
    monkeypatch.setenv("SSL_CERT_FILE", str(network))
    monkeypatch.delenv(jar_fetching.VARIABLE, raising=False)
    if before:
        monkeypatch.setenv(jar_fetching.VARIABLE, before)
    with jar_fetching._trusting():
        trusted = Path(os.environ[jar_fetching.VARIABLE]).read_text()
    assert "the network's" in trusted
    assert trusted.count("BEGIN CERTIFICATE") > 100  # and certifi's
    assert os.environ.get(jar_fetching.VARIABLE) == before
