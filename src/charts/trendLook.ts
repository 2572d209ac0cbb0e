/** What the lines and marks of amounts over time look like, in the drawing and in its key. */
export const paint = 'var(--payer-medicare)';
export const muted = 'var(--color-muted)';
export const ink = 'var(--color-text)';
export const markLine = { stroke: ink, strokeWidth: 1, strokeDasharray: '2 3' };
export const amountLine = { stroke: paint, strokeWidth: 2.5 };
export const nationalLine = { stroke: muted, strokeWidth: 1.5, strokeDasharray: '5 4' };
