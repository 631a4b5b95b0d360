import { useEffect, useState } from 'react';
import { desktop } from '../connection/desktop.ts';

interface Dropping {
  /** Something is held over the window. */
  readonly over: boolean;
  /** What to say of a drop that could not be taken. */
  readonly notice: string | null;
}

/**
 * Takes folders and files dropped on the window. A browser hands over their content but not where they lie, so the
 * page asks for the path instead; the desktop window knows it.
 */
export function useDroppedPaths(onPath: (path: string) => void): Dropping {
  const [over, setOver] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    const drag = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      // Without this a dropped file would be opened in place of the page.
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type !== 'drop') return;
      const [file] = event.dataTransfer.files;
      if (file === undefined) return;
      if (desktop !== null) return onPath(desktop.pathOf(file));
      setNotice(file.name);
      document.getElementById('source-path')?.focus();
    };
    const kinds = ['dragover', 'dragleave', 'drop'] as const;
    for (const kind of kinds) window.addEventListener(kind, drag);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, drag);
    };
  }, [onPath]);
  return { over, notice };
}
