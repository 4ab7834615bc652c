const address = "https://example.org/api/v2/articles/?locale=vi";
const etag = (await fetch(address)).headers.get("ETag");
const again = await fetch(address, { headers: { "If-None-Match": etag } });
console.log(again.status);
