import { type Msg, plain, say } from '../../../i18n/message.ts';
import { action, actions, body, quiet, quote, when } from '../../../view/build.ts';
import type { Action, Block } from '../../../view/view.ts';
import type { Draft } from '../model.ts';
import { idsOf, type PreviewOf } from './preview-of.ts';
import { tellsAuthor } from './tells-author.ts';

export const mayBeAnonymous = ({ name, barred }: PreviewOf): boolean =>
  name !== 'structure' && name !== 'forbid' && barred === null;

/** Read by the author alone, and only here: the one place where anonymous posting is chosen. */
export function barredBlocks({ draft, name, barred }: PreviewOf): Block[] {
  if (barred === null || !couldBeAnonymous(draft, name)) return [];
  return [
    body(say('bar.preview'), when(barred - 1, 'date')),
    quiet(say(draft.purpose === 'case' && name === 'require' ? 'bar.previewNone' : 'bar.previewText')),
  ];
}

const couldBeAnonymous = (draft: Draft, name: PreviewOf['name']): boolean =>
  draft.purpose === 'case'
    ? name === 'allow' || name === 'require'
    : draft.purpose === 'reply' && draft.voice === 'colleague';

/** Whether it can go out, or goes out, without a name. */
const isWithoutName = (of: PreviewOf): boolean =>
  of.draft.purpose === 'case' ? mayBeAnonymous(of) : of.barred === null && of.soon !== null;

/** Before something goes out without a name: by which of its words colleagues could tell all the same who wrote it. */
export function guessBlocks(of: PreviewOf): Block[] {
  if (!isWithoutName(of)) return [];
  const phrases = tellsAuthor(of.draft.fields);
  return phrases.length === 0
    ? [quiet(say('posting.couldTell'))]
    : [quote(phrases.join('\n'), say('posting.tellsYou')), quiet(say('posting.checkToo'))];
}

/** Why there is only one way to post it. */
export function nameBlocks({ draft, name }: PreviewOf): Block[] {
  if (draft.purpose !== 'case' || name === 'allow') return [];
  const why = {
    structure: 'preview.namedOnly',
    require: 'preview.anonymousOnly',
    forbid: 'preview.noAnonymous',
  } as const;
  return [quiet(plain(why[name]))];
}

/** Posting it, and below that, what else can become of it. */
export function waysOn(of: PreviewOf): Block[] {
  const { draft, otherLanguages } = of;
  const ids = idsOf(draft);
  // With a name or without are equal ways, so neither is the main one.
  const tone = draft.purpose === 'case' && of.name === 'allow' ? 'plain' : 'main';
  const post = (label: Msg, as: string) =>
    action(label, 'consult.post', { ...ids, version: String(draft.version), as }, { tone });
  const posts: Readonly<Record<Draft['purpose'], Action[]>> = {
    case: [
      ...(of.name === 'require' ? [] : [post(say('preview.asMe'), 'me')]),
      ...(!mayBeAnonymous(of)
        ? []
        : [post(say(draft.warnedSmall ? 'preview.anonymouslyStill' : 'preview.anonymously'), 'anonymous')]),
    ],
    edit: [post(say('preview.edited'), 'same')],
    outcome: [post(say('preview.outcome'), 'same')],
    amendment: [post(say('preview.addAmendment'), 'same')],
    editReply: [post(say('preview.edited'), 'same')],
    reply:
      of.barred !== null && draft.voice === 'colleague'
        ? []
        : [
            post(
              say(
                ({ me: 'preview.replyMe', colleague: 'preview.replyColleague', asker: 'preview.replyAsker' } as const)[
                  draft.voice
                ],
              ),
              'same',
            ),
          ],
  };
  const isKept = draft.foreign && draft.purpose !== 'amendment' && otherLanguages === 'forbid';
  const edit = action(say('preview.edit'), 'consult.draft.edit', ids);
  const discard = { tone: 'danger', confirm: say('preview.discard.confirm') } as const;
  return [
    ...(isKept ? [] : [actions(...posts[draft.purpose])]),
    actions(edit, action(say('preview.discard'), 'consult.discard', ids, discard)),
  ];
}
