/** Sentences of the page that the server wrote into it. */
export const words = JSON.parse(document.body.dataset.words);

/** Shows, or with an empty text hides, what keeps the whole page from working. */
export function trouble(text) {
  // An open form covers the page's own line, and the form has one beside its buttons.
  for (const line of document.querySelectorAll('#trouble, #form-trouble')) {
    line.textContent = text;
    line.hidden = text === '';
  }
}

/** Has a screen reader say something when it is next free. */
export function say(text) {
  document.getElementById('said').textContent = text;
}
