// Turns a video's poster into a button that puts the player in its place; without this the poster is a link.
for (const player of document.querySelectorAll("[data-player]")) {
  const link = player.querySelector("a.player__facade");
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);

  button.addEventListener("click", () => {
    const media = player.querySelector("template").content.firstElementChild.cloneNode(true);
    media.tabIndex = 0;
    button.replaceWith(media);
    player.querySelector(".player__provider")?.remove();
    media.focus();
    media.play?.().catch(() => {});
  }, { once: true });
}
