/** Libraries of which what is used is packed into the programs: zod alone loads its messages in fifty languages, 14 MB. */
export const packedLibraries = ['zod'];
