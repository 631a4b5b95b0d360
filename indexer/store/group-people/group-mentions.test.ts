import { describe, expect, test } from 'vitest';
import type { PersonChoice } from './choices.ts';
import { groupMentions } from './group-mentions.ts';

type Written = readonly [name: string, address: string];

/** Each human as its mentions, written `name <address>`. */
function humansOf(written: readonly Written[], choices: readonly PersonChoice[] = []): string[][] {
  const mentions = written.map(([name, address], at) => ({ personId: at, name, address, documents: 1 }));
  return groupMentions(mentions, choices).map(({ personIds }) =>
    personIds.map((at) => `${written[at]?.[0]} <${written[at]?.[1]}>`.trim()),
  );
}

const one: [why: string, written: Written[]][] = [
  [
    'an address in any case',
    [
      ['', 'Ana@Example.org'],
      ['A', 'ana@example.ORG'],
    ],
  ],
  [
    'a tag behind a plus',
    [
      ['Ana', 'ana@example.org'],
      ['', 'ana+shop@example.org'],
    ],
  ],
  [
    'dots at Gmail, and its other name',
    [
      ['Ana', 'ana.berg@gmail.com'],
      ['', 'anaberg+x@googlemail.com'],
    ],
  ],
  [
    'a full name at several addresses',
    [
      ['Ana Müller', 'ana@a.org'],
      ['Ana Müller', 'ana@b.org'],
    ],
  ],
  [
    'last name first',
    [
      ['Müller, Ana', 'a@a.org'],
      ['Ana Müller', 'b@b.org'],
    ],
  ],
  [
    'umlauts in two letters',
    [
      ['Jürgen Groß', 'a@a.org'],
      ['Juergen Gross', 'b@b.org'],
    ],
  ],
  [
    'quotes, titles and remarks',
    [
      ['"Dr. Ana Müller"', 'a@a.org'],
      ['Ana Müller (work)', 'b@b.org'],
      ['Ana Müller, PhD', 'c@c.org'],
    ],
  ],
  [
    'initials within a firm',
    [
      ['A. Müller', 'am@firm.de'],
      ['Ana Müller', 'ana.mueller@firm.de'],
    ],
  ],
  [
    'a middle initial within a firm',
    [
      ['Ana K. Müller', 'am@firm.de'],
      ['Ana Müller', 'ana.mueller@firm.de'],
    ],
  ],
  [
    'a function’s mailbox that one human uses',
    [
      ['Karl Koch', 'info@koch.de'],
      ['', 'info@koch.de'],
      ['Karl Koch', 'karl@web.de'],
    ],
  ],
  [
    'a name put before a list’s address',
    [
      ['Ana Müller', 'ana@a.org'],
      ['Ana Müller via Allotments', 'plots@googlegroups.com'],
    ],
  ],
  [
    'a new family name at the same address',
    [
      ['Ana Müller', 'ana@a.org'],
      ['Ana Berg', 'ana@a.org'],
    ],
  ],
];
const several: [why: string, count: number, written: Written[]][] = [
  [
    'a first name alone',
    2,
    [
      ['Ana', 'ana@a.org'],
      ['Ana', 'ana@b.org'],
    ],
  ],
  [
    'initials that fit two in a firm',
    3,
    [
      ['A. Müller', 'am@firm.de'],
      ['Ana Müller', 'x@firm.de'],
      ['Anton Müller', 'y@firm.de'],
    ],
  ],
  [
    'initials where anyone has an address',
    2,
    [
      ['A. Müller', 'am@gmail.com'],
      ['Ana Müller', 'ana@gmail.com'],
    ],
  ],
  [
    'dots anywhere else',
    2,
    [
      ['', 'ana.berg@a.org'],
      ['', 'anaberg@a.org'],
    ],
  ],
  [
    'a machine that writes for two',
    2,
    [
      ['Ana Müller', 'noreply@github.com'],
      ['Bo Stone', 'noreply@github.com'],
    ],
  ],
  [
    'a list that passes on mail of two',
    2,
    [
      ['Ana Müller via Plots', 'plots@a.org'],
      ['Bo Stone via Plots', 'plots@a.org'],
    ],
  ],
  [
    'a mailbox that many use',
    3,
    [
      ['Ana Müller', 'choir@a.org'],
      ['Bo Stone', 'choir@a.org'],
      ['Cy Young', 'choir@a.org'],
    ],
  ],
  [
    'functions of two firms',
    2,
    [
      ['Customer Service', 'service@a.org'],
      ['Customer Service', 'service@b.org'],
    ],
  ],
];

