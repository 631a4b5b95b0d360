/** Why a file is not (wholly) indexed: the closed list, with the sentence a person reads. */
export const reasonMessages = {
  waiting: 'Waiting to be read.',
  empty: 'The file is empty.',
  'no-text': 'No text was found in this file.',
  'pages-without-text': 'Some pages hold no text, probably scans: {what}.',
  'attachment-unread': 'Some attachments could not be read: {what}.',
  'member-unread': 'Some files of the archive could not be read: {what}.',
  'waiting-recognition':
    'Its text or speech is not recognised yet; its title, date and tags, where it has some, are searchable.',
  'truncated-text': 'Only the first part of the text was indexed: the rest is over the limit of {what}.',
  'unsupported-format': 'Quipu does not read this kind of file yet.',
  'too-large': 'The file is larger than Quipu reads ({what}).',
  encrypted:
    'The file is password-protected or encrypted, so it was not read: {what}. Save a copy without password to have it indexed.',
  'left-out':
    'Deleted mails, drafts and junk are left out: {what}. A switch of its source (Left out, quipu ignore) lets them in.',
  corrupt: 'The file is damaged or cut short ({what}).',
  mislabelled: 'The content is not what the file name says ({what}).',
  unreadable: 'Your user may not read this file. Change its permissions to have it indexed.',
  'not-regular':
    'This is no ordinary file, or a link to none (a device, pipe or socket), so it was not opened.',
  'link-outside':
    'This is a link to a place outside its source, so it was not followed. If your own files are there, add that place as a source to have them indexed.',
  'link-broken': 'This is a link that leads nowhere or in a circle, so there is nothing to read.',
  'name-unreadable':
    'The file’s name is too long or no valid text, so it cannot be opened. Rename it to have it indexed.',
  'io-error':
    'The disk reported an error while this file was read ({what}); it is tried again at the next start.',
  'cloud-placeholder': 'The file’s content is in the cloud, not on this disk, so it was not opened.',
  'secret-store': 'This file holds passwords or keys, so it is kept out of the index.',
  'parser-timeout': 'Reading this file took too long and was stopped.',
  'parser-memory': 'Reading this file took too much memory and was stopped.',
  'parser-crashed': 'The reader crashed on this file; the other files are not affected.',
  missing:
    'The file is missing, so it is not found. Connect its drive. If it was deleted, say so with a rescan of its source (quipu index); if the whole source is gone for good, forget that.',
} as const;

export type Reason = keyof typeof reasonMessages;

/** The sentence for a ledger row; `what` fills the reason's placeholder (pages, limits), which goes where nothing is known. */
export function reasonSentence(code: Reason, what = ''): string {
  const message = reasonMessages[code];
  if (what === '') return message.replace(/(:| of)? \(?\{what\}\)?/, '');
  return message.replace('{what}', () => what);
}
