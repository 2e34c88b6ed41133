/** Exit status of the program: see the contract of each command. */
export const EXIT = { fine: 0, mandatory: 1, unread: 1, nothing: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];
