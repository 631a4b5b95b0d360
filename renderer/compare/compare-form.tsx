import { type FormEvent, useState } from 'react';
import type { CompareInput } from '#main/contract/comparisons.ts';
import { longestQuery } from '#main/contract/longest-query.ts';
import type { ModelInfo } from '#main/contract/models.ts';
import { Button } from '../design/button.tsx';
import { bytesOf } from '../wording/figures.ts';
import styles from './compare-form.module.css';

const { form, field, choices, choice, acts, blind: blindBox, hint } = styles;

/** As `mostCompared` of the contract has it. */
const mostModels = 3;
interface CompareFormProps {
  readonly models: readonly ModelInfo[];
  readonly writing: boolean;
  readonly onRun: (input: CompareInput) => void;
  readonly onStop: () => void;
}

/** The question, which models it goes to, and whether they are named before the vote. */
export function CompareForm({ models, writing, onRun, onStop }: CompareFormProps) {
  const [question, setQuestion] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(() => models.slice(0, 2).map(({ id }) => id));
  const [blind, setBlind] = useState(true);
  const isReady = question.trim() !== '' && chosen.length >= 2;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady && !writing) onRun({ question: question.trim(), models: [...chosen], blind });
  };
  const choose = (id: string, isChosen: boolean) =>
    setChosen((before) => [...before.filter((each) => each !== id), ...(isChosen ? [id] : [])]);
  return (
    <form className={form} onSubmit={submit} aria-label="Compare">
      <label className={field}>
        Question
        <input
          value={question}
          maxLength={longestQuery}
          placeholder="What did the plumber quote for the bathroom?"
          autoComplete="off"
          onChange={({ target }) => setQuestion(target.value)}
        />
      </label>
      <fieldset className={choices}>
        <legend>Models, two or three</legend>
        {models.map(({ id, name, sizeBytes }) => (
          <label key={id} className={choice}>
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              disabled={!chosen.includes(id) && chosen.length >= mostModels}
              onChange={({ target }) => choose(id, target.checked)}
            />
            <span>{name}</span>
            <small>{bytesOf(sizeBytes)}</small>
          </label>
        ))}
      </fieldset>
      <div className={acts}>
        <label className={blindBox}>
          <input type="checkbox" checked={blind} onChange={({ target }) => setBlind(target.checked)} />
          Hide which answer is whose until I have voted
        </label>
        {writing ? (
          <Button icon="stop" onClick={onStop}>
            Stop
          </Button>
        ) : (
          <Button type="submit" look="primary" disabled={!isReady}>
            Compare
          </Button>
        )}
      </div>
      <p className={hint}>
        The models answer one after the other from the same passages. Each sentence is checked as always.
      </p>
    </form>
  );
}
