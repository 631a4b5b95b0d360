/** What the sample library is made of, before it becomes files: the themes of `life/` hold nothing else. */
export interface Person {
  readonly name: string;
  readonly address: string;
  /** Lines under "-- "; none for people who sign in the text. */
  readonly signature?: string;
  /** How this person's mail program repeats what it answers. */
  readonly quotes?: 'en' | 'de' | 'es' | 'outlook' | 'none';
  /** Sends an HTML part beside the plain text. */
  readonly html?: boolean;
}

export interface Mail {
  /** "2025-03-04 18:12", UTC. */
  readonly at: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly text: string;
  readonly cc?: readonly Person[];
  /** Paths of papers that hang on this mail, from the library's root. */
  readonly attached?: readonly string[];
}

/** Mails that answer each other, oldest first: each answers the one before it. */
export interface Thread {
  /** Unique; becomes part of the Message-IDs. */
  readonly id: string;
  readonly subject: string;
  readonly mails: readonly Mail[];
}

export interface Note {
  /** From the library's root, with `.md`. */
  readonly path: string;
  readonly at: string;
  readonly text: string;
}

/** A paper of several pages; the path's ending (`.pdf`, `.docx`) decides its format. */
export interface Paper {
  readonly path: string;
  readonly at: string;
  readonly title: string;
  readonly author: string;
  readonly language?: 'en-GB' | 'de-DE' | 'es-ES';
  /**
   * Light markup: `# heading`, `- list`, `| table | row |`, `===` for a new page, else paragraphs.
   * Paragraphs are one line each.
   */
  readonly text: string;
}

export interface Theme {
  readonly threads?: readonly Thread[];
  readonly notes?: readonly Note[];
  readonly papers?: readonly Paper[];
}

/** A mail to one or several people; `more` adds carbon copies and attachments. */
export function mail(
  at: string,
  from: Person,
  to: Person | readonly Person[],
  text: string,
  more: Pick<Mail, 'cc' | 'attached'> = {},
): Mail {
  return { at, from, to: 'name' in to ? [to] : to, text: text.trim(), ...more };
}

/** "2025-03-04 18:12" (UTC) as a date. */
export function moment(at: string): Date {
  return new Date(`${at.replace(' ', 'T')}:00Z`);
}
