"""The strings of the installed packages: what they say in English, and whether all of it is Vietnamese."""
