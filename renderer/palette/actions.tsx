import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useId,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { IconName } from '../design/icon.tsx';

/** Something a person can have done from anywhere, by the palette or by its keys. */
export interface Action {
  /** Told from all others, also after a change of language. */
  readonly id: string;
  readonly name: string;
  /** Under which it stands in the list of shortcuts. */
  readonly group: string;
  readonly icon?: IconName;
  /** As `keysOf` takes them: `Mod+K`, `?`, `g l`. */
  readonly keys?: string;
  readonly run: () => void;
}

interface Registry {
  readonly put: (owner: string, actions: readonly Action[] | null) => void;
  readonly all: () => readonly Action[];
  readonly subscribe: (changed: () => void) => () => void;
}

function createRegistry(): Registry {
  const byOwner = new Map<string, readonly Action[]>();
  const listeners = new Set<() => void>();
  let all: readonly Action[] = [];
  const put: Registry['put'] = (owner, actions) => {
    if (actions === null) byOwner.delete(owner);
    else byOwner.set(owner, actions);
    all = [...byOwner.values()].flat();
    for (const listener of listeners) listener();
  };
  return {
    put,
    all: () => all,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
  };
}

const ActionsContext = createContext<Registry | null>(null);

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const [registry] = useState(createRegistry);
  return <ActionsContext value={registry}>{children}</ActionsContext>;
}

function useRegistry(): Registry {
  const registry = use(ActionsContext);
  if (registry === null) throw new Error('Actions outside of ActionsProvider');
  return registry;
}

/** Offers actions as long as the component that calls this is there. Their `run` is always the newest one. */
export function useActions(actions: readonly Action[]): void {
  const registry = useRegistry();
  const owner = useId();
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  const shown = JSON.stringify(actions.map(({ run: _, ...told }) => told));
  useEffect(() => {
    const told = JSON.parse(shown) as Omit<Action, 'run'>[];
    registry.put(
      owner,
      told.map((action) => ({
        ...action,
        run: () => newest.current.find(({ id }) => id === action.id)?.run(),
      })),
    );
  }, [registry, owner, shown]);
  useEffect(() => () => registry.put(owner, null), [registry, owner]);
}

export function useAllActions(): readonly Action[] {
  const registry = useRegistry();
  return useSyncExternalStore(registry.subscribe, registry.all);
}
