import styles from './controls.module.css';
import { idsOf } from './section.ts';

const { choice } = styles;

interface ChoiceProps<T extends string> {
  readonly id: string;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ id, options, value, onChoose }: ChoiceProps<T>) {
  return (
    <div role="radiogroup" className={choice} {...idsOf(id)}>
      {options.map(([option, words]) => (
        <label key={option}>
          <input type="radio" name={id} checked={option === value} onChange={() => onChoose(option)} />
          {words}
        </label>
      ))}
    </div>
  );
}
