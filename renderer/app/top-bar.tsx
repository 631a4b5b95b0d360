import type { Progress } from '#main/contract/sources.ts';
import { IconButton } from '../design/button.tsx';
import { Icon, Mark } from '../design/icon.tsx';
import { progressLine } from '../wording/progress-line.ts';
import { hrefOf, type Route } from './route.ts';
import { type Theme, useTheme } from './theme.ts';
import styles from './top-bar.module.css';

const { bar, brand, screens, end, dot, state } = styles;

interface TopBarProps {
  readonly route: Route;
  readonly conversationId: number | null;
  readonly progress: Progress | null;
}

export function TopBar({ route, conversationId, progress }: TopBarProps) {
  return (
    <header className={bar}>
      <div className={brand}>
        <Mark />
        <span>Quipu</span>
      </div>
      <nav className={screens} aria-label="Screens">
        <a
          href={hrefOf({ screen: 'ask', conversationId })}
          aria-current={route.screen === 'ask' ? 'page' : undefined}
        >
          <Icon name="ask" />
          Ask
        </a>
        <a
          href={hrefOf({ screen: 'library' })}
          aria-current={route.screen === 'library' ? 'page' : undefined}
        >
          <Icon name="library" />
          Library
        </a>
        <a href={hrefOf({ screen: 'people' })} aria-current={route.screen === 'people' ? 'page' : undefined}>
          <Icon name="people" />
          People
        </a>
      </nav>
      <div className={end}>
        {progress === null ? null : (
          <div className={state}>
            <span className={dot} data-phase={progress.phase} />
            {progressLine(progress)}
          </div>
        )}
        <ThemeButton />
      </div>
    </header>
  );
}

const following: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' };
const themeNames: Readonly<Record<Theme, string>> = {
  system: 'as the system',
  light: 'light',
  dark: 'dark',
};

function ThemeButton() {
  const [theme, choose] = useTheme();
  const next = following[theme];
  return (
    <IconButton
      icon={theme}
      label={`Colours: ${themeNames[theme]}. Change to ${themeNames[next]}`}
      onClick={() => choose(next)}
    />
  );
}
