/**
 * Loaded before everything else, and not as a module: holds what somebody presses, enters or chooses while the page's
 * modules are still on their way, so that a quick hand on a slow machine loses nothing. `page.js` does it then.
 */
globalThis.early = (() => {
  const held = [];
  const wanted = { click: 'button, a[data-begin]', change: '[data-pick] input, [data-switch]' };

  function hold(event) {
    const target = event.target.closest(wanted[event.type]);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    held.push({ target, type: event.type });
  }
  for (const type of Object.keys(wanted)) document.addEventListener(type, hold, true);

  return {
    /** Stops holding; the answer does what was held, in order. */
    release() {
      for (const type of Object.keys(wanted)) document.removeEventListener(type, hold, true);
      return () => {
        for (const { target, type } of held) {
          if (type === 'click') target.click();
          else target.dispatchEvent(new Event(type, { bubbles: true }));
        }
      };
    },
  };
})();
