import type { ChatPlatform } from '../ports/chat.ts';
import type { Scope } from '../ports/store.ts';

/** A scope is `<platform>.<random>`. */
export const platformOf = (platforms: readonly ChatPlatform[], scope: Scope): ChatPlatform | undefined =>
  platforms.find((p) => scope.startsWith(`${p.name}.`));

export const asksInGroup = (platforms: readonly ChatPlatform[], scope: Scope): boolean =>
  platformOf(platforms, scope)?.limits.asksInGroup ?? false;

/** Whether fields that can wait stand on the answer of a form. */
export const choosesLater = (platforms: readonly ChatPlatform[], scope: Scope): boolean =>
  platformOf(platforms, scope)?.limits.choosesLater ?? false;

/** Whether files stay on the platform of a community; where it is not known, they are taken to. */
export const filesStay = (platforms: readonly ChatPlatform[], scope: Scope): boolean => {
  const platform = platformOf(platforms, scope);
  return platform === undefined || platform.limits.filesStay === true;
};
