import { ownWords } from '../../../src/index.ts';
import { languages } from './languages.ts';

/** Names one of Slack's own sentences: `say('slack.wait')`. */
export const say = ownWords(languages);
