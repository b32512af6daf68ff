import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Card, Template, wordsOf } from '../../src/index.ts';
import { openGroup } from '../fixtures/prepared.ts';
import { press, recordOf, submit } from '../fixtures/steps.ts';
import {
  expectCard,
  expectForm,
  group,
  groupId,
  openTestApp,
  type Person,
  type TestApp,
} from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import {
  begin,
  cast,
  next,
  shipped,
  shippedTemplate,
  stepNow,
  structured,
  textFor,
  titleOf,
  write,
} from './structure-steps.ts';

type Six = Record<'ada' | 'ben' | 'cleo' | 'dan' | 'eve' | 'fay', Person>;
let app: TestApp;
let people: Six;
beforeEach(async () => {
  const opened = await openGroup(['ada', 'ben', 'cleo', 'dan', 'eve', 'fay']);
  [app, people] = [opened.app, opened.people as Six];
});
afterEach(() => app.remove());

/** What the one main button of a step does. */
function mainOf(card: Card): string {
  const mains = buttons(card).filter(({ tone }) => tone === 'main');
  return mains.map((b) => (b.do === 'consult.reply' && b.with.step ? 'write' : b.do)).join();
}

/** What a step asks for: to reply, to write, or else to end it. */
const wantedOf = ({ turn, writes }: Template['steps'][number]): string =>
  turn === 'group' ? 'consult.reply' : writes ? 'write' : 'step.next';

describe('structures', () => {
  it('come as one file each, in the order of the list, with three models of a dilemma', async () => {
    const list = await expectCard(people.ada.does('consult.structures'));
    expect(words(list)).toContain('Balint-style');
    const inOrder = [...shipped].sort((a, b) => a.order - b.order).map(({ id }) => id);
    expect(buttons(list).map((a) => a.with.template)).toEqual(inOrder);
    expect(inOrder).toEqual(expect.arrayContaining(['curbside', 'case_presentation', 'intervision']));
    expect(inOrder.filter((id) => id.startsWith('dilemma'))).toHaveLength(3);
    for (const t of shipped.filter(({ id }) => id.startsWith('dilemma'))) {
      const labels = t.fields.map((f) => f.label.en);
      expect(labels).toContain('How might the client see it?');
      expect(t.fields.find((f) => f.label.en === 'Which code or law did I read?')?.record).toBe('codes');
    }
  });

  it.each(shipped.filter((t) => t.steps.length > 0).map((t) => [t.id, t] as const))(
    '%s is played through to a record with its fields filled in',
    async (_, template) => {
      const { ada, ben, cleo, dan } = people;
      const consultation = await begin(app, ada, template);
      const parts = await cast(app, [ben, cleo, dan]);
      const wrote: { record: string; text: string }[] = [];
      for (const [i, step] of template.steps.entries()) {
        const shown = stepNow(app);
        expect(titleOf(shown)).toBe(`Step ${i + 1} of ${template.steps.length}: ${step.name.en}`);
        expect(words(shown)).toContain(step.prompt.en);
        if (step.listens) expect(words(shown)).toContain('please listen');
        if (step.choices.length === 0) expect(mainOf(shown)).toBe(wantedOf(step));
        const lead = parts.facilitator ?? ada;
        const by = {
          presenter: ada,
          group: lead,
          facilitator: lead,
          secretary: parts.secretary,
          observer: lead,
        } as const;
        const writer = by[step.writes?.by ?? step.turn] as Person;
        if (step.writes) {
          const text = `In ${step.id.toLowerCase()} we agreed to slow down`;
          await write(app, writer, text);
          if (step.writes.record && writer === ada) wrote.push({ record: step.writes.record, text });
        }
        await expectCard(next(app, by[step.turn] as Person));
        await app.pass(0);
      }
      expect(() => stepNow(app)).toThrow();
      const form = await expectForm(ada.does('record.form', { group: await groupId(ada), consultation }));
      const value = (name: string) => form.fields.find((f) => f.name === name)?.value ?? '';
      for (const { record, text } of wrote)
        if (['guidance', 'decision', 'rationale'].includes(record)) expect(value(record)).toContain(text);
      const record = await recordOf(
        ada,
        submit(ada, form, {
          guidance: 'Go slow.',
          decision: 'I wait.',
          rationale: 'It is early.',
          outsiders: 'Juno Marsh, PhD',
        }),
      );
      const kept = words(record);
      expect(kept).toContain(`Structure: ${template.name.en}`);
      for (const { record: part, text } of wrote) if (['facts', 'actions'].includes(part)) expect(kept).toContain(text);
      expect(words(await expectCard(press(ada, record, 'Copy for my chart')))).toContain(
        `Structure: ${template.name.en}`,
      );
      if (template.id.startsWith('dilemma')) expect(kept).toContain(`Standards consulted: ${textFor('codes')}`);
    },
    20_000,
  );

  it('a file of one’s own is offered, played and shown without another change', async () => {
    const own = {
      ...{ id: 'own_way', order: 5, name: { en: 'Our own way' }, about: { en: 'Two steps.' }, anonymous: false },
      fields: [{ id: 'question', label: { en: 'What is it about?' }, max: 300, required: true }],
      steps: [
        { id: 'tell', name: { en: 'Tell' }, minutes: 5, turn: 'presenter', prompt: { en: 'Tell it.' } },
        { id: 'hear', name: { en: 'Hear' }, minutes: 5, turn: 'group', prompt: { en: 'Say it.' } },
      ],
    };
    const other = await openTestApp({ files: { templates: [own], duties: [], agreements: [] } });
    try {
      const { ada } = (await group(other, ['ada', 'ben'])) as { ada: Person };
      await begin(other, ada, Template.parse(own));
      expect(titleOf(stepNow(other))).toBe('Step 1 of 2: Tell');
      expect(other.messages.map(({ view }) => wordsOf('en', view.summary))).toContain('Our own way · No rush');
    } finally {
      await other.remove();
    }
  });

  it('the filter reads every field, and what is in the thread stands under its label', async () => {
    const template = shippedTemplate('case_presentation');
    const preview = await structured(people.ada, template, {
      culture: 'My client Gloria Whitcombe came here from Portugal',
    });
    expect(words(preview)).toContain('Cultural formulation: My client [Client] came here from');
    expect(words(preview)).not.toContain('Gloria');
  });

  it('says at the field what does not fit it', async () => {
    const { ada } = people;
    const form = await expectForm(ada.does('consult.ask', { template: 'case_presentation' }));
    const answer = await submit(ada, form, { question: 'short', culture: 'x'.repeat(351) });
    expect(answer.is === 'again' && words(answer.form)).toContain('at least 10 characters');
    expect(answer.is === 'again' && words(answer.form)).toContain('350');
    expect(answer.is === 'again' && answer.form.fields.find((f) => f.name === 'presenting')?.error).not.toBeNull();
  });
});

