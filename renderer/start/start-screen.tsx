import type { ReactNode } from 'react';
import { goTo, hrefOf, type StartStep, startSteps } from '../app/route.ts';
import { Button } from '../design/button.tsx';
import { Mark } from '../design/icon.tsx';
import type { Downloads } from '../models/use-downloads.ts';
import { rememberGreeted } from './greeted.ts';
import { KeptOut } from './kept-out.tsx';
import { ModelStep } from './model-step.tsx';
import styles from './start-screen.module.css';
import { WhereToLook } from './where-to-look.tsx';

const { screen, head, trail, foot } = styles;

const titles: Readonly<Record<StartStep, string>> = {
  where: 'Where to look',
  'kept-out': 'What is kept out',
  model: 'Which model',
};

interface StartScreenProps {
  readonly step: StartStep;
  readonly downloads: Downloads;
}

/** The first steps: each can be passed over, and found again later. */
export function StartScreen({ step, downloads }: StartScreenProps) {
  const at = startSteps.indexOf(step);
  const next = startSteps[at + 1];
  const previous = startSteps[at - 1];
  const finish = () => {
    rememberGreeted();
    goTo({ screen: 'ask', conversationId: null });
  };
  const goOn = () => (next === undefined ? finish() : goTo({ screen: 'start', step: next }));
  const bodies: Readonly<Record<StartStep, ReactNode>> = {
    where: <WhereToLook />,
    'kept-out': <KeptOut />,
    model: <ModelStep downloads={downloads} />,
  };
  return (
    <div className={screen}>
      <header className={head}>
        <Mark />
        <h1>Ask your own files</h1>
        <p>They are only read, and nothing leaves this computer.</p>
      </header>
      <ol className={trail} aria-label="First steps">
        {startSteps.map((each, index) => (
          <li key={each} data-done={index < at}>
            <a
              href={hrefOf({ screen: 'start', step: each })}
              aria-current={each === step ? 'step' : undefined}
            >
              {titles[each]}
            </a>
          </li>
        ))}
      </ol>
      {bodies[step]}
      <div className={foot}>
        {previous === undefined ? null : (
          <Button look="quiet" icon="previous" onClick={() => goTo({ screen: 'start', step: previous })}>
            Back
          </Button>
        )}
        <Button look="quiet" onClick={finish}>
          Skip to the question
        </Button>
        <Button look="primary" onClick={goOn}>
          {next === undefined ? 'Ask a question' : 'Continue'}
        </Button>
      </div>
    </div>
  );
}
