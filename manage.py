#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line
    from environs import EnvError

    try:
        settings.INSTALLED_APPS  # noqa: B018 - reading one loads them all
    except (ImproperlyConfigured, EnvError) as error:
        # A wrong setting is the operator's to mend, not a traceback's to explain.
        sys.exit(f"Settings: {error}")
    execute_from_command_line(sys.argv)
