// Opens a gallery's pictures in its dialog: arrows, Home, End, swipe, Escape, #anh-3; focus returns to the picture last seen.
const list = document.querySelector("[data-lightbox]");
const dialog = document.querySelector("dialog.lightbox");

if (list && dialog?.showModal) {
  const items = [...list.children];
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  const linkOf = (item) => item.querySelector(".gallery__link");
  let index = 0;
  let startX = null;

  const address = (hash) => history.replaceState(history.state, "", location.pathname + location.search + hash);
  const textOf = (node) => node?.textContent.trim().replace(/\s+/g, " ") ?? "";

  function picture(item) {
    return item.querySelector("template").content.querySelector("picture, img").cloneNode(true);
  }

  function show(position) {
    index = (position + items.length) % items.length;
    const item = items[index];
    const shown = picture(item);
    const caption = item.querySelector(".gallery__caption");
    const image = shown.matches("img") ? shown : shown.querySelector("img");
    image.loading = "eager";
    part("stage").replaceChildren(shown);
    part("caption").replaceChildren(...(caption ? caption.cloneNode(true).childNodes : []));
    part("caption").lang = caption?.lang ?? "";
    if (!part("caption").lang) part("caption").removeAttribute("lang");
    part("current").textContent = index + 1;
    part("file").href = linkOf(item).href;
    part("announce").textContent = [`${index + 1} / ${items.length}`, image.alt, textOf(caption)].filter(Boolean).join(". ");
    address(`#${item.id}`);
  }

  function open(position) {
    if (!dialog.open) {
      dialog.showModal();
      part("close").focus();
    }
    show(position);
  }

  list.addEventListener("click", (event) => {
    const link = event.target.closest(".gallery__link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    open(items.indexOf(link.closest("li")));
  });

  const moves = { ArrowLeft: () => index - 1, ArrowRight: () => index + 1, Home: () => 0, End: () => items.length - 1 };
  dialog.addEventListener("keydown", (event) => {
    if (!(event.key in moves) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    show(moves[event.key]());
  });

  part("previous").addEventListener("click", () => show(index - 1));
  part("next").addEventListener("click", () => show(index + 1));
  part("close").addEventListener("click", () => dialog.close());
  for (const step of dialog.querySelectorAll(".lightbox__step")) step.hidden = items.length < 2;

  const figure = dialog.querySelector("figure");
  figure.addEventListener("pointerdown", (event) => { startX = event.isPrimary ? event.clientX : null; });
  figure.addEventListener("pointercancel", () => { startX = null; });
  figure.addEventListener("pointerup", (event) => {
    const distance = startX === null ? 0 : event.clientX - startX;
    startX = null;
    if (Math.abs(distance) > 48) show(distance < 0 ? index + 1 : index - 1);
  });
  figure.addEventListener("dragstart", (event) => event.preventDefault());

  dialog.addEventListener("close", () => {
    part("stage").replaceChildren();
    address("");
    linkOf(items[index]).focus();
  });

  const asked = () => items.findIndex((item) => `#${item.id}` === location.hash);
  const openAsked = () => { if (asked() >= 0) open(asked()); };
  addEventListener("hashchange", openAsked);
  openAsked();
}
