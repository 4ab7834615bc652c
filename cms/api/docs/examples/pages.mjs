let address = "https://example.org/api/v2/law-documents/?cursor=&limit=50";
while (address) {
  const page = await (await fetch(address)).json();
  for (const item of page.items) console.log(item.number, item.title);
  address = page.meta.next;
}
