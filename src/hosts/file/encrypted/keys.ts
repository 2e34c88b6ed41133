/** How the package of a file is decrypted once its password was found right. */
export interface PackageKeys {
  decrypt(packed: Uint8Array): Uint8Array;
}
