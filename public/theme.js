// The theme chosen in this browser, marked before the first paint. A file of its own: the content policy allows no
// script inside a page, and the app comes too late for this.
try {
  var theme = localStorage.getItem('rate-atlas.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
} catch {
  // Storage may be refused; the device's own theme then.
}
