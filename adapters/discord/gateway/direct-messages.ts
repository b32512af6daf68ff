import { type Client, Events, MessageFlags, Routes } from 'discord.js';
import { type Block, type CheckinSettings, type Clock, defaultLocale, type Log, type Msg } from '../../../src/index.ts';
import { notice } from '../components/render.ts';
import { failureCode } from '../rest/failures.ts';
import { say } from '../words/index.ts';

/** Lines to call, as the operator set them. */
export type HelpLines = Pick<CheckinSettings, 'lines' | 'supportLine'>;

/** One answer in this time (ms) to one person, however much they write. */
const onceIn = 10 * 60_000;

/**
 * Somebody wrote to the bot. Discord cannot prevent it, so the person is told that nothing is read or kept, and to
 * delete what names a client. The text itself is not looked at, so lines to call stand under every answer: whoever wrote
 * that they do not want to live has them at once, and that they did is not known to anybody.
 */
export function answerDirectMessages(client: Client, help: HelpLines, clock: Clock, log: Log): void {
  const answered = new Map<string, number>();
  const { components } = notice(answer(help), defaultLocale);
  client.on(Events.MessageCreate, (message) => {
    if (message.inGuild() || message.author.bot) return;
    const now = clock.now();
    for (const [user, at] of answered) if (now - at >= onceIn) answered.delete(user);
    if (answered.has(message.author.id)) return;
    answered.set(message.author.id, now);
    const body = { components, flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] } };
    client.rest
      .post(Routes.channelMessages(message.channelId), { body })
      .catch((error) => log.warn('discord.direct_message_failed', { code: failureCode(error) }));
  });
}

/**
 * Always the same. Discord says nothing about the language or country of somebody who writes (only interactions have a
 * locale, and that knows two kinds of English), so every line is there under the name of its place.
 */
function answer({ lines, supportLine }: HelpLines): Block[] {
  const rows = Object.entries(lines).flatMap(([of, all]) =>
    all.map((line) => ({
      label: say('discord.place', { place: placeOf(of) }),
      value: [{ is: 'msg', msg: { key: 'crisis.line', with: { line, countries: [] } } } as const],
    })),
  );
  return [
    said(say('discord.directMessage')),
    { is: 'rule' },
    said({ key: 'crisis.title' }, 'title'),
    { is: 'facts', rows },
    said({ key: 'crisis.emergency', with: { numbers: [] } }),
    ...(supportLine === null ? [] : [said({ key: 'crisis.support', with: { line: supportLine } })]),
    said({ key: 'crisis.elsewhere' }, 'quiet'),
    said({ key: 'crisis.kept' }, 'quiet'),
    said(say('discord.directMessage.write')),
  ];
}

const said = (msg: Msg, style: 'title' | 'body' | 'quiet' = 'body'): Block => ({
  is: 'text',
  style,
  spans: [{ is: 'msg', msg }],
});

/** The country of a locale, else its language, by name; what is no locale stays as the operator wrote it. */
function placeOf(of: string): string {
  try {
    const { region, language } = new Intl.Locale(of);
    const names = new Intl.DisplayNames(defaultLocale, { type: region === undefined ? 'language' : 'region' });
    return names.of(region ?? language) ?? of;
  } catch {
    return of;
  }
}
