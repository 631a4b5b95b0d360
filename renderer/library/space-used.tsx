import type { Privacy } from '#main/contract/privacy.ts';
import { hrefOf } from '../app/route.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { bytesOf } from '../wording/figures.ts';
import styles from './space-used.module.css';

const { used } = styles;

const load = (client: Client, signal: AbortSignal): Promise<Privacy> => client.privacy(undefined, { signal });

/** What the library takes of the disk. */
export function SpaceUsed() {
  const [loaded] = useLoaded(load);
  if (loaded.phase !== 'ready') return null;
  const bytesOfAll = (holds: string): number =>
    loaded.value.places.filter((place) => place.holds === holds).reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <p className={used}>
      {`On this disk the index takes ${bytesOf(bytesOfAll('index'))}, models ${bytesOf(bytesOfAll('models'))}. `}
      <a href={hrefOf({ screen: 'settings', section: 'privacy' })}>Where everything lies</a>
    </p>
  );
}
