"""The keys of packs: what is handed out, and what of it is stored.

Of a desk's token and of a link's key only the sha256 is stored: a copy of the database opens no pack. Both have 192
random bits or more, so the digest needs no salt and no slowness.

There is no separate key of the owner: a pack's id with its desk's cookie is one, and cannot be sent by mistake as an
address can. For the owner to find a link's key again, it is not random but follows from the desk's token and the link's
id: whoever has the cookie can make it anew, and nobody else.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets

_KEY_BYTES = 24
_ID = re.compile(r"[0-9a-f]{16}")


def new_id() -> str:
    """An id of a pack or a link; it opens nothing by itself."""
    return secrets.token_hex(8)


def is_id(text: str) -> bool:
    """Whether a text can be an id; a database may refuse to compare any text with one."""
    return _ID.fullmatch(text) is not None


def new_key() -> str:
    """A key that nobody can make anew."""
    return secrets.token_urlsafe(_KEY_BYTES)


def key_of(owner: str, share: str) -> str:
    """The key of a link that the desk with this token made."""
    digest = hmac.digest(owner.encode(), share.encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:_KEY_BYTES]).decode()


def digest_of(secret: str) -> str:
    """What is stored of a token or key."""
    return hashlib.sha256(secret.encode()).hexdigest()
