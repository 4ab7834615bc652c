// Makes a video's poster a button that puts the player in its place; without this the poster is a link.
// The link itself becomes the button: another element in its place would move the page by a hair.
for (const player of document.querySelectorAll("[data-player]")) {
  const facade = player.querySelector("a.player__facade");
  facade.setAttribute("role", "button");

  facade.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      facade.click();
    }
  });
  facade.addEventListener("click", (event) => {
    event.preventDefault();
    const media = player.querySelector("template").content.firstElementChild.cloneNode(true);
    media.tabIndex = 0;
    facade.replaceWith(media);
    player.querySelector(".player__provider")?.remove();
    media.focus();
    media.play?.().catch(() => {});
  }, { once: true });
}
