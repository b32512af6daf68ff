import { startCounters } from './counters.js';
import { ask } from './question.js';
import { words } from './words.js';

const dialog = () => document.getElementById('form-dialog');

/** The form in the dialog: where it was opened, the id of its submission, and what stood in it at first. */
let shown = null;

export function showForm(html, origin) {
  const { spot, card } = origin;
  dialog().innerHTML = html;
  // What is pressed inside belongs to where the form was opened.
  Object.assign(dialog().dataset, { spot, card: card ?? '' });
  const form = dialog().querySelector('form');
  const wrong = form.querySelector('[aria-invalid="true"], [data-wrong]');
  // A form that came back holds what was typed into it: lost is what differs from how it first stood there.
  const start = wrong && shown ? shown.start : state(form);
  const given = wrong && shown ? shown.given : JSON.parse(form.dataset.given);
  shown = { form, spot, card, event: crypto.randomUUID(), start, given, sending: false };
  if (!dialog().open) dialog().showModal();
  const first = form.querySelector('.dialog-body :is(input, textarea)') ?? form.querySelector('[type="submit"]');
  (wrong ?? first).focus();
}

/** Puts a refusal into the dialog; everything typed stays as it is. */
export function showRefusal(html) {
  const place = document.getElementById('form-refusal');
  place.innerHTML = html;
  place.scrollIntoView({ block: 'nearest' });
}

export function closeForm() {
  shown = null;
  if (dialog().open) dialog().close();
  // What was wrong with it is read no more.
  dialog().replaceChildren();
}

/** What is being filled in: where it was opened, its fields, the id of its submission; null without a form. */
export const openForm = () => shown;

/** `submit` is called when the form in the dialog is sent. */
export function startForms(submit) {
  startCounters(dialog());
  dialog().addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  dialog().addEventListener('cancel', (event) => {
    event.preventDefault();
    leave();
  });
  // Browsers let a second Escape in a row close a dialog without asking it first.
  dialog().addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.target.matches('select')) return;
    event.preventDefault();
    leave();
  });
  dialog().addEventListener('click', (event) => {
    if (event.target.closest('[data-close]')) leave();
  });
}

async function leave() {
  if (await mayLeave()) closeForm();
}

/** Whether the open form may go: nothing was typed into it, or the person says so. */
export async function mayLeave() {
  const question = { title: words.leaveForm, text: words.leaveFormLost, yes: words.leave, no: words.stay };
  return !holdsTyped() || (await ask(question));
}

/** Something stands in the open form that was not there at first. */
export const holdsTyped = () => shown !== null && state(shown.form) !== shown.start;

const state = (form) => JSON.stringify(valuesOf(form).fields);

/** Values by field name, as the core reads them; `typed` names those that hold free text of the person's own. */
export function valuesOf(form) {
  const fields = {};
  const typed = [];
  for (const control of form.elements) {
    const [kind, name] = control.name?.split(':') ?? [];
    if (name === undefined) continue;
    if (kind === 'flag') fields[name] = control.checked ? 'yes' : 'no';
    else if (kind === 'many') {
      const others = fields[name] ? [fields[name]] : [];
      fields[name] = [...others, ...(control.checked ? [control.value] : [])].join(',');
    } else if (control.type !== 'radio' || control.checked) fields[name] = control.value;
    if (kind === 'typed' && control.value !== shown?.given[name]) typed.push(name);
  }
  return { fields, typed };
}
