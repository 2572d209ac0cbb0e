/** The largest table of a user's own that is read, in bytes: its text and rows must fit in the memory of one tab. */
export const largestTable = 200_000_000;
