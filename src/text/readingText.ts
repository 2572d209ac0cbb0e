import { countOf, formatCount } from './numbers.ts';

/** Bytes as a file manager says them, in powers of ten: `999 B`, `1.2 MB`, `3.4 GB`. */
export function bytesText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let unit = 0;
  let value = bytes;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** `85 MB/s`; '' before there is a speed. */
export function speedText(bytesPerSecond: number): string {
  return bytesPerSecond > 0 ? `${bytesText(bytesPerSecond)}/s` : '';
}

/** How long the rest takes at the speed so far, in steps a reader can follow; '' before there is a speed. */
export function timeLeftText(bytesLeft: number, bytesPerSecond: number): string {
  if (bytesPerSecond <= 0) return '';
  const seconds = bytesLeft / bytesPerSecond;
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 10) * 10} seconds left`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `about ${countOf(minutes, 'minute')} left`;
  return `about ${formatCount(Math.round(minutes / 60))} hours left`;
}
