import type { FeatureHooks } from '../../runtime/hooks.ts';
import { scrubJournal, sweep } from './sweep.ts';

export const privacyHooks: FeatureHooks = { cleanUpJobs: () => [sweep.name, scrubJournal.name] };
