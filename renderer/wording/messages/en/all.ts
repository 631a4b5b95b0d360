import { app } from './app.ts';
import { figures } from './figures.ts';
import { library } from './library.ts';
import { palette } from './palette.ts';
import { settings } from './settings.ts';

/** English has the keys; every other language has the same ones. */
export const english = { app, palette, figures, library, settings };
