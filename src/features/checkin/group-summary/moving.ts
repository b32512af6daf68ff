import type { Installation, Moving } from '../../../storage/moving.ts';
import { type Circle, Circles, respondent } from './model.ts';

/**
 * Who stood behind a summary lies there as hashes under the installation's key. On the way, each is a token under that person's own
 * key, and becomes a hash again where it arrives: the next summary must know the same people again, or what protects them from being
 * reckoned out of two summaries (docs/domain.md, Check-ins) would begin anew. Whoever was erased meanwhile stays a hash that is
 * nobody's.
 */
export const circlesMoving: Moving<Circle> = {
  kind: Circles,
  async leaving(from) {
    const tokens = new Map<string, string>();
    for (const one of from.people)
      tokens.set(await from.digest(respondent(from.scope, one.ref)), one.token(subject(from)));
    return exchanged(tokens);
  },
  async arriving(to) {
    const hashes = new Map<string, string>();
    for (const one of to.people) hashes.set(one.token(subject(to)), await to.digest(respondent(to.scope, one.ref)));
    return exchanged(hashes);
  },
};

const subject = ({ scope }: Installation): string => `moving respondent ${scope}`;

const exchanged = (names: ReadonlyMap<string, string>) => async (circle: Circle) => ({
  ...circle,
  people: circle.people.map((one) => names.get(one) ?? one).sort(),
});
