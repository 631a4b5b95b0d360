import { type ReactNode, useState } from 'react';
import type { Answer } from '#main/contract/ask.ts';
import { looksInFiles } from '#main/contract/ask-words.ts';
import { Button } from '../design/button.tsx';
import { Hidden } from '../design/hidden.tsx';
import { tookOf } from '../wording/figures.ts';
import styles from './answer-foot.module.css';
import { copyToClipboard } from './clipboard.ts';
import { copyText } from './copy-text.ts';
import { gapsOf, meaningGap } from './not-found.tsx';

const { foot, facts, acts } = styles;

/** Who wrote, how long it took, what was not searched; and the answer to take along. */
export function AnswerFoot({ answer, children }: { readonly answer: Answer; readonly children?: ReactNode }) {
  return (
    <footer className={foot}>
      <p className={facts}>{factsOf(answer).join(' · ')}</p>
      <span className={acts} data-screen-only>
        {children}
        <CopyButton text={copyText(answer)} />
      </span>
    </footer>
  );
}

function factsOf({ model, timings, coverage, outcome, plan, computed }: Answer): readonly string[] {
  const facts = [model === null ? 'No model used' : `Model: ${model}`];
  const searches = looksInFiles(plan.intent);
  if (searches) facts.push(`found in ${tookOf(timings.retrieveMs)}`);
  if (timings.firstTokenMs !== null) facts.push(`first word after ${tookOf(timings.firstTokenMs)}`);
  facts.push(`done in ${tookOf(timings.totalMs)}`);
  const gaps = gapsOf(coverage);
  if (gaps.length > 0 && searches && outcome === 'answered') facts.push(`not searched: ${gaps.join(', ')}`);
  const bySearch = searches && computed === null && (outcome === 'answered' || outcome === 'not-found');
  const meaning = bySearch ? meaningGap(coverage) : null;
  if (meaning !== null) facts.push(meaning);
  return facts;
}

type Copying = 'ready' | 'copied' | 'refused';
const words: Readonly<Record<Copying, string>> = {
  ready: 'Copy with citations',
  copied: 'Copied',
  refused: 'Could not copy',
};

function CopyButton({ text }: { readonly text: string }) {
  const [state, setState] = useState<Copying>('ready');
  const copy = () => {
    void copyToClipboard(text).then((copied) => setState(copied ? 'copied' : 'refused'));
  };
  return (
    <>
      <Button
        look="quiet"
        icon={state === 'copied' ? 'check' : 'copy'}
        onClick={copy}
        onBlur={() => setState('ready')}
      >
        {words[state]}
      </Button>
      <span role="status">
        <Hidden>{state === 'ready' ? '' : words[state]}</Hidden>
      </span>
    </>
  );
}
