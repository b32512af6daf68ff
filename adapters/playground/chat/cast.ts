/** Somebody to act as. All of them are invented; none is modelled on a real clinician. */
export interface Actor {
  /** The playground's own id of the person, also in addresses: `?as=rowan`. */
  readonly id: string;
  readonly name: string;
  readonly credential: string;
  readonly licensed: boolean;
  readonly role: string;
  readonly story: string;
  /** Manages the playground's server, as an administrator of a workspace would. */
  readonly manages: boolean;
  /** Joined the group before the first visit. One person has not, to show first use. */
  readonly joined: boolean;
}

const actor = (
  id: string,
  name: string,
  credential: string,
  role: string,
  story: string,
  rest: Partial<Pick<Actor, 'licensed' | 'manages' | 'joined'>> = {},
): Actor => ({ id, name, credential, role, story, licensed: true, manages: false, joined: true, ...rest });

export const cast: readonly Actor[] = [
  actor('rowan', 'Rowan Ellery', 'LMFT', 'Family therapist', 'Six sessions today, no long breaks.'),
  actor('imani', 'Imani Thistlewood', 'PhD', 'Psychologist', 'Answers from the train.'),
  actor('keoni', 'Keoni Brightwater', 'LMHC', 'Counselor', 'Misses the hospital’s hallway.'),
  actor('mateo', 'Mateo Larkspur', 'LPC Associate', 'Pre-licensed', 'Gathers hours for a license.', {
    licensed: false,
  }),
  actor('saoirse', 'Saoirse Windermere', 'LPC-S', 'Supervisor', 'Supervises Mateo, asks others too.'),
  actor('noor', 'Noor Quillfeather', 'PsyD', 'Child psychologist', 'Schools, parents, too many forms.'),
  actor('beatrix', 'Beatrix Fairweather', 'LPC', 'Practice owner', 'Set up this group.', {
    manages: true,
  }),
  actor('tomasz', 'Tomasz Willowby', 'LCSW', 'New here', 'Starts with the agreement.', { joined: false }),
];

const first = cast[0] as Actor;

/** The person of that id, or the first one: an address that names nobody still opens the playground. */
export const actorOf = (id: string | undefined): Actor => cast.find((a) => a.id === id) ?? first;

/** "RE" for the round mark beside a name. */
export const initialsOf = (actor: Actor): string =>
  actor.name
    .split(' ')
    .map((word) => word.charAt(0))
    .join('');
