"""What looks like a machine's: then a proof of work is asked for, never a refusal of people.

Many readers here share one address (mobile networks, a factory's Wi-Fi), so that numbers only raise suspicion.
"""

import re

from cms.cases.door.rates import MINUTE, count
from cms.cases.door.token import FormToken

# Nobody reads the notice and fills in the form faster.
LEAST_SECONDS = 3
MANY_LINKS = 3
# From one address, and from all together.
MANY_IN_TEN_MINUTES, MANY_IN_A_MINUTE = 3, 30

_link = re.compile(r"(?i)https?:|www\.|\[url|<a\s|\b[\w-]+\.(?:com|net|org|info|ru|xyz|top|site|online|shop|biz)\b/")


def link_score(text: str, name: str) -> int:
    """Return how many links there are; one in a name counts as many."""
    return len(_link.findall(text)) + (MANY_LINKS if _link.search(name) else 0)


def is_suspicious(token: FormToken, text: str, name: str, sender: str, says_where_from: bool) -> bool:
    """Count this sending, and return whether a proof of work is to be asked for."""
    many = count("sent", "all", MINUTE) > MANY_IN_A_MINUTE
    if sender:
        many |= count("sent", sender, 10 * MINUTE) > MANY_IN_TEN_MINUTES
    return many or token.age < LEAST_SECONDS or link_score(text, name) >= MANY_LINKS or not says_where_from
