// Boxes on the page and rows of the form are the same thing: drawing, moving and typing keep both.
const sheet = document.querySelector("svg.sheet");
const layer = sheet.querySelector("g.boxes");
const body = document.querySelector("table.boxes tbody");
const FIELDS = ["left", "top", "width", "height"];
const ATTRIBUTES = ["x", "y", "width", "height"];
const LEAST = 1;
const whole = sheet.viewBox.baseVal;
const rows = new Map();

const input = (row, name) => row.querySelector(`[name$="-${name}"]`);
const tenth = (value) => Math.round(value * 10) / 10;

function place(event) {
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(sheet.getScreenCTM().inverse());
  return { x: Math.min(Math.max(at.x, 0), whole.width), y: Math.min(Math.max(at.y, 0), whole.height) };
}

function write(rect) {
  const row = rows.get(rect);
  FIELDS.forEach((name, at) => { input(row, name).value = tenth(Number(rect.getAttribute(ATTRIBUTES[at]))); });
}

function read(rect) {
  const row = rows.get(rect);
  FIELDS.forEach((name, at) => rect.setAttribute(ATTRIBUTES[at], input(row, name).value || 0));
  rect.toggleAttribute("hidden", input(row, "drop").checked || !input(row, "width").value);
}

function tie(rect, row) {
  rows.set(rect, row);
  rect.setAttribute("tabindex", "0");
  rect.setAttribute("role", "button");
  rect.setAttribute("aria-label", `第 ${[...body.rows].indexOf(row) + 1} 处方框`);
  row.addEventListener("input", () => read(rect));
}

function freeRow() {
  const free = [...body.rows].find((row) => !input(row, "width").value && ![...rows.values()].includes(row));
  if (free) return free;
  const last = body.rows[body.rows.length - 1];
  const made = last.cloneNode(true);
  made.querySelectorAll("[name]").forEach((each) => {
    each.name = each.name.replace(/^b\d+/, `b${body.rows.length}`);
    each.id = `id_${each.name}`;
    each.value = each.type === "checkbox" ? each.value : "";
    each.checked = false;
    const label = each.parentElement.querySelector("label");
    label.htmlFor = each.id;
    label.textContent = label.textContent.replace(/\d+/, body.rows.length + 1);
  });
  body.append(made);
  return made;
}

function set(rect, values) {
  ATTRIBUTES.forEach((name, at) => rect.setAttribute(name, tenth(values[at])));
}

function drop(rect) {
  const row = rows.get(rect);
  FIELDS.forEach((name) => { input(row, name).value = ""; });
  rows.delete(rect);
  rect.remove();
}

let drawn = null;
let start = null;
let moved = null;

sheet.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  start = place(event);
  moved = rows.has(event.target) ? event.target : null;
  if (!moved) {
    drawn = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    layer.append(drawn);
  }
  sheet.setPointerCapture(event.pointerId);
  event.preventDefault();
});

sheet.addEventListener("pointermove", (event) => {
  if (!start) return;
  const now = place(event);
  if (drawn) {
    set(drawn, [Math.min(start.x, now.x), Math.min(start.y, now.y), Math.abs(now.x - start.x), Math.abs(now.y - start.y)]);
  } else if (moved) {
    shift(moved, now.x - start.x, now.y - start.y);
    start = now;
  }
});

sheet.addEventListener("pointerup", () => {
  if (drawn) {
    const large = Number(drawn.getAttribute("width")) >= LEAST && Number(drawn.getAttribute("height")) >= LEAST;
    if (large) {
      tie(drawn, freeRow());
      write(drawn);
      drawn.focus();
    } else {
      drawn.remove();
    }
  } else if (moved) {
    moved.focus();
  }
  drawn = start = moved = null;
});

function shift(rect, across, down) {
  const [x, y, width, height] = ATTRIBUTES.map((name) => Number(rect.getAttribute(name)));
  set(rect, [Math.min(Math.max(x + across, 0), whole.width - width), Math.min(Math.max(y + down, 0), whole.height - height), width, height]);
  write(rect);
}

function stretch(rect, across, down) {
  const [x, y, width, height] = ATTRIBUTES.map((name) => Number(rect.getAttribute(name)));
  set(rect, [x, y, Math.max(LEAST, width + across), Math.max(LEAST, height + down)]);
  write(rect);
}

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

layer.addEventListener("keydown", (event) => {
  const rect = event.target;
  if (!rows.has(rect)) return;
  if (event.key === "Delete" || event.key === "Backspace") drop(rect);
  else if (STEPS[event.key]) (event.shiftKey ? stretch : shift)(rect, ...STEPS[event.key]);
  else return;
  event.preventDefault();
});

[...layer.querySelectorAll("rect")].forEach((rect, at) => tie(rect, body.rows[at]));
sheet.classList.add("live");
