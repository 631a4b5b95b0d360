import type { Answer, Coverage } from '#main/contract/ask.ts';
import { hrefOf } from '../app/route.ts';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { counted, shareOf } from '../wording/figures.ts';
import { CitationList } from './citation-list.tsx';
import styles from './not-found.module.css';
import { viewedCitations } from './viewed-citations.ts';

const { box } = styles;

/** The honest “not found”: what was searched, and what could not be. */
export function NotFound({ answer, onView }: { readonly answer: Answer; readonly onView: OpenViewer }) {
  const gaps = gapsOf(answer.coverage);
  const { nearest = [] } = answer;
  return (
    <>
      <section className={box}>
        <h3>Not found in your files</h3>
        <p>{answer.sentences[0]?.text ?? 'No passage answers this question.'}</p>
        <p>
          {counted(answer.coverage.documents, 'document')} searched
          {gaps.length === 0 ? '.' : '; not searched: '}
          {gaps.join(', ')}
          {gaps.length === 0 ? '' : '. '}
          {gaps.length === 0 ? null : <a href={hrefOf({ screen: 'library' })}>See which files</a>}
        </p>
      </section>
      <CitationList
        title="Nearest in your files"
        citations={nearest}
        numbered={false}
        onCite={(n) => onView(...viewedCitations(nearest, n))}
      />
    </>
  );
}

/** What the search could not see, in words. */
export function gapsOf({ pendingFiles, unreadFiles }: Coverage): readonly string[] {
  const gaps: string[] = [];
  if (pendingFiles > 0) gaps.push(`${counted(pendingFiles, 'file')} still waiting`);
  if (unreadFiles > 0) gaps.push(`${counted(unreadFiles, 'file')} that could not be read`);
  return gaps;
}

/** Said while embeddings are missing: until then words must match. */
export function meaningGap({ embeddedShare }: Coverage): string | null {
  if (embeddedShare >= 1) return null;
  return `By meaning ${shareOf(embeddedShare, 1)} of the passages could be searched, by words all of them.`;
}
