/** The language catalogue of expected failures: every code and the sentence a person reads, `{name}` filled from the detail. */
const faultMessages = {
  'bad-input': 'That request is not valid: {what}.',
  'not-found': '{what} was not found.',
  'operator-wrong': '{operator} takes {takes}, not “{value}”.',
  'not-in-ledger':
    '{path} is not among the files that Quipu knows, so there is nothing to read again. Ask what keeps it out with: quipu why PATH',
  'person-unknown': 'Nobody in the library is called {who}. List those who are with: quipu people',
  'person-ambiguous': '{who} may be {count} people: {which}. Name one by an address.',
  'person-same': 'They are one person already.',
  'person-part-unknown': '{name} has no address or name {off}.',
  'person-whole': 'That is all there is of {name}, so there is nothing to split it from.',
  'path-missing': '{path} does not exist. Check the spelling, or connect the drive it is on.',
  'path-not-whole':
    '{path} is not a whole path. Type it from its root on, such as /home/you/Documents or ~/Documents.',
  'path-unreadable': '{path} cannot be read. Give your user permission to read it, then try again.',
  'link-broken': '{path} is a link that leads nowhere or in a circle. Mend the link, or name what it meant.',
  'kind-not-opened':
    'Quipu does not open {path}: files of its kind can run. Open it yourself if you trust it.',
  'path-is-library': '{path} holds the Quipu library itself, so it cannot be added as a source.',
  'path-is-system':
    '{path} belongs to the running system, not to your files, so it cannot be added as a source. Add a folder of yours.',
  'path-not-regular':
    '{path} is a device, pipe or socket, so it cannot be added as a source. Add a folder or an ordinary file.',
  'library-in-use':
    'The library at {path} is in use by another Quipu. Close the other one, or wait until it has started.',
  'library-newer':
    'The library at {path} was written by a newer Quipu. Update Quipu to open it; nothing was changed.',
  'conversations-newer':
    'Your conversations in {file} were written by a newer Quipu. Update Quipu to open them; nothing was changed.',
  'library-damaged':
    'The index at {path} is damaged: {what}. Quipu starts again by itself, sets it aside and builds it anew from your files.',
  'conversations-damaged':
    'Your conversations in {file} are damaged: {what}. Start Quipu again: it puts them back from their last copy.',
  'library-unwritable': 'The library folder {path} cannot be written. Check its permissions and free space.',
  'disk-full': 'The disk that holds {path} is full. Free some space, then try again.',
  'model-needs-room':
    '{model} needs {needed} on the disk that holds {path}, and {free} are free. Free some space, then try again.',
  'model-needs-memory':
    'There is not enough free memory for {model}. Close other programs, or use a smaller model; quipu models list shows them.',
  'index-needs-room':
    'The disk that holds {path} is full, so indexing waits; search and answers go on with what is there. Free about {needed}: indexing then goes on where it stopped.',
  'import-unreadable': 'That is no export of conversations: {what}. Choose a JSON file that Quipu exported.',
  'import-newer': 'That export was written by a newer Quipu. Update Quipu to import it; nothing was changed.',
  'answer-not-kept': 'This answer is not kept among your conversations. {why}',
  'service-stopped': 'The {service} stopped unexpectedly and is being started again. Try again in a moment.',
  'service-failed':
    'The {service} stopped {times} times in a row and was given up. Restart Quipu; its log is at {log}.',
  'model-missing': 'The model {model} is not on this computer. Get it with: quipu models get {model}',
  'model-damaged': 'The model file {path} is damaged ({what}). Delete it and get the model again.',
  'nothing-to-compare': 'There is nothing to compare: {why}.',
  'model-unknown': 'There is no model called {model}. See what is on offer with: quipu models catalog',
  'download-failed':
    'The download of {model} failed: {what}. What has arrived is kept; try again to go on from there.',
  'checksum-wrong':
    'The downloaded file of {model} is not the published one (wrong checksum), so it was deleted. Try again.',
  'port-in-use': 'Port {port} is in use by another program. Choose another with --port, or leave it out.',
  'engine-unreachable': 'Quipu’s engine did not answer. Start Quipu again.',
  unexpected: 'Something went wrong inside Quipu. The details are in its log at {log}.',
} as const;

export type FaultCode = keyof typeof faultMessages;

/** Values that fill a fault's message; they may hold paths and counts, never file text, questions or answers. */
export type FaultDetail = Readonly<Record<string, string | number>>;

/** An expected failure. Whatever is thrown and is no Fault is a bug. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly detail: FaultDetail;

  constructor(code: FaultCode, detail: FaultDetail = {}, cause?: unknown) {
    super(
      faultMessages[code].replace(/\{(\w+)\}/g, (whole, name: string) => String(detail[name] ?? whole)),
      {
        cause,
      },
    );
    this.name = 'Fault';
    this.code = code;
    this.detail = detail;
  }
}

export function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(faultMessages, code);
}
