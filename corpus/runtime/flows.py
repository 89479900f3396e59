"""Haystack's pipeline and component, imported quietly: everybody in the project imports them from here.

Left alone, Haystack sends usage figures to its makers, and imports torch (1.2 s, 150 MB) merely to be able
to describe a device. This product works offline, and its server runs without torch.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Any

os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
# A stage that fails leaves a snapshot of its inputs on disk if this is on: refused files must leave nothing.
os.environ["HAYSTACK_PIPELINE_SNAPSHOT_SAVE_ENABLED"] = "false"
# Every refusal would be logged a second time, with complaints about inputs that do not fit a snapshot.
logging.getLogger("haystack").setLevel(logging.ERROR)

_hides_torch = "torch" not in sys.modules
if _hides_torch:
    sys.modules["torch"] = None  # type: ignore[assignment]
from haystack import Pipeline, component  # noqa: E402 - only after the two settings above
from haystack.core.component import Component  # noqa: E402
from haystack.core.errors import PipelineRuntimeError  # noqa: E402

if _hides_torch:
    del sys.modules["torch"]

from corpus.errors import TraCuuError  # noqa: E402

__all__ = ["Component", "Pipeline", "component", "run"]


def run(pipeline: Pipeline, data: dict[str, Any]) -> dict[str, Any]:
    """Run a pipeline; an error of ours comes out as itself and not wrapped in Haystack's.

    Raises:
        TraCuuError: Whatever a stage raised.
    """
    try:
        return pipeline.run(data)
    except PipelineRuntimeError as error:
        if isinstance(error.__cause__, TraCuuError):
            raise error.__cause__ from None
        raise
