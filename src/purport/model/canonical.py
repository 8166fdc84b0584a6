"""Canonical JSON and the ids that hash it."""

import hashlib
from typing import Any

import msgspec

__all__ = ["digest", "encode"]

_encoder = msgspec.json.Encoder(order="deterministic")


def encode(value: Any) -> bytes:
    """Canonical JSON: UTF-8, keys sorted, no white space; equal values give equal bytes."""
    return _encoder.encode(value)


def digest(prefix: str, version: int, value: Any) -> str:
    """An id: `prefix` and 16 hexadecimal digits of BLAKE2b over `[version, value]` in canonical JSON.

    The version is bumped when the meaning of what is hashed changes, so that old ids are never reused for something
    else.
    """
    return prefix + hashlib.blake2b(encode([version, value]), digest_size=8).hexdigest()
