/** Characters of a query or question. */
export const longestQuery = 10_000;
