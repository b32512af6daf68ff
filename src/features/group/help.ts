import { z } from 'zod';
import { plain, say } from '../../i18n/message.ts';
import { query, type RouteFacts, slash } from '../../runtime/route.ts';
import { action, actions, body, card, item, list, title } from '../../view/build.ts';

/** `/curbside help`: every slash command with one line, from the routes table. */
export const help = query({
  name: 'curbside.help',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'help', 'help.help'),
  input: z.object({}),
  show: async (_input, ctx) => {
    const lines = slashRoutes([...ctx.routes.values()])
      .filter(({ route }) => route.feature === null || ctx.group === null || ctx.group.features.includes(route.feature))
      .map(({ slash: s }) =>
        item([say('help.line', { command: s.command, word: s.word })], { detail: [plain(s.help)] }),
      );
    return card(say('help.summary'), [
      title(say('help.summary')),
      body(say('help.intro')),
      list(lines, say('help.intro')),
      actions(
        ...(ctx.group === null || ctx.group.features.includes('consultation')
          ? [action(say('home.ask'), 'consult.ask', {}, { tone: 'main' })]
          : []),
        action(say('guide.summary'), 'curbside.guide'),
      ),
    ]);
  },
});

/** The routes that are typed, in the order of the table. */
export function slashRoutes(routes: readonly RouteFacts[]) {
  return routes.flatMap((route) => (route.slash ? [{ route, slash: route.slash }] : []));
}
