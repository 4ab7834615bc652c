"""Which programs are no readers, by what they call themselves."""

import re

# Words in the names of search engines, previewers, monitors, libraries and browsers without a person before them.
_is_program = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|headless|lighthouse|pagespeed|preview|facebookexternalhit|zalo(?:bot|crawler)"
    r"|monitor|uptime|pingdom|scrap|fetch|archiver|curl|wget|python|java/|okhttp|go-http|libwww|httpclient|axios"
    r"|node|phantom|selenium|puppeteer|playwright|feed|validator|scan",
    re.IGNORECASE,
).search


def is_bot(user_agent: str) -> bool:
    """Whether this is a program's name. Whoever gives no name is one too."""
    return not user_agent or _is_program(user_agent) is not None
