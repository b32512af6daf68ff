import { words } from './words.js';

/** Asks before something that cannot be undone; resolves with true for yes. Escape means no. */
export function ask({ title, text, yes, no = words.cancel }) {
  const dialog = document.getElementById('question');
  const [noButton, yesButton] = dialog.querySelectorAll('button');
  document.getElementById('question-title').textContent = title;
  document.getElementById('question-text').textContent = text;
  noButton.textContent = no;
  yesButton.textContent = yes;
  dialog.showModal();
  return new Promise((resolve) => {
    const answer = (chosen) => {
      dialog.close();
      resolve(chosen);
    };
    noButton.onclick = () => answer(false);
    yesButton.onclick = () => answer(true);
    // The event of an earlier closing may come late, when the question stands again.
    dialog.onclose = () => {
      if (!dialog.open) resolve(false);
    };
  });
}
