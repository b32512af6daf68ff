import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { competencies } from '../../src/features/supervision/evaluation/competencies.ts';
import { draftDays, Evaluations, RatingDrafts } from '../../src/features/supervision/evaluation/model.ts';
import { outlineOf } from '../../src/storage/sealing.ts';
import { dayMs } from '../../src/time/durations.ts';
import { press, submit } from '../fixtures/steps.ts';
import { expectCard, expectForm, expectView, openTestApp, type Person, type TestApp } from '../fixtures/test-app.ts';
import { buttons, words } from '../fixtures/view-text.ts';
import { agreementOf, startEvaluation } from './meeting-steps.ts';
import { openPair, type Pair, paired } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

const at = () => agreementOf(pair);
const everywhere = (value: string) => Object.fromEntries(competencies.map((one) => [one, value]));

const started = (who: Person = pair.associate, values: Record<string, string> = {}) =>
  startEvaluation(pair, who, values);
type Of = Awaited<ReturnType<typeof started>>;
const shown = (who: Person, of: Of) => expectCard(who.does('supervision.evaluation', of));

async function rated(who: Person, of: Of, values: Record<string, string>) {
  return expectCard(submit(who, await expectForm(who.does('supervision.evaluation.rate', of)), values));
}
async function handed(who: Person, of: Of, values: Record<string, string>) {
  return expectCard(press(who, await rated(who, of, values), 'Submit'));
}

