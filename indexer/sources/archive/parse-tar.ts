import { type Parser, Unreadable } from '../parser.ts';
import { parserVersions } from '../versions.ts';
import { ByteStream } from './byte-stream.ts';
import { handOn } from './hand-on.ts';
import { tarHeader } from './tar-header.ts';
import { tarMembers } from './tar-members.ts';

/** A tar archive that is not compressed. */
export const tarParser: Parser = {
  id: 'tar',
  version: parserVersions.tar,
  async *parse(bytes) {
    if (tarHeader(bytes.subarray(0, 512)) === null)
      throw new Unreadable('failed', 'corrupt', 'it does not begin as a tar archive');
    yield* handOn(tarMembers(new ByteStream([bytes])));
  },
};
