import type { FeatureHooks } from '../../runtime/hooks.ts';
import { sweep, untie } from './sweep.ts';

export const privacyHooks: FeatureHooks = { cleanUpJobs: () => [sweep.name, untie.name] };
