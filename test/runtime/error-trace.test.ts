import fc from 'fast-check';
import { expect, it } from 'vitest';
import { traceOf } from '../../src/runtime/error-trace.ts';
import { expectForm, group, openTestApp, type Person } from '../fixtures/test-app.ts';

const typed = 'Quillan Vesterholt keeps a heliotrope umbrella stand';

class OddError extends Error {}

it('says the class and where it was thrown, relative to the project', () => {
  const { error, at } = traceOf(
    (() => {
      try {
        return expect.unreachable.call(null, typed);
      } catch (e) {
        return e;
      }
    })(),
  );
  expect(error).toBe('AssertionError');
  expect(at).toMatch(/node_modules\//);
  expect(`${at}`).not.toMatch(/(^|< )\//);
});

/** Errors that hold typed text wherever an error can. */
const errors: [string, () => unknown][] = [
  ['its message', () => new OddError(typed)],
  ['a message of several lines that looks like frames', () => new Error(`x\n    at ${typed} (src/${typed}.ts:1:2)`)],
  ['its name', () => Object.assign(new Error('x'), { name: typed })],
  ['its name, with frames in it', () => Object.assign(new Error(''), { name: `E\n    at src/Quillan.ts:1:2` })],
  ['its cause', () => new Error('x', { cause: new Error(typed) })],
  [
    'a message changed later',
    () => Object.assign(new Error(`${typed}\n    at f (src/Vesterholt.ts:1:2)`), { message: 'y' }),
  ],
  ['a stack of its own', () => Object.assign(new Error('x'), { stack: `Error: x\n${typed}\n    at f (src/a.ts:1:2)` })],
  ['a field', () => Object.assign(new Error('x'), { typed })],
  ['its class', () => Reflect.construct({ [typed]: class extends Error {} }[typed] ?? Error, ['x'])],
  ['no error at all', () => typed],
  ['an object', () => ({ message: typed, stack: typed, name: typed })],
  ['an aggregate', () => new AggregateError([new Error(typed)], typed)],
];

it.each(errors)('lets nothing typed ride along in %s', (_where, make) => {
  const said = JSON.stringify(traceOf(make()));
  for (const word of typed.split(' ')) if (word.length > 4) expect(said).not.toContain(word);
});

it('passes on nothing of any message, whatever it is', () => {
  const unique = 'xqzv';
  const text = fc.array(
    fc.oneof(fc.string(), fc.constantFrom('\n', '    at ', 'src/', '.ts:1:2', '(', ')', 'Error: ')),
  );
  fc.assert(
    fc.property(text, text, (before, after) => {
      const message = [...before, unique, ...after].join('');
      expect(JSON.stringify(traceOf(new TypeError(message)))).not.toContain(unique);
      expect(traceOf(new TypeError(message)).error).toBe('TypeError');
    }),
  );
});

it('is what the log says of a bug in a handler, under the token that the person reads', async () => {
  const app = await openTestApp();
  const { ada } = (await group(app, ['ada'])) as { ada: Person };
  const form = await expectForm(ada.does('consult.ask'));
  app.store.transact = () => Promise.reject(new TypeError(typed));
  const shown = JSON.stringify(await ada.does(form.do, { ...form.with, question: typed }));
  const line = app.logged.find((l) => l.includes('runtime.handler_failed')) ?? '';
  const { token, error, at } = JSON.parse(line);
  expect(shown).toContain(token);
  expect(error).toBe('TypeError');
  expect(at).toMatch(/src\/runtime\/dispatch\.ts:\d+:\d+/);
  expect(line).not.toContain('Vesterholt');
  await app.remove();
});
