// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { citation } from '../../src/export/citation.ts';
import { clipboardTable } from '../../src/export/clipboardTable.ts';
import {
  centsOf,
  disarmedText,
  expectSameNumbers,
  hostileFigure,
  hostileRows,
  separatedCells,
  texasContext,
  texasFigure,
  workedBuca,
} from '../support/exportSamples.ts';

/** A clipboard's HTML as cells, the way a spreadsheet reads it. */
function htmlCells(html: string): string[][] {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const line of page.querySelectorAll('br')) line.replaceWith('\n');
  return [...page.querySelectorAll('tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => cell.textContent),
  );
}

describe('a copied table', () => {
  it('from the clipboard: the same cells as text and as HTML', () => {
    const { text, html } = clipboardTable(texasFigure, texasContext);
    const lines = separatedCells(text, '\t');
    expect(lines[1]?.slice(0, 8)).toEqual(workedBuca);
    expect(expectSameNumbers(lines.slice(1, 9), texasFigure, true)).toBe(8 * 8 - 1);
    expect(expectSameNumbers(htmlCells(html).slice(1, 9), texasFigure, true)).toBe(8 * 8 - 1);
    expect(html).toContain(String.raw`<td style='mso-number-format:"\0022$\0022\#\,\#\#0\.00"'>89.17</td>`);
    expect(lines.at(-2)?.[0]).toBe(citation(texasFigure.title, texasContext));
  });

  it('comes back from the clipboard’s HTML, and nothing in it is markup', () => {
    fc.assert(
      fc.property(hostileRows, (values) => {
        const of = hostileFigure(values);
        const { html } = clipboardTable(of, texasContext);
        expect(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('b')).toHaveLength(0);
        const lines = htmlCells(html);
        values.forEach(([label, , amount], at) => {
          const read = (text: string) => disarmedText(text).replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
          expect(lines[at + 1]?.[0]).toBe(read(label));
          expect(centsOf(lines[at + 1]?.[2] ?? '')).toBe(amount);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('a heading made of a file’s words runs no more than a cell does, and is no markup', () => {
    const label = '=HYPERLINK("x")<b>';
    const of = { ...texasFigure, labelColumn: { ...texasFigure.labelColumn, label } };
    const { text, html } = clipboardTable(of, texasContext);
    const [asHtml, asText] = [htmlCells(html)[0]?.[0], separatedCells(text, '\t')[0]?.[0]];
    // A line break of a cell is one in HTML, too, where a plain one is a blank.
    const lines = clipboardTable({ ...of, title: 'one\r\ntwo\nthree\rfour' }, texasContext).html;
    expect(lines).toContain('one<br>two<br>three<br>four');
    expect([asHtml, asText]).toEqual([`'${label}`, `'${label}`]);
  });
});
