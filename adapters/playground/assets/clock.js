/** Keeps the playground's time going between two pages. */
export function startClock() {
  setInterval(() => {
    const clock = document.getElementById('clock');
    const { locale, zone, offset } = clock.dataset;
    const shape = { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone };
    clock.textContent = new Intl.DateTimeFormat(locale, shape).format(Date.now() + Number(offset));
  }, 5000);
}
