/** Whether a date is one of a day: files may state a year, or a year and a month, alone. */
export function isFullDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}
