/** Keeps the number under a limited field up to date while somebody types. The sentence is the server's; its first number changes. */
export function startCounters(root) {
  root.addEventListener('input', ({ target }) => {
    const counter = root.querySelector(`[data-counts="${CSS.escape(target.id)}"]`);
    if (counter === null) return;
    counter.textContent = counter.textContent.replace(/^[\d,]+/, target.value.length.toLocaleString('en-US'));
    counter.toggleAttribute('data-over', target.value.length > Number(counter.dataset.max));
  });
}
