"""What an error page says, by status code: a title, and a sentence on what to do."""

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    400: (
        _("This address cannot be read"),
        _("Something in it is damaged or too long. Go on from the home page, or search for what you need."),
    ),
    403: (
        _("This is not open to you"),
        _("You may need to log in, or to send the form again from its own page."),
    ),
    404: (
        _("There is nothing at this address"),
        _("The page may have been moved or taken down, or the address was mistyped."),
    ),
    405: (
        _("This page can only be read"),
        _("It takes no data. Go on from the home page, or use the form made for what you want to send."),
    ),
    410: (
        _("This page was taken down"),
        _("It stood at this address and is no longer published."),
    ),
    413: (
        _("What was sent is too large"),
        _("Send less at a time, or a smaller file."),
    ),
    429: (
        _("You are asking too often"),
        _("Wait a moment, then load the page again. Programs that read a lot use a key of the API."),
    ),
    503: (
        _("Files cannot be reached at the moment"),
        _("Nothing is lost, and nothing was half stored. Try again in a minute."),
    ),
}
