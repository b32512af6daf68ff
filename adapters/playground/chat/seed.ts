import type { Answer, Form } from '../../../src/index.ts';
import { incomingFrom } from '../server/inbound.ts';
import { type Actor, cast } from './cast.ts';
import { changeSettings, readSettings } from './settings.ts';
import type { World } from './world.ts';

/**
 * Makes the group ready on the first start, by the same commands that a person would use: whoever manages the server
 * sets it up with all that a group can use, to be tried, and the cast accepts the agreement, all but the newcomer. Repeating it changes
 * nothing.
 */
export async function seed(world: World): Promise<void> {
  if ((await readSettings(world.store)).seeded) return;
  const owner = cast.find((actor) => actor.manages);
  if (owner === undefined) throw new Error('nobody in the cast manages the server');
  const setup = await open(world, owner, 'curbside.setup', {});
  await submit(world, owner, setup, { features: everyOption(setup, 'features') });
  for (const actor of cast.filter((a) => a.joined)) {
    const group = await groupOf(world, actor);
    if (group === null) continue;
    const form = await open(world, actor, 'agreement.form', group);
    await submit(world, actor, form, { credential: actor.credential, licensed: actor.licensed ? 'yes' : 'no' });
  }
  await changeSettings(world.store, { seeded: true });
}

function everyOption(form: Form, name: string): string {
  const field = form.fields.find((one) => one.name === name);
  if (field?.is !== 'pick') throw new Error(`the setup form has no choice of ${name}`);
  return field.options.map(({ value }) => value).join(',');
}

/** The values with which the agreement's card offers its form; null to somebody who has accepted. */
async function groupOf(world: World, actor: Actor): Promise<Readonly<Record<string, string>> | null> {
  const answer = await send(world, actor, 'curbside.agreement', {});
  if (answer.is === 'again' || answer.view.is !== 'card') throw new Error('the agreement is not shown as a card');
  const actions = answer.view.blocks.flatMap((block) => (block.is === 'actions' ? block.actions : []));
  return actions.find((action) => action.do === 'agreement.form')?.with ?? null;
}

async function open(
  world: World,
  actor: Actor,
  command: string,
  input: Readonly<Record<string, string>>,
): Promise<Form> {
  const answer = await send(world, actor, command, input);
  if (answer.is !== 'view' || answer.view.is !== 'form') throw new Error(`${command} opened no form`);
  return answer.view;
}

/** Submits a form with the values it came with, and some of one's own. */
async function submit(world: World, actor: Actor, form: Form, values: Readonly<Record<string, string>>): Promise<void> {
  const defaults = Object.fromEntries(form.fields.map((field) => [field.name, field.value]));
  const answer = await send(world, actor, form.do, { ...form.with, ...defaults, ...values });
  if (answer.is === 'view') return;
  // A store that has stopped says why at the next write: a full disk has plain words of its own.
  await changeSettings(world.store, { seeded: false });
  throw new Error(`${form.do} was not accepted`);
}

const send = async (
  world: World,
  actor: Actor,
  command: string,
  input: Readonly<Record<string, string>>,
): Promise<Answer> =>
  world.core.handle(await incomingFrom(world, actor, { event: `seed ${command}`, command, input, locale: null }));
