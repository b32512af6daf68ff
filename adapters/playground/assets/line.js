import { open } from './answers.js';
import { closeList, hint, moveInList, openList } from './completion.js';
import { answered, eventOf, originOf, send } from './send.js';

/** The command line and the box under a thread. */
export function startLine() {
  document.addEventListener('submit', (event) => {
    if (!event.target.matches('[data-line]')) return;
    event.preventDefault();
    submit(event.target);
  });
  document.addEventListener('input', (event) => {
    if (event.target.id !== 'line') return;
    openList(event.target);
    hint(event.target);
  });
  document.addEventListener('keydown', (event) => {
    if (event.target.id === 'line' && moveInList(event.target, event.key)) event.preventDefault();
  });
  document.addEventListener('focusout', (event) => {
    if (event.target.id === 'line') closeList(event.target);
  });
}

async function submit(form) {
  const input = form.elements.text;
  const problem = form.querySelector('.error');
  closeList(input);
  const text = input.value;
  const origin = originOf(form);
  const reply = await send('/line', { ...origin, event: eventOf(form), tour: false, text });
  if (reply === null) return;
  answered(form);
  problem.textContent = reply.open === 'problem' ? reply.text : '';
  if (reply.open === 'problem') return input.focus();
  if (input.value === text && !reply.refused) {
    input.value = '';
    if (input.id === 'line') hint(input);
  }
  await open(reply, origin);
}
