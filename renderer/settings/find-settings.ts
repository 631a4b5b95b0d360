import type { SettingsSection } from './section.ts';

/** The sections with what of them holds every word of a text; a section whose title does is there whole. */
export function findSettings(
  sections: readonly SettingsSection[],
  typed: string,
): readonly SettingsSection[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  return sections.flatMap((section) => {
    if (holds(`${section.title} ${section.words ?? ''}`)) return [section];
    const settings = section.settings.filter(({ name, consequence }) =>
      holds(`${section.title} ${name} ${consequence}`),
    );
    return settings.length === 0 ? [] : [{ ...section, settings, body: undefined }];
  });
}
