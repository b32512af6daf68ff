import { type Msg, say } from '../../i18n/message.ts';
import {
  action,
  actions,
  body,
  card,
  form,
  item,
  list,
  option,
  person,
  pickField,
  quiet,
  switchField,
  textField,
  title,
  typedOption,
} from '../../view/build.ts';
import type { Action, Card, Form, Item, Option, Span } from '../../view/view.ts';
import { needs } from '../consultation/model.ts';
import { type Expert, isShipped, lengths, monthly, mostSpecialties, type OwnSpecialty, specialties } from './model.ts';
import { toReplies } from './own-replies.ts';
import { askAction } from './request-views.ts';

/** Somebody in the list, with the credential that stands beside the name. */
export interface Listed {
  readonly expert: Expert;
  readonly credential: string | null;
  /** Specialties that the expert's group added. */
  readonly own: readonly OwnSpecialty[];
}

const specialtyOptions = (own: readonly OwnSpecialty[]): Option[] => [
  ...specialties.map((specialty) => option(specialty, say('experts.specialty', { specialty }))),
  ...own.map(({ id, name }) => typedOption(id, name)),
];

/** `asksBeyond`: the agreement says that experts of other groups can be asked. */
export const entryForm = (
  group: string,
  entry: Expert | null,
  own: readonly OwnSpecialty[],
  { asksBeyond }: { readonly asksBeyond: boolean },
): Form =>
  form({
    title: say('experts.me'),
    intro: [body(say('experts.me.intro')), quiet(say('experts.noDuty'))],
    fields: [
      pickField('specialties', say('experts.specialties'), specialtyOptions(own), {
        many: true,
        hint: say('experts.specialties.hint'),
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
      ...(asksBeyond
        ? [
            switchField('beyond', say('experts.open.beyond'), {
              hint: say('experts.open.beyond.hint'),
              value: entry?.beyond ? 'yes' : 'no',
            }),
          ]
        : []),
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
function lineOf({ expert, credential, own }: Listed, ways: readonly Action[]): Item {
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
export const entryCard = (
  group: string,
  entry: Expert | null,
  own: readonly OwnSpecialty[],
  { replied }: { readonly replied: boolean },
): Card =>
  card(say('experts.me'), [
    title(say('experts.me')),
    ...(entry === null
      ? [body(say('experts.me.none'))]
      : [
          body(say(entry.open ? 'experts.me.listed' : 'experts.me.unlisted')),
          list([lineOf({ expert: entry, credential: null, own }, [])], say('experts.me.none')),
          ...(entry.open && entry.beyond ? [quiet(say('experts.me.beyond'))] : []),
          ...(entry.open ? [quiet(say('experts.me.limit', { n: entry.perMonth }))] : []),
        ]),
    actions(
      action(say('word.edit'), 'experts.me', { group }, { tone: 'main' }),
      action(say('experts.find'), 'experts.find', { group }),
      ...(replied ? [toReplies(group)] : []),
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
  /** Those of other groups are shown. */
  readonly beyond: boolean;
  /** There are some. */
  readonly elsewhere: boolean;
  /** I replied to another group myself. */
  readonly replied: boolean;
}

export function directoryCard(d: Directory): Card {
  const { group, consultation, wanted, page } = d;
  const both = { group, ...(consultation === null ? {} : { consultation }) };
  const asked = d.beyond ? { beyond: 'yes' } : {};
  const here = { ...both, ...asked };
  const heading = say(d.beyond ? 'experts.beyond' : 'experts.find');
  const to = (n: number) => ({ ...here, wanted, page: String(n) });
  return card(heading, [
    title(heading),
    ...(d.beyond ? [quiet(say('experts.beyond.intro'))] : []),
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
        lineOf(one, [askAction(say('experts.ask'), group, consultation, { expert: one.expert.id, ...asked })]),
      ),
      say('experts.find.empty'),
    ),
    actions(
      ...(wanted === 'any' || d.experts.length === 0
        ? []
        : [askAction(say('experts.askAny'), group, consultation, { wanted, ...asked })]),
      ...(page > 0 ? [action(say('word.back'), 'experts.find', to(page - 1))] : []),
      ...(d.more ? [action(say('find.more'), 'experts.find', to(page + 1))] : []),
      ...(d.beyond
        ? [action(say('experts.beyond.back'), 'experts.find', both)]
        : d.elsewhere
          ? [action(say('experts.beyond'), 'experts.find', { ...both, beyond: 'yes' })]
          : []),
      action(say('experts.me'), 'experts.me', { group }),
      ...(d.replied ? [toReplies(group)] : []),
      ...(d.isOwner ? [action(say('experts.list'), 'experts.list', { group })] : []),
    ),
  ]);
}
