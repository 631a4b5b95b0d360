export type JsonObject = Readonly<Record<string, unknown>>;

/** The object that a text is, or null for anything else, in a size that is worth building up in memory. */
export function parseObject(source: string, mostChars: number): JsonObject | null {
  if (source.length > mostChars || !source.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands where an object should, without trusting that it does. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
