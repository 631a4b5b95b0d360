import type { IgnoringRule } from '#main/contract/ignoring.ts';
import styles from './rule-switches.module.css';

const { rules: box, meaning } = styles;

/** Rules by id that are to be another way than they are. */
export type Switched = Readonly<Record<string, boolean>>;

interface RuleSwitchesProps {
  readonly legend: string;
  readonly rules: readonly IgnoringRule[];
  readonly switched: Switched;
  readonly onSwitch: (id: string, on: boolean) => void;
}

/** Rules as switches; where one is turned that means something, it says what. */
export function RuleSwitches({ legend, rules, switched, onSwitch }: RuleSwitchesProps) {
  return (
    <fieldset className={box}>
      <legend>{legend}</legend>
      {rules.map((rule) => {
        const on = switched[rule.id] ?? rule.on;
        const means = on === rule.on ? null : on ? rule.onMeans : rule.offMeans;
        return (
          <div key={rule.id}>
            <label>
              <input
                type="checkbox"
                checked={on}
                onChange={({ target }) => onSwitch(rule.id, target.checked)}
              />
              {rule.what}
            </label>
            {means === null ? null : (
              <p className={meaning} role="status">
                {means}
              </p>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
