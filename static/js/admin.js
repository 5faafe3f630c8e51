// Select2's boxes have no name while nothing is chosen, its search boxes have no label, and its open lists are not tied to
// their box: all three are said here.
function mend() {
  for (const box of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
    const field = box.closest(".select2-container").previousElementSibling;
    const label = field && field.labels && field.labels[0];
    box.setAttribute("aria-label", label ? "Search for " + label.textContent.replace(":", "").trim() : "Search");
  }
  for (const box of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const field = box.closest(".select2-container").previousElementSibling;
    const label = field && field.labels && field.labels[0];
    if (label && !label.id) {
      label.id = field.id + "_label";
      box.setAttribute("aria-labelledby", label.id + " " + (box.getAttribute("aria-labelledby") || ""));
    }
    for (const words of box.querySelectorAll("[role=textbox][aria-readonly]")) {
      words.removeAttribute("role"); // what is chosen is words, not a second box
      words.removeAttribute("aria-readonly");
    }
    const list = box.getAttribute("aria-owns");
    if (list && box.getAttribute("aria-controls") !== list) {
      box.setAttribute("aria-controls", list);
    }
  }
}

const watch = { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-owns"] };
new MutationObserver(mend).observe(document.body, watch);
mend();

// How far a build is: brought up to date where it stands, and announced, until it is over; then the whole page is read
// anew, once. A page that reloads itself every few seconds would take the place away from whoever is reading it, so
// without scripts there is a link instead.
function lookAgain(shown) {
  setTimeout(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (answer && (answer.redirected || !answer.ok)) {
      return location.reload(); // signed out, or no longer there: the person is told
    }
    const page = answer && new DOMParser().parseFromString(await answer.text(), "text/html");
    const now = page ? page.querySelector("[data-look-again]") : shown;
    if (!now) {
      return location.reload();
    }
    for (const part of ["h2", "[role=status]"]) {
      const [before, after] = [shown.querySelector(part), now.querySelector(part)];
      if (before.innerHTML !== after.innerHTML) {
        before.replaceChildren(...after.childNodes);
      }
    }
    lookAgain(shown);
  }, 1000 * shown.dataset.lookAgain);
}

const build = document.querySelector("[data-look-again]");
if (build) {
  lookAgain(build);
}
