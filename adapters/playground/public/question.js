import { words } from './words.js';

/** Asks before something that cannot be undone; resolves with true for yes. Escape means no. */
export function ask(text, yes, no = words.cancel) {
  const dialog = document.getElementById('question');
  const [noButton, yesButton] = dialog.querySelectorAll('button');
  document.getElementById('question-text').textContent = text;
  noButton.textContent = no;
  yesButton.textContent = yes;
  dialog.returnValue = 'no';
  dialog.showModal();
  return new Promise((resolve) => {
    for (const button of [noButton, yesButton]) button.onclick = () => dialog.close(button.value);
    dialog.onclose = () => resolve(dialog.returnValue === 'yes');
  });
}
