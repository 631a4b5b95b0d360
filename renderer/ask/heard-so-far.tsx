import { progressInWords } from '#main/contract/ask-words.ts';
import type { Plan } from '#main/contract/search.ts';
import { Notice } from '../design/notice.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { AnswerText } from './answered-turn.tsx';
import { CitationList } from './citation-list.tsx';
import styles from './heard-so-far.module.css';
import { PlanChips } from './plan-chips.tsx';
import { Sentences } from './sentences.tsx';
import type { Heard } from './turns.ts';
import { Unsupported } from './unsupported.tsx';
import { viewedCitations } from './viewed-citations.ts';

const { part, label, draft, thinking, working, cord } = styles;

interface HeardSoFarProps {
  readonly question: string;
  readonly heard: Heard;
  readonly live: boolean;
  readonly onPlan: (plan: Plan) => void;
  readonly onView: OpenViewer;
}

/** An answer on its way: what was found first, what has been checked of what the model writes, and its draft. */
export function HeardSoFar({ question, heard, live, onPlan, onView }: HeardSoFarProps) {
  const { plan, instant, sentences, citations } = heard;
  const cite = (n: number) => onView(...viewedCitations(citations, n));
  const supported = sentences.filter((sentence) => sentence.verified);
  return (
    <>
      {plan === null ? null : <PlanChips question={question} plan={plan} onPlan={live ? null : onPlan} />}
      {instant === null ? null : (
        <AnswerText answer={{ ...instant, citations }} intent={plan?.intent} onView={onView} />
      )}
      {heard.thoughts === '' ? null : (
        <details className={thinking}>
          <summary>What the model thinks</summary>
          <p>{heard.thoughts.trim()}</p>
        </details>
      )}
      {supported.length > 0 || heard.draft !== '' ? (
        <div className={part}>
          <h3 className={label}>In other words</h3>
          <Sentences sentences={supported} citations={citations} onCite={cite} />
          {heard.draft === '' ? null : <p className={draft}>{heard.draft}</p>}
        </div>
      ) : null}
      {live ? <Working heard={heard} /> : null}
      {heard.notice === null ? null : <Notice tone="plain">{heard.notice}</Notice>}
      {instant?.computed ? null : <CitationList citations={citations} onCite={cite} />}
      <Unsupported sentences={sentences.filter((sentence) => !sentence.verified)} />
    </>
  );
}

function Working({ heard }: { readonly heard: Heard }) {
  return (
    <p className={working}>
      <span className={cord} aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {stage(heard)}
    </p>
  );
}

function stage({ hits, instant, sentences, draft: written, thoughts, progress }: Heard): string {
  if (progress !== null && written === '' && sentences.length === 0) return progressInWords(progress);
  if (written !== '') return 'Writing; each sentence is checked before it counts';
  if (sentences.length > 0) return 'Checking and writing on';
  if (thoughts !== '') return 'Thinking it over';
  if (instant !== null) return 'Reading the passages';
  return hits === null ? 'Looking through your files' : 'Choosing the best passages';
}
