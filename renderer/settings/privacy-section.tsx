import type { KeptDownload, OwnPlace, Privacy } from '#main/contract/privacy.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Icon } from '../design/icon.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { bytesOf } from '../wording/figures.ts';
import styles from './privacy-section.module.css';
import type { SettingsSection } from './section.ts';

const { proof, list, path: pathBox, note } = styles;

const section = {
  id: 'privacy',
  title: 'Privacy',
  words: 'sent network download remove delete disk where lies',
  settings: [],
} as const;

const load = (client: Client, signal: AbortSignal): Promise<Privacy> => client.privacy(undefined, { signal });

const holds: Readonly<Record<OwnPlace['holds'], string>> = {
  index: 'The index: texts of your files and how they are found',
  conversations: 'Questions, answers and settings, with their copies',
  logs: 'Logs: events and counts, never the text of a file, question or answer',
  models: 'Models that were fetched',
  program: 'What the program made to start faster',
  'set-aside': 'A damaged file that was set aside',
};

const outcomes: Readonly<Record<KeptDownload['outcome'], string>> = {
  whole: 'fetched whole',
  stopped: 'stopped',
  failed: 'broken off',
};

/** What was and was not sent, and where everything lies. */
export function usePrivacy(): SettingsSection {
  const [loaded] = useLoaded(load);
  if (loaded.phase === 'loading') return section;
  if (loaded.phase === 'failed') return { ...section, body: <FaultNotice fault={loaded.fault} /> };
  return { ...section, body: <PrivacyPage privacy={loaded.value} /> };
}

function PrivacyPage({ privacy: { downloads, places } }: { readonly privacy: Privacy }) {
  return (
    <>
      <div className={proof}>
        <Icon name="shield" size={28} />
        <div>
          <h3>Nothing was sent</h3>
          <p>
            No file, question, answer or figure about you has left this computer. Quipu has no account and no
            server; the network is used for one thing alone: to fetch a model when you say so.
          </p>
        </div>
      </div>
      <h3>What came over the network</h3>
      {downloads.length === 0 ? <p className={note}>Nothing yet.</p> : <Downloads downloads={downloads} />}
      <h3>Where everything lies</h3>
      <ul className={list}>
        {places.map(({ holds: what, path, bytes }) => (
          <li key={path}>
            <div>
              {holds[what]}
              <p className={pathBox}>{path}</p>
            </div>
            <span>{bytesOf(bytes)}</span>
          </li>
        ))}
      </ul>
      <h3>How to remove it all</h3>
      <p className={note}>
        Quit Quipu and delete the places above; nothing else of it is on this computer. Your own files are
        never changed, and stay where they are.
      </p>
    </>
  );
}

function Downloads({ downloads }: Pick<Privacy, 'downloads'>) {
  return (
    <ul className={list}>
      {downloads.map(({ modelId, from, bytes, startedAt, outcome }) => (
        <li key={`${modelId} ${startedAt}`}>
          <div>
            {modelId}, {outcomes[outcome]}
            <p className={pathBox}>{from.join(', ')}</p>
          </div>
          <span>
            {bytesOf(bytes)}
            <br />
            {new Date(startedAt).toLocaleString()}
          </span>
        </li>
      ))}
    </ul>
  );
}
