/** Hosts of video rooms that groups of clinicians use, with what stands under them. */
const hosts = [
  'doxy.me',
  'meet.google.com',
  'meet.jit.si',
  'teams.live.com',
  'teams.microsoft.com',
  'simplepractice.com',
  'webex.com',
  'whereby.com',
  'zoom.us',
  'zoomgov.com',
] as const;

/** Whether this is a link to a video room on a known host: nothing else may stand in a calendar or a channel as one. */
export function videoLink(typed: string): boolean {
  const host = typed.match(/^https:\/\/([a-z0-9.-]+)(?:\/[^\s<>"]*)?$/i)?.[1]?.toLowerCase();
  return host !== undefined && hosts.some((one) => host === one || host.endsWith(`.${one}`));
}
