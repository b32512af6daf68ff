import type { Moving } from '../../../storage/moving.ts';
import { codeSubject, codeText, type ExportCode, ExportCodes } from './model.ts';

/**
 * A code is known by a hash under the installation's key. The person's own key makes the code again, so the hash is made again where
 * it arrives, and the code that somebody wrote down still works. Who redeemed it within the last hour is forgotten.
 */
export const codesMoving: Moving<ExportCode> = {
  kind: ExportCodes,
  leaving: async () => async (code) => ({ ...code, hash: '', usedBy: '' }),
  async arriving({ people, digest }) {
    const known = new Map(people.map((one) => [one.ref, one]));
    return async (code) => {
      const token = known.get(code.person)?.token(codeSubject(code.id));
      return token === undefined ? null : { ...code, hash: await digest(codeText(token)) };
    };
  },
};
