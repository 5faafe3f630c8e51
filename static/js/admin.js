// Select2's search boxes have no label, and its open lists are not tied to their box: both are said here.
function mend() {
  for (const box of document.querySelectorAll(".select2-search__field:not([aria-label])")) {
    const field = box.closest(".select2-container").previousElementSibling;
    const label = field && field.labels && field.labels[0];
    box.setAttribute("aria-label", label ? "Search for " + label.textContent.replace(":", "").trim() : "Search");
  }
  for (const box of document.querySelectorAll(".select2-selection[role=combobox]")) {
    const list = box.getAttribute("aria-owns");
    if (list && box.getAttribute("aria-controls") !== list) {
      box.setAttribute("aria-controls", list);
    }
  }
}

const watch = { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-owns"] };
new MutationObserver(mend).observe(document.body, watch);
mend();
