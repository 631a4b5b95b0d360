import { notes } from '#scripts/sample-library/life/life.ts';
import type { Gold, PersonalQuestion, QuestionKind } from '../question.ts';
import { allMails, filesUnder, mails, mostFrequentSender, notesWith, owner, pathsOf } from '../truth.ts';

function counted(question: string, count: number): PersonalQuestion {
  return { kind: 'count', before: [], question, gold: { kind: 'count', count } };
}

function listed(
  question: string,
  files: readonly string[],
  kind: QuestionKind = 'list',
  ordered = false,
): PersonalQuestion {
  const gold: Gold = { kind: 'files', files, ordered };
  return { kind, before: [], question, gold };
}

const firstOrLast = (question: string, files: readonly string[]): PersonalQuestion =>
  listed(question, files, 'first-last', true);

function dated(question: string, day: string | undefined): PersonalQuestion {
  const date = new Date(`${day?.slice(0, 10)}T12:00:00Z`);
  const inWords = date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return {
    kind: 'first-last',
    before: [],
    question,
    gold: { kind: 'computed', expected: [[inWords, date.toISOString().slice(0, 10)]] },
  };
}

const newestFirst = (paths: readonly string[]): string[] => [...paths].reverse();
const castlebridge = 'service@castlebridge.example';

