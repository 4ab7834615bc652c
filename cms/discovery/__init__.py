"""How others find and show what is published: feeds, sitemaps, structured data, cards for sharing, oEmbed."""
