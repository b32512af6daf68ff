import { z } from 'zod';
import { type Finding, isForeign, scanned } from '../../../deidentify/index.ts';
import { plain, say } from '../../../i18n/message.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { query } from '../../../runtime/route.ts';
import { body, card, item, list, quiet, title } from '../../../view/build.ts';

/** As long as a message can be on any platform. */
const longestMessage = 40_000;

/**
 * "Check this message for identifiers": one look at a message that somebody chose, for that person alone. Nothing of it
 * is kept, and nobody learns that it was checked.
 */
export const checkText = query({
  name: 'consult.check',
  who: 'member',
  feature: 'consultation',
  ack: 'private',
  input: z.object({
    group: z.string().optional(),
    text: z.string().default(''),
    thread: z.string().optional(),
  }),
  show: async ({ text }, ctx) => {
    if (text.length > longestMessage) return refusal('longMessage');
    const foreign = isForeign({ text }, ctx.lexicon);
    const found = firstOfEach(scanned({ text }, ctx.lexicon).text ?? [], text);
    return card(say('check.summary'), [
      title(say('check.summary')),
      list(
        found.map(({ surface, reason }) => item([plain(`reason.${reason}`)], { quote: surface })),
        say(foreign ? 'preview.foreign' : 'check.nothing'),
      ),
      ...(found.length > 0 ? [body(say('check.advice'))] : []),
      ...(foreign && found.length > 0 ? [body(say('preview.foreign'))] : []),
      quiet(say('check.remain')),
    ]);
  },
});

/** Each different thing once, in the order of the text. */
function firstOfEach(findings: readonly Finding[], text: string): { surface: string; reason: Finding['reason'] }[] {
  const seen = new Map<string, Finding['reason']>();
  for (const f of findings) {
    const surface = text.slice(f.start, f.end);
    if (!seen.has(surface)) seen.set(surface, f.reason);
  }
  return [...seen].map(([surface, reason]) => ({ surface, reason }));
}
