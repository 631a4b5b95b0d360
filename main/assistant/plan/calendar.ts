/** A stretch of days: `after` inclusive, `before` exclusive, each `YYYY-MM-DD`; null where it is open. */
export interface Period {
  readonly after: string | null;
  readonly before: string | null;
}

/** The calendar day of a moment on this computer, as midnight UTC, so that day arithmetic has no clock changes in it. */
export function dayOf(moment: Date): Date {
  return new Date(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()));
}

export function isoDay(day: Date): string {
  return day.toISOString().slice(0, 10);
}

export function addDays(day: Date, days: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate() + days));
}

/** Whole days from `start` on: one day unless told. */
export function dayPeriod(start: Date, days = 1): Period {
  return { after: isoDay(start), before: isoDay(addDays(start, days)) };
}

/** `months` whole months from a month on; `month` counts from 1 and may run over the year's end. */
export function monthPeriod(year: number, month: number, months = 1): Period {
  return {
    after: isoDay(new Date(Date.UTC(year, month - 1, 1))),
    before: isoDay(new Date(Date.UTC(year, month - 1 + months, 1))),
  };
}

export function yearPeriod(year: number): Period {
  return monthPeriod(year, 1, 12);
}

/** The Monday of a day's week (ISO 8601). */
export function mondayOf(day: Date): Date {
  return addDays(day, -((day.getUTCDay() + 6) % 7));
}
