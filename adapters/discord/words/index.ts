import { ownWords } from '../../../src/index.ts';
import { languages } from './languages.ts';

/** Names one of Discord's own sentences: `say('discord.continue')`. */
export const say = ownWords(languages);
