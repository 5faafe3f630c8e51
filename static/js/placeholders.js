// The list of figures beside a commentary: a button puts its placeholder where the cursor was last.
const list = document.querySelector("[data-placeholders]");
const boxes = document.querySelectorAll("[data-takes-placeholders]");
let last = boxes[0];

for (const box of boxes) {
  box.addEventListener("focus", () => {
    last = box;
  });
}

for (const button of list ? list.querySelectorAll("button[data-insert]") : []) {
  button.hidden = !last;
  button.addEventListener("click", () => {
    const cursor = last.selectionStart;
    last.setRangeText(button.dataset.insert, cursor, last.selectionEnd, "end");
    last.dispatchEvent(new Event("input", { bubbles: true }));
    last.focus();
  });
}
