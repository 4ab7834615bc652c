"""The main menu and the footer's."""
