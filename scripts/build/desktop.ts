import { resolveConfig } from 'electron-vite';
import { build, type UserConfig } from 'vite';

/** Builds the shell, its services and the preload script into out/; the page is built on its own. `root` is the checkout. */
export async function buildDesktop(root: string): Promise<void> {
  const { config } = await resolveConfig({ root, logLevel: 'error' }, 'build', 'production');
  // electron-vite's types add to Vite's what its plugins have used up by now.
  for (const part of [config?.main, config?.preload])
    await build({ ...(part as UserConfig), configFile: false, logLevel: 'error' });
}
