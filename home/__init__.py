"""Where a visitor enters: home page, standard pages, menus, links, elections, support, the organisation itself."""
