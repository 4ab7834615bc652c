"""Lists of a section: their filters as a form, and the page of items an address asks for."""
