import styles from './controls.module.css';
import { idsOf } from './section.ts';

const { toggle } = styles;

interface SwitchProps {
  readonly id: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onSwitch: (on: boolean) => void;
}

export function Switch({ id, on, disabled = false, onSwitch }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      className={toggle}
      checked={on}
      aria-checked={on}
      disabled={disabled}
      onChange={({ target }) => onSwitch(target.checked)}
      {...idsOf(id)}
    />
  );
}
