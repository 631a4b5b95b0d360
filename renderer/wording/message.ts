/** The names of a message's values and tags' contents; an arm of a plural is a phrase, never one word, so that it is not taken for one. */
type Head<Rest extends string> = Rest extends `${infer Inner}}${string}`
  ? Inner extends `${infer Name},${string}`
    ? Named<Name>
    : Named<Inner>
  : never;
type Named<Name extends string> = Name extends '' | `${string}${' ' | '#' | '{' | '<'}${string}`
  ? never
  : Name;
type ValueNames<Text extends string> = Text extends `${string}{${infer Rest}`
  ? Head<Rest> | ValueNames<Rest>
  : never;
type TagNames<Text extends string> = Text extends `${string}</${infer Name}>${infer Rest}`
  ? Name | TagNames<Rest>
  : never;

export type Value = string | number | Date;

/** What a message needs to be said: a value for each placeholder, and for each tag what stands around its content. */
export type Values<Text extends string> = { readonly [Name in ValueNames<Text>]: Value };
export type Parts<Text extends string, Part> = {
  readonly [Name in TagNames<Text>]: (content: Part[]) => Part;
};

/** The same messages in another language: every key, each with a text of its own. */
export type Translated<Messages> = { readonly [Key in keyof Messages]: string };

/** The placeholders of a message as the types above find them. */
export function valueNames(text: string): ReadonlySet<string> {
  const names = [...text.matchAll(/\{([^{}]*)/g)].map(([, inner = '']) => inner.split(',')[0] ?? '');
  return new Set(names.filter((name) => name !== '' && !/[ #<]/.test(name)));
}
