import type { Answer, KeptPlace } from '#main/contract/ask.ts';
import { listedIntents } from '#main/contract/ask-words.ts';
import type { Intent, Plan } from '#main/contract/search.ts';
import { Button } from '../design/button.tsx';
import { Notice } from '../design/notice.tsx';
import type { OpenViewer } from '../viewer/use-viewing.ts';
import { AnswerFoot } from './answer-foot.tsx';
import { CitationList } from './citation-list.tsx';
import { ComputedResult } from './computed-result.tsx';
import { NotFound } from './not-found.tsx';
import { PlanChips } from './plan-chips.tsx';
import { Sentences } from './sentences.tsx';
import { NothingYet } from './start.tsx';
import { Unsupported } from './unsupported.tsx';
import type { AskSession } from './use-ask-session.ts';
import { Versions } from './versions.tsx';
import { viewedCitations } from './viewed-citations.ts';

interface AnsweredTurnProps {
  readonly answer: Answer;
  /** Null where it could not be kept. */
  readonly kept: KeptPlace | null;
  readonly notice: string | null;
  readonly onPlan: (plan: Plan) => void;
  /** Asks the question again; this answer is kept beside the next. */
  readonly onAgain: (questionId: number) => void;
  readonly onTurnTo: AskSession['turnTo'];
  readonly onView: OpenViewer;
}

/** A whole answer, the same whether it was just given or kept. */
export function AnsweredTurn(props: AnsweredTurnProps) {
  const { answer, kept, notice, onPlan, onAgain, onTurnTo, onView } = props;
  const { citations, outcome } = answer;
  if (outcome === 'empty-library') return <NothingYet heading="h3" />;
  return (
    <>
      <PlanChips question={answer.question} plan={answer.plan} onPlan={onPlan} />
      {outcome === 'not-found' ? (
        <NotFound answer={answer} onView={onView} />
      ) : (
        <AnswerText answer={answer} intent={answer.plan.intent} onView={onView} />
      )}
      {notice === null ? null : <Notice tone="plain">{notice}</Notice>}
      {answer.computed === null ? (
        <CitationList citations={citations} onCite={(n) => onView(...viewedCitations(citations, n))} />
      ) : null}
      <Unsupported sentences={answer.unsupported} />
      <AnswerFoot answer={answer}>
        {kept === null ? null : (
          <>
            <Versions
              what="answer"
              ids={kept.answers}
              shown={kept.answerId}
              onShow={(answerId) => onTurnTo({ answerId })}
            />
            <Button look="quiet" icon="rescan" onClick={() => onAgain(kept.questionId)}>
              Try again
            </Button>
          </>
        )}
      </AnswerFoot>
    </>
  );
}

interface AnswerTextProps {
  readonly answer: Pick<Answer, 'sentences' | 'citations' | 'computed'>;
  readonly intent: Intent | undefined;
  readonly onView: OpenViewer;
}

/** The sentences of an answer. What was computed is its own list, so that only what the sentences add is said. */
export function AnswerText({ answer, intent, onView }: AnswerTextProps) {
  const { sentences, citations, computed } = answer;
  const cite = (n: number) => onView(...viewedCitations(citations, n));
  if (computed === null) {
    const listed = intent !== undefined && listedIntents.has(intent);
    return <Sentences sentences={sentences} citations={citations} listed={listed} onCite={cite} />;
  }
  const added = sentences
    .slice(1)
    .filter(({ citations: cited, text }) => cited.length === 0 && text !== computed.method);
  // Of groups the first sentence says which of them was asked for.
  const said = computed.groups === undefined ? [] : sentences.slice(0, 1);
  return (
    <>
      <Sentences sentences={said} citations={citations} onCite={cite} />
      <ComputedResult computed={computed} citations={citations} onView={onView} />
      <Sentences sentences={added} citations={citations} onCite={cite} />
    </>
  );
}
