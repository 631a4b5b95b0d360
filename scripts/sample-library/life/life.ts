import { mailPath } from '../write/mail.ts';
import type { Note, Paper, Theme, Thread } from '../write/material.ts';
import { choirTheme } from './choir/choir.ts';
import { dailyNotes } from './family/daily.ts';
import { hobbyNotes } from './family/hobbies.ts';
import { familyMails } from './family/mails.ts';
import { familyNotes } from './family/notes.ts';
import { insuranceMails } from './insurance/mails.ts';
import { insuranceNotes } from './insurance/notes.ts';
import { insurancePapers } from './insurance/papers.ts';
import { listed } from './renovation/listed.ts';
import { renovationNotes } from './renovation/notes.ts';
import { plumberPapers } from './renovation/plumber-papers.ts';
import { plumbers } from './renovation/plumbers.ts';
import { purchase } from './renovation/purchase.ts';
import { rooms } from './renovation/rooms.ts';
import { rentalMails } from './rental/mails.ts';
import { rentalNotes } from './rental/notes.ts';
import { rentalPapers } from './rental/papers.ts';
import { schoolTheme } from './school/school.ts';
import { travelMails } from './travel/mails.ts';
import { travelNotes } from './travel/notes.ts';
import { travelPapers } from './travel/papers.ts';
import { workMails } from './work/mails.ts';
import { workNotes } from './work/notes.ts';
import { workPapers } from './work/papers.ts';

const renovation: readonly Theme[] = [purchase, plumbers, plumberPapers, rooms, listed, renovationNotes];
const rental: readonly Theme[] = [rentalMails, rentalNotes, rentalPapers];
const insurance: readonly Theme[] = [insuranceMails, insuranceNotes, insurancePapers];
const travel: readonly Theme[] = [travelMails, travelNotes, travelPapers];
const work: readonly Theme[] = [workMails, workNotes, workPapers];
const family: readonly Theme[] = [familyMails, familyNotes, dailyNotes, hobbyNotes];

const themes: readonly Theme[] = [
  ...renovation,
  ...rental,
  ...insurance,
  ...travel,
  ...work,
  choirTheme,
  schoolTheme,
  ...family,
];

export const threads: readonly Thread[] = themes.flatMap((theme) => theme.threads ?? []);
export const notes: readonly Note[] = themes.flatMap((theme) => theme.notes ?? []);
export const papers: readonly Paper[] = themes.flatMap((theme) => theme.papers ?? []);

/** The path of a thread's mail, counted from 0, from the library's root. */
export function mailFile(threadId: string, index: number): string {
  const thread = threads.find(({ id }) => id === threadId);
  if (thread?.mails[index] === undefined) throw new Error(`${threadId} has no mail ${index}`);
  return mailPath(thread, index);
}

/** How many mails a person sent in a year. */
export function mailsSent(address: string, year: string): number {
  const sent = threads.flatMap(({ mails }) => mails).filter(({ from }) => from.address === address);
  return sent.filter(({ at }) => at.startsWith(year)).length;
}
