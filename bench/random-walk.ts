import { defaultLocale } from '../src/index.ts';
import { faces } from '../test/fixtures/faces.ts';
import { gallery } from '../test/fixtures/gallery.ts';
import { everybodySends, randomWalk, type Step } from '../test/fixtures/random-walk.ts';
import { openTestApp } from '../test/fixtures/test-app.ts';

/*
 * Hostile input for as long as wanted: every kind of button and form sent by everybody, then so many steps at random, from
 * so many seeds. Prints one JSON object; `failed` lists each command with the log line of its first failure inside, and
 * ought to be empty. Run: npx tsx bench/random-walk.ts [seeds] [steps]
 */
const seeds = Number(process.argv[2] ?? 3);
const steps = Number(process.argv[3] ?? 3000);
const answered = { view: 0, again: 0, refused: 0 };
const failed: Record<string, string> = {};
const commands = new Set<string>();
let sent = 0;
const take = ({ command, answer, errors }: Step): void => {
  try {
    for (const { draw } of faces) draw(answer.is === 'again' ? answer.form : answer.view, defaultLocale);
  } catch (error) {
    failed[command] ??= `cannot be drawn: ${error instanceof Error ? error.stack : error}`;
  }
  sent += 1;
  answered[answer.is] += 1;
  commands.add(command);
  if (errors[0] !== undefined) failed[command] ??= errors[0];
};
for (let seed = 1; seed <= seeds; seed += 1) {
  const app = await openTestApp();
  const screens = await gallery(app);
  await everybodySends(app, screens, take);
  await randomWalk(app, screens, seed, steps, take);
  await app.remove();
}
console.log(JSON.stringify({ node: process.version, seeds, sent, commands: commands.size, answered, failed }, null, 2));
