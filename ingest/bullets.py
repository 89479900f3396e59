"""The signs with which an unnumbered list item begins, whatever program printed it."""

from __future__ import annotations

DASHES = "-–—"
# What Word's and browsers' lists print, and what Wingdings' bullets are in Unicode; a box to tick is no bullet.
BULLETS = "•●○▪■❑❒❍◆⬥⬧❖➢➔→⇨✓✧☞"
ITEM_SIGNS = rf"[{DASHES}{BULLETS}]"
"""As a pattern of one character."""
