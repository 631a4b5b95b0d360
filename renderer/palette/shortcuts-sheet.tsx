import { Dialog } from '../design/dialog.tsx';
import { useWords } from '../wording/words.ts';
import type { Action } from './actions.tsx';
import { Keycaps } from './keycaps.tsx';
import styles from './shortcuts-sheet.module.css';

const { sheet, group: groupBox } = styles;

/** Keys that act where the focus is, and are no actions of the whole app. */
const inPlace = [
  { name: 'ask', group: 'atQuestion', keys: 'Enter' },
  { name: 'newLine', group: 'atQuestion', keys: 'Shift+Enter' },
  { name: 'stop', group: 'anywhere', keys: 'Escape' },
  { name: 'rename', group: 'amongEarlier', keys: 'F2' },
  { name: 'remove', group: 'amongEarlier', keys: 'Delete' },
] as const;

interface ShortcutsSheetProps {
  readonly actions: readonly Action[];
  readonly onClose: () => void;
}

/** Every key that does something, by where it does it. */
export function ShortcutsSheet({ actions, onClose }: ShortcutsSheetProps) {
  const words = useWords('palette');
  return (
    <Dialog title={words('keys')} onClose={onClose}>
      <ShortcutsList actions={actions} />
    </Dialog>
  );
}

export function ShortcutsList({ actions }: Pick<ShortcutsSheetProps, 'actions'>) {
  const words = useWords('palette');
  const here = inPlace.map(({ name, group, keys }) => ({ name: words(name), group: words(group), keys }));
  const withKeys = [...actions, ...here].filter(({ keys }) => keys !== undefined);
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
