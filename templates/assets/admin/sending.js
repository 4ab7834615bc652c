/* What is being sent is not saved by itself at the same time.
   Wagtail 8.0 goes on watching a form that was just submitted: the draft it saved beside an approval or a publication
   carried the approval once more, and counted as another edit. Can go when it stops there itself. */
let last;
let isSent = false;

document.addEventListener("w-autosave:save", (event) => {
  last = event;
  if (isSent) event.preventDefault();
});

const stop = () => {
  isSent = true;
  // It waits half a second before it looks whether it may.
  if (last) last.preventDefault();
};

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-edit-form]");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) stop();
  });
  // Wagtail's dialogues send the form this way, which no listener hears of.
  const send = form.submit;
  form.submit = () => {
    stop();
    send.call(form);
  };
});
