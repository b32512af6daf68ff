import type { FC } from 'hono/jsx';
import type { Page } from '../page-data.ts';
import { pageWords } from '../words.ts';

/** The command line: text for the channel, or a slash command with completion (an editable combobox with a list). */
export const CommandLine: FC<{ page: Page; hint: string }> = ({ page, hint }) => (
  <form class="line" id="line-form" data-line autocomplete="off">
    <div id="commands" role="listbox" aria-label={pageWords.commands} hidden data-keep>
      {page.commands.map((command, i) => (
        // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the line; aria-activedescendant names the option
        <div
          role="option"
          id={`command-${i}`}
          aria-selected="false"
          data-typed={command.typed}
          data-words={command.options.length > 0 ? 'yes' : 'no'}
        >
          <code>
            {command.typed}
            {command.options.map((option) => (
              <span class="option"> {option.choices.length > 0 ? option.choices.join('|') : option.name}</span>
            ))}
          </code>
          <span>{command.help}</span>
        </div>
      ))}
    </div>
    <label class="visually-hidden" for="line">
      {pageWords.line}
    </label>
    <div class="line-row">
      <input
        id="line"
        name="text"
        type="text"
        placeholder={pageWords.linePlaceholder}
        role="combobox"
        aria-controls="commands"
        aria-expanded="false"
        aria-autocomplete="list"
        aria-describedby="line-hint"
        spellcheck={false}
        data-keep
      />
      <button type="submit" class="button plain">
        {pageWords.lineSend}
      </button>
    </div>
    <p class="hint" id="line-hint" data-usual={hint} data-command={pageWords.lineCommand} data-keep>
      {hint}
    </p>
    <p class="error" id="line-error" role="alert" data-keep></p>
  </form>
);

/** A box to write straight into the open thread, as one can on every platform. */
export const ThreadBox: FC = () => (
  <form class="line" id="thread-form" data-line autocomplete="off">
    <label class="visually-hidden" for="thread-line">
      {pageWords.threadBox}
    </label>
    <div class="line-row">
      <input
        id="thread-line"
        name="text"
        type="text"
        placeholder={pageWords.threadBox}
        aria-describedby="thread-hint"
        data-keep
      />
      <button type="submit" class="button plain">
        {pageWords.lineSend}
        <span class="visually-hidden"> {pageWords.threadSend}</span>
      </button>
    </div>
    <p class="hint" id="thread-hint">
      {pageWords.threadHint}
    </p>
    <p class="error" id="thread-error" role="alert" data-keep></p>
  </form>
);
