import { type Msg, say } from '../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  form,
  item,
  list,
  msg,
  option,
  person,
  pickField,
  quiet,
  switchField,
  textField,
  title,
  typedOption,
  when,
} from '../../view/build.ts';
import type { Action, Block, Card, Form, Item, Option, Span } from '../../view/view.ts';
import { type Consultation, needs } from '../consultation/model.ts';
import type { Member } from '../group/model.ts';
import {
  type Expert,
  isShipped,
  lengths,
  monthly,
  mostSpecialties,
  type OwnSpecialty,
  type Request,
  specialties,
  type Turn,
} from './model.ts';

/** Somebody in the list, with the credential that stands beside the name. */
export interface Listed {
  readonly expert: Expert;
  readonly credential: string | null;
}

const specialtyOptions = (own: readonly OwnSpecialty[]): Option[] => [
  ...specialties.map((specialty) => option(specialty, say('experts.specialty', { specialty }))),
  ...own.map(({ id, name }) => typedOption(id, name)),
];

export const entryForm = (group: string, entry: Expert | null, own: readonly OwnSpecialty[]): Form =>
  form({
    title: say('experts.me'),
    intro: [body(say('experts.me.intro')), quiet(say('experts.noDuty'))],
    fields: [
      pickField('specialties', say('experts.specialties'), specialtyOptions(own), {
        many: true,
        value: entry?.specialties.join(',') ?? '',
      }),
      pickField(
        'help',
        say('experts.help'),
        needs.map((need) => option(need, say('need.name', { need }))),
        { many: true, value: entry?.help.join(',') ?? '' },
      ),
      textField('languages', say('experts.languages'), { max: lengths.languages }, { value: entry?.languages }),
      textField(
        'jurisdiction',
        say('experts.jurisdiction'),
        { max: lengths.jurisdiction },
        { hint: say('experts.jurisdiction.hint'), value: entry?.jurisdiction },
      ),
      pickField(
        'perMonth',
        say('experts.perMonth'),
        monthly.map((n) => option(String(n), say('experts.times', { n }))),
        { hint: say('experts.perMonth.hint'), value: String(entry?.perMonth ?? 2) },
      ),
      switchField('mentoring', say('experts.mentoring'), { value: entry?.mentoring ? 'yes' : 'no' }),
      switchField('open', say('experts.open'), { value: (entry?.open ?? true) ? 'yes' : 'no' }),
    ],
    submit: say('word.save'),
    do: 'experts.me.save',
    with: { group },
  });

export const listForm = (group: string, own: readonly OwnSpecialty[]): Form =>
  form({
    title: say('experts.list'),
    fields: [
      textField(
        'names',
        say('experts.list.names'),
        { lines: 8, max: mostSpecialties * (lengths.specialty + 1) },
        { hint: say('experts.list.hint'), value: own.map(({ name }) => name).join('\n') },
      ),
    ],
    submit: say('word.save'),
    do: 'experts.list.save',
    with: { group },
  });

/** What can be said of an entry in words of ours, and what its owner or the group typed. */
function lineOf({ expert, credential }: Listed, own: readonly OwnSpecialty[], ways: readonly Action[]): Item {
  const said: Msg[] = [
    ...expert.specialties.flatMap((id) => (isShipped(id) ? [say('experts.specialty', { specialty: id })] : [])),
    ...expert.help.map((need) => say('need.name', { need })),
    ...(expert.mentoring ? [say('experts.mentors')] : []),
  ];
  const typed = [
    ...own.filter(({ id }) => expert.specialties.includes(id)).map(({ name }) => name),
    expert.languages,
    expert.jurisdiction,
  ].filter(Boolean);
  return item([person(expert.person, credential)], {
    detail: said.flatMap((one, i): (Msg | Span)[] => (i === 0 ? [one] : [say('word.dot'), one])),
    ...(typed.length > 0 ? { quote: typed.join(' · ') } : {}),
    actions: ways,
  });
}

/** What I said of myself, as colleagues read it. */
export const entryCard = (group: string, entry: Expert | null, own: readonly OwnSpecialty[]): Card =>
  card(say('experts.me'), [
    title(say('experts.me')),
    ...(entry === null
      ? [body(say('experts.me.none'))]
      : [
          body(say(entry.open ? 'experts.me.listed' : 'experts.me.unlisted')),
          list([lineOf({ expert: entry, credential: null }, own, [])], say('experts.me.none')),
          ...(entry.open ? [quiet(say('experts.me.limit', { n: entry.perMonth }))] : []),
        ]),
    actions(
      action(say('word.edit'), 'experts.me', { group }, { tone: 'main' }),
      action(say('experts.find'), 'experts.find', { group }),
    ),
  ]);

interface Directory {
  readonly group: string;
  readonly consultation: string | null;
  readonly wanted: string;
  readonly own: readonly OwnSpecialty[];
  readonly experts: readonly Listed[];
  readonly page: number;
  readonly more: boolean;
  readonly isOwner: boolean;
}

/** Asking goes straight on where the question is known; else it is chosen first. */
const askAction = (label: Msg, group: string, consultation: string | null, of: Record<string, string>): Action =>
  consultation === null
    ? action(label, 'experts.about', { group, ...of })
    : action(label, 'experts.ask', { group, consultation, ...of }, { confirm: say('experts.ask.confirm') });

