import { describe, expect, it } from 'vitest';
import { scan } from '../../src/index.ts';
import { shipped } from './cases.ts';

const tiersOf = (text: string): string[] =>
  scan(text, shipped())
    .filter(({ reason }) => reason === 'link')
    .map(({ tier, start, end }) => `${tier} ${text.slice(start, end)}`);

describe('links to public hosts', () => {
  it.each([
    'https://www.samhsa.gov/maria-lopez-dob-1990-02-03',
    'https://nih.gov/x#MariaLopez',
    'https://www.apa.org/search?q=maria+gonzalez+divorce+springfield',
    'https://www.cdc.gov/redirect?to=facebook.com/m.l.1990',
    'https://www.cdc.gov/redirect/facebook.com/m.l.1990',
    'https://www.cdc.gov/go?u=https%3A%2F%2Fexample.social%2Fm',
    'https://www.cdc.gov/go?u=%2568ttps%253A%252F%252Fexample',
    'https://pubmed.ncbi.nlm.nih.gov/?term=call+415-555-0132',
    'https://doi.org/10.1000/415-555-0132',
    'https://nih.gov/%6Daria%2Dlopez',
    'https://maria-lopez.apa.org/',
    'www.apa.org/guide/maria_lopez',
    'https://www.dol.apa.org/case-file/123-45-6789',
    'https://nih.gov/%E0%A4%A',
  ])('%s is taken out', (link) => expect(tiersOf(`See ${link} for what I mean.`)).toEqual([`remove ${link}`]));

  it.each([
    'https://www.apa.org/search?q=divorce+springfield',
    'https://www.apa.org/page#the-tall-one',
    'https://www.apa.org/guide/keisha',
    'https://www.apa.org/guide/hope-gonzalez',
    'https://www.apa.org/guide/maria_hill',
    'https://www.apa.org/n415555013',
  ])('%s is asked about', (link) => expect(tiersOf(`See ${link} for what I mean.`)).toEqual([`check ${link}`]));

  it.each([
    'https://www.samhsa.gov/resource/dbhis/tip-57-trauma-informed-care',
    'https://doi.org/10.1037/pst0000123',
    'https://pubmed.ncbi.nlm.nih.gov/1234567/',
    'https://www.nimh.nih.gov/health/topics/borderline-personality-disorder',
    'https://www.ptsd.va.gov/professional/treat/txessentials/cpt_for_ptsd_pro.asp',
    'https://cssrs.columbia.edu/the-columbia-scale-c-ssrs/about-the-scale/',
    'https://www.ecfr.gov/current/title-42/chapter-I/subchapter-A/part-2',
    'https://link.springer.com/article/10.1007/s10608-019-10012-3',
    'https://childmind.org/article/how-to-talk-to-kids-about-school-shootings/',
    'https://beckinstitute.org/about/understanding-cbt/',
  ])('%s stays', (link) => expect(scan(`See ${link} for what I mean.`, shipped())).toEqual([]));
});
