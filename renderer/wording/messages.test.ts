import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { catalogueOf } from './catalogue.ts';
import { type Language, languages, tagOf } from './language.ts';
import { valueNames } from './message.ts';
import { english } from './messages/en/all.ts';

/** Counts of a page are whole; the forms that a language needs for them are those of 0 to 1,000. */
function formsFor(language: Language): readonly string[] {
  const rules = new Intl.PluralRules(tagOf(language));
  return [...new Set(Array.from({ length: 1_001 }, (_, count) => rules.select(count)))].sort();
}

interface Shape {
  /** Placeholders and tags with what they are. */
  readonly needs: ReadonlySet<string>;
  readonly plurals: readonly (readonly string[])[];
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;

function shapeOf(text: string): Shape {
  const needs = new Set<string>();
  const plurals: (readonly string[])[] = [];
  const look = (elements: Elements): void => {
    for (const element of elements) {
      // Plain text, and the sign for a plural's count, need nothing.
      if (element.type === 0 || !('value' in element)) continue;
      needs.add(`${element.value} ${'children' in element ? 'tag' : 'value'}`);
      if ('children' in element) look(element.children);
      if ('pluralType' in element) plurals.push(Object.keys(element.options));
      if (!('options' in element)) continue;
      for (const { value } of Object.values(element.options)) look(value);
    }
  };
  look(new IntlMessageFormat(text).getAst());
  return { needs, plurals };
}

const messagesOf = (areas: object): readonly (readonly [name: string, text: string])[] =>
  Object.entries(areas).flatMap(([area, messages]) =>
    Object.entries(messages as Record<string, string>).map(
      ([name, text]) => [`${area}.${name}`, text] as const,
    ),
  );

const wanted = new Map(messagesOf(english));

describe.each(languages)('the catalogue of %s', (language) => {
  it('has the messages of English and no others', async () => {
    const names = messagesOf(await catalogueOf(language)).map(([name]) => name);
    expect(new Set(names)).toEqual(new Set(wanted.keys()));
    expect(names).toHaveLength(wanted.size);
  });

  it('says each with the same values and tags, and with the plural forms that the language needs', async () => {
    for (const [name, text] of messagesOf(await catalogueOf(language))) {
      expect(text.trim(), name).not.toBe('');
      const { needs, plurals } = shapeOf(text);
      expect(needs, name).toEqual(shapeOf(wanted.get(name) ?? '').needs);
      for (const forms of plurals)
        expect(forms, name).toEqual(expect.arrayContaining([...formsFor(language)]));
    }
  });
});

it('the types find the values that the messages have', () => {
  for (const [name, text] of wanted) {
    const values = [...shapeOf(text).needs].filter((need) => need.endsWith(' value'));
    expect(new Set([...valueNames(text)].map((value) => `${value} value`)), name).toEqual(new Set(values));
  }
});
