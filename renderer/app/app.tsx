import { AskScreen } from '../ask/ask-screen.tsx';
import { useAskSession } from '../ask/use-ask-session.ts';
import { CompareScreen } from '../compare/compare-screen.tsx';
import type { Client } from '../connection/client.ts';
import { useConnection } from '../connection/engine.tsx';
import { useNewest } from '../connection/use-newest.ts';
import { LibraryScreen } from '../library/library-screen.tsx';
import { ModelsScreen } from '../models/models-screen.tsx';
import { useDownloads } from '../models/use-downloads.ts';
import { PaletteHost } from '../palette/palette-host.tsx';
import { PeopleScreen } from '../people/people-screen.tsx';
import { useHandedQuestion } from '../quick/handing-over.ts';
import { QuickScreen } from '../quick/quick-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { StartScreen } from '../start/start-screen.tsx';
import { useGreeting } from '../start/use-greeting.ts';
import { useLanguage, useWords } from '../wording/words.ts';
import styles from './app.module.css';
import { ConnectionNotice } from './connection-notice.tsx';
import { useKeptLanguage } from './kept-language.ts';
import { Locked } from './locked.tsx';
import { goTo, useRoute } from './route.ts';
import { useKeptTheme } from './theme.ts';
import { TopBar } from './top-bar.tsx';
import { useAppActions } from './use-app-actions.ts';

const { frame, skip } = styles;

const openProgress = (client: Client, signal: AbortSignal) => client.sources.progress(undefined, { signal });

/** What the address asks for: the small window of quick ask, or the frame of all screens. */
export function App() {
  const { screen } = useRoute();
  const { state } = useConnection();
  useKeptTheme();
  useKeptLanguage();
  useLanguage();
  if (state.phase === 'locked') return <Locked />;
  return screen === 'quick' ? <QuickScreen /> : <Frame />;
}

/** The frame of all screens. What outlives a change of screen stands here: the conversation, the progress and the downloads. */
function Frame() {
  const words = useWords('app');
  const route = useRoute();
  const session = useAskSession();
  const progress = useNewest(openProgress);
  const downloads = useDownloads();
  const startNew = () => {
    session.startNew();
    goTo({ screen: 'ask', conversationId: null });
  };
  useAppActions(startNew);
  useGreeting(route);
  useHandedQuestion((question) => {
    startNew();
    session.ask(question);
  });
  return (
    <div className={frame}>
      <a
        data-screen-only
        className={skip}
        href={route.screen === 'ask' ? '#question' : '#main'}
        onClick={skipToMain}
      >
        {words(route.screen === 'ask' ? 'skipToQuestion' : 'skipToScreen')}
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
        {route.screen === 'settings' ? <SettingsScreen section={route.section} /> : null}
        {route.screen === 'start' ? <StartScreen step={route.step} downloads={downloads} /> : null}
      </main>
      <PaletteHost />
    </div>
  );
}

/** The fragment names the screen, so a skip link must not write its own there. */
function skipToMain(event: React.MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  document.querySelector<HTMLElement>(event.currentTarget.hash)?.focus();
}
