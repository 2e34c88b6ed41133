import { readXlsx, sniff } from '../../src/hosts/file';
import { openBuiltIn } from '../../src/hosts/file/encrypted/open-builtin-node';
import { encrypted } from '../support/encrypt';
import { compoundOf, legacyBytes } from '../support/legacy-bytes';
import { rowsXlsx } from '../support/ooxml';
import { corpusFiles, fieldFile, testWith } from '../support/shared-folder';

const OLDER = '18-opens-without-a-password-though-encrypted.xlsx';
const cells = Array.from({ length: 3000 }, (_, n) => `<row><c><v>${n}</v></c></row>`).join('');
const BOOK = rowsXlsx(cells, { member: { stored: true } });

describe('the password programs try by themselves', () => {
  test('opens what was encrypted with it, whole', () => {
    const bytes = encrypted(BOOK, 'VelvetSweatshop');
    expect(sniff(bytes)).toBe('encrypted');
    expect(Buffer.compare(openBuiltIn(bytes)!, BOOK)).toBe(0);
    expect(readXlsx(openBuiltIn(bytes)!).sheets[0]!.valueAt(2999, 0)).toBe(2999);
  });

  testWith('field', OLDER)('an older kind of encryption too', () => {
    expect(readXlsx(openBuiltIn(fieldFile(OLDER)!)!).sheets[0]!.name).toBe('项目支出绩效自评表');
  });

  test('opens nothing else', () => {
    expect(openBuiltIn(encrypted(BOOK, '123456'))).toBeNull();
    expect(openBuiltIn(BOOK)).toBeNull();
    expect(openBuiltIn(legacyBytes('biff8'))).toBeNull();
  });

  testWith('corpus')('nor a workbook that others protected', () => {
    expect(openBuiltIn(corpusFiles()!.get('32_pass_protected.xlsx')!)).toBeNull();
  });

  test.each<[string, Uint8Array]>([
    ['nothing stated', new Uint8Array(0)],
    ['a few bytes', Uint8Array.from([4, 0, 2, 0, 0x24, 0, 0, 0, 0x8c, 0, 0, 0])],
    ['XML that is none', Buffer.from('\x04\0\x04\0\x40\0\0\0<encryption><keyData')],
    [
      'spins without end',
      Buffer.from(
        '\x04\0\x04\0\x40\0\0\0<encryption><keyData hashAlgorithm="SHA512" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC"/><encryptedKey spinCount="999999999" hashAlgorithm="SHA512" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC"/></encryption>',
      ),
    ],
  ])('a broken description is not opened: %s', (_, info) => {
    expect(openBuiltIn(compoundOf({ EncryptionInfo: info, EncryptedPackage: new Uint8Array(64) }))).toBeNull();
  });
});
