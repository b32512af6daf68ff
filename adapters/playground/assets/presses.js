import { open } from './answers.js';
import { mayLeave } from './form-dialog.js';
import { ask } from './question.js';
import { lineOf } from './refresh.js';
import { answered, eventOf, originOf, send } from './send.js';
import { beginTouring, isTouring } from './touring.js';
import { say, words } from './words.js';

const inFlight = new WeakSet();

/** Buttons, choices and switches, wherever they are in the page; one listener, so that new ones need none. */
export function startPresses() {
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button, a[data-begin]');
    // The second half of a double click belongs to the first; what stands there now was not meant.
    if (button === null || (event.detail > 1 && 'do' in button.dataset)) return;
    const { dataset } = button;
    if ('begin' in dataset) {
      event.preventDefault();
      beginTouring();
      press(button, dataset.begin, {});
    } else if ('do' in dataset) confirmed(button);
    else if ('copy' in dataset) copy(button);
    else if ('dismiss' in dataset) send('/dismiss', { as: document.body.dataset.as, card: dataset.dismiss });
    else if ('dismissAll' in dataset) dismissAll(button);
    else if ('fill' in dataset) fill(button);
    else if ('clock' in dataset) once(button, () => send('/clock', { by: dataset.clock }));
    else if ('tour' in dataset) send('/tour', { tour: dataset.tour });
    else if ('startOver' in dataset) startOver(button);
  });
  document.addEventListener('change', (event) => {
    const pick = event.target.closest('[data-pick]');
    if (pick !== null) {
      const chosen = [...pick.querySelectorAll('input:checked')].map((input) => input.value).join(',');
      press(pick, pick.dataset.pick, { chosen });
    } else if ('switch' in event.target.dataset) {
      press(event.target, event.target.dataset.switch, { on: event.target.checked ? 'yes' : 'no' }, true);
    }
  });
  beginTour();
}

async function confirmed(button) {
  const { confirm, yes } = button.dataset;
  const label = button.textContent.trim();
  if (confirm === undefined || (await ask({ title: label, text: confirm, yes: yes ?? label })))
    press(button, button.dataset.do, {});
}

/** Sends one press; `stay` leaves the focus on the control. */
async function press(element, name, fields, stay = 'pick' in element.dataset) {
  // What leads away from a form takes the form along.
  const inForm = element.closest('#form-dialog') !== null;
  if (inForm && !(await mayLeave())) return;
  const body = { ...originOf(element), event: eventOf(element), tour: isTouring(), typed: [], fromForm: false };
  await once(element, async () => {
    const reply = await send('/press', { ...body, do: name, with: JSON.parse(element.dataset.with), fields });
    if (reply === null) return;
    answered(element);
    await open(reply, body, { stay, sent: inForm });
  });
}

/** Not again while the first time is still on its way. */
async function once(element, work) {
  if (inFlight.has(element)) return;
  inFlight.add(element);
  await work();
  inFlight.delete(element);
}

/** Says so on the button until the next thing is done, whatever else changes on the page meanwhile. */
async function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  text.select();
  await navigator.clipboard.writeText(text.value).catch(() => document.execCommand('copy'));
  say(words.copied);
  const label = button.textContent;
  button.textContent = words.copied;
  button.dataset.keep = '';
  const next = new AbortController();
  const usual = () => {
    button.textContent = label;
    delete button.dataset.keep;
    next.abort();
  };
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, usual, { capture: true, signal: next.signal });
}

/** The button goes with the cards, so the line gets the focus. */
function dismissAll(button) {
  lineOf(button).focus({ preventScroll: true });
  send('/dismiss', { as: document.body.dataset.as, spot: button.dataset.dismissAll });
}

/** A command out of a text stands in the line, to be sent or completed. Entered as by hand, so that Undo brings back what it replaces. */
function fill(button) {
  const input = lineOf(button);
  input.focus();
  input.select();
  if (!document.execCommand('insertText', false, button.dataset.fill)) input.value = button.dataset.fill;
}

async function startOver(button) {
  const label = button.textContent.trim();
  if (!(await ask({ title: label, text: button.dataset.startOver, yes: label }))) return;
  const reply = await send('/start-over', {});
  if (reply === null) return;
  for (const line of document.querySelectorAll('[data-line]')) line.reset();
  location.assign(reply.href);
}

/** A link of the tour led here: goes on by itself with what the step begins with. */
function beginTour() {
  const address = new URL(location.href);
  if (!address.searchParams.has('start')) return;
  address.searchParams.delete('start');
  history.replaceState(null, '', address);
  document.querySelector('a[data-begin]')?.click();
}
