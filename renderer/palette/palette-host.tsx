import { useState } from 'react';
import { useWords } from '../wording/words.ts';
import { useActions, useAllActions } from './actions.tsx';
import { Palette } from './palette.tsx';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';
import { useShortcuts } from './use-shortcuts.ts';

type Shown = 'nothing' | 'palette' | 'keys';

/** Where the palette and the sheet of keys open, and from where every action's keys act. */
export function PaletteHost() {
  const [shown, setShown] = useState<Shown>('nothing');
  const words = useWords('palette');
  const actions = useAllActions();
  useActions([
    {
      ...{ id: 'palette', name: words('all'), group: words('anywhere'), icon: 'search', keys: 'Mod+K' },
      run: () => setShown('palette'),
    },
    {
      ...{ id: 'keys', name: words('keys'), group: words('anywhere'), icon: 'keyboard', keys: '?' },
      run: () => setShown('keys'),
    },
  ]);
  useShortcuts(actions);
  const close = () => setShown('nothing');
  if (shown === 'palette')
    return <Palette actions={actions.filter(({ id }) => id !== 'palette')} onClose={close} />;
  if (shown === 'keys') return <ShortcutsSheet actions={actions} onClose={close} />;
  return null;
}
