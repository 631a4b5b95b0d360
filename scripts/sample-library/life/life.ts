import type { Note, Paper, Theme, Thread } from '../write/material.ts';
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
import { travelMails } from './travel/mails.ts';
import { travelNotes } from './travel/notes.ts';
import { travelPapers } from './travel/papers.ts';

const renovation: readonly Theme[] = [purchase, plumbers, plumberPapers, rooms, listed, renovationNotes];
const rental: readonly Theme[] = [rentalMails, rentalNotes, rentalPapers];
const insurance: readonly Theme[] = [insuranceMails, insuranceNotes, insurancePapers];
const travel: readonly Theme[] = [travelMails, travelNotes, travelPapers];

const themes: readonly Theme[] = [...renovation, ...rental, ...insurance, ...travel];

export const threads: readonly Thread[] = themes.flatMap((theme) => theme.threads ?? []);
export const notes: readonly Note[] = themes.flatMap((theme) => theme.notes ?? []);
export const papers: readonly Paper[] = themes.flatMap((theme) => theme.papers ?? []);
