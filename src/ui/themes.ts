export const themes = ['system', 'light', 'dark'] as const;
/** Where this browser keeps the choice; `firstPaint.js` reads the same. */
export const themeKey = 'rate-atlas.theme';
export type Theme = (typeof themes)[number];
