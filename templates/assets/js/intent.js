// Fetches the next page when it is about to be asked for: a pointer rests on its link, or a finger stays on it.
const REST = 65;
const asked = new Set([location.href]);
let waiting = 0;

// Pages end in a slash, files do not; what is searched for is asked for once, by whoever searches.
const isPage = ({ origin, pathname, search }) =>
  origin === location.origin && pathname.endsWith("/") && !/^\/(admin|api)\//.test(pathname) && !/[?&]q=/.test(search);

function prefetch(href) {
  if (asked.has(href) || navigator.connection?.saveData) return;
  asked.add(href);
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href }));
}

function notice(event) {
  clearTimeout(waiting);
  const link = event.target.closest?.("a[href]");
  if (link && isPage(link)) waiting = setTimeout(prefetch, REST, link.href.split("#")[0]);
}

for (const name of ["pointerover", "pointerdown"]) addEventListener(name, notice, { passive: true });
// The finger scrolls.
addEventListener("pointercancel", () => clearTimeout(waiting), { passive: true });
