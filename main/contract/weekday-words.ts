/** From ISO 8601's 1 on: the first is Monday. */
export const weekdayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** “On a Monday”, “on a Saturday or Sunday”; of numbers from 1 for Monday to 7. */
export function weekdaysInWords(days: readonly number[]): string {
  const named = days.flatMap((day) => weekdayNames[day - 1] ?? []);
  const [last = '', ...others] = named.toReversed();
  return `on a ${others.length === 0 ? last : `${others.toReversed().join(', ')} or ${last}`}`;
}
