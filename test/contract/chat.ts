import { afterEach, describe, expect, test } from 'vitest';
import type { Answer, Card, ChatPlatform, Form, Incoming, Ref, Scope, View } from '../../src/index.ts';

/** Somebody acting through the platform's own client, in the words of the contract. */
export interface Actor {
  /** Runs the command that opens a form, and waits until it is on the screen. */
  openForm(): Promise<void>;
  /** Sends the form on the screen with these values over those shown, and waits until Curbside has acknowledged it. */
  submit(values: Readonly<Record<string, string>>): Promise<void>;
  /** Runs a command with a private answer. Resolves when it is acknowledged; `twice` delivers the same event again. */
  command(twice?: boolean): Promise<void>;
  /** Waits until a private answer has arrived. */
  answered(): Promise<void>;
}

/** An adapter, running against a loopback server that speaks its platform's protocol. */
export interface Running {
  readonly platform: ChatPlatform;
  readonly scope: Scope;
  readonly channel: Ref;
  /** The person who acts. Neither mark may ever be in what others see. */
  readonly actor: Actor;
  readonly marks: readonly string[];
  /** Delivers a message that the bot itself wrote, where the platform delivers such a thing. */
  ownMessage(): Promise<void>;
  /** What the platform would have against a view, on every surface on which it can stand. Empty: nothing. */
  problemsOf(view: View): string[];
  /** How the next call that posts goes. */
  failNext(how: 'rate' | 'gone' | 'forbidden' | 'broken'): void;
  /** Bodies of all calls with which others were shown something, edits and removals too. */
  seenByOthers(): readonly unknown[];
  stop(): Promise<void>;
}

export interface Side {
  readonly name: string;
  start(answer: (incoming: Incoming) => Answer | Promise<Answer>): Promise<Running>;
  /** A form whose every field the platform can fill, and the values an actor gives. */
  readonly form: Form;
  readonly values: Readonly<Record<string, string>>;
}

/** What every chat platform must hold to, whatever it looks like. `views`: the gallery. */
export function chatContract(side: Side, views: Readonly<Record<string, View>>): void {
  describe(`${side.name} keeps the contract of a chat platform`, () => {
    let running: Running | null = null;
    const asked: Incoming[] = [];
    const card = Object.values(views).find((view) => view.is === 'card');
    if (card?.is !== 'card') throw new Error('the gallery has no card');

    async function start(answer: (incoming: Incoming) => Answer | Promise<Answer>): Promise<Running> {
      asked.length = 0;
      running = await side.start((incoming) => {
        asked.push(incoming);
        return answer(incoming);
      });
      return running;
    }
    afterEach(async () => {
      await running?.stop();
      running = null;
    });

    const shows = (view: View) => (): Answer => ({ is: 'view', note: null, view });
    const channelOf = ({ scope, channel }: Running) => ({ is: 'channel', scope, channel }) as const;

    test('every view of the gallery fits', async () => {
      const { problemsOf } = await start(shows(card));
      expect(Object.entries(views).map(([name, view]) => [name, problemsOf(view)])).toEqual(
        Object.keys(views).map((name) => [name, []]),
      );
    });

    test('a form comes back as the command it was made for, with its values and what was typed', async () => {
      const { actor } = await start((e) => (e.command === side.form.do ? shows(card)() : shows(side.form)()));
      await actor.openForm();
      await actor.submit(side.values);
      const [, sent] = asked;
      const shown = Object.fromEntries(side.form.fields.map((field) => [field.name, field.value]));
      expect(sent?.command).toBe(side.form.do);
      expect(sent?.input).toEqual({ ...shown, ...side.values, ...side.form.with });
    });

    test('a command is acknowledged while the core is still thinking', async () => {
      let think = (): void => {};
      const thinking = new Promise<void>((resolve) => {
        think = resolve;
      });
      const { actor } = await start(() => thinking.then(shows(card)));
      await actor.command();
      think();
      await actor.answered();
      expect(asked).toHaveLength(1);
    });

    test('an event delivered again has the same id, another press a different one', async () => {
      const { actor } = await start(shows(card));
      await actor.command(true);
      await actor.answered();
      await actor.answered();
      await actor.command();
      await actor.answered();
      const [first, again, other] = asked.map((e) => e.eventId);
      expect(again).toBe(first);
      expect(other).not.toBe(first);
    });

    test('what the bot itself writes is no event', async () => {
      const { actor, ownMessage } = await start(shows(card));
      await ownMessage();
      await actor.command();
      await actor.answered();
      expect(asked).toHaveLength(1);
    });

    test('an edit and a removal follow the message', async () => {
      const run = await start(shows(card));
      const sent = await run.platform.post(channelOf(run), card, 'row1');
      if (!sent.ok) throw new Error('not posted');
      expect(await run.platform.edit(run.scope, sent.ref, card)).toEqual({ ok: true, ref: sent.ref });
      expect(await run.platform.remove(run.scope, sent.ref)).toMatchObject({ ok: true });
      expect(run.seenByOthers()).toHaveLength(3);
    });

    test('a message is worded in the locale that it is sent in, and edited in', async () => {
      const run = await start(shows(card));
      const dated: Card = {
        ...card,
        blocks: [{ is: 'text', style: 'body', spans: [{ is: 'day', date: '2026-03-09' }] }],
      };
      const sent = await run.platform.post(channelOf(run), dated, 'row1', 'de');
      if (sent.ok) await run.platform.edit(run.scope, sent.ref, dated, 'fr');
      const [posted, edited] = run.seenByOthers().map((body) => JSON.stringify(body));
      expect(posted).toContain('März 2026');
      expect(edited).toContain('mars 2026');
    });

    test.each([
      ['rate', 'rate'],
      ['gone', 'gone'],
      ['forbidden', 'forbidden'],
      ['broken', 'unknown'],
    ] as const)('a post that fails (%s) says so: %s', async (how, why) => {
      const run = await start(shows(card));
      run.failNext(how);
      const sent = await run.platform.post(channelOf(run), card, 'row1');
      expect(sent).toMatchObject({ ok: false, why });
      if (!sent.ok && sent.why === 'rate') expect(sent.retryAfterMs).toBeGreaterThan(0);
    });

    test('nothing that others see names the person who acted', async () => {
      const run = await start((e) => (e.command === side.form.do ? shows(card)() : shows(side.form)()));
      await run.actor.openForm();
      await run.actor.submit(side.values);
      const sent = await run.platform.post(channelOf(run), card, 'row1');
      if (sent.ok) await run.platform.edit(run.scope, sent.ref, card);
      if (sent.ok) await run.platform.post({ is: 'thread', scope: run.scope, under: sent.ref }, card, 'row2');
      expect(run.seenByOthers().length).toBeGreaterThan(2);
      for (const mark of run.marks) expect(JSON.stringify(run.seenByOthers())).not.toContain(mark);
      for (const typed of Object.values(side.values)) {
        if (typed.length > 8) expect(JSON.stringify(run.seenByOthers())).not.toContain(typed);
      }
    });

    test('people reach the core as references, never as the platform’s ids', async () => {
      const { actor, marks } = await start(shows(card));
      await actor.command();
      await actor.answered();
      for (const mark of marks) expect(JSON.stringify(asked)).not.toContain(mark);
    });
  });
}
