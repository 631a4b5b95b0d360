import type { MentionedPerson } from '#main/contract/document.ts';
import { tidyTitle } from '../document-title.ts';

/** Exchange writes the path of a directory where others have an address. */
export function addressIn(value: string | undefined): string | null {
  return value?.includes('@') === true && !value.startsWith('/') ? value.trim().toLowerCase() : null;
}

export function person(name: string, address: string | null, role: MentionedPerson['role']): MentionedPerson {
  return { name: tidyTitle(name.replace(/^['"\s]+|['"\s]+$/g, '')) || (address ?? ''), address, role };
}

export function attachmentName(given: string, index: number): string {
  return tidyTitle(given.replace(/[/\\]/g, '_')) || `attachment-${index + 1}`;
}
