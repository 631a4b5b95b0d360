import { argv } from 'node:process';

/** Runs one torture by name: `npm run torture -- NAME …`. Exit code 0 where everything held. */
type Torture = (args: readonly string[]) => Promise<boolean>;

const tortures: Readonly<Record<string, { readonly usage: string; readonly load: () => Promise<Torture> }>> =
  {
    kill: {
      usage: 'kill [KILLS] [SEED]     indexing killed again and again',
      load: async () => (await import('./kill-while-indexing.ts')).tortureByKills,
    },
    operations: {
      usage: 'operations [SEEDS] [COUNT]  a tree changed at random while it is indexed',
      load: async () => (await import('./random-operations.ts')).tortureByOperations,
    },
    conversations: {
      usage:
        'conversations [SEEDS] [COUNT]  random acts on conversations whose process is killed again and again',
      load: async () => (await import('./conversations/conversations.ts')).tortureByConversations,
    },
    mailbox: {
      usage: 'mailbox [GB]            a mailbox of gigabytes, most of it holes, killed once in the middle',
      load: async () => (await import('./mailbox/stream-mailbox.ts')).tortureByMailbox,
    },
    'disk-full': {
      usage: 'disk-full               indexing into a small file system that fills up (needs to mount one)',
      load: async () => (await import('./disk-full.ts')).tortureByFullDisk,
    },
    downloads: {
      usage: 'downloads [RUNS] [SEED] models from a server that breaks off, lies and serves wrong bytes',
      load: async () => (await import('./downloads.ts')).tortureByDownloads,
    },
    service: {
      usage: 'service [KILLS] [SEED]  the model service killed and stopped in the middle of answers',
      load: async () => (await import('./model-service.ts')).tortureByModelKills,
    },
    damage: {
      usage: 'damage [RUNS] [SEED]    files of the library damaged between runs',
      load: async () => (await import('./damage.ts')).tortureByDamage,
    },
    unplug: {
      usage: 'unplug [FILES]          the root of a source gone, emptied, forbidden, hanging or replaced',
      load: async () => (await import('./unplug.ts')).tortureByUnplugging,
    },
    formats: {
      usage: 'formats DIR             files with an expected text (formats.tsv), by type',
      load: async () => (await import('./read-sets.ts')).tortureByFormats,
    },
    hostile: {
      usage:
        'hostile [DIR]           files that were made to do harm: a set made here, and every one of a folder',
      load: async () => (await import('./hostile/hostile.ts')).tortureByHostile,
    },
  };

const [name = '', ...args] = argv.slice(2);
const torture = tortures[name];
if (torture === undefined) {
  console.error(
    `Say which torture:\n${Object.values(tortures)
      .map(({ usage }) => `  ${usage}`)
      .join('\n')}`,
  );
  process.exitCode = 2;
} else {
  process.exitCode = (await (await torture.load())(args)) ? 0 : 1;
}
