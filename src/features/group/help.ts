import { z } from 'zod';
import { plain, say } from '../../i18n/message.ts';
import type { Asked } from '../../runtime/context.ts';
import type { HelpTask } from '../../runtime/contributions.ts';
import { query, type RouteFacts, slash } from '../../runtime/route.ts';
import { type FirstWord, firstWords } from '../../runtime/slash.ts';
import { action, actions, body, card, item, list, title } from '../../view/build.ts';
import type { Block, Card, Item } from '../../view/view.ts';

/** `/curbside help`: what people come for, and the commands for it; only what this group uses and this person may do. */
export const help = query({
  name: 'curbside.help',
  who: 'anyone',
  ack: 'private',
  slash: slash('curbside', 'help', 'help.help'),
  input: z.object({ of: z.enum(firstWords).optional(), unknown: z.literal('yes').optional() }),
  show: async ({ of, unknown }, ctx) => {
    const missed = unknown === undefined ? [] : [body(say('help.unknown'))];
    if (of !== undefined) return helpOf(ctx, of, missed);
    const tasks = [...(await ctx.gather('helpTasks', null)).flat(), ...ownTasks];
    const canAsk = commandsOf(ctx, { routes: ['consult.ask'] }).length > 0;
    return card(say('help.summary'), [
      title(say('help.summary')),
      ...missed,
      body(say('help.intro')),
      list(
        tasks.flatMap((task) => taskItem(ctx, task)),
        say('help.intro'),
      ),
      actions(
        ...(canAsk ? [action(say('home.ask'), 'consult.ask', {}, { tone: 'main' })] : []),
        action(say('guide.summary'), 'curbside.guide'),
      ),
    ]);
  },
});

/** `/consult help`: the words of one command, each with what it does. */
function helpOf(ctx: Asked, of: FirstWord, missed: readonly Block[]): Card {
  const spoken = slashRoutes([...ctx.routes.values()]).filter(({ slash }) => slash.command === of);
  const usable = spoken.filter(({ route }) => isFor(ctx, route));
  const items = usable.map(({ slash: { command, word, help } }) =>
    item([say('help.line', { command, word })], { detail: [plain(help)] }),
  );
  return card(say('help.of', { command: of }), [
    title(say('help.of', { command: of })),
    ...missed,
    list(items, say('help.notHere')),
    actions(action(say('help.all'), 'curbside.help')),
  ]);
}

/** What belongs to no feature stands last. */
const ownTasks: readonly HelpTask[] = [
  { label: say('help.task.guide'), routes: ['curbside.guide'] },
  { label: say('help.task.rules'), routes: ['curbside.agreement', 'curbside.status'] },
  { label: say('help.task.own'), routes: ['curbside.privacy', 'curbside.away'] },
  { label: say('help.task.run'), routes: ['curbside.setup', 'curbside.settings', 'group.words', 'consult.settings'] },
];

function taskItem(ctx: Asked, task: HelpTask): Item[] {
  const commands = commandsOf(ctx, task).map(({ command, word }) => say('help.line', { command, word }));
  const detail = commands.flatMap((one, i) => (i === 0 ? [one] : [say('word.dot'), one]));
  return commands.length === 0 ? [] : [item([task.label], { detail })];
}

const commandsOf = (ctx: Asked, { routes }: Pick<HelpTask, 'routes'>) =>
  slashRoutes(routes.flatMap((name) => ctx.routes.get(name) ?? []))
    .filter(({ route }) => isFor(ctx, route))
    .map((one) => one.slash);

/** Where no group is at hand, all that any group may use. */
function isFor({ group, manages, me }: Asked, { feature, who }: RouteFacts): boolean {
  const owner = group?.owners.includes(me) ?? false;
  if (who === 'owner' && !owner) return false;
  if (who === 'manager' && !manages && !owner) return false;
  return feature === null || group === null || group.features.includes(feature);
}

/** The routes that are typed, in the order of the table. */
export function slashRoutes(routes: readonly RouteFacts[]) {
  return routes.flatMap((route) => (route.slash ? [{ route, slash: route.slash }] : []));
}
