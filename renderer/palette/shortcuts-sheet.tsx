import { Dialog } from '../design/dialog.tsx';
import type { Action } from './actions.tsx';
import { Keycaps } from './keycaps.tsx';
import styles from './shortcuts-sheet.module.css';

const { sheet, group: groupBox } = styles;

/** Keys that act where the focus is, and are no actions of the whole app. */
const inPlace: readonly Pick<Action, 'name' | 'group' | 'keys'>[] = [
  { name: 'Ask', group: 'At the question', keys: 'Enter' },
  { name: 'New line', group: 'At the question', keys: 'Shift+Enter' },
  { name: 'Stop, or close what is open', group: 'Anywhere', keys: 'Escape' },
  { name: 'Rename', group: 'Among earlier questions', keys: 'F2' },
  { name: 'Delete', group: 'Among earlier questions', keys: 'Delete' },
];

interface ShortcutsSheetProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** Every key that does something, by where it does it. */
export function ShortcutsSheet({ actions, onClose }: ShortcutsSheetProps) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <ShortcutsList actions={actions} />
    </Dialog>
  );
}

export function ShortcutsList({ actions }: Pick<ShortcutsSheetProps, 'actions'>) {
  const withKeys = [...actions, ...inPlace].filter(({ keys }) => keys !== undefined);
  const groups = [...Map.groupBy(withKeys, ({ group }) => group)];
  return (
    <div className={sheet}>
      {groups.map(([group, members]) => (
        <section key={group} className={groupBox}>
          <h3>{group}</h3>
          <dl>
            {members.map(({ name, keys = '' }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <Keycaps keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