describe('mentions', () => {
  test.each(one)('are one human by %s', (_, written) => expect(humansOf(written)).toHaveLength(1));
  test.each(several)('are not tied by %s', (_, count, written) =>
    expect(humansOf(written)).toHaveLength(count),
  );

  test('a human’s own addresses leave out those that many use', () => {
    const [ana] = groupMentions(
      [
        { personId: 1, name: 'Ana Müller', address: 'noreply@github.com', documents: 9 },
        { personId: 2, name: 'Ana Müller', address: 'ana@a.org', documents: 1 },
        { personId: 3, name: 'Bo Stone', address: 'noreply@github.com', documents: 1 },
      ],
      [],
    );
    expect(ana?.addresses).toEqual(['ana@a.org']);
  });

  test('each part of a human says what ties it to the others', () => {
    const [human] = groupMentions(
      [
        { personId: 1, name: 'Ana Müller', address: 'ana@firm.de', documents: 9 },
        { personId: 2, name: 'A. Müller', address: 'am@firm.de', documents: 2 },
        { personId: 3, name: 'Ana Müller', address: '', documents: 1 },
      ],
      [],
    );
    expect(human?.parts.map(({ address, ties }) => [address, ties])).toEqual([
      ['ana@firm.de', ['name']],
      ['am@firm.de', ['initials']],
      [null, ['name']],
    ]);
  });
});

describe('a person’s choices', () => {
  const written: Written[] = [
    ['Ana Müller', 'ana@a.org'],
    ['Ana Müller', 'ana@b.org'],
    ['Ana Müller', 'ana@c.org'],
    ['Mum', 'mum@d.org'],
  ];
  const join: PersonChoice = {
    choiceId: 1,
    act: 'join',
    handles: ['@ana@a.org', '@ana@b.org', '@ana@c.org', '@mum@d.org'],
  };
  const split: PersonChoice = { choiceId: 2, act: 'split', handles: ['@ana@b.org'] };

  test('join what nothing ties, and split what a name ties', () => {
    expect(humansOf(written)).toHaveLength(2);
    expect(humansOf(written, [join])).toHaveLength(1);
    expect(humansOf(written, [split])).toEqual([
      ['Ana Müller <ana@a.org>', 'Ana Müller <ana@c.org>'],
      ['Ana Müller <ana@b.org>'],
      ['Mum <mum@d.org>'],
    ]);
  });

  test('go in their order: what is split off leaves a join, and can be joined again', () => {
    const both = humansOf(written, [join, split]);
    expect(both).toEqual([
      ['Ana Müller <ana@a.org>', 'Ana Müller <ana@c.org>', 'Mum <mum@d.org>'],
      ['Ana Müller <ana@b.org>'],
    ]);
    const again: PersonChoice = { choiceId: 3, act: 'join', handles: ['@ana@b.org', '@mum@d.org'] };
    expect(humansOf(written, [join, split, again])).toHaveLength(1);
  });

  test('what is split off together stays together', () => {
    const two: PersonChoice = { choiceId: 1, act: 'split', handles: ['@ana@b.org', '@mum@d.org'] };
    expect(humansOf(written, [two])).toEqual([
      ['Ana Müller <ana@a.org>', 'Ana Müller <ana@c.org>'],
      ['Ana Müller <ana@b.org>', 'Mum <mum@d.org>'],
    ]);
  });

  test('split off one of two names at an address', () => {
    const couple: Written[] = [
      ['Ana Müller', 'home@a.org'],
      ['Bo Müller', 'home@a.org'],
      ['', 'home@a.org'],
    ];
    expect(humansOf(couple)).toHaveLength(1);
    const bo: PersonChoice = { choiceId: 1, act: 'split', handles: ['@home@a.org|bo muller'] };
    expect(humansOf(couple, [bo])).toEqual([
      ['Ana Müller <home@a.org>', '<home@a.org>'],
      ['Bo Müller <home@a.org>'],
    ]);
  });
});
