import { describe, expect, it } from 'vitest';
import { undisguised } from '../../src/deidentify/disguise.ts';
import { found, shipped } from './cases.ts';

describe('names with figures and signs for letters', () => {
  it.each([
    ['B3th@ny. Her password, her tattoo, her name. She is 34.', 'B3th@ny'],
    ['My client H@yes searched for it. He is 50.', 'H@yes'],
    ['teen types "j4r3d told m@ddie" in it. 15, SI passive', 'j4r3d'],
    ['Daughter Fa1th (her spelling) is the client.', 'Fa1th'],
  ])('%s', (text, name) => expect(found(text).join(' | ')).toContain(name));

  it.each([
    'CYP2D6 poor metabolizer, HLA-B27, VO2max 30, PCL5 31, A1c 7',
    'write to m4ria@example.com',
    'see example.com/j4r3d and R2D2',
    'nothing t0 see, typing like thi5',
  ])('leaves "%s" as it is', (text) => expect(undisguised(text, shipped())).toBe(text));

  it('keeps the length of a text', () => {
    const text = 'K4ylee and Wi11ow told m@ddie';
    expect(undisguised(text, shipped())).toHaveLength(text.length);
  });
});
