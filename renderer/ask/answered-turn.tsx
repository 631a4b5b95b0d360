import type { Answer } from '#main/contract/ask.ts';
import type { Plan } from '#main/contract/search.ts';
import { Icon } from '../design/icon.tsx';
import { Notice } from '../design/notice.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { AnswerFoot } from './answer-foot.tsx';
import styles from './answered-turn.module.css';
import { CitationList } from './citation-list.tsx';
import { ComputedResult } from './computed-result.tsx';
import { NotFound } from './not-found.tsx';
import { PlanChips } from './plan-chips.tsx';
import { Sentences } from './sentences.tsx';
import { NothingYet } from './start.tsx';
import { viewedCitations } from './viewed-citations.ts';

const { part, label, unsupported } = styles;

interface AnsweredTurnProps {
  readonly answer: Answer;
  readonly notice: string | null;
  readonly onPlan: (plan: Plan) => void;
  readonly onView: OpenViewer;
}

/** A whole answer, the same whether it was just given or kept. */
export function AnsweredTurn({ answer, notice, onPlan, onView }: AnsweredTurnProps) {
  const { citations, sentences, computed, outcome } = answer;
  const cite = (n: number) => onView(...viewedCitations(citations, n));
  if (outcome === 'empty-library') return <NothingYet heading="h3" />;
  return (
    <>
      <PlanChips plan={answer.plan} onPlan={onPlan} />
      {computed === null ? null : <ComputedResult computed={computed} onView={onView} />}
      {outcome === 'not-found' ? <NotFound answer={answer} /> : null}
      {sentences.length === 0 || outcome === 'not-found' ? null : (
        <div className={part}>
          {answer.model === null && outcome === 'answered' && citations.length > 0 ? (
            <h3 className={label}>Found in your files</h3>
          ) : null}
          <Sentences sentences={sentences} citations={citations} onCite={cite} />
        </div>
      )}
      {notice === null ? null : <Notice tone="plain">{notice}</Notice>}
      <CitationList citations={citations} onCite={cite} />
      {answer.unsupported.length === 0 ? null : (
        <section className={unsupported} aria-label="Unsupported sentences">
          <h3>
            <Icon name="doubt" size={16} />
            The model also wrote this, and no passage supports it
          </h3>
          <Sentences sentences={answer.unsupported} citations={citations} set="unsupported" onCite={cite} />
        </section>
      )}
      <AnswerFoot answer={answer} />
    </>
  );
}
