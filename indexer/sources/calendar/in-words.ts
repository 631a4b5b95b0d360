import { clockOf, type WallTime } from './wall-time.ts';

export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** “Thursday, 5 March 2026”. */
function dayInWords(time: WallTime): string {
  return `${weekdayOf(time)}, ${plainDay(time)}`;
}

/** “5 March 2026”. */
export function plainDay({ day, month, year }: Pick<WallTime, 'day' | 'month' | 'year'>): string {
  return `${day} ${months[month - 1] ?? month} ${year}`;
}

export function weekdayOf(time: WallTime): string {
  return weekdays[new Date(clockOf(time)).getUTCDay()] ?? '';
}

/** “Thursday, 5 March 2026, 09:00 to 10:00 (Europe/Berlin)”; the end of a day is the day after its last. */
export function spanInWords(start: WallTime, end: WallTime | null): string {
  if (start.isDay) {
    const last = end === null ? start : dayBefore(end);
    return clockOf(last) > clockOf(start)
      ? `${dayInWords(start)} to ${dayInWords(last)}, all day`
      : `${dayInWords(start)}, all day`;
  }
  const zone = start.zone === null ? '' : ` (${start.zone})`;
  if (end === null || end.isDay || clockOf(end) === clockOf(start)) return `${momentInWords(start)}${zone}`;
  const sameDay = end.day === start.day && end.month === start.month && end.year === start.year;
  const until = sameDay ? clockInWords(end) : momentInWords(end);
  const otherZone = end.zone !== start.zone && end.zone !== null ? ` (${end.zone})` : '';
  return otherZone === ''
    ? `${momentInWords(start)} to ${until}${zone}`
    : `${momentInWords(start)}${zone} to ${until}${otherZone}`;
}

/** A day, with its time where it has one. */
export function momentInWords(time: WallTime): string {
  return time.isDay ? dayInWords(time) : `${dayInWords(time)}, ${clockInWords(time)}`;
}

export function listInWords(parts: readonly string[], joint = 'and'): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;
}

function clockInWords({ hour, minute }: WallTime): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function dayBefore(time: WallTime): WallTime {
  const date = new Date(clockOf(time) - 86_400_000);
  return {
    ...time,
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
  };
}
