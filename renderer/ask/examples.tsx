import { useEffect } from 'react';
import { exampleWords } from '#main/contract/example-words.ts';
import type { ExampleQuestion } from '#main/contract/examples.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import styles from './start.module.css';

const { kinds } = styles;

const load = (client: Client, signal: AbortSignal): Promise<ExampleQuestion[]> =>
  client.examples(undefined, { signal });

interface ExamplesProps {
  /** Files read so far: with more of them there is more to ask. */
  readonly filesDone: number;
  readonly onAsk: (question: string) => void;
}

/** Questions that this very library can answer; nothing where it holds too little. */
export function Examples({ filesDone, onAsk }: ExamplesProps) {
  const [examples, reload] = useLoaded(load);
  // Twice as many files may bring other people and folders; one more does not.
  const scale = Math.floor(Math.log2(filesDone + 1));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scale is the sign that there may be others.
  useEffect(reload, [reload, scale]);
  if (examples.phase !== 'ready' || examples.value.length === 0) return null;
  return (
    <ul className={kinds} aria-label="Examples">
      {examples.value.map((example) => (
        <li key={exampleWords(example)}>
          <button type="button" onClick={() => onAsk(exampleWords(example))}>
            {exampleWords(example)}
          </button>
        </li>
      ))}
    </ul>
  );
}
