import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { Consultations, Drafts, Replies } from '../../src/features/consultation/model.ts';
import { type ConsultationRecord, Records } from '../../src/features/consultation/record/model.ts';
import { competencies } from '../../src/features/supervision/evaluation/competencies.ts';
import {
  type Evaluation,
  Evaluations,
  type RatingDraft,
  RatingDrafts,
} from '../../src/features/supervision/evaluation/model.ts';
import { routes } from '../../src/index.ts';
import { expectCard, type TestApp } from '../fixtures/test-app.ts';
import { button, buttons, words } from '../fixtures/view-text.ts';
import { agreementOf, startEvaluation } from './meeting-steps.ts';
import { openPair, type Pair } from './steps.ts';

let app: TestApp;
let pair: Pair;
beforeEach(async () => {
  ({ app, pair } = await openPair());
});
afterEach(() => app.remove());

describe('nothing evaluative meets a consultation', () => {
  const keysOf = (schema: unknown): string[] => {
    if (schema instanceof z.ZodObject)
      return Object.entries(schema.shape as Record<string, unknown>).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
    if (schema instanceof z.ZodArray) return keysOf(schema.element);
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return keysOf(schema.unwrap());
    if (schema instanceof z.ZodUnion) return schema.options.flatMap(keysOf);
    return [];
  };

  it('no document of one has a place for the other', () => {
    for (const kind of [Evaluations, RatingDrafts])
      expect(
        keysOf(kind.schema).filter((key) => /consult|reply|record|case|question|author|thread/i.test(key)),
      ).toEqual([]);
    for (const kind of [Consultations, Replies, Drafts, Records])
      expect(
        keysOf(kind.schema).filter((key) => /evaluat|rating|rated|score|competen|agreement|goal/i.test(key)),
      ).toEqual([]);
    expect(keysOf(Evaluations.schema)).toContain('ratings');
    expect(keysOf(Records.schema)).toContain('consultation');
  });

  it('neither can be taken for the other, and no field can be added to an evaluation', async () => {
    expectTypeOf<ConsultationRecord>().not.toExtend<Evaluation>();
    expectTypeOf<Evaluation>().not.toExtend<ConsultationRecord>();
    expectTypeOf<'consultation'>().not.toExtend<keyof Evaluation | keyof RatingDraft>();
    const of = await startEvaluation(pair, pair.associate);
    const stored = await app.store.read(app.scope, (r) => r.get(Evaluations, of.evaluation));
    expect(Evaluations.schema.safeParse(stored).success).toBe(true);
    expect(Evaluations.schema.safeParse({ ...stored, consultation: 'c1' }).success).toBe(false);
  });

  it('no way leads from an evaluation to a consultation or back, whatever is sent along', async () => {
    const of = await startEvaluation(pair, pair.associate);
    const along = {
      ...of,
      ...agreementOf(pair),
      consultation: 'c1',
      record: 'r1',
      topic: 'ethics',
      question: 'How do I end on time?',
    };
    await pair.associate.does('supervision.evaluation.rate.save', {
      ...along,
      ...Object.fromEntries(competencies.map((one) => [one, '3'])),
    });
    const card = await expectCard(pair.associate.does('supervision.evaluation', of));
    expect(buttons(card).filter((b) => /^(?:consult|record)\./.test(b.do))).toEqual([]);
    await pair.associate.does('supervision.evaluation.hand', along);
    const stored = await app.store.read(app.scope, (r) => r.get(Evaluations, of.evaluation));
    expect(JSON.stringify(stored)).not.toMatch(/"(?:c1|r1)"|end on time/);
    for (const { name } of routes.filter((r) => /^(?:consult|record)\./.test(r.name) && r.who !== 'timer')) {
      const answer = await pair.supervisor.does(name, along);
      expect(words(answer.is === 'again' ? answer.form : answer.view), name).not.toMatch(
        /Expected for this stage|Self:/,
      );
    }
    expect(button(await expectCard(pair.supervisor.does('supervision.evaluation', of)), 'Rate').do).toBe(
      'supervision.evaluation.rate',
    );
  });
});
