"""The mark of a restore that has begun: while it is there nothing starts, so that nothing half passes as a site."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, register

EMPTY, REPLACED = "onto an empty place", "in place of what was there"


def mark_path() -> Path:
    return settings.DATA_DIR / "restore-unfinished"


def begin(how: str) -> None:
    mark_path().write_text(f"{how}\n", encoding="utf-8")


def end() -> None:
    mark_path().unlink(missing_ok=True)


def began_on_empty() -> bool:
    """Whether what is here is nothing but the rest of a restore that was broken off."""
    return mark_path().exists() and mark_path().read_text(encoding="utf-8").strip() == EMPTY


@register()
def restore_is_finished(app_configs, **kwargs):
    if not mark_path().exists():
        return []
    return [
        Error(
            "A restore was broken off: what is here is not whole",
            hint=f"Run manage.py restore again. If you know better, delete {mark_path()}",
            id="operations.E001",
        )
    ]
