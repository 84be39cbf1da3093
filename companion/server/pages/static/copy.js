// Puts the text of a field on the clipboard. Without a clipboard the button stays hidden, and the field can be selected.

for (const button of document.querySelectorAll('[data-copy]')) {
  const field = document.getElementById(button.dataset.copy);
  const label = button.textContent;
  button.hidden = !navigator.clipboard;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(field.value);
    button.textContent = 'Copied';
    button.addEventListener('blur', () => { button.textContent = label; }, { once: true });
  });
}
