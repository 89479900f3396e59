"""What every model of the API is."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Base: unknown fields are errors, values do not change after they are made."""

    model_config = ConfigDict(frozen=True, extra="forbid")
