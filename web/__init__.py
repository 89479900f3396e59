"""What people see: pages written by the server, their styles, and scripts that help where there are scripts."""

from web.pages import pages

__all__ = ["pages"]
