const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const minute = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayMs = 86_400_000;

/** A document's day: “14 Mar 2024”; empty where the date is unknown or no date. */
export function dayOf(iso: string | null): string {
  const date = new Date(iso ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? '' : day.format(date);
}

/** When a conversation was last used: the time today, “Yesterday”, else the day. */
export function lastUsed(iso: string, now: Date): string {
  const date = new Date(iso);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (date.getTime() >= midnight) return minute.format(date);
  if (date.getTime() >= midnight - dayMs) return 'Yesterday';
  return day.format(date);
}
