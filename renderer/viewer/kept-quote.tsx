import { Notice } from '../design/notice.tsx';
import styles from './kept-quote.module.css';

const { said, quote: quoteBox } = styles;

const sentences = {
  missing: 'The file is not there any more. This is what stood in it when it was last read.',
  changed:
    'The file has changed since this answer: the words it quotes do not stand in it any more. Ask again for an answer from what is there now.',
  gone: 'This document is no longer in the library: its file was deleted, or its source was forgotten.',
} as const;

interface KeptQuoteProps {
  readonly why: keyof typeof sentences;
  /** As the answer cites it; empty where the document still holds it. */
  readonly quote: string;
}

/** What is left of a citation whose file is not what it was: the words themselves, and what became of their place. */
export function KeptQuote({ why, quote }: KeptQuoteProps) {
  return (
    <div className={said}>
      <Notice tone="warn">{sentences[why]}</Notice>
      {quote === '' ? null : (
        <figure className={quoteBox}>
          <figcaption>As it was cited:</figcaption>
          <blockquote dir="auto">{quote}</blockquote>
        </figure>
      )}
    </div>
  );
}

export function Gone({ quote }: { readonly quote: string }) {
  return <KeptQuote why="gone" quote={quote} />;
}
