import { z } from 'zod';
import { say } from '../../i18n/message.ts';
import { refusal } from '../../runtime/refusals.ts';
import { query } from '../../runtime/route.ts';
import { action, actions, body, card } from '../../view/build.ts';

/** A mistyped command: asks for the one that may be meant, which `meant` names by its route. Does nothing by itself. */
export const meant = query({
  name: 'curbside.meant',
  who: 'anyone',
  ack: 'private',
  input: z.object({ meant: z.string() }),
  show: async (input, ctx) => {
    const slash = ctx.routes.get(input.meant)?.slash;
    if (!slash) return refusal('unknownCommand');
    const { command, word } = slash;
    const line = say('help.meant', { command, word });
    const run = action(say('help.line', { command, word }), input.meant, {}, { tone: 'main' });
    return { refused: card(line, [body(line), actions(run)]) };
  },
});
