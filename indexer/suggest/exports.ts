import { join } from 'node:path';
import { entriesOf } from './look.ts';
import type { FoundPlace } from './mail-programs.ts';

interface ExportName {
  readonly program: string;
  readonly matches: RegExp;
  readonly isFolder?: true;
}

/** What services and programs call the files that they hand out, as they do today. */
const exportNames: readonly ExportName[] = [
  { program: 'Google Takeout', matches: /^takeout-\d{8}T\d{6}Z.*\.(zip|tgz)$/i },
  { program: 'Google Takeout', matches: /^Takeout( \d+)?$/, isFolder: true },
  { program: 'WhatsApp', matches: /whatsapp.*\.(zip|txt)$/i },
  { program: 'Slack', matches: /\bslack export\b.*\.zip$/i },
  { program: 'Telegram', matches: /^ChatExport_\d{4}-\d\d-\d\d/, isFolder: true },
  { program: 'Notion', matches: /(^|_)Export-[0-9a-f]{8}-[0-9a-f-]+.*\.zip$/i },
  { program: 'Evernote', matches: /\.enex$/i },
  { program: 'Facebook', matches: /^facebook-.+\.zip$/i },
  { program: 'Instagram', matches: /^instagram-.+\.zip$/i },
  { program: 'Outlook', matches: /\.(pst|ost)$/i },
  { program: '', matches: /\.(mbox|mbx)$/i },
];

/** Exports in a folder of downloads itself, not below it. */
export async function findExports(downloads: string): Promise<FoundPlace[]> {
  return (await entriesOf(downloads)).flatMap((entry) => {
    const known = exportNames.find(
      ({ matches, isFolder = false }) =>
        (isFolder ? entry.isDirectory() : entry.isFile()) && matches.test(entry.name),
    );
    return known === undefined ? [] : [{ path: join(downloads, entry.name), program: known.program }];
  });
}
