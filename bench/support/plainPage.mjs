/**
 * What somebody would write by hand for the same view: heading, the same chart, the same table as plain cells, some
 * lines of style; no script, no other file. Made from our page as it stands once its script has taken it over, so both show
 * the same: the file's own drawing would not fit without its styles.
 *
 * @param {string} html
 */
export function plainPage(html) {
  return written(`<main>\n${viewOf(html)}\n</main>`);
}

/**
 * The least a page with controls can do: the views of one of ours, written by hand and made beforehand, and a control that
 * puts the chosen one in the place of the other. It reads no data and works nothing out. A second control changes one word.
 *
 * @param {readonly string[]} pages our page as it stands in each view
 */
export function plainControls(pages) {
  const views = pages.map(viewOf);
  const options = views.map((_, index) => `<option>View ${index + 1}</option>`).join('');
  return written(`<p>
<label>View <select id="view">${options}</select></label>
<label>Word <select id="word"><option>one</option><option>two</option></select></label>
<output>one</output>
</p>
<main>${views[0]}</main>
<script>
const views = ${JSON.stringify(views).replaceAll('<', '\\u003c')};
const main = document.querySelector('main');
document.querySelector('#view').addEventListener('input', ({ target }) => {
  main.innerHTML = views[target.selectedIndex];
});
document.querySelector('#word').addEventListener('input', ({ target }) => {
  document.querySelector('output').textContent = target.value;
});
</script>`);
}

/** @param {string} html */
function viewOf(html) {
  const chart = /<svg[^>]*role="img"[^]*?<\/svg>/.exec(html)?.[0];
  const table = /<table[^]*?<\/table>/.exec(html)?.[0];
  const heading = /<h1[^]*?<\/h1>/.exec(html)?.[0];
  if (!chart || !table || !heading)
    throw new Error('the page has no heading, chart and table to write by hand');
  const cells = table
    .replace(/<(button|svg|a|span|div)\b[^>]*>|<\/(button|svg|a|span|div)>|<path[^>]*>(<\/path>)?/g, '')
    .replace(/ (class|style|title|data-[a-z-]+)="[^"]*"/g, '');
  return `${heading.replace(/ class="[^"]*"/g, '')}
${chart}
${cells}`;
}

/** @param {string} body */
function written(body) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Benchmark</title>
<style>
body { margin: 0 auto; max-width: 72rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #171b22 }
table { border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .25rem .5rem; border-bottom: 1px solid #dce0e6; text-align: start }
svg text { font: .75rem system-ui, sans-serif }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}
