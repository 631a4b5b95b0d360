import type { Filter, Plan } from '#main/contract/search.ts';
import { type Asked, type Asker, findAsker, withAsker } from './asker.ts';
import type { Directory } from './directory.ts';
import type { FoundPerson } from './people.ts';

interface Before {
  readonly question: string;
  readonly plan: Plan;
}

/** The conditions of the turn before with those that a follow-up puts in their place, and who asks in both. */
export function carryFilter(before: Before, question: string, later: Filter, directory: Directory): Asked {
  const own = findAsker(question);
  const earlier = own.length > 0 ? withoutAsked(before.plan.filter, own, directory) : before.plan.filter;
  const askers = own.length > 0 ? own : askersBefore(before, later, directory);
  const filter = overlay(earlier, later);
  // A person's own notes name no author.
  const notes = filter.kinds?.every((kind) => kind === 'note') === true;
  return withAsker(notes ? withoutOwner(filter, directory) : filter, askers, directory);
}

/** Later conditions replace earlier ones of the same sort. A new period replaces both ends, another kind what was said of the one before. */
function overlay(earlier: Filter, later: Filter): Filter {
  const { after, before, endings, titled, ...rest } = earlier;
  const dated = later.after !== undefined || later.before !== undefined;
  const sameKind = later.kinds === undefined && later.endings === undefined && later.titled === undefined;
  return {
    ...rest,
    ...(sameKind && endings !== undefined ? { endings } : {}),
    ...(sameKind && titled !== undefined ? { titled } : {}),
    ...(dated || after === undefined ? {} : { after }),
    ...(dated || before === undefined ? {} : { before }),
    ...later,
  };
}

/** Who asks stays, unless someone else takes the place or the person took that condition away. */
function askersBefore({ question, plan }: Before, later: Filter, { owner }: Directory): Asker[] {
  return findAsker(question).filter(
    ({ relation, several }) =>
      later[relation] === undefined &&
      (owner === null || several || plan.filter[relation]?.includes(owner) === true),
  );
}

/** "And how many did I get?": the one who asks leaves the role they had, and takes the place of who had the new one. */
function withoutAsked(filter: Filter, askers: readonly Asker[], { owner }: Directory): Filter {
  const { from, to, ...rest } = filter;
  const left = (relation: Asker['relation'], names: readonly string[] = []): string[] =>
    askers.some((asker) => asker.relation === relation) ? [] : names.filter((name) => name !== owner);
  const [fromLeft, toLeft] = [left('from', from), left('to', to)];
  return {
    ...rest,
    ...(fromLeft.length > 0 ? { from: fromLeft } : {}),
    ...(toLeft.length > 0 ? { to: toLeft } : {}),
  };
}

function withoutOwner(filter: Filter, { owner }: Directory): Filter {
  const isOwn = (names: readonly string[] | undefined): boolean =>
    owner !== null && names?.every((name) => name === owner) === true;
  const { from, to, ...rest } = filter;
  return {
    ...rest,
    ...(from === undefined || isOwn(from) ? {} : { from }),
    ...(to === undefined || isOwn(to) ? {} : { to }),
  };
}

/** "And Anna?" after what Mateo sent: the name takes the place of the one before; null where no condition names anyone. */
export function anotherPerson(
  people: readonly FoundPerson[],
  earlier: Filter,
  { owner }: Directory,
): Pick<Filter, 'from' | 'to' | 'people'> | null {
  const names = [...new Set(people.flatMap((found) => found.names))];
  const held = (['from', 'to', 'people'] as const).filter((role) => earlier[role] !== undefined);
  // Of a sender and a recipient, it is not the one who asks.
  const role = held.find((of) => !earlier[of]?.every((name) => name === owner)) ?? held[0];
  return role === undefined ? null : { [role]: names };
}
