/** The page's own scheme and host: no file:// and no server, so the page has one origin and nothing else has it. */
export const pageScheme = 'app';
const pageHost = 'quipu';

export const pageUrl = `${pageScheme}://${pageHost}/index.html`;

/** Whether an address, or an origin, is the page's. */
export function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${pageScheme}:` && host === pageHost;
}
