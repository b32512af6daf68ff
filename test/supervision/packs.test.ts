import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Pack, type Rule } from '../../src/index.ts';
import { packNamed, packs } from './hours.ts';

/** What was read, as it stood before the packs were spelled to the schema. */
const read = JSON.parse(readFileSync(join(import.meta.dirname, 'pack-figures.json'), 'utf8'));

/** All of a rule that is a figure. How supervised time counts as unrestricted stood in the words only. */
function figuresOf({ kind, id, source, status, text: _text, ...figures }: Rule) {
  const { unrestrictedSupervision: _words, ...rest } = figures as Record<string, unknown>;
  return { rule: `${kind} ${id}`, read: `${source} ${status}`, ...rest };
}

describe('the packs that come with Curbside', () => {
  it.each(Object.keys(read))('%s has the figures, sources and statuses that were read', (id) => {
    const pack = packNamed(id);
    const { version, asOf, stage, credential, effective, weekStartsOn, hour, roundTo, documents } = pack;
    expect({
      ...{ version, asOf, stage, credential, weekStartsOn, hour, roundTo, documents },
      effective: JSON.parse(JSON.stringify(effective)),
      sources: pack.sources.map((s) => `${s.id} ${s.kind} ${s.read} ${s.url}`),
      activities: pack.activities.map((a) =>
        [a.id, a.group, a.partOf ?? '', (a.modalities ?? []).join('+')].join(' ').trim(),
      ),
      rules: pack.rules.map(figuresOf),
      deadlines: pack.deadlines.map((d) => ({ deadline: d.id, read: `${d.source} ${d.status}`, ...d.due })),
    }).toEqual(read[id]);
  });

  it('are all there, and spelled as Americans spell', () => {
    expect(packs.map(({ id }) => id)).toEqual(Object.keys(read).sort());
    for (const pack of packs)
      expect(JSON.stringify({ ...pack, sources: [] })).not.toMatch(
        /\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/,
      );
    for (const pack of packs)
      expect(JSON.stringify(pack), pack.id).not.toMatch(/licence|counsell|centred|behaviour|practis/i);
  });
});

/** A pack with one field changed. */
const changed = (path: readonly (string | number)[], value: unknown) => {
  const json = JSON.parse(JSON.stringify(packNamed('us-ca-amft')));
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce((at, part) => at[part], json);
  parent[last] = value;
  return json;
};
const wrongAt = (json: unknown) => Pack.safeParse(json).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the schema', () => {
  it.each([
    [['asOf'], '2026-02-30'],
    [['weekStartsOn'], 7],
    [['hour', 'clientMinutes'], 55],
    [['activities', 1, 'partOf'], 'nothing'],
    [['activities', 1, 'partOf'], 'other'],
    [['activities', 0, 'partOf'], 'cfc'],
    [['activities', 3, 'modalities'], undefined],
    [['activities', 2, 'id'], 'direct'],
    [['activities', 2, 'id'], 'supervision'],
    [['rules', 0, 'of', 1], 'nothing'],
    [['rules', 0, 'source'], 'nothing'],
    [['rules', 0, 'kind'], 'sum'],
    [['rules', 1, 'id'], 't'],
    [['rules', 7, 'extra', 'of', 0], 'nothing'],
    [['rules', 6, 'minHours'], 3],
    [['rules', 3, 'minHours'], 1251],
    [['deadlines', 0, 'due', 'after'], 'later'],
  ] as const)('names the field %j when it is %j', (path, value) => {
    const at = wrongAt(changed(path, value)).join(' ');
    // A least that is more than the most: either of the two may be the one that is wrong.
    expect(at).toContain(path.slice(0, 3).join('.').replace('3.minHours', '3.maxHours'));
  });

  it('takes no field that it does not know, and a rule without a figure says nothing', () => {
    expect(Pack.safeParse(changed(['rules', 0, 'minHour'], 3)).error?.issues).toMatchObject([
      { code: 'unrecognized_keys', keys: ['minHour'], path: ['rules', 0] },
    ]);
    expect(wrongAt(changed(['rules', 0, 'minHours'], undefined))).toEqual(['rules.0']);
  });

  it('null and left out both mean an open end', () => {
    expect(Pack.parse(changed(['effective', 'to'], null)).effective.to).toBeUndefined();
  });

  it.each(['rules', 'activities', 'sources'])(
    'takes 200 %s at most, and looks at none where there are more',
    (list) => {
      const [first] = changed(['asOf'], '2026-11-30')[list];
      const many = (length: number) =>
        changed(
          [list],
          Array.from({ length }, (_, i) => ({ ...first, id: `${first.id}${i}` })),
        );
      expect(wrongAt(many(200))).not.toContain(list);
      const { issues } = Pack.safeParse(many(20_000)).error ?? {};
      expect(issues).toMatchObject([{ path: [list], message: 'must have at most 200 entries' }]);
    },
  );

  it.each(['\u001b[2J', 'a\nb', 'a\u202eb', 'a\u2028b'])(
    'names a text that would steer a terminal or turn a line: %j',
    (text) => {
      for (const path of [['title'], ['board'], ['rules', 0, 'text'], ['activities', 0, 'label'], ['notes', 0]])
        expect(Pack.safeParse(changed(path, text)).error?.issues).toMatchObject([
          { path, message: expect.stringMatching(/^must not have control characters/) },
        ]);
    },
  );
});
