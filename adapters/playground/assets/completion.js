/** Completion of slash commands: an editable combobox with a list (WAI-ARIA Authoring Practices, "Combobox"). */

const list = () => document.getElementById('commands');
const visible = () => [...list().children].filter((option) => !option.hidden);
const active = () => list().querySelector('[aria-selected="true"]');

/** Lists the commands that begin with what stands in the line. */
export function openList(input) {
  const typed = input.value.trimStart().toLowerCase();
  for (const option of list().children) {
    const name = option.dataset.typed;
    option.hidden = !(typed.startsWith('/') && (name.startsWith(typed) || `${typed} `.startsWith(`${name} `)));
    option.onpointerdown = (event) => {
      event.preventDefault();
      complete(input, option);
    };
  }
  mark(input, null);
  show(input, visible().length > 0);
}

export function closeList(input) {
  if (input.id === 'line') show(input, false);
}

/** Handles a key of the list; true when it was one. */
export function moveInList(input, key) {
  if (list().hidden) {
    if (key !== 'ArrowDown' || !input.value.startsWith('/')) return false;
    openList(input);
    return true;
  }
  const options = visible();
  const at = options.indexOf(active());
  if (key === 'ArrowDown') mark(input, options[(at + 1) % options.length]);
  else if (key === 'ArrowUp') mark(input, options[at <= 0 ? options.length - 1 : at - 1]);
  else if (key === 'Escape') show(input, false);
  else if ((key === 'Enter' || key === 'Tab') && active() !== null) complete(input, active());
  else return false;
  return true;
}

function complete(input, option) {
  input.value = option.dataset.words === 'yes' ? `${option.dataset.typed} ` : option.dataset.typed;
  show(input, false);
  input.focus();
  hint(input);
}

/** Below the line: what becomes of what is typed there. A command that was chosen waits for another Enter. */
export function hint(input) {
  const line = document.getElementById('line-hint');
  line.textContent = input.value.trimStart().startsWith('/') ? line.dataset.command : line.dataset.usual;
}

function mark(input, option) {
  for (const one of list().children) one.setAttribute('aria-selected', String(one === option));
  if (option) {
    input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else input.removeAttribute('aria-activedescendant');
}

function show(input, open) {
  list().hidden = !open;
  input.setAttribute('aria-expanded', String(open));
  if (!open) mark(input, null);
}
