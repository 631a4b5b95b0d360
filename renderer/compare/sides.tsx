import type { Citation, Sentence } from '#main/contract/ask.ts';
import type { ComparedSide, Vote } from '#main/contract/comparisons.ts';
import { Sentences } from '../ask/sentences.tsx';
import { Unsupported } from '../ask/unsupported.tsx';
import { Badge } from '../design/badge.tsx';
import { countOf, tookOf } from '../wording/figures.ts';
import styles from './sides.module.css';
import type { Compared } from './use-compare.ts';

const { sides: columns, side: column, head, draft: draftText, foot, none } = styles;

interface SidesProps {
  readonly compared: Extract<Compared, { phase: 'writing' | 'stopped' | 'made' }>;
  readonly onCite: (n: number) => void;
}

/** The answers side by side, each with what of it stands in the passages. */
export function Sides({ compared, onCite }: SidesProps) {
  if (compared.phase === 'made') {
    const { sides, citations, vote } = compared.comparison;
    return (
      <ol className={columns}>
        {sides.map((side, at) => (
          <li key={placeOf(at)} className={column} data-better={vote === at}>
            <SideHead at={at} name={side.name} vote={vote} />
            {side.failed === null ? null : <p className={none}>{side.failed}</p>}
            <Written sentences={side.sentences} citations={citations} onCite={onCite} />
            {side.failed === null && side.sentences.length === 0 ? (
              <p className={none}>It wrote nothing that could be used.</p>
            ) : null}
            <p className={foot}>{speedOf(side)}</p>
          </li>
        ))}
      </ol>
    );
  }
  const { sides, of, citations, phase } = compared;
  return (
    <ol className={columns}>
      {Array.from({ length: of }, (_, at) => (
        <li key={placeOf(at)} className={column}>
          <SideHead at={at} name={null} vote={null} />
          <Written sentences={sides[at]?.sentences ?? []} citations={citations} onCite={onCite} />
          {sides[at]?.draft ? <p className={draftText}>{sides[at].draft}</p> : null}
          <p className={foot}>{phase === 'stopped' ? 'Stopped' : stageOf(at, sides.length)}</p>
        </li>
      ))}
    </ol>
  );
}

/** Sides never change places. */
const placeOf = (at: number): string => `side-${at}`;

function stageOf(at: number, begun: number): string {
  if (at >= begun) return 'Waits for its turn';
  return at === begun - 1 ? 'Reads and writes…' : 'Has answered';
}

interface SideHeadProps {
  readonly at: number;
  readonly name: string | null;
  readonly vote: Vote | null;
}

function SideHead({ at, name, vote }: SideHeadProps) {
  return (
    <div className={head}>
      <h3>{name ?? `Answer ${at + 1}`}</h3>
      {vote === at ? <Badge tone="good">Better</Badge> : null}
    </div>
  );
}

interface WrittenProps {
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly onCite: (n: number) => void;
}

function Written({ sentences, citations, onCite }: WrittenProps) {
  return (
    <>
      <Sentences
        sentences={sentences.filter(({ verified }) => verified)}
        citations={citations}
        onCite={onCite}
      />
      <Unsupported sentences={sentences.filter(({ verified }) => !verified)} />
    </>
  );
}

function speedOf({ sentences, firstTokenMs, tokensPerSecond }: ComparedSide): string {
  const verified = sentences.filter((sentence) => sentence.verified).length;
  return [
    ...(sentences.length === 0 ? [] : [`${countOf(verified)} of ${countOf(sentences.length)} verified`]),
    ...(firstTokenMs === null ? [] : [`first word after ${tookOf(firstTokenMs)}`]),
    ...(tokensPerSecond === null ? [] : [`${countOf(Math.round(tokensPerSecond))} tokens/s`]),
  ].join(' · ');
}
