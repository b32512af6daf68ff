import { say } from '../../../i18n/message.ts';
import { body, card } from '../../../view/build.ts';

/** In one's own open questions, if one chose so. */
export const awayCard = card(say('checkin.away.thread'), [body(say('checkin.away.thread'))]);
