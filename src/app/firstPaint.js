// What must be known before the first paint; the app comes too late for it. The build writes it into every page and
// allows it by its hash.
var marks = document.documentElement.dataset;
try {
  var theme = localStorage.getItem('rate-atlas.theme');
  if (theme === 'light' || theme === 'dark') marks['theme'] = theme;
} catch {
  // Storage may be refused; the device's own theme then.
}
// A page's file holds its default view. A link with settings asks for another, which the app brings; until then the
// figures are not shown (`base.css`): read under that link they would be wrong. An order and a frame show the same ones, and
// so does a pin to the page's own release, whose id the build writes here. After a while they are shown faintly: the app may
// never come.
if (/[?&](?!(sort|embed)=|pin=THIS_RELEASE(&|$))[^&]/.test(location.search)) {
  marks['asked'] = 'now';
  setTimeout(() => {
    marks['asked'] &&= 'late';
  }, 8000);
}
if (/[?&](embed=|~)/.test(location.search) && window.parent !== window) {
  marks['embed'] = '';
  // Where the app does not come (a frame that may not load it), the page itself, with its figures, source and links.
  setTimeout(() => delete marks['embed'], 8000);
}
// A page that came with its text keeps the app's files in a template: they are asked for once the text is on the screen.
// At once where the text is not what the link asks for, or where nobody looks, so that no frame is drawn.
addEventListener('DOMContentLoaded', () => {
  var held = document.querySelector('template');
  function take() {
    if (held) document.body.append(held.content);
    held = null;
  }
  if (location.search !== '' || document.hidden) return take();
  requestAnimationFrame(() => setTimeout(take));
  setTimeout(take, 1000);
});
