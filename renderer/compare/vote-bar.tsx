import type { Comparison, Vote } from '#main/contract/comparisons.ts';
import { Button } from '../design/button.tsx';
import styles from './vote-bar.module.css';

const { bar, buttons } = styles;

interface VoteBarProps {
  readonly comparison: Comparison;
  readonly onVote: (vote: Vote) => void;
}

/** Which answer is the better one; it can be changed as long as the comparison is on screen. */
export function VoteBar({ comparison: { sides, vote, blind }, onVote }: VoteBarProps) {
  const nameOf = (at: number): string => sides[at]?.name ?? `Answer ${at + 1}`;
  const choices: readonly { readonly vote: Vote; readonly words: string }[] = [
    ...sides.map((_, at) => ({ vote: at, words: `${nameOf(at)} is better` })),
    { vote: 'tie', words: 'Equally good' },
    { vote: 'neither', words: 'None is good' },
  ];
  return (
    <section className={bar} aria-label="Your vote">
      <p role="status">{saidOf(vote, blind, nameOf)}</p>
      <div className={buttons}>
        {choices.map((choice) => (
          <Button
            key={choice.words}
            aria-pressed={vote === choice.vote}
            look={vote === choice.vote ? 'primary' : 'plain'}
            onClick={() => onVote(choice.vote)}
          >
            {choice.words}
          </Button>
        ))}
      </div>
    </section>
  );
}

function saidOf(vote: Vote | null, blind: boolean, nameOf: (at: number) => string): string {
  if (vote === null)
    return blind ? 'Which is better? The models are named once you vote.' : 'Which is better?';
  if (vote === 'tie') return 'You found them equally good.';
  if (vote === 'neither') return 'You found none good.';
  return `You found ${nameOf(vote)} better.`;
}
