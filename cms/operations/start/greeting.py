"""What the end of a start says: the addresses, and how to log in."""

from django.conf import settings

from cms.operations.start import administrator


def greeting(password: str | None) -> str:
    """Return it; `password` is the administrator's if it was made just now."""
    base = settings.WAGTAILADMIN_BASE_URL
    if password:
        log_in = f"Log in as {administrator.NAME} with the password {password} (shown at this start only)."
    else:
        log_in = f"Log in as {administrator.NAME}; a new password: manage.py changepassword {administrator.NAME}"
    return f"""
The site is running. Ctrl-C stops it.

  Tiếng Việt   {base}/
  English      {base}/en/
  Admin        {base}/admin/
  API          {base}/api/v2/
  API, to read {base}/api/v2/docs/

{log_in}
"""
