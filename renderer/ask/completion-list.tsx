import type { Completion } from '#main/contract/complete.ts';
import { Hidden } from '../design/hidden.tsx';
import { counted } from '../wording/figures.ts';
import styles from './completion-list.module.css';

const { list } = styles;

interface CompletionListProps {
  readonly id: string;
  readonly options: readonly Completion[];
  readonly active: number;
  readonly onChoose: (option: Completion) => void;
}

export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** What may complete an operator; the field keeps the focus and names the active option. */
export function CompletionList({ id, options, active, onChoose }: CompletionListProps) {
  return (
    <>
      <div role="status">
        <Hidden>
          {options.length === 0
            ? ''
            : `${counted(options.length, 'suggestion')}. Arrow keys choose, Enter takes.`}
        </Hidden>
      </div>
      <div className={list} id={id} role="listbox" aria-label="Suggestions" hidden={options.length === 0}>
        {options.map((option, index) => (
          // The field's keys choose; a pointer must not take the focus from it.
          // biome-ignore lint/a11y/useFocusableInteractive: the text field keeps the focus and names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text field's keys choose.
          <div
            key={option.text}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(option)}
          >
            <span>{option.label}</span>
            <small>{option.detail}</small>
          </div>
        ))}
      </div>
    </>
  );
}