describe('an evaluation', () => {
  it('goes from the self-rating over the supervisor’s to both having read it, and locks', async () => {
    const { associate, supervisor } = pair;
    const of = await started();
    expect((await supervisor.does('supervision.evaluation.rate', of)).is).toBe('refused');
    const half = await rated(associate, of, { risk: '2' });
    expect(words(half)).toContain('11 areas aren’t rated yet.');
    expect(buttons(half).map((b) => b.do)).not.toContain('supervision.evaluation.hand');
    expect((await associate.does('supervision.evaluation.hand', of)).is).toBe('refused');
    expect(words(await shown(supervisor, of))).not.toContain('Developing');
    const own = await handed(associate, of, everywhere('3'));
    expect(words(own)).toContain('Waiting for the supervisor’s rating.');

    const theirs = await rated(supervisor, of, { ...everywhere('4'), risk: '1' });
    expect(words(theirs)).toContain('1 low rating needs a comment.');
    expect((await supervisor.does('supervision.evaluation.hand', of)).is).toBe('refused');
    expect(words(await shown(associate, of))).not.toMatch(/Insufficient|Above expected/);
    const comments = await expectForm(press(supervisor, theirs, 'Comments'));
    expect(comments.fields[0]).toMatchObject({ name: 'risk', required: true });
    await expectCard(submit(supervisor, comments, { risk: 'Ask about means, every time' }));
    const standards = await expectForm(supervisor.does('supervision.evaluation.standards', of));
    const ready = await expectCard(
      submit(supervisor, standards, {
        standards: 'telehealth,duty_to_protect',
        reviewedOn: 'Mar 2, 2026',
        goals: 'Write plans within a week\nLead one intake',
      }),
    );
    await expectCard(press(supervisor, ready, 'Submit'));

    const read = await shown(associate, of);
    expect(words(read)).toMatch(
      /Risk and crisis: Self: Expected for this stage \(3\) · Supervisor: Insufficient \(1\)/,
    );
    expect(words(read)).toMatch(/Duty to protect: March 2, 2026/);
    expect(words(await expectCard(press(associate, read, 'Supervisor’s comments')))).toContain('Ask about means');
    expect((await supervisor.does('supervision.evaluation.read.save', of)).is).toBe('refused');
    const form = await expectForm(press(associate, read, 'Add statement and confirm'));
    expect(words(form)).toContain('It doesn’t mean that you agree.');
    await expectCard(submit(associate, form, { statement: 'I would rate risk higher' }));
    const last = await shown(supervisor, of);
    expect(words(last)).toContain('Supervisee’s statement: I would rate risk higher');
    const locked = await expectCard(press(supervisor, last, 'I have read this'));
    expect(words(locked)).toContain('Read by both, and locked.');
    for (const who of [associate, supervisor])
      for (const step of ['rate', 'comment', 'standards', 'hand', 'read', 'read.save', 'delete'])
        expect((await who.does(`supervision.evaluation.${step}`, of)).is, step).toBe('refused');
    await app.pass(0);
    expect(JSON.stringify(app.messages.map((m) => m.view))).not.toMatch(/means|rate risk|intake/);
    expect(app.messages.filter((m) => JSON.stringify(m.view).includes('evaluation.letter'))).toHaveLength(4);
  });

  it('keeps what is not handed over from the other one, on every page and on the disk', async () => {
    const { associate, supervisor } = pair;
    const of = await started(supervisor);
    const look = async () =>
      JSON.stringify([
        await supervisor.does('supervision.evaluation', of),
        await supervisor.does('supervision.evaluation.comments', { ...of, by: 'supervisee' }),
        await supervisor.does('supervision.evaluate', at()),
        await supervisor.does('curbside.home'),
        await supervisor.does('privacy.export'),
      ]);
    const before = await look();
    await rated(associate, of, everywhere('2'));
    const form = await expectForm(associate.does('supervision.evaluation.comment', of));
    await expectCard(submit(associate, form, { risk: 'I freeze when it gets close' }));
    expect(await look()).toBe(before);
    expect(await app.disk()).not.toContain('I freeze');
    expect(JSON.stringify(await associate.does('privacy.export'))).toContain('I freeze');
    const stored = () => app.store.read(app.scope, (r) => r.count(outlineOf(RatingDrafts), 'id', { all: true }));
    expect(await stored()).toBe(1);
    await app.pass((draftDays + 2) * dayMs);
    expect(await stored()).toBe(0);
  });

  it('takes identifiers out of comments, goals and statements', async () => {
    const of = await started();
    await handed(pair.associate, of, everywhere('3'));
    await rated(pair.supervisor, of, everywhere('2'));
    const name = 'Gloria Whitcombe';
    const comments = await expectForm(pair.supervisor.does('supervision.evaluation.comment', of));
    const again = await submit(pair.supervisor, comments, everywhere(`As with ${name}`));
    expect(again.is === 'again' && words(again.form)).toMatch(/! Comment: 1 possible identifier was replaced/);
    expect(again.is === 'again' && words(again.form)).not.toContain('Whitcombe');
    const standards = await expectForm(pair.supervisor.does('supervision.evaluation.standards', of));
    const goals = await submit(pair.supervisor, standards, { goals: `Call ${name}` });
    expect(goals.is === 'again' && words(goals.form)).toMatch(/! Goals: 1 possible identifier was replaced/);
  });

  it('carries goals that are not met to the next one, five at most', async () => {
    const { associate, supervisor } = pair;
    const through = async (values: Record<string, string>) => {
      const of = await started();
      await handed(associate, of, everywhere('3'));
      await rated(supervisor, of, everywhere('3'));
      const form = await expectForm(supervisor.does('supervision.evaluation.standards', of));
      const card = await expectCard(submit(supervisor, form, values));
      await expectCard(press(supervisor, card, 'Submit'));
      await expectCard(submit(associate, await expectForm(associate.does('supervision.evaluation.read', of)), {}));
      return expectCard(supervisor.does('supervision.evaluation.read.save', of));
    };
    await through({ goals: 'Write plans within a week\nLead one intake' });
    expect((await pair.stranger.does('supervision.evaluation.start', at())).is).toBe('refused');
    await app.pass(90 * dayMs);
    const of = await started();
    await handed(associate, of, everywhere('3'));
    await rated(supervisor, of, everywhere('3'));
    const form = await expectForm(supervisor.does('supervision.evaluation.standards', of));
    const met = form.fields.find((f) => f.name === 'met');
    if (met?.is !== 'pick') throw new Error('no goals to mark');
    const [plans] = met.options;
    const many = await submit(supervisor, form, { goals: 'a\nb\nc\nd' });
    expect(many.is === 'again' && words(many.form)).toContain('! Goals: up to 5 can be open at once.');
    const card = await expectCard(submit(supervisor, form, { met: plans?.value ?? '', goals: 'a\nb\nc\nd' }));
    const done = words(await expectCard(press(supervisor, card, 'Submit')));
    expect(done).toMatch(/Met From an earlier evaluation Write plans/);
    expect(done).toMatch(/Open From an earlier evaluation Lead one intake/);
  });

  it('is taken back before anything was handed over, and not after', async () => {
    const of = await started();
    await expectCard(press(pair.supervisor, await shown(pair.supervisor, of), 'Delete evaluation'));
    expect((await pair.associate.does('supervision.evaluation', of)).is).toBe('refused');
    const again = await started();
    expect((await pair.supervisor.does('supervision.evaluation.start', at())).is).toBe('refused');
    await handed(pair.associate, again, everywhere('3'));
    expect((await pair.supervisor.does('supervision.evaluation.delete', again)).is).toBe('refused');
  });

  it('stands on the home page of whose turn it is', async () => {
    const of = await started();
    expect(words(await expectView(pair.associate.does('curbside.home')))).toContain(
      'An evaluation is waiting for you.',
    );
    await handed(pair.associate, of, everywhere('3'));
    expect(words(await expectView(pair.associate.does('curbside.home')))).not.toContain('An evaluation is waiting');
    expect(words(await expectView(pair.supervisor.does('curbside.home')))).toContain(
      'An evaluation is waiting for you.',
    );
  });

  it('that both read stays to the other one, without the name, when one of the two is erased', async () => {
    const { associate, supervisor } = pair;
    const of = await started();
    await handed(associate, of, everywhere('3'));
    await handed(supervisor, of, everywhere('4'));
    await expectCard(submit(associate, await expectForm(associate.does('supervision.evaluation.read', of)), {}));
    await expectCard(supervisor.does('supervision.evaluation.read.save', of));
    const open = await started();
    await rated(associate, open, everywhere('2'));
    await associate.does('privacy.erase', { confirmed: 'yes' });
    expect(words(await shown(supervisor, of))).toMatch(/Supervisee: a former member/);
    expect((await supervisor.does('supervision.evaluation', open)).is).toBe('refused');
    await app.store.read(app.scope, async (r) => {
      expect(await r.count(outlineOf(RatingDrafts), 'id', { all: true })).toBe(0);
      expect((await r.find(Evaluations, 'id', { all: true })).docs.map((e) => e.supervisee)).toEqual(['']);
    });
  });
});

