import type { Msg } from '../../../src/index.ts';
import { say } from '../words/index.ts';

/** An entry in the menu of a message (right click, Apps). It is offered only while the core has the route behind it. */
export interface ContextMenu {
  readonly label: Msg;
  readonly route: string;
}

export const contextMenus: readonly ContextMenu[] = [
  { label: say('discord.menu.check'), route: 'consult.check' },
  { label: say('discord.menu.log'), route: 'consult.logThread' },
];
