import type { Msg, Route } from '../../../src/index.ts';
import { say } from '../words/index.ts';

/** An entry of Slack's own menus. It is offered only while the core has the route behind it. */
export interface Shortcut {
  /** The callback id, and the route that it leads to. */
  readonly route: string;
  readonly type: 'global' | 'message';
  readonly name: Msg;
  readonly about: Msg;
}

const shortcuts: readonly Shortcut[] = [
  { route: 'consult.ask', type: 'global', name: say('slack.shortcut.ask'), about: say('slack.shortcut.ask.about') },
  {
    route: 'consult.check',
    type: 'message',
    name: say('slack.shortcut.check'),
    about: say('slack.shortcut.check.about'),
  },
  {
    route: 'consult.logThread',
    type: 'message',
    name: say('slack.shortcut.log'),
    about: say('slack.shortcut.log.about'),
  },
];

export function shortcutsFor(routes: readonly Route[]): Shortcut[] {
  const names = new Set(routes.map((route) => route.name));
  return shortcuts.filter((shortcut) => names.has(shortcut.route));
}
