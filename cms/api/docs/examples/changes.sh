curl -sS "https://example.org/api/v2/changes/?include=document&locale=vi&limit=10"
