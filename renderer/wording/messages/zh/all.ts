import type { Catalogue } from '../../english.ts';
import { app } from './app.ts';
import { settings } from './settings.ts';

export const chinese: Catalogue = { app, settings };
