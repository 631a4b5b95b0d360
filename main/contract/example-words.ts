import { kindWords } from './document-words.ts';
import type { ExampleQuestion } from './examples.ts';

/** An example as it is asked. */
export function exampleWords(example: ExampleQuestion): string {
  switch (example.about) {
    case 'mails-of':
      return `How many mails did ${example.person} send?`;
    case 'last-mail':
      return `What was the last mail from ${example.person}?`;
    case 'folder':
      return `What is in the folder “${example.folder}”?`;
    case 'year':
      return `How many ${kindWords[example.kind][1]} are from ${example.year}?`;
    case 'title':
      return `What does “${example.title}” say?`;
  }
}
