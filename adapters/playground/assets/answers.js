import { closeForm, holdsTyped, mayLeave, showForm, showRefusal } from './form-dialog.js';
import { refresh, scrollerOf } from './refresh.js';

/**
 * Shows what the server answered to a press, a form or a line. `stay` leaves the focus where it is; `sent` is the answer to the
 * form in the dialog, which has done its work then. A late answer to something else never takes away what is being typed.
 */
export async function open(reply, origin, { stay = false, sent = false } = {}) {
  if (reply.open === 'form') return (sent || (await mayLeave())) && showForm(reply.html, origin);
  if (reply.open === 'refusal') return showRefusal(reply.html);
  if (!sent && holdsTyped()) return refresh();
  closeForm();
  if (reply.open === 'page') return location.assign(reply.href);
  const settle = stay ? inPlace(document.activeElement) : () => false;
  await refresh();
  if (reply.open !== 'card') return;
  const card = document.getElementById(`card-${reply.id}`);
  if (card === null) return;
  const control = reply.control && card.querySelector(`[data-switch="${reply.control}"]`);
  if (control) {
    control.focus({ preventScroll: true });
    return control.closest('.switch').scrollIntoView({ block: 'center' });
  }
  // What somebody just ticked stays under their hand, however long the card is.
  if (settle()) return;
  if (!stay) card.focus({ preventScroll: true });
  const room = scrollerOf(card.closest('[data-scroll]')).clientHeight;
  card.scrollIntoView({ block: card.offsetHeight > room * 0.8 ? 'start' : 'nearest' });
}

/** Afterwards, puts a control back at the height of the screen where it was; false where it is gone. */
function inPlace(control) {
  const { top } = control.getBoundingClientRect();
  return () => {
    const pane = control.isConnected && control.closest('[data-scroll]');
    if (!pane) return false;
    scrollerOf(pane).scrollTop += control.getBoundingClientRect().top - top;
    return true;
  };
}
