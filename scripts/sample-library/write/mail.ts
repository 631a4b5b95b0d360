import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { type Mail, moment, type Person, type Thread } from './material.ts';

/** Changes every Message-ID and boundary, and with them every mail's bytes. */
const seed = 'quipu-sample-library-1';

function token(key: string): string {
  return createHash('sha256').update(`${seed}/${key}`).digest('hex').slice(0, 20);
}

function messageId(thread: Thread, index: number): string {
  const mail = thread.mails[index];
  if (mail === undefined) throw new Error(`${thread.id} has no mail ${index}`);
  const domain = mail.from.address.replace(/^.*@/, '');
  return `<${token(`${thread.id}/${index}`)}@${domain}>`;
}

const replyPrefix = { en: 'Re: ', outlook: 'RE: ', de: 'AW: ', es: 'RE: ', none: 'Re: ' } as const;

function quoted(text: string): string {
  return text.replace(/^(?=>)/gm, '>').replace(/^(?!>)/gm, '> ');
}

/** What the answering program puts above the repeated text. */
function attribution(style: 'en' | 'de' | 'es', mail: Mail): string {
  const date = moment(mail.at);
  const parts = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const time = mail.at.slice(11);
  switch (style) {
    case 'en':
      return `On ${date.toLocaleDateString('en-GB', { ...parts, weekday: 'short' })} at ${time}, ${mail.from.name} <${mail.from.address}> wrote:`;
    case 'de':
      return `Am ${date.toLocaleDateString('de-DE', { ...parts, month: '2-digit', day: '2-digit' })} um ${time} schrieb ${mail.from.name}:`;
    case 'es':
      return `El ${date.toLocaleDateString('es-ES', parts)}, a las ${time}, ${mail.from.name} escribió:`;
  }
}

function outlookHeader(mail: Mail, subject: string): string {
  const to = mail.to.map((person) => person.name).join('; ');
  return `-----Original Message-----\nFrom: ${mail.from.name} <${mail.from.address}>\nSent: ${mail.at}\nTo: ${to}\nSubject: ${subject}`;
}

function signed(mail: Mail): string {
  return mail.from.signature === undefined ? mail.text : `${mail.text}\n\n-- \n${mail.from.signature}`;
}

function history(thread: Thread, index: number, style: Person['quotes']): string {
  const before = thread.mails[index - 1];
  if (before === undefined || style === 'none') return '';
  const text = plainText(thread, index - 1);
  if (style === 'outlook') return `\n\n${outlookHeader(before, subject(thread, index - 1))}\n\n${text}`;
  return `\n\n${attribution(style ?? 'en', before)}\n${quoted(text)}`;
}

/** The whole text of a thread's mail: what was written, the signature, and the history that it repeats. */
function plainText(thread: Thread, index: number): string {
  const mail = thread.mails[index];
  if (mail === undefined) return '';
  return signed(mail) + history(thread, index, mail.from.quotes);
}

function subject(thread: Thread, index: number): string {
  const mail = thread.mails[index];
  return index === 0 || mail === undefined
    ? thread.subject
    : replyPrefix[mail.from.quotes ?? 'en'] + thread.subject;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function paragraphs(text: string): string {
  return escaped(text)
    .split('\n\n')
    .map((part) => `<p>${part.replace(/\n/g, '<br>\n')}</p>`)
    .join('\n');
}

function htmlText(thread: Thread, index: number): string {
  const mail = thread.mails[index];
  if (mail === undefined) return '';
  const repeated = history(thread, index, mail.from.quotes).trim();
  const own = `<div dir="ltr">${paragraphs(signed(mail))}</div>`;
  return repeated === ''
    ? own
    : `${own}\n<blockquote type="cite">${paragraphs(repeated.replace(/^> ?/gm, ''))}</blockquote>`;
}

function mailbox(person: Person): { name: string; address: string } {
  return { name: person.name, address: person.address };
}

/** One mail of a thread as it would lie in an exported mailbox (RFC 5322, MIME); `papers` are the attachments' bytes by path. */
export async function eml(
  thread: Thread,
  index: number,
  papers: ReadonlyMap<string, Buffer>,
): Promise<Buffer> {
  const mail = thread.mails[index];
  if (mail === undefined) throw new Error(`${thread.id} has no mail ${index}`);
  const earlier = thread.mails.slice(0, index).map((_, at) => messageId(thread, at));
  const composed = new MailComposer({
    from: mailbox(mail.from),
    to: mail.to.map(mailbox),
    ...(mail.cc && { cc: mail.cc.map(mailbox) }),
    subject: subject(thread, index),
    date: moment(mail.at),
    messageId: messageId(thread, index),
    ...(earlier.length > 0 && { inReplyTo: earlier.at(-1), references: earlier }),
    text: plainText(thread, index),
    ...(mail.from.html && { html: htmlText(thread, index) }),
    attachments: (mail.attached ?? []).map((path) => {
      const content = papers.get(path);
      if (content === undefined) throw new Error(`${thread.id} attaches ${path}, which is no paper`);
      return { filename: basename(path), content };
    }),
    newline: 'windows',
    baseBoundary: token(`boundary/${thread.id}/${index}`),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composed.compile().build();
}

/** Where a thread's mail lies, from the library's root: by year, named by moment and subject as mail programs export it. */
export function mailPath(thread: Thread, index: number): string {
  const at = thread.mails[index]?.at ?? '';
  const title = thread.subject.replace(/[/\\:*?"<>|]/g, '-');
  return `Mail/${at.slice(0, 4)}/${at.replace(':', '')} ${title}.eml`;
}
