import type { DocumentKind } from '#main/contract/document.ts';
import { kindWords } from '#main/contract/document-words.ts';
import type { Filter, GroupBy, Intent, Plan } from '#main/contract/search.ts';
import { groupWords, intentWords } from './plan-words.ts';

/** How one part of a plan can be changed, and the plan as it then is; null for a value that says nothing. */
export type PlanEdit =
  | { readonly sort: 'text'; readonly value: string; readonly changed: (value: string) => Plan | null }
  | {
      readonly sort: 'choice';
      readonly value: string;
      readonly options: readonly (readonly [value: string, words: string])[];
      readonly changed: (value: string) => Plan | null;
    }
  | {
      readonly sort: 'period';
      /** First and last day, both included; “” where it is open. */
      readonly first: string;
      readonly last: string;
      readonly changed: (first: string, last: string) => Plan | null;
    };

// The words have every value as a key. The schemas themselves stay in the engine: they compile code, which the page may not.
const kinds = Object.keys(kindWords) as DocumentKind[];
const groupings = Object.keys(groupWords) as GroupBy[];

type ListName = 'from' | 'to' | 'people' | 'between' | 'tags' | 'words' | 'phrases' | 'without';

/** Several names or words, with commas between. */
export function listEdit(plan: Plan, name: ListName): PlanEdit {
  return {
    sort: 'text',
    value: (plan.filter[name] ?? []).join(', '),
    changed: (value) => {
      const values = value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
      return values.length === 0 ? null : withFilter(plan, { [name]: values });
    },
  };
}

export function folderEdit(plan: Plan): PlanEdit {
  const changed = (value: string) =>
    value.trim() === '' ? null : withFilter(plan, { folder: value.trim() });
  return { sort: 'text', value: plan.filter.folder ?? '', changed };
}

export function queryEdit(plan: Plan): PlanEdit {
  const changed = (value: string) => (value.trim() === '' ? null : { ...plan, query: value.trim() });
  return { sort: 'text', value: plan.query, changed };
}

export function kindEdit(plan: Plan): PlanEdit {
  return {
    sort: 'choice',
    value: plan.filter.kinds?.length === 1 ? (plan.filter.kinds[0] ?? '') : '',
    options: kinds.map((kind) => [kind, kindWords[kind][1]] as const),
    changed: (value) => {
      const kind = kinds.find((one) => one === value);
      const { endings: _, titled: __, ...filter } = plan.filter;
      return kind === undefined ? null : { ...plan, filter: { ...filter, kinds: [kind] } };
    },
  };
}

/** What a person may want instead: a greeting is no answer to a question. */
const intents: readonly Intent[] = [
  'fact',
  'find',
  'count',
  'list',
  'ends',
  'timeline',
  'summarise',
  'compare',
];

export function intentEdit(plan: Plan): PlanEdit {
  return {
    sort: 'choice',
    value: plan.intent,
    options: [...new Set([plan.intent, ...intents])].map((intent) => [intent, intentWords[intent]] as const),
    changed: (value) => {
      const intent = intents.find((one) => one === value);
      if (intent === undefined) return null;
      const { by, measure: _, limit: __, order, ...rest } = plan;
      // Groups are counted, and an end is of one.
      return {
        ...rest,
        intent,
        ...(intent === 'count' && by !== undefined ? { by } : {}),
        ...(intent === 'ends' ? { limit: 1, order: order ?? 'newest' } : {}),
      };
    },
  };
}

export function groupEdit(plan: Plan, by: GroupBy): PlanEdit {
  return {
    sort: 'choice',
    value: by,
    options: groupings.map((one) => [one, groupWords[one]] as const),
    changed: (value) => {
      const chosen = groupings.find((one) => one === value);
      return chosen === undefined ? null : { ...plan, by: chosen };
    },
  };
}

export function periodEdit(plan: Plan): PlanEdit {
  const { after = '', before = '' } = plan.filter;
  return {
    sort: 'period',
    first: after.slice(0, 10),
    last: before === '' ? '' : daysLater(before.slice(0, 10), -1),
    changed: (first, last) => {
      const { after: _, before: __, ...filter } = plan.filter;
      const from = isDay(first) ? { after: first } : {};
      const until = isDay(last) ? { before: daysLater(last, 1) } : {};
      return { ...plan, filter: { ...filter, ...from, ...until } };
    },
  };
}

function isDay(value: string): boolean {
  return !Number.isNaN(Date.parse(value));
}

function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function withFilter(plan: Plan, part: Partial<Filter>): Plan {
  return { ...plan, filter: { ...plan.filter, ...part } };
}
