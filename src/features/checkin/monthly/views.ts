import { say } from '../../../i18n/message.ts';
import type { CheckinSettings, Instrument } from '../../../ports/checkins.ts';
import { action, actions, body, card, facts, form, quiet, scaleField, title, when } from '../../../view/build.ts';
import type { Action, Card, Form, Span, Values } from '../../../view/view.ts';
import type { Result, Run } from '../model.ts';
import { instrumentOf } from '../settings.ts';
import { bandOf, rangeOf } from './score.ts';

interface Sheet {
  readonly run: Run | null;
  readonly instrument: Instrument;
  readonly items: Instrument['items'];
  readonly pages: number;
}

/** Words of an instrument: its authors', from a data file. */
const theirs = (text: string) => say('checkin.text', { text });

const toPage = (label: Action['label'], group: string, page: number, tone: Action['tone'] = 'plain'): Action =>
  action(label, 'checkin.page', { group, page: String(page) }, { tone });

const discard = (group: string): Action =>
  action(
    say('checkin.monthly.discard'),
    'checkin.discard',
    { group },
    { tone: 'danger', confirm: say('checkin.monthly.discard.confirm') },
  );

/** Before the first page: how to answer, how long it takes, whose words it is. */
export const monthlyCard = ({ run, instrument, items, pages }: Sheet, group: string, next: number): Card =>
  card(say('checkin.summary'), [
    title(say('checkin.monthly.open', { name: instrument.name })),
    body(theirs(instrument.frame)),
    body(say('checkin.monthly.time', { n: items.length, pages })),
    quiet(theirs(instrument.notice)),
    actions(
      toPage(say(run ? 'checkin.monthly.goOn' : 'checkin.monthly.start'), group, next, 'main'),
      ...(run ? [discard(group)] : []),
    ),
    quiet(say('checkin.private')),
  ]);

/**
 * One page of items, with what they are about above them. Their answers are numbered from 1, whatever values the instrument
 * counts with.
 */
export function pageForm({ run, instrument, pages }: Sheet, to: Values, items: Instrument['items']): Form {
  const steps = instrument.scale.map((s) => theirs(s.word));
  const chosen = (n: number): string => {
    const at = instrument.scale.findIndex((s) => s.value === run?.answers[String(n)]);
    return at < 0 ? '' : String(at + 1);
  };
  return form({
    title: say('checkin.monthly.page', { page: Number(to.page), pages }),
    of: theirs(instrument.name),
    intro: [body(theirs(instrument.frame))],
    fields: items.map((item) => scaleField(`i${item.n}`, theirs(item.text), steps, { value: chosen(item.n) })),
    submit: say('checkin.monthly.save'),
    do: 'checkin.page.save',
    with: to,
    opener: action(say('checkin.monthly.goOn'), 'checkin.page', to, { tone: 'main' }),
  });
}

/** How many of the items have an answer. */
export const answered = (items: Instrument['items'], answers: Run['answers']) =>
  say('checkin.monthly.have', {
    have: items.filter(({ n }) => answers[String(n)] !== undefined).length,
    n: items.length,
  });

/** After the last page: the result, any page once more, or not at all. */
export function progressCard({ run, instrument, items, pages }: Sheet, group: string): Card {
  const each = Array.from({ length: pages }, (_, i) => String(i + 1));
  return card(say('checkin.summary'), [
    title(answered(items, run?.answers ?? {})),
    actions(action(say('checkin.monthly.finish'), 'checkin.finish', { group }, { tone: 'main' }), discard(group)),
    actions(
      ...each.map((page) =>
        action(say('checkin.monthly.toPage', { page: Number(page) }), 'checkin.page', { group, page, again: 'yes' }),
      ),
    ),
    quiet(theirs(instrument.notice)),
  ]);
}

/** Scores by subscale, beside the person's own last ones. No total, no colours, no advice. */
export function resultCard(result: Result, before: Result | null, settings: CheckinSettings, at: Values): Card {
  const instrument = instrumentOf(settings, result.instrument);
  const rows = (instrument?.subscales ?? []).flatMap((s) => {
    const score = result.scores[s.id];
    if (instrument === null || score === undefined) return [];
    if (score === null) return [[theirs(s.name), say('checkin.score.none')] as const];
    const words: (ReturnType<typeof say> | Span)[] = [say('checkin.score', { score, ...rangeOf(instrument, s) })];
    const band = bandOf(s, score);
    if (band !== null) words.push(say('word.dot'), say('checkin.score.band', { band }));
    const earlier = before?.scores[s.id] ?? null;
    if (earlier !== null)
      words.push(say('word.dot'), say('checkin.score.before', { change: changeOf(score, earlier) }));
    return [[theirs(s.name), ...words] as const];
  });
  const group = at.group ?? '';
  // Without the page: what an action carries has to be short.
  const ids = { group, instrument: result.instrument, month: result.month };
  return card(say('checkin.summary'), [
    title(say('checkin.thanks')),
    quiet(when(result.at, 'date')),
    ...(result.hidden ? [body(say('checkin.entry.hidden'))] : [facts(...rows)]),
    body(say('checkin.score.hint')),
    quiet(say('checkin.diagnosis'), say('checkin.private')),
    actions(
      action(say('checkin.coffee'), 'coffee.list', { group }),
      action(say(result.hidden ? 'checkin.unhide' : 'checkin.hide'), 'checkin.hide', {
        ...ids,
        on: result.hidden ? 'no' : 'yes',
      }),
      action(say('checkin.delete'), 'checkin.delete', ids, { tone: 'danger', confirm: say('checkin.delete.confirm') }),
      action(say('checkin.results'), 'checkin.history', at),
    ),
    ...(instrument ? [quiet(theirs(instrument.notice))] : []),
  ]);
}

const changeOf = (now: number, before: number): 'higher' | 'same' | 'lower' =>
  now > before ? 'higher' : now < before ? 'lower' : 'same';
