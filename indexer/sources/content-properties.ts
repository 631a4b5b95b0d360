import ICAL from 'ical.js';

/** The properties of a calendar entry or a contact by lower-case name, in order. */
export class ContentProperties {
  readonly #byName = new Map<string, ICAL.Property[]>();

  constructor(lines: readonly string[], design: 'icalendar' | 'vcard' | 'vcard3') {
    for (const line of lines) {
      const property = parsed(line, design);
      if (property === null) continue;
      const known = this.#byName.get(property.name);
      if (known === undefined) this.#byName.set(property.name, [property]);
      else known.push(property);
    }
  }

  all(name: string): readonly ICAL.Property[] {
    return this.#byName.get(name) ?? [];
  }

  first(name: string): ICAL.Property | null {
    return this.#byName.get(name)?.[0] ?? null;
  }

  /** The first value as text; empty where there is none. */
  text(name: string): string {
    return textOfProperty(this.first(name));
  }
}

/** Each line is read alone: one that is broken, as programs write them, costs no other. */
function parsed(line: string, design: 'icalendar' | 'vcard' | 'vcard3'): ICAL.Property | null {
  try {
    return ICAL.Property.fromString(line, ICAL.design[design]);
  } catch {
    return null;
  }
}

/** A property's values as they were written, without escapes; parts of a structured value stay apart. */
export function partsOf(property: ICAL.Property | null): readonly string[] {
  // jCal (RFC 7265): name, parameters, type, then the values; a structured one is a list of texts and lists.
  const values: readonly unknown[] = property?.toJSON().slice(3) ?? [];
  const [first] = values;
  const parts = values.length === 1 && Array.isArray(first) ? first : values;
  return parts.map((part) => (Array.isArray(part) ? part.join(', ') : plain(part)).trim());
}

export function textOfProperty(property: ICAL.Property | null): string {
  return partsOf(property).filter(Boolean).join(', ');
}

function plain(part: unknown): string {
  return typeof part === 'string' || typeof part === 'number' ? String(part) : '';
}

/** A parameter's values in lower case: `TYPE=WORK,VOICE`. */
export function parameterOf(property: ICAL.Property, name: string): readonly string[] {
  const value = property.getParameter(name);
  return (Array.isArray(value) ? value.map(String) : value === undefined ? [] : String(value).split(',')).map(
    (text) => text.trim().toLowerCase(),
  );
}
