// Lays out what css/components/later.css puts off: once the page is there, part by part, so that no press waits for all of it.
const parts = [...document.querySelectorAll(".section, .related, .article__foot, .record__section, .footer")];

function layOutNext() {
  const part = parts.shift();
  if (!part) return;
  part.style.contentVisibility = "visible";
  // Asked for its height, it is laid out now and not with all the others in the next frame.
  void part.offsetHeight;
  setTimeout(layOutNext);
}

// Where one returns to a place in the page, or is sent to one, all heights must be true before that.
if (scrollY || location.hash || performance.getEntriesByType("navigation")[0]?.type !== "navigate") {
  for (const part of parts) part.style.contentVisibility = "visible";
} else if (document.readyState === "complete") layOutNext();
else addEventListener("load", layOutNext);
