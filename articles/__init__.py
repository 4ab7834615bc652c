"""Everything one reads: article streams and articles, the law library, legal questions."""
