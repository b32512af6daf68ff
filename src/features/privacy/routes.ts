import type { Route } from '../../runtime/route.ts';
import { byCredential } from './by-credential.ts';
import { erase, erased } from './erase.ts';
import { exportMine, privacy } from './privacy.ts';
import { scrubJournal, sweep } from './sweep.ts';

/** A person's own data: export, erasure, retention. Slash commands are shown in this order. */
export const privacyRoutes: readonly Route[] = [privacy, exportMine, erase, erased, byCredential, sweep, scrubJournal];
