/** The source could not deliver: no connection, refused, cut off. Another source may. */
export class SourceUnavailable extends Error {}
