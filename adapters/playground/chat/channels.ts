import type { Ref } from '../../../src/index.ts';

/** The channel with the group that is ready on the first visit. */
export const mainChannel: Ref = 'case-consultation';

/** Every channel of the playground. In the second nothing is set up, so that setting up can be rehearsed. */
export const channels: readonly Ref[] = [mainChannel, 'setup-rehearsal'];

/** The channel of that name, or the main one: an address that names none still opens the playground. */
export const channelOf = (name: string | undefined): Ref => channels.find((one) => one === name) ?? mainChannel;
