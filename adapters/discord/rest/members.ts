import { type APIGuildMember, DiscordAPIError, type REST, Routes } from 'discord.js';
import {
  type Clock,
  type PersonRef,
  peopleOfView,
  type Scope,
  type Vault,
  type View,
  wordsOf,
} from '../../../src/index.ts';
import { soon } from '../../node/soon.ts';
import type { DisplayedPerson } from '../components/text.ts';
import { platform } from '../name.ts';

/** A person is a member of one server: the same user elsewhere is somebody else to the core. */
export const memberId = (guild: string, user: string): string => `${guild}/${user}`;

/** The server and the user behind an id made by `memberId`. */
export function guildAndUser(id: string): { guild: string; user: string } | null {
  const [guild, user] = id.split('/');
  return guild && user ? { guild, user } : null;
}

/** How long a name is remembered, in memory only. */
const nameMs = 10 * 60_000;
const mostNames = 2000;

/**
 * Discord takes a modal within three seconds and as the first response: no call may take that time away from it. Other answers
 * are acknowledged, and good for 15 minutes.
 */
export const openWithinMs = 500;
const patientMs = 60_000;

/** Names and ids of people, for rendering. */
export interface Members {
  refFor(guild: string, user: string): Promise<PersonRef>;
  scopeFor(guild: string): Promise<Scope>;
  /** Remembers a name that an event brought along. */
  saw(guild: string, user: string, name: string): void;
  /** Whether somebody is in a server still; who is not has been reported as having left when this resolves. */
  isIn(guild: string, user: string): Promise<boolean>;
  /** Whether somebody has used Curbside in a server. */
  isKnown(guild: string, user: string): Promise<boolean>;
  /** What one person is called in their server; null when Discord does not know or does not say. */
  nameOf(ref: PersonRef): Promise<string | null>;
  /**
   * Looks up everybody a view names, so that rendering itself waits for nothing. People already picked in a form need
   * no name, only the vault; one whose name is not at hand in time for a form is “a colleague” in it.
   */
  peopleIn(view: View, locale: string): Promise<(ref: PersonRef) => DisplayedPerson>;
}

/** Discord's word for somebody who is not in the server (any more). */
const unknownMember = 10007;
const isUnknownMember = (error: unknown): boolean => error instanceof DiscordAPIError && error.code === unknownMember;

/**
 * `left` is told of somebody who turns out to have left a server, as Discord's event for it is privileged. Resolves when
 * that is taken in.
 */
export function createMembers(
  vault: Vault,
  rest: REST,
  clock: Clock,
  left: (guild: string, user: string) => Promise<void>,
): Members {
  const names = new Map<string, { readonly name: string; readonly until: number }>();

  function saw(guild: string, user: string, name: string): void {
    if (names.size >= mostNames) names.clear();
    names.set(memberId(guild, user), { name, until: clock.now() + nameMs });
  }

  async function nameOf(guild: string, user: string): Promise<string | null> {
    const key = memberId(guild, user);
    const known = names.get(key);
    if (known !== undefined && known.until > clock.now()) return known.name;
    try {
      const member = (await rest.get(Routes.guildMember(guild, user))) as APIGuildMember;
      const name = member.nick ?? member.user.global_name ?? member.user.username;
      saw(guild, user, name);
      return name;
    } catch (error) {
      if (isUnknownMember(error)) void left(guild, user);
      return known?.name ?? null;
    }
  }

  async function displayed(ref: PersonRef, locale: string, named: boolean, withinMs: number): Promise<DisplayedPerson> {
    const id = await vault.reveal(ref);
    const who = id === null ? null : guildAndUser(id.id);
    if (who === null) return { name: wordsOf(locale, { key: 'privacy.former' }), userId: null };
    const name = named ? await soon(nameOf(who.guild, who.user), withinMs) : null;
    return { name: name ?? wordsOf(locale, { key: 'word.someone' }), userId: who.user };
  }

  const isKnown = async (guild: string, user: string): Promise<boolean> =>
    (await vault.known({ platform, id: memberId(guild, user) })) !== null;

  return {
    refFor: (guild, user) => vault.refFor({ platform, id: memberId(guild, user) }),
    scopeFor: (guild) => vault.scopeFor({ platform, id: guild }),
    saw,
    isKnown,
    async isIn(guild, user) {
      try {
        await rest.get(Routes.guildMember(guild, user));
        return true;
      } catch (error) {
        if (!isUnknownMember(error)) return true;
        // Of somebody who never came by there is nothing to take leave of, and nothing is noted.
        if (await isKnown(guild, user)) await left(guild, user);
        return false;
      }
    },
    async nameOf(ref) {
      const id = await vault.reveal(ref);
      const who = id === null ? null : guildAndUser(id.id);
      return who === null ? null : nameOf(who.guild, who.user);
    },
    async peopleIn(view, locale) {
      const { named, picked } = peopleOfView(view);
      const all = [...new Set([...named, ...picked])];
      const withinMs = view.is === 'form' ? openWithinMs : patientMs;
      const found = new Map(
        await Promise.all(
          all.map(async (ref) => [ref, await displayed(ref, locale, named.has(ref), withinMs)] as const),
        ),
      );
      const nobody = { name: wordsOf(locale, { key: 'word.someone' }), userId: null };
      return (ref) => found.get(ref) ?? nobody;
    },
  };
}
