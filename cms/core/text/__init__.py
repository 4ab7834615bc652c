"""Vietnamese and English text: normal form, folding, sorting, slugs, formats and word counts. No models, no queries."""
