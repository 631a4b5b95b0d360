import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What WCAG 2.2 A and AA, as axe checks them, find wrong with the page as it stands. */
export async function violations(page: Page): Promise<readonly string[]> {
  // Through the debugger, since the page's own policy would not let a script in.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { axe: here } = window as unknown as { axe: Pick<typeof axe, 'run'> };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await here.run({ runOnly: tags })).violations;
  });
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}\n${node.failureSummary}`));
}
