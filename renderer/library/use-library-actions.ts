import { goTo } from '../app/route.ts';
import { useClient } from '../connection/engine.tsx';
import { useActions } from '../palette/actions.tsx';
import { useWords } from '../wording/words.ts';
import { farAway } from './pause-times.ts';

/** What the library offers from anywhere. */
export function useLibraryActions(): void {
  const frame = useWords('app');
  const words = useWords('library');
  const client = useClient();
  const change = (pausedUntil: string | null) => {
    client?.settings.change({ pausedUntil }).catch(() => undefined);
  };
  const group = frame('library');
  useActions([
    {
      ...{ id: 'add-folder', name: words('addFolder'), group, icon: 'plus' },
      run: () => {
        goTo({ screen: 'library' });
        focusWhenThere('#source-path');
      },
    },
    {
      ...{ id: 'pause-all', name: words('pauseAll'), group, icon: 'pause' },
      run: () => change(farAway),
    },
    {
      ...{ id: 'resume-all', name: words('resumeAll'), group, icon: 'resume' },
      run: () => change(null),
    },
  ]);
}

const patienceMs = 2_000;

/** Of a screen that is about to be shown. */
function focusWhenThere(selector: string, untilMs = performance.now() + patienceMs): void {
  const field = document.querySelector<HTMLElement>(selector);
  if (field !== null) field.focus();
  else if (performance.now() < untilMs) requestAnimationFrame(() => focusWhenThere(selector, untilMs));
}
