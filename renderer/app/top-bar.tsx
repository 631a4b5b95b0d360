import type { Progress } from '#main/contract/sources.ts';
import { IconButton } from '../design/button.tsx';
import { Icon, type IconName, Mark } from '../design/icon.tsx';
import { progressLine } from '../wording/progress-line.ts';
import { useWords } from '../wording/words.ts';
import { hrefOf, type Route } from './route.ts';
import { type Theme, useTheme } from './theme.ts';
import styles from './top-bar.module.css';

const { bar, brand, screens, end, dot, state, gear } = styles;

interface TopBarProps {
  readonly route: Route;
  readonly conversationId: number | null;
  readonly progress: Progress | null;
}

export function TopBar({ route, conversationId, progress }: TopBarProps) {
  const words = useWords('app');
  return (
    <header className={bar} data-screen-only>
      <div className={brand}>
        <Mark />
        <span>Quipu</span>
      </div>
      <nav className={screens} aria-label={words('screens')}>
        <ScreenLink to={{ screen: 'ask', conversationId }} icon="ask" route={route} name={words('ask')} />
        <ScreenLink to={{ screen: 'library' }} icon="library" route={route} name={words('library')} />
        <ScreenLink to={{ screen: 'people' }} icon="people" route={route} name={words('people')} />
        <ScreenLink to={{ screen: 'models' }} icon="models" route={route} name={words('models')} />
      </nav>
      <div className={end}>
        {progress === null ? null : (
          <div className={state}>
            <span className={dot} data-phase={progress.phase} />
            {progressLine(progress)}
          </div>
        )}
        <ThemeButton />
        <a
          className={gear}
          href={hrefOf({ screen: 'settings', section: null })}
          aria-current={route.screen === 'settings' ? 'page' : undefined}
          aria-label={words('settings')}
          title={words('settings')}
        >
          <Icon name="settings" />
        </a>
      </div>
    </header>
  );
}

/** Comparing models is a part of what one does with them. */
function currentOf({ screen }: Route, to: Route): 'page' | 'true' | undefined {
  if (screen === to.screen) return 'page';
  return screen === 'compare' && to.screen === 'models' ? 'true' : undefined;
}

interface ScreenLinkProps {
  readonly to: Route;
  readonly icon: IconName;
  readonly route: Route;
  readonly name: string;
}

function ScreenLink({ to, icon, route, name }: ScreenLinkProps) {
  return (
    <a href={hrefOf(to)} aria-current={currentOf(route, to)}>
      <Icon name={icon} />
      {name}
    </a>
  );
}

const following: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const themeWords = {
  system: 'coloursSystem',
  light: 'coloursLight',
  dark: 'coloursDark',
} as const satisfies Record<Theme, string>;

function ThemeButton() {
  const [theme, choose] = useTheme();
  const words = useWords('app');
  return (
    <IconButton icon={theme} label={words(themeWords[theme])} onClick={() => choose(following[theme])} />
  );
}
