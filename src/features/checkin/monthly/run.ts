import { z } from 'zod';
import { say } from '../../../i18n/message.ts';
import { platformRoom } from '../../../ports/chat.ts';
import type { Instrument } from '../../../ports/checkins.ts';
import { type Asked, groupOf } from '../../../runtime/context.ts';
import { decided, drop, put, type Refusal, show } from '../../../runtime/decision.ts';
import { refusal } from '../../../runtime/refusals.ts';
import { command, query } from '../../../runtime/route.ts';
import { action } from '../../../view/build.ts';
import { common, notYet } from '../enrollment/start.ts';
import { type Enrolment, type Result, Results, type Run, Runs } from '../model.ts';
import { keptUntil, monthOf, myEnrolment, myRun, newRun, resultId } from '../own.ts';
import { monthlyWindowMs } from '../schedule.ts';
import { instrumentOf } from '../settings.ts';
import { filledFor } from './fill.ts';
import { itemsFor, scoreOf, subscalesFor } from './score.ts';
import { answered, monthlyCard, pageForm, progressCard } from './views.ts';

const Of = z.object({ group: z.string() });
const Page = Of.extend({
  page: z.coerce.number().int().min(1).max(20),
  /** It was opened once more, from the last card, and leads back to it. */
  again: z.literal('yes').optional(),
});

/** Items on one page of questions. */
export const itemsOnPage = platformRoom.formFields;

/** What a person's monthly questions are: begun already, or about to be. */
interface Sheet {
  readonly e: Enrolment;
  readonly run: Run | null;
  readonly instrument: Instrument;
  readonly items: Instrument['items'];
  readonly pages: number;
}

async function sheetOf(ctx: Asked): Promise<Sheet | Refusal> {
  const e = await myEnrolment(ctx);
  if (e === null) return notYet(ctx);
  const run = await myRun(ctx);
  const instrument = instrumentOf(ctx.checkins, run?.instrument ?? e.monthly ?? '');
  if (instrument === null) {
    return refusal('noMonthly', [action(say('checkin.change'), 'checkin.schedule', { group: groupOf(ctx).id })]);
  }
  const asked = itemsFor(instrument, run?.subscales ?? subscalesFor(instrument, e.extra));
  const items = filledFor(asked, instrument.fill ?? [], ctx.member?.credential ?? null);
  return { e, run, instrument, items, pages: Math.ceil(items.length / itemsOnPage) };
}

/** What comes, whose words it is, and where to go on. */
export const monthly = query({
  ...common,
  name: 'checkin.monthly',
  ack: 'private',
  input: Of,
  show: async (input, ctx) => {
    const sheet = await sheetOf(ctx);
    if ('refused' in sheet) return sheet;
    return monthlyCard(sheet, input.group, firstOpen(sheet));
  },
});

/** The first page with an item that has no answer. */
function firstOpen({ items, run, pages }: Sheet): number {
  const at = items.findIndex((item) => run?.answers[String(item.n)] === undefined);
  return at < 0 ? pages : Math.floor(at / itemsOnPage) + 1;
}

export const page = query({
  ...common,
  name: 'checkin.page',
  ack: 'form',
  input: Page,
  show: async (input, ctx) => {
    const sheet = await sheetOf(ctx);
    if ('refused' in sheet) return sheet;
    const at = Math.min(input.page, sheet.pages);
    const to = { group: input.group, page: String(at), ...(input.again ? { again: input.again } : {}) };
    return pageForm(sheet, to, itemsOf(sheet, at));
  },
});

const itemsOf = ({ items }: Sheet, at: number): Instrument['items'] =>
  items.slice((at - 1) * itemsOnPage, at * itemsOnPage);

/**
 * A page is kept as soon as it is sent, so that it can be gone on with later; an item may be left out. The next page follows
 * at once, without a card between.
 */
export const savePage = command({
  ...common,
  name: 'checkin.page.save',
  ack: 'private',
  input: z.looseObject(Page.shape),
  decide: async (input, ctx) => {
    const sheet = await sheetOf(ctx);
    if ('refused' in sheet) return sheet;
    const { instrument, e } = sheet;
    const begun = { instrument: instrument.id, subscales: subscalesFor(instrument, e.extra) };
    const run = sheet.run ?? (await newRun(ctx, begun, ctx.now + monthlyWindowMs));
    const answers: Record<string, number> = { ...run.answers };
    for (const { n } of itemsOf(sheet, input.page)) {
      const step = instrument.scale[Number(input[`i${n}`] ?? '') - 1];
      if (step === undefined) delete answers[String(n)];
      else answers[String(n)] = step.value;
    }
    const next = input.page + 1;
    const then =
      input.again === 'yes' || next > sheet.pages
        ? show('checkin.progress', { group: input.group })
        : show('checkin.page', { group: input.group, page: String(next) }, answered(sheet.items, answers));
    return decided(then, { changes: [put(Runs, { ...run, answers })] });
  },
});

/** Once all pages were seen. */
export const progress = query({
  ...common,
  name: 'checkin.progress',
  ack: 'private',
  input: Of,
  show: async (input, ctx) => {
    const sheet = await sheetOf(ctx);
    if ('refused' in sheet) return sheet;
    if (sheet.run === null) return refusal('noMonthly');
    return progressCard(sheet, input.group);
  },
});

/** Scores are kept, the answers behind them are not. */
export const finish = command({
  ...common,
  name: 'checkin.finish',
  ack: 'private',
  input: Of,
  decide: async (input, ctx) => {
    const sheet = await sheetOf(ctx);
    if ('refused' in sheet) return sheet;
    const { e, run, instrument } = sheet;
    if (run === null) return refusal('noMonthly');
    const month = monthOf(run.startedAt, e.zone);
    const asked = instrument.subscales.filter((s) => run.subscales.includes(s.id));
    const done: Result = {
      id: await resultId(ctx, instrument.id, month),
      owner: ctx.me,
      instrument: instrument.id,
      month,
      at: ctx.now,
      scores: Object.fromEntries(asked.map((s) => [s.id, scoreOf(instrument, s, run.answers)])),
      hidden: false,
      until: keptUntil(ctx.now, e.keepDays),
    };
    return decided(show('checkin.result', { group: input.group, instrument: instrument.id, month }), {
      changes: [put(Results, done), drop(Runs, run.id)],
    });
  },
});

export const discardRun = command({
  ...common,
  name: 'checkin.discard',
  ack: 'private',
  input: Of,
  decide: async (input, ctx) => {
    const run = await myRun(ctx);
    return decided(show('checkin.mine', { group: input.group }, say('checkin.monthly.discarded')), {
      changes: run ? [drop(Runs, run.id)] : [],
      compact: run !== null,
    });
  },
});
