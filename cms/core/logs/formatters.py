"""The two forms of a log line. Both carry the request's id where there is a request, and mask what is personal."""

import json
import logging
from datetime import UTC, datetime

from cms.core import request_id
from cms.core.logs.masking import mask

# What a caller may add by `extra={"fields": {…}}`: values of JSON's own kinds, nobody's data.
FIELDS = "fields"


class LineFormatter(logging.Formatter):
    """For people: time, level, logger, message, and the id at its end; a traceback below."""

    def __init__(self):
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatMessage(self, record):  # noqa: N802 - logging's own name
        identity, fields = request_id.current(), getattr(record, FIELDS, {})
        named = " ".join(f"{name}={value}" for name, value in fields.items())
        return " ".join(part for part in (super().formatMessage(record), named, identity and f"[{identity}]") if part)

    def format(self, record):
        return mask(super().format(record))


class JsonFormatter(logging.Formatter):
    """For machines: one object a line; `time` is UTC (RFC 3339), `request_id` and `exception` only where there are."""

    def format(self, record):
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": mask(record.getMessage()),
            "process": record.process,
            "thread": record.threadName,
        }
        if identity := request_id.current():
            line["request_id"] = identity
        line |= {
            name: mask(value) if isinstance(value, str) else value
            for name, value in getattr(record, FIELDS, {}).items()
        }
        if record.exc_info:
            line["exception"] = mask(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False, default=str)
