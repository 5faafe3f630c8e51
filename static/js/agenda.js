// Items can be dragged as well as moved with their buttons. What stands under an item goes along with it, and the new
// order is sent as a form like any other.
const form = document.querySelector("[data-agenda]");
if (form) {
  const body = form.querySelector("tbody");
  let held = null;

  const withUnder = (row) => {
    const rows = [row];
    while (rows.at(-1).nextElementSibling && !rows.at(-1).nextElementSibling.dataset.key) {
      rows.push(rows.at(-1).nextElementSibling);
    }
    return rows;
  };
  const send = () => {
    const order = document.createElement("input");
    order.type = "hidden";
    order.name = "order";
    order.value = [...body.querySelectorAll("[data-key]")].map((row) => row.dataset.key).join(",");
    form.append(order);
    form.submit();
  };

  for (const row of body.querySelectorAll("[data-key]")) {
    row.draggable = true;
    row.addEventListener("dragstart", () => {
      held = row;
    });
    row.addEventListener("dragover", (event) => event.preventDefault());
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!held || held === row) {
        return;
      }
      const isAfter = event.clientY > row.getBoundingClientRect().top + row.offsetHeight / 2;
      const moved = withUnder(held);
      (isAfter ? withUnder(row).at(-1).after(...moved) : row.before(...moved));
      send();
    });
  }
}