export const countQuestions: readonly PersonalQuestion[] = [
  counted('How many mails do I have?', allMails.length),
  counted(
    'How many emails did Graham Pettigrew send in 2024?',
    mails({ from: 'graham.', on: '2024' }).length,
  ),
  counted('How many mails did I send to Graham?', mails({ from: owner, to: 'graham.' }).length),
  counted('number of mails from Hamish Boyd', mails({ from: 'hamish.boyd' }).length),
  counted('How many mails did Beth Nakamura write?', mails({ from: 'beth.nakamura' }).length),
  counted('How many mails did Mateo send in 2025?', mails({ from: 'mateo.', on: '2025' }).length),
  counted('how many mails from the landlord in 2025', mails({ from: 'graham.', on: '2025' }).length),
  counted('How many mails are from May 2025?', mails({ on: '2025-05' }).length),
  counted(
    'How many mails were sent between 1 June and 31 August 2025?',
    mails({ since: '2025-06-01', until: '2025-09-01' }).length,
  ),
  counted('How many mails have attachments?', mails({ attached: true }).length),
  counted(
    'How many mails from Castlebridge Mutual had an attachment?',
    mails({ from: castlebridge, attached: true }).length,
  ),
  counted('How many notes do I have?', notes.length),
  counted('How many notes are in the folder Meetings?', filesUnder('Notes/Work/Meetings').length),
  counted(
    'How many PDFs are there in the Insurance folder?',
    filesUnder('Documents/Insurance', '.pdf').length,
  ),
  counted(
    'How many Word documents are in the folder Rivermark?',
    filesUnder('Documents/Rivermark', '.docx').length,
  ),
  counted(
    'How many mails did I send to Ross Kinnaird in March 2025?',
    mails({ from: owner, to: 'ross@', on: '2025-03' }).length,
  ),
  counted('How many mails did Carmen write?', mails({ from: 'carmen.' }).length),
  counted('Wie viele Mails hat Katrin Vogel 2025 geschickt?', mails({ from: 'k.vogel', on: '2025' }).length),
  counted('¿Cuántos correos mandó Belén Cueto?', mails({ from: 'belen@' }).length),
  counted('How many mails did Owen Tait send me?', mails({ from: 'owen.tait', to: owner }).length),
  counted('How many mails have I received since 1 January 2026?', mails({ to: owner, since: '2026' }).length),
  counted('How many mails are there from before 2025?', mails({ until: '2025' }).length),
  counted('How often did Wanda write in 2026?', mails({ from: 'wanda.', on: '2026' }).length),
  counted('How many mails have "Floor samples" in the subject?', mails({ subject: 'Floor samples' }).length),
  counted('How many notes are in the Daily folder?', filesUnder('Notes/Daily').length),
  counted('How many mails did Elin send in February 2026?', mails({ from: 'elin.', on: '2026-02' }).length),
  counted(
    'How many emails did the school, Wardie Burn Primary, send?',
    mails({ from: 'office@wardieburn' }).length,
  ),
  counted('How many notes mention Moira?', notesWith(/\bMoira\b/).length),
  counted('How many notes mention the worktop?', notesWith(/\bworktops?\b/i).length),
  counted('How many mails did I get last month?', mails({ to: owner, on: '2026-10' }).length),
  counted('how many mails this year from Jo', mails({ from: 'jo.whitfield', on: '2026' }).length),
  counted('How many mails were sent on Mondays?', mails({ weekdays: [1] }).length),
  counted('How many mails did I get on a Sunday?', mails({ to: owner, weekdays: [7] }).length),
  counted(
    'How many mails did I send on Wednesdays in 2025?',
    mails({ from: owner, on: '2025', weekdays: [3] }).length,
  ),
  counted(
    'How many mails came on weekdays in March 2025?',
    mails({ on: '2025-03', weekdays: [1, 2, 3, 4, 5] }).length,
  ),
  counted('Wie viele Mails kamen am Wochenende?', mails({ weekdays: [6, 7] }).length),
  counted('Wie viele Mails hat Graham montags geschickt?', mails({ from: 'graham.', weekdays: [1] }).length),
  counted('¿Cuántos correos llegaron los lunes?', mails({ weekdays: [1] }).length),
  counted('Combien de courriels ont été envoyés le mardi ?', mails({ weekdays: [2] }).length),
  counted('Quante mail sono state inviate di venerdì?', mails({ weekdays: [5] }).length),
  counted('Quantas mensagens foram enviadas aos domingos?', mails({ weekdays: [7] }).length),
  counted('How many mails came with a Word document?', mails({ attachedEnding: '.docx' }).length),
  counted('Wie viele Mails haben einen PDF-Anhang?', mails({ attachedEnding: '.pdf' }).length),
  counted('Combien de mails ont une pièce jointe PDF ?', mails({ attachedEnding: '.pdf' }).length),
  counted('Quante mail hanno un allegato PDF?', mails({ attachedEnding: '.pdf' }).length),
  counted('Quantas mensagens têm um anexo?', mails({ attached: true }).length),
  counted('Quantos e-mails sem anexo há?', mails({ attached: false }).length),
  counted('Combien de mails ai-je reçus de Graham en 2025 ?', mails({ from: 'graham.', on: '2025' }).length),
  counted('Quante mail ha mandato Priya nel 2026?', mails({ from: 'priya.', on: '2026' }).length),
  counted('Quantos e-mails enviou o Dougal?', mails({ from: 'dougal.' }).length),
  counted('¿Cuántas notas hay en la carpeta Meetings?', filesUnder('Notes/Work/Meetings').length),
  counted('How many messages did the joiner Martin Doig send us?', mails({ from: 'martin@' }).length),
  counted(
    'How many mails did I get in the second half of 2025?',
    mails({ to: owner, since: '2025-07', until: '2026' }).length,
  ),
];

