/** Digest of a file, so that what is in it is known by it; null in browsers that tell none here. */
export async function digestOf(bytes: Uint8Array): Promise<string | null> {
  try {
    const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
    return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  } catch {
    return null;
  }
}
