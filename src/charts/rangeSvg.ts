import { createElement, type ReactElement } from 'react';
import type { RangeModel } from '../figures/rangeModel.ts';
import { lightColours, withColours } from './lightColours.ts';
import { type PictureWords, RangePicture } from './RangePicture.tsx';
import { type PreviewWords, RangePreview } from './RangePreview.tsx';

/** How a drawing becomes text: `renderToStaticMarkup` in Node, `markupInPage` in a browser. */
export type Markup = (drawing: ReactElement) => string;

export interface RangeSvgInput {
  readonly model: RangeModel;
  readonly words: PictureWords;
  /** Pixels. */
  readonly width: number;
  /** The text of `ui/tokens.css`, whose light theme paints the picture. */
  readonly tokensCss: string;
  readonly markup: Markup;
}

/** A range chart as an SVG file that stands by itself: words, key, chart and source inside, every colour written out. */
export function rangeSvg({ model, words, width, tokensCss, markup }: RangeSvgInput): string {
  return standing(createElement(RangePicture, { model, words, width }), tokensCss, markup);
}

/** The picture of a link's preview, 1200 by 630 pixels, as an SVG file. */
export function previewSvg(input: {
  readonly model: RangeModel;
  readonly words: PreviewWords;
  readonly tokensCss: string;
  readonly markup: Markup;
}): string {
  const { model, words, tokensCss, markup } = input;
  return standing(createElement(RangePreview, { model, words }), tokensCss, markup);
}

function standing(drawing: ReactElement, tokensCss: string, markup: Markup): string {
  return withColours(markup(drawing), lightColours(tokensCss));
}
