type Env = Readonly<Record<string, string | undefined>>;

/** Where a program runs: its settings, whether a person looks at its output, and Node's name of the system. */
export interface Surroundings {
  readonly env: Env;
  readonly terminal: boolean;
  readonly system: NodeJS.Platform;
}

/** Whether somebody sits at this computer who could look at a page: a terminal, no CI, no SSH, and on Linux a desktop. */
export function hasDesktop({ env, terminal, system }: Surroundings): boolean {
  if (!terminal || isSet(env.CI) || isSet(env.SSH_CONNECTION)) return false;
  const drawsByItself = system === 'darwin' || system === 'win32';
  return drawsByItself || isSet(env.DISPLAY) || isSet(env.WAYLAND_DISPLAY);
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '' && value !== 'false';

/** Opens a page in the browser that the person prefers. Where that fails, the printed address has to do. */
export async function openPage(url: string): Promise<void> {
  const { default: open } = await import('open');
  await open(url).catch(() => {});
}
