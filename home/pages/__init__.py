"""The home page, standard pages and the support page."""
