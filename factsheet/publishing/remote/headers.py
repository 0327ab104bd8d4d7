"""What an object store is told to send with a file, since no server stands before it that knows."""

from collections.abc import Mapping

from factsheet.media_types import content_type

ASSETS = "assets/"
FOR_A_YEAR = "public, max-age=31536000, immutable"
ASK_AGAIN = "public, max-age=0, must-revalidate"
S3 = frozenset(("s3", "s3a"))


def headers(path: str, protocol: str) -> Mapping[str, str]:
    """Return what is said with a file when it is put, by the names of the protocol's library.

    The names of assets hold a hash of what is in them, so a browser may keep one; it asks for
    everything else again. Nothing comes back for a protocol that has no such headers here.
    """
    if protocol not in S3:
        return {}
    caching = FOR_A_YEAR if path.startswith(ASSETS) else ASK_AGAIN
    return {"ContentType": content_type(path), "CacheControl": caching}
