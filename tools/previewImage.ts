import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/**
 * A font of our own: a machine that builds may have none, and a preview must not depend on which. Arimo is as wide as
 * Arial and Liberation Sans, which the pictures' lines are broken for.
 */
const { resolve } = createRequire(import.meta.url);
const fontFiles = [
  '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  '@expo-google-fonts/arimo/400Regular_Italic/Arimo_400Regular_Italic.ttf',
  '@expo-google-fonts/arimo/500Medium/Arimo_500Medium.ttf',
  '@expo-google-fonts/arimo/600SemiBold/Arimo_600SemiBold.ttf',
  '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
].map((file) => resolve(file));

/** Draws an SVG picture as PNG, in the picture's own size. */
export function previewPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' },
  });
  return drawing.render().asPng();
}
