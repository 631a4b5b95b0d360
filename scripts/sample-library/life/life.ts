import type { Note, Paper, Theme, Thread } from '../write/material.ts';
import { listed } from './renovation/listed.ts';
import { renovationNotes } from './renovation/notes.ts';
import { plumberPapers } from './renovation/plumber-papers.ts';
import { plumbers } from './renovation/plumbers.ts';
import { purchase } from './renovation/purchase.ts';
import { rooms } from './renovation/rooms.ts';
import { rentalMails } from './rental/mails.ts';
import { rentalNotes } from './rental/notes.ts';
import { rentalPapers } from './rental/papers.ts';

const themes: readonly Theme[] = [purchase, plumbers, plumberPapers, rentalMails, rentalNotes, rentalPapers];

export const threads: readonly Thread[] = themes.flatMap((theme) => theme.threads ?? []);
export const notes: readonly Note[] = themes.flatMap((theme) => theme.notes ?? []);
export const papers: readonly Paper[] = themes.flatMap((theme) => theme.papers ?? []);
