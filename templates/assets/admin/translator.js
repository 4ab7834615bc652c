// The translator's editor: saves each text when it is left, shows what the server says of it, keeps the preview fresh.
const editor = document.querySelector("[data-translator]");
const said = editor.querySelector("[data-said]");
const preview = document.querySelector("[data-preview]");
const frame = preview?.querySelector("iframe");

const initial = new WeakMap();
const field = (form) => form.elements.value;
const isChanged = (form) => field(form).value !== (initial.get(form) ?? field(form).defaultValue);
const isOld = (form) => form.closest("[data-state]").dataset.state === "changed";

async function save(form, button) {
  if (form.dataset.saving) return;
  form.dataset.saving = "yes";
  const body = new FormData(form, button);
  const sent = field(form).value;
  try {
    const response = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
    const answer = await response.json();
    for (const [id, html] of Object.entries(answer.rows ?? {})) replace(id, html, form, sent);
    if (answer.figures) {
      editor.querySelector("[data-figures]").replaceWith(parse(answer.figures));
      narrow(shown, false);
    }
    said.textContent = answer.message ?? "";
    if (response.ok) refresh();
  } catch {
    said.textContent = editor.dataset.failed;
  }
  delete form.dataset.saving;
}

// A row comes back as the server has it; what was typed since it was sent stays.
function replace(id, html, form, sent) {
  const row = document.getElementById(id);
  if (!row) return;
  const typed = row.contains(form) && field(form).value !== sent ? field(form).value : null;
  const hadFocus = row.contains(document.activeElement) && document.activeElement.name === "value";
  row.replaceWith(parse(html));
  const fresh = document.getElementById(id).querySelector("[data-text]");
  grow(field(fresh));
  if (typed !== null) {
    initial.set(fresh, field(fresh).defaultValue);
    field(fresh).value = typed;
  }
  if (hadFocus) field(fresh).focus({ preventScroll: true });
}

function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild;
}

// What is done while the list is narrowed stays in sight until another button is pressed.
let shown = "";
function narrow(state, hides = true) {
  shown = state;
  for (const button of editor.querySelectorAll("[data-show]")) button.setAttribute("aria-pressed", button.dataset.show === state);
  if (!hides) return;
  for (const row of editor.querySelectorAll("[data-state]")) row.hidden = Boolean(state) && row.dataset.state !== state;
}

function grow(input) {
  if (input.tagName !== "TEXTAREA") return;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
}

function refresh() {
  if (frame?.src && !preview.closest("[hidden]")) frame.contentWindow.location.reload();
}

editor.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-text]")) return;
  event.preventDefault();
  save(event.target, event.submitter);
});
// Leaving a field saves it; an old translation is saved only by who says so.
editor.addEventListener("change", (event) => {
  const form = event.target.closest("[data-text]");
  if (form && isChanged(form)) save(form);
});
editor.addEventListener("input", (event) => grow(event.target));
editor.addEventListener("keydown", (event) => {
  const form = event.target.closest("[data-text]");
  if (!form || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  const rows = [...editor.querySelectorAll("[data-text]")];
  const next = rows[rows.indexOf(form) + 1];
  save(form);
  if (next) field(next).focus();
});
editor.addEventListener("click", (event) => {
  const taking = event.target.closest("[data-take]");
  if (taking) {
    const form = taking.closest("[data-text]");
    field(form).value = taking.dataset.take;
    grow(field(form));
    save(form);
  }
  const showing = event.target.closest("[data-show]");
  if (showing) narrow(showing.dataset.show);
});
// Texts that are being written go first; then the whole.
editor.querySelector("[data-finish]")?.addEventListener("submit", async (event) => {
  const open = [...editor.querySelectorAll("[data-text]")].filter((form) => isChanged(form));
  if (!open.length) return;
  event.preventDefault();
  const { submitter, target } = event;
  for (const form of open) await save(form);
  if (!editor.querySelector(".translator__conflict")) target.requestSubmit(submitter);
});
window.addEventListener("beforeunload", (event) => {
  if ([...editor.querySelectorAll("[data-text]")].some((form) => isChanged(form) && !isOld(form))) event.preventDefault();
});

if (preview) {
  const panel = preview.closest("[data-side-panel]");
  const box = frame.parentElement;
  // The page at its own width, made smaller where the panel is narrower.
  const fit = () => {
    const scale = Math.min(1, box.clientWidth / frame.width);
    frame.style.transform = `scale(${scale})`;
    frame.height = Math.round(box.clientHeight / scale);
  };
  new ResizeObserver(fit).observe(box);
  const show = () => {
    if (!panel.hidden && !frame.src) frame.src = frame.dataset.src;
  };
  new MutationObserver(show).observe(panel, { attributes: true, attributeFilter: ["hidden"] });
  show();
  preview.addEventListener("click", (event) => {
    const button = event.target.closest("[data-width]");
    if (!button) return;
    for (const one of preview.querySelectorAll("[data-width]")) one.setAttribute("aria-pressed", one === button);
    frame.width = button.dataset.width;
    fit();
  });
}
for (const input of editor.querySelectorAll("textarea")) grow(input);
