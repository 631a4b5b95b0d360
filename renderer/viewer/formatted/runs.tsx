import { createContext, use } from 'react';
import type { FormattedBlock, Run } from '#main/contract/formatted.ts';
import { Icon } from '../../design/icon.tsx';
import styles from './formatted.module.css';
import type { MarkedRuns } from './marked-runs.ts';

const { link, picture, code } = styles;

/** What the blocks of one document share: what is quoted of it, and what a link does. */
interface RunsAbout {
  readonly marks: MarkedRuns['marks'];
  readonly onLink: (href: string) => void;
}

export const RunsContext = createContext<RunsAbout>({ marks: new Map(), onLink: () => undefined });

/** Text in its looks. A link tells where it leads and goes nowhere by itself; a picture is its description. */
export function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return runs.map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a block never change.
    <RunText key={index} run={run} />
  ));
}

function RunText({ run }: { readonly run: Run }) {
  const { onLink } = use(RunsContext);
  const { href } = run;
  if (run.picture !== undefined) return <Picture run={run} kind={run.picture} />;
  let words = <MarkedText of={run} />;
  if (run.code) words = <code className={code}>{words}</code>;
  if (run.struck) words = <s>{words}</s>;
  if (run.italic) words = <em>{words}</em>;
  if (run.bold) words = <strong>{words}</strong>;
  if (href === undefined) return words;
  return (
    <button type="button" className={link} title={href} data-href onClick={() => onLink(href)}>
      {words}
    </button>
  );
}

/** A text with what is quoted of it. */
export function MarkedText({
  of,
}: {
  readonly of: Run | Extract<FormattedBlock, { readonly kind: 'code' }>;
}) {
  const mark = use(RunsContext).marks.get(of);
  if (mark === undefined) return <>{of.text}</>;
  return (
    <>
      {of.text.slice(0, mark.start)}
      <mark>{of.text.slice(mark.start, mark.end)}</mark>
      {of.text.slice(mark.end)}
    </>
  );
}

function Picture({ run, kind }: { readonly run: Run; readonly kind: 'remote' | 'inside' }) {
  return (
    <span className={picture}>
      <Icon name="picture" size={14} />
      {run.text.trim() === '' ? null : <MarkedText of={run} />}
      <em>{kind === 'remote' ? 'picture not loaded' : 'picture'}</em>
    </span>
  );
}
