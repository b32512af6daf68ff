import { type Msg, say } from '../../i18n/message.ts';
import type { Consultation, Draft } from './model.ts';

/** The only thing a channel, a title or a notification says of a case. */
export const category = ({
  topic,
  urgency,
  structure,
}: Pick<Consultation | Draft, 'topic' | 'urgency' | 'structure'>): Msg =>
  structure === null
    ? say('line.category', { topic, urgency })
    : say('line.structure', { name: structure.name, urgency });

/** How a question stands, to its author or to somebody else. */
export const stateOf = ({ status, hiddenAt }: Consultation, own: boolean): Msg =>
  say('own.state', { status: hiddenAt === null ? status : 'hidden', own });

export const purposeOf = ({ purpose }: Draft): Msg => say('mine.draft', { purpose });
