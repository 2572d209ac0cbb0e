import type { RangeModel } from '../figures/rangeModel.ts';
import { listOf } from '../text/names.ts';
import { RangeDrawing } from './RangeDrawing.tsx';
import { PictureLines, pictureFont, pictureLegend } from './RangePicture.tsx';
import { rangeGeometry } from './rangeGeometry.ts';
import { defaultRowHeight, rangeHeight } from './rangeLayout.ts';
import { wrapText } from './wrapText.ts';

/** The size link previews are shown at by those who read Open Graph tags. */
export const previewSize = { width: 1200, height: 630 } as const;

export interface PreviewWords {
  readonly title: string;
  /** Up to four headline figures: `BUCA median`, `$94.00`. An absence is said in the value. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly source: string;
}

const margin = 44;
const inner = previewSize.width - 2 * margin;
/** A preview is seen at a third of its size; its chart is drawn smaller and enlarged, so that its words can be read. */
const scale = 1.5;
const chartTop = 214;
const sourceTop = 606;
const ink = 'var(--color-text)';

/** A link's preview: the code and place, the headline figures, and the chart of the payers that have rates. */
export function RangePreview({ model, words }: { readonly model: RangeModel; readonly words: PreviewWords }) {
  const shown = model.marks.filter((mark) => mark.n > 0);
  const without = model.marks.filter((mark) => mark.n === 0).map((mark) => mark.label);
  const room = (sourceTop - 28 - chartTop) / scale;
  const drawn = { ...model, marks: shown };
  const legend = pictureLegend(rangeGeometry(drawn, inner / scale), inner / scale);
  const perRow = (room - rangeHeight(0) - legend.rows * 22) / Math.max(1, shown.length);
  const rowHeight = Math.min(defaultRowHeight, Math.floor(perRow));
  const geometry = rangeGeometry(drawn, inner / scale, rowHeight);
  const absence = shown.length === 0 ? 'No payer rates in the default scope.' : absentPayers(without);
  const titleSize = wrapText(words.title, inner, 44).length > 1 ? 34 : 44;
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={previewSize.width}
      height={previewSize.height}
      viewBox={`0 0 ${previewSize.width} ${previewSize.height}`}
      fontFamily={pictureFont}
    >
      <rect width={previewSize.width} height={previewSize.height} fill="var(--color-raised)" />
      <rect width={previewSize.width} height={8} fill="var(--color-accent)" />
      <PictureLines
        lines={wrapText(words.title, inner, titleSize).slice(0, 2)}
        x={margin}
        y={margin + 36}
        size={titleSize}
        step={38}
        weight={700}
        fill={ink}
      />
      {words.facts.slice(0, 4).map(({ label, value }, index) => (
        <g key={label} transform={`translate(${margin + (index * inner) / 4} 0)`}>
          <PictureLines lines={[label]} x={0} y={146} size={20} step={24} />
          <FactValue value={value} />
        </g>
      ))}
      {shown.length > 0 ? (
        <g transform={`translate(${margin} ${chartTop}) scale(${scale})`}>
          {legend.drawing}
          <g transform={`translate(0 ${legend.rows * 22})`}>
            <RangeDrawing geometry={geometry} />
          </g>
        </g>
      ) : (
        <PictureLines lines={[absence]} x={margin} y={320} size={30} step={36} fill={ink} />
      )}
      <PictureLines
        lines={[`${shown.length > 0 ? absence : ''}${words.source}`]}
        x={margin}
        y={sourceTop}
        size={18}
        step={22}
      />
    </svg>
  );
}

/** A number large; words, which say why there is none, small and in as many lines as they need. */
function FactValue({ value }: { readonly value: string }) {
  if (value.length <= 10) {
    return <PictureLines lines={[value]} x={0} y={188} size={38} step={0} weight={700} fill={ink} />;
  }
  const lines = wrapText(value, inner / 4 - 24, 18);
  return <PictureLines lines={lines} x={0} y={174} size={18} step={23} fill={ink} />;
}

function absentPayers(names: readonly string[]): string {
  return names.length === 0 ? '' : `No rates here: ${listOf(names)}. `;
}
