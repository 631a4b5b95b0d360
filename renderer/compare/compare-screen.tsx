import { hrefOf } from '../app/route.ts';
import { CitationList } from '../ask/citation-list.tsx';
import { viewedCitations } from '../ask/viewed-citations.ts';
import { FaultNotice, Notice } from '../design/notice.tsx';
import { ScreenHead } from '../design/screen-head.tsx';
import { useEscape } from '../design/use-escape.ts';
import { useChatModels } from '../models/use-chat-models.ts';
import { SourceViewer } from '../viewer/source-viewer.tsx';
import { useViewing } from '../viewer/use-viewing.ts';
import { CompareForm } from './compare-form.tsx';
import styles from './compare-screen.module.css';
import { Sides } from './sides.tsx';
import { StandingsTable } from './standings-table.tsx';
import { useCompare } from './use-compare.ts';
import { VoteBar } from './vote-bar.tsx';

const { screen, section } = styles;

/** The same question to several models, side by side over the same passages, and the table of one's own votes. */
export function CompareScreen() {
  const models = useChatModels();
  const { compared, standings, fault, run, stop, vote, clear } = useCompare();
  const [viewing, viewer] = useViewing(null);
  const writing = compared.phase === 'writing';
  useEscape(viewing === null ? (writing ? stop : null) : viewer.close);
  const made = compared.phase === 'made' ? compared.comparison : null;
  const citations = made?.citations ?? ('citations' in compared ? compared.citations : []);
  const cite = (n: number) => viewer.open(...viewedCitations(citations, n));
  return (
    <div className={screen}>
      <ScreenHead title="Compare models" sum={null} />
      {models.phase === 'failed' ? <FaultNotice fault={models.fault} /> : null}
      {models.phase === 'ready' && models.value.length < 2 ? (
        <Notice tone="plain">
          Two chat models on this computer are needed for this.{' '}
          <a href={hrefOf({ screen: 'models' })}>See what is on offer</a>
        </Notice>
      ) : null}
      {models.phase === 'ready' && models.value.length >= 2 ? (
        <CompareForm models={models.value} writing={writing} onRun={run} onStop={stop} />
      ) : null}
      {fault === null ? null : <FaultNotice fault={fault} />}
      {compared.phase === 'failed' ? <FaultNotice fault={compared.fault} /> : null}
      {compared.phase === 'none' || compared.phase === 'failed' ? null : (
        <section className={section} aria-label="Answers" aria-busy={writing}>
          {made === null ? null : <h2>{made.question}</h2>}
          <Sides compared={compared} onCite={cite} />
          {made === null || made.comparisonId === null ? null : (
            <VoteBar comparison={made} onVote={(given) => vote(made.comparisonId ?? 0, given)} />
          )}
          <CitationList citations={citations} onCite={cite} />
        </section>
      )}
      {standings.phase === 'ready' ? <StandingsTable standings={standings.value} onClear={clear} /> : null}
      {viewing === null ? null : <SourceViewer viewing={viewing} docked={false} viewer={viewer} />}
    </div>
  );
}
