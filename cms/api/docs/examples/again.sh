address="https://example.org/api/v2/articles/?locale=vi"
etag=$(curl -sS -o articles.json -D - "$address" | tr -d '\r' | sed -n 's/^etag: //ip')
curl -sS -o /dev/null -w "%{http_code}\n" -H "If-None-Match: $etag" "$address"
