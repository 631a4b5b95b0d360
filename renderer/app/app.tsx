import { AskScreen } from '../ask/ask-screen.tsx';
import { useAskSession } from '../ask/use-ask-session.ts';
import { CompareScreen } from '../compare/compare-screen.tsx';
import type { Client } from '../connection/client.ts';
import { useConnection } from '../connection/engine.tsx';
import { useNewest } from '../connection/use-newest.ts';
import { LibraryScreen } from '../library/library-screen.tsx';
import { ModelsScreen } from '../models/models-screen.tsx';
import { useDownloads } from '../models/use-downloads.ts';
import { PeopleScreen } from '../people/people-screen.tsx';
import styles from './app.module.css';
import { ConnectionNotice } from './connection-notice.tsx';
import { Locked } from './locked.tsx';
import { useRoute } from './route.ts';
import { TopBar } from './top-bar.tsx';

const { frame, skip } = styles;

const openProgress = (client: Client, signal: AbortSignal) => client.sources.progress(undefined, { signal });

/** The frame of all screens. What outlives a change of screen stands here: the conversation, the progress and the downloads. */
export function App() {
  const route = useRoute();
  const session = useAskSession();
  const progress = useNewest(openProgress);
  const downloads = useDownloads();
  const { state } = useConnection();
  if (state.phase === 'locked') return <Locked />;
  return (
    <div className={frame}>
      <a
        data-screen-only
        className={skip}
        href={route.screen === 'ask' ? '#question' : '#main'}
        onClick={skipToMain}
      >
        Skip to the {route.screen === 'ask' ? 'question' : route.screen}
      </a>
      <TopBar route={route} conversationId={session.conversationId} progress={progress} />
      <ConnectionNotice />
      <main id="main" tabIndex={-1}>
        {route.screen === 'ask' ? (
          <AskScreen
            session={session}
            conversationId={route.conversationId}
            answerId={route.answerId}
            progress={progress}
          />
        ) : null}
        {route.screen === 'library' ? <LibraryScreen progress={progress} /> : null}
        {route.screen === 'people' ? <PeopleScreen /> : null}
        {route.screen === 'models' ? <ModelsScreen downloads={downloads} /> : null}
        {route.screen === 'compare' ? <CompareScreen /> : null}
      </main>
    </div>
  );
}

/** The fragment names the screen, so a skip link must not write its own there. */
function skipToMain(event: React.MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(event.currentTarget.hash)?.focus();
}
