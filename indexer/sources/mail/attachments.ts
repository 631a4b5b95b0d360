import type { Attachment } from 'postal-mime';
import { tidyTitle } from '../document-title.ts';
import type { EmbeddedFile, ParsedDocument } from '../parser.ts';

type Listed = ParsedDocument['attachments'][number];

/** Extensions for parts that name no file, so that the right parser is found. */
const extensions = new Map([
  ['message/rfc822', 'eml'],
  ['application/pdf', 'pdf'],
  ['text/plain', 'txt'],
  ['text/html', 'html'],
  ['text/markdown', 'md'],
  ['text/calendar', 'ics'],
  ['application/ics', 'ics'],
  ['text/vcard', 'vcf'],
  ['text/x-vcard', 'vcf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
]);

export interface AttachedFile {
  readonly listed: Listed;
  readonly file: EmbeddedFile;
}

/** A mail's attachments, each with a name. */
export function attachedFiles(attachments: readonly Attachment[]): AttachedFile[] {
  return attachments.map((attachment, index) => {
    const bytes = bytesOf(attachment.content);
    const name =
      tidyTitle((attachment.filename ?? '').replace(/[/\\]/g, '_')) || nameByType(attachment.mimeType, index);
    return {
      listed: { name, mimeType: attachment.mimeType, sizeBytes: bytes.byteLength },
      file: { name, bytes },
    };
  });
}

export function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

/** A name with an extension for a part that has none, so that the right parser is found. */
export function nameByType(mimeType: string, index: number): string {
  const extension = extensions.get(mimeType) ?? /\/(?:x-)?([a-z0-9]{1,8})$/.exec(mimeType)?.[1] ?? 'bin';
  return `attachment-${index + 1}.${extension}`;
}
