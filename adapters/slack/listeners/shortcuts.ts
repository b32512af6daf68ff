import type { PlainKey, Route } from '../../../src/index.ts';

/** An entry of Slack's own menus. It is offered only while the core has the route behind it. */
export interface Shortcut {
  /** The callback id, and the route that it leads to. */
  readonly route: string;
  readonly type: 'global' | 'message';
  readonly name: PlainKey;
  readonly about: PlainKey;
}

const shortcuts: readonly Shortcut[] = [
  { route: 'consult.ask', type: 'global', name: 'slack.shortcut.ask', about: 'slack.shortcut.ask.about' },
  { route: 'consult.check', type: 'message', name: 'slack.shortcut.check', about: 'slack.shortcut.check.about' },
  { route: 'consult.logThread', type: 'message', name: 'slack.shortcut.log', about: 'slack.shortcut.log.about' },
];

export function shortcutsFor(routes: readonly Route[]): Shortcut[] {
  const names = new Set(routes.map((route) => route.name));
  return shortcuts.filter((shortcut) => names.has(shortcut.route));
}
