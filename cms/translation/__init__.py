"""Everything that bends or completes wagtail-localize: page states, aliases, switcher, hreflang, guards."""
