// Puts a bound number's name where the cursor stands. Without scripts the name is typed.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  const box = document.getElementById("id_words");
  if (!button || !box) return;
  box.setRangeText(button.dataset.insert, box.selectionStart, box.selectionEnd, "end");
  box.focus();
});
