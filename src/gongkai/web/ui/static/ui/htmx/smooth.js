// What htmx needs to fit this site. A list that cannot be exchanged smoothly is opened plainly;
// what was typed into a form is never left behind. Half-typed pinyin asks for nothing.
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr, requestConfig, pathInfo } = event.detail;
  const elsewhere = new URL(xhr.responseURL).pathname !== new URL(pathInfo.requestPath, location).pathname;
  if (xhr.status === 200 && !elsewhere) return;
  event.detail.shouldSwap = false;
  if (requestConfig.verb === "get") location.assign(pathInfo.finalRequestPath);
});
document.addEventListener("input", (event) => {
  if (event.isComposing) event.stopPropagation();
}, true);
document.addEventListener("compositionend", (event) => {
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
}, true);
