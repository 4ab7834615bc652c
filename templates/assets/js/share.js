// Copies a page's address at the first press; without a script its field opens, to copy from by hand.
const field = document.querySelector("#share-address");
const place = field?.closest("details");

place?.addEventListener("toggle", async () => {
  if (!place.open) return;
  field.select();
  const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  if (isCopied) place.querySelector("[role=status]").textContent = field.dataset.copied;
});
