import type { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { asItIs, type Moving } from '../../storage/moving.ts';
import { body, card } from '../../view/build.ts';
import type { Card } from '../../view/view.ts';
import { Installations } from './model.ts';

/**
 * Since when the bot is there is true of this operator's bot alone. The other one's came later, which would read as a removal in
 * between, after which everybody has to accept the agreement again.
 */
export const installationMoving: Moving<z.output<typeof Installations.schema>> = {
  kind: Installations,
  leaving: async () => async () => null,
  arriving: async () => asItIs,
};

/** What somebody reads while their community is on its way to another installation. */
export const onItsWay = (): Card => card(say('moving.summary'), [body(say('moving.text'))]);
