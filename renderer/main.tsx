import './design/tokens.css';
import './design/base.css';
import './design/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { applyTheme, rememberedTheme } from './app/theme.ts';
import { openConnection } from './connection/connection.ts';
import { desktop } from './connection/desktop.ts';
import { EngineProvider } from './connection/engine.tsx';
import { overMessagePort } from './connection/over-message-port.ts';
import { overWebSocket } from './connection/over-websocket.ts';
import { ActionsProvider } from './palette/actions.tsx';
import { rememberedLanguage, showLanguage } from './wording/catalogue.ts';

applyTheme(rememberedTheme());
// Nothing is drawn in another language first; its file lies beside this one.
await showLanguage(rememberedLanguage());

const connection = openConnection(desktop === null ? overWebSocket() : overMessagePort());

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(
  <StrictMode>
    <EngineProvider connection={connection}>
      <ActionsProvider>
        <App />
      </ActionsProvider>
    </EngineProvider>
  </StrictMode>,
);
