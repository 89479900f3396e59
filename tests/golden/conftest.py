"""``pytest tests/golden --regenerate-golden`` writes the outlines anew; read the difference before keeping it."""

from __future__ import annotations

import pytest

FLAG = "--regenerate-golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(FLAG, action="store_true", help="write tests/golden/outlines anew")


@pytest.fixture
def regenerate(request: pytest.FixtureRequest) -> bool:
    # Run from the root, pytest meets this file too late to know the option: it is then off.
    return bool(request.config.getoption(FLAG, default=False))