export const listQuestions: readonly PersonalQuestion[] = [
  listed('List all mails from Ross Kinnaird', pathsOf(mails({ from: 'ross@' }))),
  listed('Show me all the emails from Isla Pettigrew', pathsOf(mails({ from: 'isla.' }))),
  listed('List the notes in the folder People', filesUnder('Notes/People')),
  listed('Which mails did Mateo send in May 2025?', pathsOf(mails({ from: 'mateo.', on: '2025-05' }))),
  listed(
    'Which mails from Callum Weir have attachments?',
    pathsOf(mails({ from: 'callum@', attached: true })),
  ),
  listed('Which PDFs are in the folder Calder Row?', filesUnder('Documents/Calder Row', '.pdf')),
  listed('List the Word files in the Rivermark folder', filesUnder('Documents/Rivermark', '.docx')),
  listed('Show all mails between me and Sunita Rao', pathsOf(mails({ with: 'sunita@' }))),
  listed(
    'What mails did I get from Ross on 12 May 2025?',
    pathsOf(mails({ from: 'ross@', on: '2025-05-12' })),
  ),
  listed('list all mails from Priya in 2026', pathsOf(mails({ from: 'priya.', on: '2026' }))),
  listed(
    'Zeig mir alle Mails von Katrin Vogel aus dem Juli 2025',
    pathsOf(mails({ from: 'k.vogel', on: '2025-07' })),
  ),
  listed(
    'Muéstrame todos los correos de Carmen Ibarra de 2025',
    pathsOf(mails({ from: 'carmen.', on: '2025' })),
  ),
  listed('List the mails from Fiona Abernethy in 2024', pathsOf(mails({ from: 'f.abernethy', on: '2024' }))),
  listed('All mails from Castlebridge Mutual, please', pathsOf(mails({ from: castlebridge }))),
  listed(
    'Which mails did I write to the choir chair, Dougal Ferrie?',
    pathsOf(mails({ from: owner, to: 'dougal.' })),
  ),
  listed(
    'Show me the mails from Owen Tait with Castlebridge about the claim',
    pathsOf(mails({ from: 'owen.tait' })),
  ),
  listed('Are there any mails from Northgate Direct?', pathsOf(mails({ from: 'quotes@northgate' }))),
  listed('List the mails from Wanda sent on a Friday', pathsOf(mails({ from: 'wanda.', weekdays: [5] }))),
  listed('Montre-moi les courriels de Sunita Rao', pathsOf(mails({ from: 'sunita@' }))),
  listed('Mostrami tutte le mail di Julian del 2025', pathsOf(mails({ from: 'julian.', on: '2025' }))),
  listed('Mostra-me todos os e-mails da Elin', pathsOf(mails({ from: 'elin.' }))),
  listed('List mails with attachments from June 2025', pathsOf(mails({ attached: true, on: '2025-06' }))),
  listed('Give me the notes in the Choir folder', filesUnder('Notes/Choir')),
];

export const firstLastQuestions: readonly PersonalQuestion[] = [
  firstOrLast('What was the last mail from Graham?', pathsOf(mails({ from: 'graham.' }).slice(-1))),
  firstOrLast(
    'Show me the oldest mail from Fiona Abernethy',
    pathsOf(mails({ from: 'f.abernethy' }).slice(0, 1)),
  ),
  dated('When did Hamish Boyd first write to me?', mails({ from: 'hamish.boyd', to: owner })[0]?.mail.at),
  dated('When did I last write to Katrin?', mails({ from: owner, to: 'k.vogel' }).at(-1)?.mail.at),
  firstOrLast('What is my newest note?', [
    [...notes].sort((a, b) => a.at.localeCompare(b.at)).at(-1)?.path ?? '',
  ]),
  firstOrLast('Show me the two oldest mails from Wanda', pathsOf(mails({ from: 'wanda.' }).slice(0, 2))),
  firstOrLast(
    'The last 3 mails from Castlebridge Mutual',
    newestFirst(pathsOf(mails({ from: castlebridge }).slice(-3))),
  ),
  firstOrLast(
    'Which mail was the first that Ross Kinnaird sent?',
    pathsOf(mails({ from: 'ross@' }).slice(0, 1)),
  ),
  dated('When was the last mail from Mateo?', mails({ from: 'mateo.' }).at(-1)?.mail.at),
  dated('When was the last time Dougal wrote?', mails({ from: 'dougal.' }).at(-1)?.mail.at),
  firstOrLast('What was the first mail Priya ever sent me?', pathsOf(mails({ from: 'priya.' }).slice(0, 1))),
  firstOrLast('Was war die letzte Mail von Katrin Vogel?', pathsOf(mails({ from: 'k.vogel' }).slice(-1))),
  firstOrLast('¿Cuál fue el primer correo de Carmen?', pathsOf(mails({ from: 'carmen.' }).slice(0, 1))),
  firstOrLast("Qual è l'ultima mail di Wanda?", pathsOf(mails({ from: 'wanda.' }).slice(-1))),
  {
    kind: 'first-last',
    before: [],
    question: 'Who sent me the most mails in 2025?',
    gold: { kind: 'computed', expected: [mostFrequentSender({ on: '2025' })] },
  },
];
