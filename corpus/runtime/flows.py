"""Haystack's pipeline and component, imported quietly: everybody in the project imports them from here.

Left alone, Haystack sends usage figures to its makers, and imports torch (1.2 s, 150 MB) merely to be able
to describe a device. This product works offline, and its server runs without torch.
"""

from __future__ import annotations

import os
import sys

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"

_hides_torch = "torch" not in sys.modules
if _hides_torch:
    sys.modules["torch"] = None  # type: ignore[assignment]
from haystack import Pipeline, component  # noqa: E402 - after the two settings above

if _hides_torch:
    del sys.modules["torch"]

__all__ = ["Pipeline", "component"]
