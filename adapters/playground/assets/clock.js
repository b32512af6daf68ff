/** Keeps the playground's time going between two pages: from what the server last said, by the time that passed since. */
export function startClock() {
  let said = null;
  let heardAt = 0;
  setInterval(() => {
    const clock = document.getElementById('clock');
    const { locale, zone, now } = clock.dataset;
    if (now !== said) {
      said = now;
      heardAt = performance.now();
      return;
    }
    const shape = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone };
    const at = Number(now) + performance.now() - heardAt;
    clock.textContent = new Intl.DateTimeFormat(locale, shape).format(at);
  }, 5000);
}
