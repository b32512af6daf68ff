import { open } from './answers.js';
import { openForm, valuesOf } from './form-dialog.js';
import { send } from './send.js';
import { isTouring } from './touring.js';

/** Sends the form in the dialog, once at a time, and shows what came back. */
export async function submitForm() {
  const shown = openForm();
  if (shown === null || shown.sending) return;
  const { form, spot, card, event } = shown;
  shown.sending = true;
  const { fields, typed } = valuesOf(form);
  const reply = await send('/press', {
    event, spot, card, fields, typed,
    as: document.body.dataset.as,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    tour: isTouring(),
    do: form.dataset.do,
    with: JSON.parse(form.dataset.with),
    fromForm: true,
  });
  shown.sending = false;
  if (reply !== null) await open(reply, { spot, card }, { sent: true });
}
