curl -sS "https://example.org/api/v2/articles/?locale=vi&limit=5&fields=_,title,html_url,date"
