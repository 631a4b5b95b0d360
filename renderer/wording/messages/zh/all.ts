import type { Catalogue } from '../../english.ts';
import { app } from './app.ts';
import { figures } from './figures.ts';
import { library } from './library.ts';
import { palette } from './palette.ts';
import { settings } from './settings.ts';

export const chinese: Catalogue = { app, palette, figures, library, settings };
