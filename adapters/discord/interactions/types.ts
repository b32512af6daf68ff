import type {
  ButtonInteraction,
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  StringSelectMenuInteraction,
  UserSelectMenuInteraction,
} from 'discord.js';
import type { Values } from '../../../src/index.ts';
import type { KeptForm } from '../forms/kept-forms.ts';

export type CommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** Pressing and choosing. */
export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction | UserSelectMenuInteraction;

/** What a person did that can be answered. */
export type AnswerableInteraction = CommandInteraction | ComponentInteraction | ModalSubmitInteraction;

/** An interaction that a kept form goes on with. */
export type FormInteraction = ComponentInteraction | ModalSubmitInteraction;

/** An interaction that may open a modal: everything but the sending of one. */
export type ModalOpener = Exclude<AnswerableInteraction, ModalSubmitInteraction>;

/** A command that an interaction asks for. Its modal's fields are read later, once it is known which server's people they name. */
export interface CommandRequest {
  /** A route name; empty for what no version of ours sends, which the core answers as unknown. */
  readonly command: string;
  /** Options, and what a button or form carries. */
  readonly values: Values;
  /** The community that a button in direct messages names. */
  readonly scope?: string | null;
  /** A time zone that was chosen beside the command, for the form that it opens. */
  readonly zone?: string | null;
  /** The kept form that is sent with it, and which of its pages came now; null: it is sent as it is kept. */
  readonly kept?: { readonly form: KeptForm; readonly page: number | null };
}
