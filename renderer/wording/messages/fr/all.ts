import type { Catalogue } from '../../english.ts';
import { app } from './app.ts';
import { settings } from './settings.ts';

export const french: Catalogue = { app, settings };
