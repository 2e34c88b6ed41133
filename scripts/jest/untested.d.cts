/** True where a test was skipped although all that it could want is there. */
export function isWithoutReason(file: string, lacks: { readonly folders: readonly string[]; readonly office: readonly string[] }): boolean;
