// What the practice page does by itself: fills in an example, and puts a "posted" text on the list below.
// Nothing is sent or kept. The checking is done by the extension, as on any other site.

const list = document.querySelector('.posts');

function textOf(composer) {
  return composer instanceof HTMLTextAreaElement ? composer.value : composer.innerText;
}

function write(composer, text) {
  if (composer instanceof HTMLTextAreaElement) composer.value = text;
  else composer.textContent = text;
  composer.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }));
}

function post(composer) {
  const text = textOf(composer).trim();
  if (text === '') return composer.focus();
  const item = document.createElement('li');
  item.textContent = text;
  list.prepend(item);
  write(composer, '');
  composer.focus();
}

for (const box of document.querySelectorAll('[data-box]')) {
  const composer = box.querySelector('.composer');
  for (const example of box.querySelectorAll('[data-example]')) {
    example.addEventListener('click', () => {
      write(composer, example.dataset.example);
      composer.focus();
      if (composer instanceof HTMLTextAreaElement) return composer.setSelectionRange(-1, -1);
      getSelection().selectAllChildren(composer);
      getSelection().collapseToEnd();
    });
  }
  if (box instanceof HTMLFormElement) {
    box.addEventListener('submit', (event) => {
      event.preventDefault();
      post(composer);
    });
  } else box.querySelector('.go').addEventListener('click', () => post(composer));
}
