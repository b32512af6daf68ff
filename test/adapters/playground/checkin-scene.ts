import { expect } from 'vitest';
import { scene } from './scene.ts';
import { valuesOf, visitor } from './visitor.ts';

/** A scene in which the group has check-ins turned on, with what several stories of them do. */
export function checkinScene() {
  const parts = scene();
  const { page: onPage, url, line, card } = parts;

  /** Others act through the page's own requests; the person whose story it is, in the browser. */
  async function circle() {
    const others = visitor(url());
    const group = valuesOf(await others.page('as=rowan&at=home'), 'consult.ask').group ?? '';
    const setup = { zone: 'America/New_York', features: 'consultation,checkin', quietFrom: '18:00', quietTo: '08:30' };
    await others.press('beatrix', 'home', 'setup.save', { group }, { ...setup, nudgeHours: '24' });
    const enrol = (who: string) => others.press(who, 'home', 'checkin.start', { group });
    const answer = (who: string, value: string) => others.press(who, 'home', 'checkin.answer', { group, value });
    const move = async (by: 'hour' | 'day' | 'week', times: number) => {
      for (let i = 0; i < times; i++) await others.post('/clock', { by, zone: 'America/New_York' });
    };
    /** Every move draws an open page anew: a long time passes while she is elsewhere. */
    const later = async (by: 'hour' | 'day', times: number) => {
      const at = onPage().url();
      if (times > 2) await onPage().goto('about:blank');
      const weeks = by === 'day' ? Math.floor(times / 7) : 0;
      await move('week', weeks);
      await move(by, times - 7 * weeks);
      if (times > 2) await onPage().goto(at);
    };
    return { group, others, enrol, answer, later };
  }

  async function type(text: string) {
    await line().fill(text);
    await onPage().keyboard.press('Escape');
    await line().press('Enter');
    await expect.poll(() => line().inputValue()).toBe('');
  }

  /** A button of the newest private card. */
  const button = (name: string) => card().getByRole('button', { name, exact: true });

  return { ...parts, button, circle, type };
}
