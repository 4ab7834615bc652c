"""The second factor: an app's codes and recovery codes, by django-allauth, in the admin's own pages."""
