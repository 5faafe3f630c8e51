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
