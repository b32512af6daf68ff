import type { Browser } from 'playwright-core';
import type { Template } from '../../src/index.ts';
import { shipped } from '../../test/consultation/structure-steps.ts';
import { attest, press, submit } from '../../test/fixtures/steps.ts';
import { expectCard, expectForm, groupId, type Person } from '../../test/fixtures/test-app.ts';
import type { Face } from './faces.ts';
import { onAll } from './pane.tsx';
import { save } from './save.ts';
import { texts } from './structure-texts.ts';

const minute = 60_000;

/** Each structure in its thread, about in the middle, on every face. */
export async function structurePictures(browser: Browser, faces: readonly Face[]): Promise<void> {
  for (const template of [...shipped].sort((a, b) => a.order - b.order)) {
    for (const face of faces) await play(face, template);
    await save(browser, await onAll(browser, faces, (face) => face.thread()), `structure-${template.id}`);
  }
}

/** From the form to the step in the middle; written steps are written, open parts are taken. */
async function play(face: Face, template: Template): Promise<void> {
  const [, , , presenter, ...colleagues] = face.people as [Person, Person, Person, Person, ...Person[]];
  const others = [...colleagues, face.people[0] as Person];
  const said = texts[template.id] ?? {};
  const group = await groupId(presenter);
  const form = await expectForm(presenter.does('consult.ask', { group, template: template.id }));
  const given = Object.fromEntries(template.fields.map(({ id }) => [id, said[id] ?? '']));
  const preview = await attest(presenter, await expectCard(submit(presenter, form, given)));
  const posted = await expectCard(press(presenter, preview, 'Post as me'));
  await face.pass(minute);
  const consultation = JSON.stringify(posted).match(/"consultation":"([^"]+)"/)?.[1] ?? '';
  const at = { group, consultation };
  if (template.steps.length === 0) {
    const reply = await expectForm(others[0]?.does('consult.reply', at) as ReturnType<Person['does']>);
    await submit(others[0] as Person, reply, { text: said.reply ?? '' });
    await face.pass(minute);
    return;
  }
  const cast: Partial<Record<string, Person>> = { presenter, group: others[0] as Person };
  const first = template.steps[0];
  for (const [i, { role }] of template.parts.entries()) {
    const person = others[i] as Person;
    await expectCard(person.does('step.part', { ...at, step: first?.id ?? '', part: role }));
    cast[role] = person;
  }
  await face.pass(minute);
  const middle = Math.floor(template.steps.length / 2);
  for (const step of template.steps.slice(0, middle)) {
    const mover =
      cast[step.turn === 'group' ? (cast.facilitator ? 'facilitator' : 'presenter') : step.turn] ?? presenter;
    const by = cast[step.writes?.by ?? step.turn] ?? presenter;
    if (step.writes) await write(by, at, step.id, said[step.id] ?? '');
    else if (step.turn === 'group' && said[step.id]) await write(others[1] as Person, at, null, said[step.id] ?? '');
    await face.pass(minute);
    const choice = step.choices[0] ? { choice: step.choices[0].id } : {};
    await mover.does('step.next', { ...at, step: step.id, ...choice });
    await face.pass(minute);
  }
}

async function write(
  person: Person,
  at: { readonly group: string; readonly consultation: string },
  step: string | null,
  text: string,
): Promise<void> {
  if (text === '') return;
  const form = await expectForm(person.does('consult.reply', { ...at, ...(step === null ? {} : { step }) }));
  const answer = await submit(person, form, { text });
  if (answer.is !== 'view') throw new Error(`not posted: ${JSON.stringify(answer).slice(0, 400)}`);
  // The identifier check asks first where it finds anything: these texts give it nothing to find.
  if (JSON.stringify(answer.view).includes('reply.post')) throw new Error(`asked first: ${text}`);
}
