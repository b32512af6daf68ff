import { holdsTyped } from './form-dialog.js';

/** Has the browser ask before what is typed and not yet sent is lost: nothing of it is kept anywhere else. */
export function startUnsent() {
  addEventListener('beforeunload', (event) => {
    const lines = [...document.querySelectorAll('[data-line] input')];
    if (holdsTyped() || lines.some((line) => line.value.trim() !== '')) event.preventDefault();
  });
}
