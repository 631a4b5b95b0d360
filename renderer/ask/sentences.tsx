import type { Citation, Sentence } from '#main/contract/ask.ts';
import { placeInWords } from '#main/contract/document-words.ts';
import { Hidden } from '../design/hidden.tsx';
import { Icon } from '../design/icon.tsx';
import styles from './sentences.module.css';
import { withoutMarks } from './without-marks.ts';

const { text, lines, sentence: sentenceBox, asked: askedFor, marks, cite, mark } = styles;

interface SentencesProps {
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly set?: 'answer' | 'unsupported';
  /** Each on a line of its own: entries of a list rather than a text. */
  readonly listed?: boolean;
  readonly onCite: (n: number) => void;
}

/** Sentences with their citations as buttons, each marked as checked against its source or not. */
export function Sentences({ sentences, citations, set = 'answer', listed = false, onCite }: SentencesProps) {
  if (sentences.length === 0) return null;
  const [Whole, Each] = listed ? (['ul', 'li'] as const) : (['p', 'span'] as const);
  return (
    <Whole className={listed ? `${text} ${lines}` : text} data-set={set}>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences are only ever appended, and may be alike.
        <Each key={index}>
          <span className={sentenceBox} data-doubtful={set === 'answer' && doubtful(sentence)}>
            <WithAsked sentence={sentence} />
          </span>
          <span className={marks}>
            {sentence.citations.map((n) => (
              <CitationButton key={n} n={n} citation={citations.find((c) => c.n === n)} onCite={onCite} />
            ))}
            {set === 'answer' ? <CheckMark sentence={sentence} /> : null}
          </span>{' '}
        </Each>
      ))}
    </Whole>
  );
}

/** A sentence with what was asked for set off. */
function WithAsked({ sentence }: { readonly sentence: Sentence }) {
  const text = withoutMarks(sentence);
  const { start, end } = sentence.asked ?? { start: 0, end: 0 };
  // Marks taken out before it would have moved it.
  if (start >= end || text.slice(start, end) !== sentence.text.slice(start, end)) return text;
  return (
    <>
      {text.slice(0, start)}
      <strong className={askedFor}>{text.slice(start, end)}</strong>
      {text.slice(end)}
    </>
  );
}

interface CitationButtonProps {
  readonly n: number;
  readonly citation: Citation | undefined;
  readonly onCite: (n: number) => void;
}

function CitationButton({ n, citation, onCite }: CitationButtonProps) {
  if (citation === undefined) return null;
  const where = `${citation.title}, ${placeInWords(citation.place)}`;
  return (
    <button
      type="button"
      className={cite}
      title={where}
      aria-label={`Citation ${n}: ${where}`}
      onClick={() => onCite(n)}
    >
      [{n}]
    </button>
  );
}

/** A sentence that cites nothing is Quipu's own word on what it did, not a claim about the files. */
function doubtful({ verified, citations }: Sentence): boolean {
  return !verified && citations.length > 0;
}

function CheckMark({ sentence }: { readonly sentence: Sentence }) {
  if (sentence.citations.length === 0) return null;
  const words = sentence.verified ? 'Checked: it stands in the cited source' : 'Not confirmed by a source';
  return (
    <span className={mark} data-verified={sentence.verified} title={words}>
      <Icon name={sentence.verified ? 'check' : 'doubt'} size={14} />
      <Hidden> ({words}.)</Hidden>
    </span>
  );
}
