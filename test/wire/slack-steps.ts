import { expect } from 'vitest';
import type { SlackApp } from './slack-app.ts';
import { practice } from './slack-kit.ts';
import { wordsIn } from './slack-person.ts';

type Json = Record<string, unknown>;

export const question = 'How do I end a session that keeps running over?';

/** What people do in Slack, step by step, as stories need it. */
export function slackSteps(app: () => Pick<SlackApp, 'server' | 'sit'>) {
  const viewOf = async (method: string): Promise<Json> =>
    (await app().server.next(`${method} answered`)).body.view as Json;

  async function setUp(...users: string[]): Promise<void> {
    await setUpIn(practice.channel, ...users);
  }

  async function setUpIn(channel: string, ...users: string[]): Promise<void> {
    const owner = app().sit('U0ROWAN', channel);
    await owner.command('/curbside', 'setup');
    const done = await owner.submit(await viewOf('views.open'), {});
    expect(wordsIn(done)).toContain('The group is ready.');
    for (const user of users) await join(user, channel);
  }

  async function join(user: string, channel: string): Promise<void> {
    const person = app().sit(user, channel);
    await person.command('/curbside', 'agreement');
    const { body } = await app().server.next('response_url');
    await person.press({ message: body }, 'Accept and continue');
    const done = await person.submit(await viewOf('views.open'), { credential: 'LMFT', licensed: 'yes' });
    expect(wordsIn(done)).toContain('You are now a member of this group.');
  }

  /** From `/consult` to the preview with its line ticked; `how` is the button that posts. */
  async function ask(user: string, how: string): Promise<Json> {
    const person = app().sit(user);
    await person.command('/consult');
    const { view } = await person.submit(await viewOf('views.open'), { question });
    await app().server.next('views.update answered');
    await person.choose({ view: view as Json }, ['yes']);
    let shown = await viewOf('views.update');
    await person.press({ view: shown }, how);
    shown = await viewOf('views.update');
    if (!wordsIn(shown).includes('Post anonymously anyway')) return shown;
    await person.press({ view: shown }, 'Post anonymously anyway');
    return viewOf('views.update');
  }

  return { viewOf, setUp, setUpIn, join, ask };
}
