/* Tells in the checklist how many findings Wagtail's accessibility checker has, as soon as it has looked. */
document.addEventListener("DOMContentLoaded", () => {
  const words = document.querySelector("[data-checklist-accessibility] span");
  const toggle = document.querySelector('[data-side-panel-toggle="checks"]');
  const counter = toggle && toggle.querySelector("[data-side-panel-toggle-counter]");
  if (!words || !counter) return;
  const tell = () => {
    const number = Number.parseInt(counter.textContent, 10);
    if (Number.isNaN(number)) return;
    words.textContent = number ? `${words.dataset.found} ${number}` : words.dataset.none;
  };
  new MutationObserver(tell).observe(counter, { childList: true, characterData: true, subtree: true });
});