it('once both read it, a change to what is stored shows', async () => {
  const { associate, supervisor } = pair;
  const of = await started();
  await handed(associate, of, everywhere('3'));
  await handed(supervisor, of, everywhere('4'));
  expect(words(await shown(associate, of))).not.toContain('Unchanged since');
  await expectCard(associate.does('supervision.evaluation.read.save', { ...of, statement: 'I see it likewise' }));
  await expectCard(supervisor.does('supervision.evaluation.read.save', of));
  expect(words(await shown(associate, of))).toContain('Unchanged since it was locked.');
  await app.store.transact(app.scope, async (tx) => {
    const e = await tx.get(Evaluations, of.evaluation);
    if (e?.rated) await tx.put(Evaluations, { ...e, statement: 'I see it otherwise' });
  });
  expect(words(await shown(supervisor, of))).toContain('changed since it was locked');
});

it('31 Growth: an evaluation has no word of licensure', async () => {
  const other = await openTestApp();
  try {
    const growth = await paired(other, { purpose: 'growth', pack: '' });
    const ids = { group: growth.at, agreement: growth.agreement };
    const seen: string[] = [];
    const form = await expectForm(growth.associate.does('supervision.evaluation.start', ids));
    const card = await expectCard(submit(growth.associate, form, {}));
    const of = { group: growth.at, evaluation: buttons(card).find((b) => b.with.evaluation)?.with.evaluation ?? '' };
    seen.push(words(form), words(card));
    const turn = async (who: Person) => {
      const rates = await expectForm(who.does('supervision.evaluation.rate', of));
      const one = await expectCard(submit(who, rates, everywhere('2')));
      const comments = await expectForm(who.does('supervision.evaluation.comment', of));
      const full = await expectCard(submit(who, comments, everywhere('Going well')));
      seen.push(words(rates), words(one), words(comments), words(full));
      seen.push(words(await expectCard(press(who, full, 'Submit'))));
    };
    await turn(growth.associate);
    seen.push(words(await expectForm(growth.supervisor.does('supervision.evaluation.standards', of))));
    await turn(growth.supervisor);
    seen.push(words(await expectForm(growth.associate.does('supervision.evaluation.read', of))));
    seen.push(words(await expectCard(growth.associate.does('supervision.evaluate', ids))));
    seen.push(words(await expectForm(growth.supervisor.does('supervision.meeting.write', ids))));
    seen.push(words(await expectCard(growth.supervisor.does('supervision.meetings', ids))));
    await other.pass(0);
    seen.push(...other.messages.map(({ view }) => words(view)));
    expect(seen.join('\n')).not.toMatch(/licens|likely to count|signed\b|\d+\.\d\d h|board/i);
  } finally {
    await other.remove();
  }
});
