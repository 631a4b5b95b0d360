import { app } from './app.ts';
import { settings } from './settings.ts';

/** English has the keys; every other language has the same ones. */
export const english = { app, settings };