export function directoryCard(d: Directory): Card {
  const { group, consultation, wanted, page } = d;
  const here = { group, ...(consultation === null ? {} : { consultation }) };
  const to = (n: number) => ({ ...here, wanted, page: String(n) });
  return card(say('experts.find'), [
    title(say('experts.find')),
    quiet(say('experts.noDuty')),
    {
      is: 'pick',
      label: say('experts.specialties'),
      options: [option('any', say('experts.any')), ...specialtyOptions(d.own)],
      chosen: [wanted],
      many: false,
      do: 'experts.find',
      with: here,
    },
    list(
      d.experts.map((one) =>
        lineOf(one, d.own, [askAction(say('experts.ask'), group, consultation, { expert: one.expert.id })]),
      ),
      say('experts.find.empty'),
    ),
    actions(
      ...(wanted === 'any' || d.experts.length === 0
        ? []
        : [askAction(say('experts.askAny'), group, consultation, { wanted })]),
      ...(page > 0 ? [action(say('word.back'), 'experts.find', to(page - 1))] : []),
      ...(d.more ? [action(say('find.more'), 'experts.find', to(page + 1))] : []),
      action(say('experts.me'), 'experts.me', { group }),
      ...(d.isOwner ? [action(say('experts.list'), 'experts.list', { group })] : []),
    ),
  ]);
}

/** My open questions, to choose the one it is about. */
export const aboutCard = (
  group: string,
  questions: readonly Consultation[],
  of: { readonly wanted?: string | undefined; readonly expert?: string | undefined },
): Card => {
  const chosen = { ...(of.wanted ? { wanted: of.wanted } : {}), ...(of.expert ? { expert: of.expert } : {}) };
  return card(say('experts.about'), [
    title(say('experts.about')),
    list(
      questions.slice(0, 8).map((c) =>
        item([category(c)], {
          detail: [when(c.askedAt, 'relative')],
          quote: c.text?.question ?? '',
          actions: [askAction(say('experts.ask'), group, c.id, chosen)],
        }),
      ),
      say('experts.about.none'),
    ),
    ...(questions.length === 0 ? [actions(action(say('home.ask'), 'consult.ask', { group }, { tone: 'main' }))] : []),
  ]);
};

const category = ({ topic, urgency }: Consultation): Msg => say('line.category', { topic, urgency });

/** The request, to the colleague who is asked: a category and no word of the case. */
export const requestCard = (turn: Turn, c: Consultation, asker: Member | null): Card =>
  card(say('experts.request'), [
    body(say('experts.request')),
    body(category(c)),
    quiet(say('line.by'), asker === null ? msg(say('line.anonymous')) : person(asker.person, asker.credential)),
    quiet(say('experts.noDuty')),
    quiet(say('experts.request.no')),
    answers(turn, c),
  ]);

const answers = (turn: Turn, c: Consultation): Block =>
  actions(
    action(say('experts.yes'), 'experts.yes', { group: turn.group, turn: turn.id }, { tone: 'main' }),
    action(say('experts.no'), 'experts.no', { group: turn.group, turn: turn.id }),
    openAction(c),
  );

const openAction = (c: Pick<Consultation, 'id' | 'group'>): Action =>
  action(say('experts.open.question'), 'consult.show', { group: c.group, consultation: c.id });

/** The same on the home page. */
export const requestItem = (turn: Turn, c: Consultation): Item =>
  item([msg(say('experts.request'))], {
    detail: [category(c)],
    actions: [
      action(say('experts.yes'), 'experts.yes', { group: turn.group, turn: turn.id }, { tone: 'main' }),
      action(say('experts.no'), 'experts.no', { group: turn.group, turn: turn.id }),
    ],
  });

export const passedCard: Card = card(say('experts.passed'), [body(say('experts.passed'))]);

export const yesCard = (c: Consultation): Card =>
  card(say('experts.yes.done'), [body(say('experts.yes.done')), actions(openAction(c))]);

const ofRequest = (r: Request) => ({ id: r.consultation, group: r.group });

export const takenCard = (r: Request, by: string): Card =>
  card(say('experts.taken'), [
    body(say('experts.taken'), person(by)),
    quiet(say('experts.noDuty')),
    actions(openAction(ofRequest(r))),
  ]);

/** One sentence, whatever the reason. */
export const noOneCard = (r: Request): Card =>
  card(say('experts.none'), [body(say('experts.none')), actions(openAction(ofRequest(r)))]);

/** How a request stands, as blocks below the question that it is about. */
export function standingBlocks(r: Request): Block[] {
  if (r.status === 'looking') return [quiet(say('experts.looking'), when(r.until, 'dateTime'))];
  if (r.status === 'none') return [quiet(say('experts.none'))];
  if (r.status === 'taken') return [quiet(say('experts.taken'), ...(r.taker === null ? [] : [person(r.taker)]))];
  return [];
}

/** `some`: there is somebody to ask. */
export const standingCard = (c: Consultation, r: Request | null, some: boolean): Card =>
  card(say('experts.standing'), [
    title(say('experts.standing')),
    ...(r === null ? [body(say('experts.standing.none'))] : standingBlocks(r)),
    quiet(say('experts.noDuty')),
    actions(
      openAction(c),
      ...(r?.status === 'looking' || !some
        ? []
        : [action(say('experts.find'), 'experts.find', { group: c.group, consultation: c.id })]),
    ),
  ]);

/** Below a question of mine: who could be asked, by what it speaks of. */
export function suggestion(c: Pick<Consultation, 'id' | 'group'>, fit: readonly string[]): Block[] {
  const ids = { group: c.group, consultation: c.id };
  const shipped = fit.filter(isShipped).slice(0, 2);
  return [
    ...(fit.length === 0 ? [] : [quiet(say('experts.suggest'))]),
    actions(
      ...shipped.map((specialty) =>
        askAction(say('experts.askFor', { specialty }), c.group, c.id, { wanted: specialty }),
      ),
      action(say('experts.find'), 'experts.find', ids),
    ),
  ];
}
