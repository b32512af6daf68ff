import { startClock } from './clock.js';
import { startForms } from './form-dialog.js';
import { startLine } from './line.js';
import { startLive } from './live.js';
import { startPresses } from './presses.js';
import { toNewest } from './refresh.js';
import { submitForm } from './submit-form.js';
import { startUnsent } from './unsent.js';

// Tells the server in which zone to write times. It is read by this page's own server alone.
document.cookie = `zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}; path=/; SameSite=Strict`;

const catchUp = globalThis.early.release();
toNewest();
// The address of a thread leads to its beginning; where the whole column scrolls, the browser goes there once all is loaded.
if (document.readyState !== 'complete') addEventListener('load', toNewest, { once: true });
startPresses();
startForms(submitForm);
startLine();
startClock();
startUnsent();
startLive();
catchUp();
