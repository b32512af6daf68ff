import type { Fields } from '../../../deidentify/index.ts';
import type { Asked } from '../../../runtime/context.ts';
import { allOf } from '../../../storage/find-all.ts';
import { isMine, myConsultations } from '../authorship.ts';
import { markedIn, noReports, type Reports } from '../case/reported.ts';
import { consultationIn, repliesOf } from '../find.ts';
import { type Consultation, type Draft, Replies, type Reply } from '../model.ts';

/** Stands for the report of what was hidden before reports had ids. */
const unnamed = 'old';
/** Forms carry it, and some platforms have little room there. */
const idLength = 6;

/** A new report in a thread. */
export const newReport = (ctx: { readonly ids: { next(): string } }): string => ctx.ids.next().slice(0, idLength);

/** What forms carry, so that one from before a report is known. */
export const seenReport = ({ report }: Pick<Consultation, 'report'>): { seen?: string } =>
  report === null ? {} : { seen: report };

/** Whether a form was opened before the newest report in its thread. */
export const isFromBefore = (seen: string | undefined, { report }: Pick<Consultation, 'report'>): boolean =>
  report !== null && seen !== report;

/** Everything that was reported in a thread, and the words of it that are mine. */
export async function reportsOn(ctx: Asked, c: Consultation | null): Promise<Reports> {
  if (c === null) return noReports;
  const mine = await phrasesOfMine(ctx, [c, ...(await repliesOf(ctx.read, c.id))]);
  return { ids: c.report !== null ? [c.report] : mine.any ? [unnamed] : [], phrases: mine.phrases };
}

/** What was reported in my texts, for a new question: it may be one of them once more. */
async function reportsOfMine(ctx: Asked, group: string): Promise<Reports> {
  const asked = (await myConsultations(ctx)).filter(isHidden);
  const replied = await allOf(ctx.read, Replies, 'hidden', { equal: group });
  const mine = await phrasesOfMine(ctx, [...asked, ...replied]);
  return { ids: [...asked.map(({ report }) => report ?? unnamed), ...(replied.length > 0 ? [unnamed] : [])], ...mine };
}

/** What counts for a draft. An amendment is read by its owner alone. */
export async function reportsFor(
  ctx: Asked,
  draft: Pick<Draft, 'purpose' | 'consultation' | 'group'>,
): Promise<Reports> {
  if (draft.purpose === 'amendment') return noReports;
  if (draft.purpose === 'case') return reportsOfMine(ctx, draft.group);
  return draft.consultation === null ? noReports : reportsOn(ctx, await consultationIn(ctx, draft.consultation));
}

const isReply = (of: Consultation | Reply): of is Reply => 'consultation' in of;
const isHidden = (of: Consultation | Reply): boolean =>
  of.text !== null && (isReply(of) ? of.hidden : of.hiddenAt !== null);

async function phrasesOfMine(ctx: Asked, all: readonly (Consultation | Reply)[]) {
  const hidden = all.filter(isHidden);
  const mine = await Promise.all(hidden.map((one) => isMine(ctx, one)));
  const phrases = hidden.flatMap((one, i) => (mine[i] ? markedIn(textsOf(one), one.marked) : []));
  return { any: mine.includes(true), phrases: [...new Set(phrases)] };
}

const textsOf = (of: Consultation | Reply): Fields => (isReply(of) ? { text: of.text ?? '' } : { ...of.text });
