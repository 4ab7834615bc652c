next="https://example.org/api/v2/law-documents/?cursor=&limit=50&fields=_,title"
while [ -n "$next" ]; do
  page=$(curl -sS "$next")
  echo "$page"
  next=$(echo "$page" | sed -n 's/.*"meta":{[^}]*"next":"\([^"]*\)".*/\1/p')
done
