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

/** Whether an address is a file that the page made in memory: it holds the page's origin, which nothing else has (File API 8.1). */
export function isMadeByPage(address: string): boolean {
  return address.startsWith('blob:') && isPage(address.slice('blob:'.length));
}
