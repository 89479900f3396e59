"""Turns a file into lines, and refuses what must be refused.

``read_file`` is the way in, ``check_file`` its first step and ``read_data`` the rest; the other modules read one
format each.
"""

from __future__ import annotations

from ingest.read.gate import SUFFIXES, check_file, read_data, read_file
from ingest.read.limits import Limits
from ingest.read.rules import Rules

__all__ = ["SUFFIXES", "Limits", "Rules", "check_file", "read_data", "read_file"]
