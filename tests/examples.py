"""Every example of every component, as parameters of a test: one example is one case."""

from __future__ import annotations

import pytest

from govpage.component import Component, Example
from govpage.components import COMPONENTS

EXAMPLES = [
    pytest.param(component, name, example, id=f"{component.slug()}-{name}")
    for component in COMPONENTS
    for name, example in component.examples().items()
]
EACH_COMPONENT = [pytest.param(component, id=component.slug()) for component in COMPONENTS]

__all__ = ["EACH_COMPONENT", "EXAMPLES", "Component", "Example"]
