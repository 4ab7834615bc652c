"""The least a WSGI application can do: the same bytes for everyone. The yardstick for a kept answer."""

import os
from pathlib import Path

# Bytes of a page, written there by the one who starts this.
BODY = Path(os.environ.get("BENCH_FIXED_BODY", os.devnull)).read_bytes()
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(BODY)))]


def application(environ, start_response):
    start_response("200 OK", HEADERS)
    return [BODY]
