import { personasSection } from '../personas/personas-section.tsx';
import { useAppearance } from './appearance.tsx';
import { useIndexing } from './indexing.tsx';
import { useKeysSection } from './keys-section.tsx';
import { usePrivacy } from './privacy-section.tsx';
import type { SettingsSection } from './section.ts';
import { useStartup } from './startup.tsx';

/** Every part of the settings in its order; a new one is added here. */
export function useSections(): readonly SettingsSection[] {
  const appearance = useAppearance();
  const indexing = useIndexing();
  const startup = useStartup();
  const keys = useKeysSection();
  const privacy = usePrivacy();
  return [appearance, personasSection, indexing, ...(startup === null ? [] : [startup]), keys, privacy];
}
