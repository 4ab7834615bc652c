// Suggestions while typing: the ARIA combobox pattern with a list (w3.org/WAI/ARIA/apg/patterns/combobox). The form
// works without it, and so does typing on: what is suggested is only taken when it is chosen.
const WAIT = 180;
const LEAST = 2;

for (const input of document.querySelectorAll("input[data-suggest]")) start(input);

function start(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-suggestions`;
  list.className = "suggest__list";
  list.role = "listbox";
  list.hidden = true;
  list.setAttribute("aria-label", input.dataset.suggestLabel);
  const status = document.createElement("div");
  status.className = "visually-hidden";
  status.role = "status";
  input.after(list, status);
  const attributes = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);

  let timer, request;
  let active = -1;

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    status.textContent = "";
  }

  function choose(index) {
    active = index;
    [...list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", list.children[index].id);
      list.children[index].scrollIntoView({ block: "nearest" });
    }
  }

  function show(items) {
    list.replaceChildren(...items.map((item, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.className = "suggest__option";
      option.role = "option";
      option.dataset.url = item.url;
      option.setAttribute("aria-selected", "false");
      const title = document.createElement("span");
      title.textContent = item.title;
      const kind = document.createElement("span");
      kind.className = "suggest__kind";
      kind.textContent = item.kind;
      option.append(title, " ", kind);
      return option;
    }));
    if (!items.length) return close();
    active = -1;
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    input.removeAttribute("aria-activedescendant");
    status.textContent = `${items.length} ${input.dataset.suggestCount}`;
  }

  async function ask() {
    const typed = input.value.trim();
    if (typed.length < LEAST) return close();
    request?.abort();
    request = new AbortController();
    try {
      const response = await fetch(`${input.dataset.suggest}?${new URLSearchParams({ q: typed })}`, { signal: request.signal });
      if (!response.ok) return close();
      const { items } = await response.json();
      if (document.activeElement === input && input.value.trim() === typed) show(items);
    } catch {
      // Typed on, or the network is gone: the form still works.
      list.hidden = true;
    }
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = list.hidden ? 0 : list.children.length;
    if (event.key === "Escape" && count) {
      event.preventDefault();
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // One more place than options: the field itself.
      choose(((active + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === "ArrowDown") {
      ask();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.url);
    }
  });
  input.addEventListener("blur", close);
  // Pressing an option must not take the focus away before it is chosen.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
}
