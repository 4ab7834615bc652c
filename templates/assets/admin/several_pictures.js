/* Beside Wagtail's own script of the page for several pictures: progress in words, trying again, saving all at once. */
$(() => {
  // What was saved slides away first: milliseconds.
  const SLIDES_AWAY = 600;
  const panel = document.querySelector("[data-several-pictures]");
  const list = document.getElementById("upload-list");
  const saveAll = panel.querySelector("[data-save-all]");
  const status = panel.querySelector("[data-status]");
  const counts = { all: 0, done: 0, failed: 0 };
  const forms = () => [...list.querySelectorAll("form.several-pictures__form")];
  const say = (text, values) => {
    status.textContent = text.replace(/\{(\w+)\}/g, (_match, name) => values[name]);
  };

  const show = () => {
    panel.hidden = false;
    say(panel.dataset.count, counts);
    // Wagtail's script puts a form in only after this.
    setTimeout(() => { saveAll.disabled = !forms().length; });
  };

  const offerAgain = (data) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button-small retry";
    button.textContent = panel.dataset.retry;
    button.addEventListener("click", () => {
      button.remove();
      counts.failed -= 1;
      data.context.removeClass("upload-server-error upload-failure upload-complete").addClass("upload-uploading");
      data.submit();
    });
    setTimeout(() => data.context.find(".right").append(button));
  };

  const fails = (data, mayTryAgain) => {
    counts.failed += 1;
    if (mayTryAgain) offerAgain(data);
    show();
  };

  $("#fileupload")
    .on("fileuploadadd", () => { counts.all += 1; show(); })
    .on("fileuploadprocessfail", (_event, data) => fails(data, false))
    .on("fileuploadfail", (_event, data) => fails(data, true))
    .on("fileuploaddone", (event, data) => {
      let answer = null;
      try { answer = JSON.parse(data.result); } catch { /* the page to log in, most often */ }
      if (answer === null) {
        event.preventDefault();
        event.stopImmediatePropagation();
        data.context.addClass("upload-server-error").find(".error-text").text(panel.dataset.signedOut);
        fails(data, true);
      } else if (answer.success) {
        counts.done += 1;
        show();
      } else {
        fails(data, false);
      }
    });

  // "Keep both" puts in a form, "Delete" takes one away.
  list.addEventListener("click", (event) => {
    if (event.target.closest(".confirm-upload, .delete")) setTimeout(show, SLIDES_AWAY);
  });

  // One after another: a hundred at once would wait for each other at the database.
  saveAll.addEventListener("click", async () => {
    saveAll.disabled = true;
    const waiting = forms();
    for (const [index, form] of waiting.entries()) {
      say(panel.dataset.saving, { left: waiting.length - index });
      const isOver = new Promise((resolve) => {
        const listen = (_event, _request, settings) => {
          if (settings.url !== form.action) return;
          $(document).off("ajaxComplete", listen);
          resolve();
        };
        $(document).on("ajaxComplete", listen);
      });
      $(form).trigger("submit");
      await isOver;
    }
    setTimeout(() => {
      const left = forms();
      say(left.length ? panel.dataset.unsaved : panel.dataset.saved, { left: left.length });
      saveAll.disabled = !left.length;
      if (left.length) left[0].querySelector("[aria-invalid=true], input:not([type=hidden])")?.focus();
    }, SLIDES_AWAY);
  });

  window.addEventListener("beforeunload", (event) => {
    if (list.querySelector(".upload-uploading")) event.preventDefault();
  });
});
