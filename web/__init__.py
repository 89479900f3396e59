"""What people see: pages, styles and scripts. They talk to the API over HTTP and import none of it."""

from web.pages import pages

__all__ = ["pages"]
