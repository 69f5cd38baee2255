// The text of an item as a page that can be written in; what is pasted loses everything but its
// paragraphs, headings, lists, tables and links. Without scripts the plain field stays. The server
// cleans again what is sent.
"use strict";

const KEPT = new Set(
  "P BR H2 H3 H4 UL OL LI STRONG EM SUB SUP A TABLE CAPTION THEAD TBODY TR TH TD".split(" "),
);
const READ_AS = { H1: "H2", H5: "H4", H6: "H4", B: "STRONG", I: "EM", DIV: "P" };
const DROPPED = new Set(["SCRIPT", "STYLE", "META", "LINK", "TITLE", "HEAD", "IMG", "OBJECT"]);
const ATTRIBUTES = ["href", "colspan", "rowspan", "scope"];

function cleaned(node) {
  const kept = document.createDocumentFragment();
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) {
      kept.append(child.textContent.replace(/[\r\n]+/g, " "));
    } else if (child.nodeType === Node.ELEMENT_NODE && !DROPPED.has(child.tagName)) {
      const name = READ_AS[child.tagName] || child.tagName;
      const inside = cleaned(child);
      if (KEPT.has(name)) {
        const made = document.createElement(name);
        for (const key of ATTRIBUTES) {
          if (child.hasAttribute(key)) made.setAttribute(key, child.getAttribute(key));
        }
        made.append(inside);
        kept.append(made);
      } else {
        kept.append(inside);
      }
    }
  }
  return kept;
}

function asHtml(fragment) {
  const holder = document.createElement("div");
  holder.append(fragment);
  return holder.innerHTML;
}

function shown(value) {
  if (/<\/?[a-z]/i.test(value)) {
    return asHtml(cleaned(new DOMParser().parseFromString(value, "text/html").body));
  }
  const page = document.createElement("div");
  for (const line of value.split("\n")) {
    const paragraph = document.createElement("p");
    paragraph.append(line.trim() || document.createElement("br"));
    page.append(paragraph);
  }
  return page.innerHTML;
}

function pasted(event) {
  event.preventDefault();
  const rich = event.clipboardData.getData("text/html");
  document.execCommand(
    "insertHTML",
    false,
    shown(rich || event.clipboardData.getData("text/plain")),
  );
}

function editor(field) {
  const page = document.createElement("div");
  const label = document.querySelector(`label[for="${field.id}"]`);
  label.id = `${field.id}-label`;
  page.className = "editor written";
  page.contentEditable = "true";
  page.setAttribute("role", "textbox");
  page.setAttribute("aria-multiline", "true");
  page.setAttribute("aria-labelledby", label.id);
  page.innerHTML = shown(field.value);
  document.execCommand("defaultParagraphSeparator", false, "p");
  page.addEventListener("paste", pasted);
  label.addEventListener("click", () => page.focus());
  field.form.addEventListener("submit", () => {
    field.value = page.innerHTML;
  });
  field.hidden = true;
  field.after(page);
}

document.querySelectorAll("textarea.long").forEach(editor);
