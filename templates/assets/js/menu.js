// Menus close on Escape, giving focus back, and when one presses elsewhere.
const isOpen = "details.menu__group[open], details.nav__drawer[open]";

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = event.target.closest?.(isOpen);
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  for (const group of document.querySelectorAll(".nav__row details[open]")) {
    if (!group.contains(event.target)) group.open = false;
  }
});