describe('a question about my work', () => {
  const template = shippedTemplate('about_my_work');
  it('says where it still speaks of a client, and can become a case question', async () => {
    const preview = await structured(people.ada, template, {
      question: 'My client told me she was leaving. How do I take it?',
    });
    expect(words(preview)).toContain('This mentions a client.');
    const form = await expectForm(press(people.ada, preview, 'Ask as a case question'));
    const again = await expectCard(submit(people.ada, form, {}));
    expect(words(again)).not.toContain('This mentions a client.');
    expect(words(again)).toContain('Case question');
  });

  it.each(['How do others handle clients who cancel late?', 'How do I keep my own week from filling up?'])(
    'has nothing to say of “%s”',
    async (question) => {
      expect(words(await structured(people.ada, template, { question }))).not.toContain('This mentions a client.');
    },
  );

  it.each([
    'He told me that he lied to me.',
    'What do I say to a 34-year-old in crisis?',
    'Our client is in her forties.',
  ])('points out “%s”', async (question) => {
    expect(words(await structured(people.ada, template, { question }))).toContain('This mentions a client.');
  });
});

describe('without a name', () => {
  it.each(shipped.map((t) => [t.id, t] as const))(
    '%s offers it only where nobody else has a turn',
    async (id, template) => {
      const preview: Card = await structured(people.ada, template);
      const offered = buttons(preview).some((a) => a.with.as === 'anonymous');
      expect(offered).toBe(['curbside', 'about_my_work'].includes(id) || id.startsWith('dilemma'));
      if (offered) return;
      const { do: command, with: values } = button(preview, 'Post as me');
      const line = preview.blocks.find((b) => b.is === 'switch');
      if (line?.is === 'switch') await people.ada.does(line.do, { ...line.with, on: 'yes' });
      const answer = await people.ada.does(command, { ...values, as: 'anonymous' });
      expect(answer.is).toBe('refused');
      expect(app.messages).toHaveLength(0);
    },
  );

  it('a dilemma goes on a little after its author pressed, as if by itself, and everything is by “the person who asked”', async () => {
    const { ada, ben } = people;
    await begin(app, ada, shippedTemplate('dilemma_seven'), { how: 'Post anonymously', pace: 'minutes' });
    expect(words(stepNow(app))).toContain('Turn: The person who asked');
    expect((await next(app, ben)).is).toBe('refused');
    const soon = await expectCard(next(app, ada));
    await expectCard(press(ada, soon, 'Cancel'));
    await app.pass(5 * 60_000 - 1);
    expect(titleOf(stepNow(app)), 'canceled in time').toContain('Step 1 of 7');
    await expectCard(next(app, ada));
    await app.pass(0);
    expect(titleOf(stepNow(app))).toContain('Step 1 of 7');
    await app.pass(60_000);
    expect(titleOf(stepNow(app))).toContain('Step 2 of 7');
    await write(app, ada, 'The code asks me to tell them why');
    await app.pass(5 * 60_000);
    const reply = app.messages.findLast(({ view }) => words(view).includes('tell them why'))?.view;
    expect(reply && words(reply)).toContain('The person who asked\nCheck it against the code');
  });
});
