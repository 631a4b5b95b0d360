import type { OwnPlace, Privacy } from '#main/contract/privacy.ts';
import type { Client } from '../connection/client.ts';
import { useLoaded } from '../connection/use-loaded.ts';
import { Icon } from '../design/icon.tsx';
import { FaultNotice } from '../design/notice.tsx';
import { momentOf } from '../wording/dates.ts';
import { bytesOf } from '../wording/figures.ts';
import { useWords } from '../wording/words.ts';
import styles from './privacy-section.module.css';
import type { SettingsSection } from './section.ts';

const { proof, list, path: pathBox, note } = styles;

const load = (client: Client, signal: AbortSignal): Promise<Privacy> => client.privacy(undefined, { signal });

const holds = {
  index: 'placeIndex',
  conversations: 'placeConversations',
  logs: 'placeLogs',
  models: 'placeModels',
  program: 'placeProgram',
  'set-aside': 'placeSetAside',
} as const satisfies Record<OwnPlace['holds'], string>;

/** What was and was not sent, and where everything lies. */
export function usePrivacy(): SettingsSection {
  const words = useWords('settings');
  const [loaded] = useLoaded(load);
  const section = {
    ...{ id: 'privacy', title: words('privacy'), words: words('privacyWords') },
    settings: [],
  };
  if (loaded.phase === 'loading') return section;
  if (loaded.phase === 'failed') return { ...section, body: <FaultNotice fault={loaded.fault} /> };
  return { ...section, body: <PrivacyPage privacy={loaded.value} /> };
}

function PrivacyPage({ privacy: { downloads, places } }: { readonly privacy: Privacy }) {
  const words = useWords('settings');
  return (
    <>
      <div className={proof}>
        <Icon name="shield" size={28} />
        <div>
          <h3>{words('nothingSent')}</h3>
          <p>{words('nothingSentWhy')}</p>
        </div>
      </div>
      <h3>{words('cameIn')}</h3>
      {downloads.length === 0 ? (
        <p className={note}>{words('nothingYet')}</p>
      ) : (
        <Downloads downloads={downloads} />
      )}
      <h3>{words('whereAll')}</h3>
      <ul className={list}>
        {places.map(({ holds: what, path, bytes }) => (
          <li key={path}>
            <div>
              {words(holds[what])}
              <p className={pathBox}>{path}</p>
            </div>
            <span>{bytesOf(bytes)}</span>
          </li>
        ))}
      </ul>
      <h3>{words('howToRemove')}</h3>
      <p className={note}>{words('howToRemoveWhy')}</p>
    </>
  );
}

function Downloads({ downloads }: Pick<Privacy, 'downloads'>) {
  const words = useWords('settings');
  return (
    <ul className={list}>
      {downloads.map(({ modelId, from, bytes, startedAt, outcome }) => (
        <li key={`${modelId} ${startedAt}`}>
          <div>
            {words(outcome, { model: modelId })}
            <p className={pathBox}>{from.join(', ')}</p>
          </div>
          <span>
            {bytesOf(bytes)}
            <br />
            {momentOf(startedAt)}
          </span>
        </li>
      ))}
    </ul>
  );
}
