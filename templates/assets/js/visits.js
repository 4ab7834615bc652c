// Counts this view once, by a random number drawn for it alone, and renews the public numbers each minute.
const beacon = document.querySelector("[data-beacon]")?.dataset.beacon;
const MINUTE = 60_000;

function count() {
  if (!beacon || navigator.webdriver) return;
  const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  const said = new URLSearchParams({ id, path: location.pathname });
  // Of the page that led here its host alone leaves the browser.
  const from = URL.canParse?.(document.referrer) ? new URL(document.referrer).hostname : "";
  if (from && from !== location.hostname) said.set("from", from);
  if (new URLSearchParams(location.search).get("q")) said.set("q", "1");
  navigator.sendBeacon(beacon, said);
}

// A page that is made ready in case it is wanted is viewed when it is shown.
// In the second frame the first is seen: what is counted was there to be read, and the words came before the count.
const countSoon = () => requestAnimationFrame(() => requestAnimationFrame(count));
if (document.prerendering) document.addEventListener("prerenderingchange", countSoon, { once: true });
else countSoon();
addEventListener("pageshow", (event) => event.persisted && count());

const language = document.documentElement.lang;
const shown = document.querySelectorAll("[data-visits]");
const moments = document.querySelectorAll("[data-visits-time]");

async function renew() {
  if (document.hidden) return;
  const answer = await fetch(shown[0].dataset.visits).catch(() => null);
  if (!answer?.ok) return;
  const numbers = await answer.json();
  const format = new Intl.NumberFormat(language);
  for (const counter of shown) {
    for (const place of counter.querySelectorAll("[data-visits-number]")) place.textContent = format.format(numbers[place.dataset.visitsNumber]);
  }
  const [day, time] = numbers.taken_at.split("T");
  const [year, month, date] = day.split("-");
  const name = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(day));
  for (const moment of moments) {
    moment.dateTime = numbers.taken_at;
    moment.textContent = `${time.slice(0, 5)}, ${language === "en" ? `${Number(date)} ${name} ${year}` : `${date}/${month}/${year}`}`;
  }
}

// Whoever does not look at the numbers does not ask for them.
const watching = new IntersectionObserver((entries) => {
  if (!entries.some((entry) => entry.isIntersecting)) return;
  watching.disconnect();
  const age = Date.now() - Date.parse(moments[0]?.dateTime);
  setTimeout(() => { renew(); setInterval(renew, MINUTE); }, Math.max(0, MINUTE - age));
});
for (const counter of shown) watching.observe(counter);
