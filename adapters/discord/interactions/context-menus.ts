import type { Msg } from '../../../src/index.ts';

/** An entry in the menu of a message (right click, Apps). It is offered only while the core has the route behind it. */
export interface ContextMenu {
  readonly label: Msg;
  readonly route: string;
}

export const contextMenus: readonly ContextMenu[] = [
  { label: { key: 'discord.menu.check' }, route: 'consult.check' },
  { label: { key: 'discord.menu.log' }, route: 'consult.logThread' },
];
