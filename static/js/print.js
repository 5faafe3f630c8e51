// A button that prints. Without this script it stays hidden, and the browser's own menu prints as well.
for (const button of document.querySelectorAll("[data-opcc-print]")) {
  button.addEventListener("click", () => window.print());
  button.closest("[hidden]").hidden = false;
}
